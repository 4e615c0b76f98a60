"""The diff, put to the text by what it says, gives the rewritten text."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.files import Splice, splice
from translit.reports import UnifiedDiff

Part = tuple[str, list[Splice]]


@st.composite
def changed_texts(draw: st.DrawFn) -> list[Part]:
    """A text in parts, each with changes in it."""
    after = st.text(alphabet="xy\n", min_size=1, max_size=4)
    parts = []
    for text in draw(st.lists(st.text("ab \n\r", min_size=1, max_size=60), max_size=4)):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
        spans = list(zip(cuts[::2], cuts[1::2], strict=False))
        parts.append((text, [(start, end, draw(after)) for start, end in spans]))
    return parts


def make_diff(parts: list[Part], name: str, **options: object) -> str:
    diff = UnifiedDiff(name, **options)  # type: ignore[arg-type]
    lines = [line for text, changes in parts for line in diff.add(text, changes)]
    return "".join([*lines, *diff.finish()])


def apply_diff(text: str, diff: str) -> str:
    """Put a unified diff to a text, checking every line that it states."""
    lines, result, position = re.findall(r"[^\n]*\n|[^\n]+", text), [], 0
    body = re.sub(r"\n\\ No newline at end of file\n", "\x00", diff)
    for line in re.findall(r"[^\n\x00]*[\n\x00]", body)[2:]:
        mark, rest = line[0], line[1:].removesuffix("\x00")
        if head := re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)", line):
            first = int(head[1]) - (head[2] != "0")
            result += lines[position:first]
            position = first
            assert len(result) == int(head[3]) - 1
        elif mark == "+":
            result.append(rest)
        else:
            assert lines[position] == rest
            position += 1
            result += [rest] if mark == " " else []
    return "".join(result + lines[position:])


@given(changed_texts())
def test_the_diff_says_what_the_edits_do(parts: list[Part]) -> None:
    text = "".join(text for text, _ in parts)
    diff = make_diff(parts, "a.txt")
    assert apply_diff(text, diff) == "".join(splice(text, changes) for text, changes in parts)
    assert make_diff([(text, _join(parts))], "a.txt") == diff


def _join(parts: list[Part]) -> list[Splice]:
    joined, at = [], 0
    for text, changes in parts:
        joined += [(start + at, end + at, after) for start, end, after in changes]
        at += len(text)
    return joined


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("name", ["news.txt", "two words.txt", "Київ.txt"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_git_applies_it(tmp_path: Path, name: str, bom: str, newline: str) -> None:
    text = newline.join(["Kijów", *map(str, range(20)), "w Kijów"])
    changes = [(0, 5, "Kyiv"), (len(text) - 5, len(text), "Kyiv")]
    path = tmp_path / name
    path.write_bytes((bom + text).encode())
    diff = make_diff([(text, changes)], name, mark=bom)
    subprocess.run(
        ["git", "apply", "-p0"], input=diff.encode(), cwd=tmp_path, check=True, capture_output=True
    )
    assert path.read_bytes().decode() == bom + text.replace("Kijów", "Kyiv")


def test_nothing_changed_gives_nothing() -> None:
    assert make_diff([("Kyiv\n", [])], "a.txt") == ""


def test_colour_changes_nothing_else() -> None:
    parts: list[Part] = [("Kijów\r\nis\ncold", [(0, 5, "Kyiv"), (10, 14, "warm")])]
    coloured = make_diff(parts, "a.txt", colour=True)
    assert "\033[31m-Kijów\033[0m\r\n" in coloured
    assert "\033[32m+warm\033[0m\n\\ No newline" in coloured
    assert re.sub(r"\033\[\d+m", "", coloured) == make_diff(parts, "a.txt")
