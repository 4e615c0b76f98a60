"""The diff, put to the text by what it says, gives the rewritten text."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.reports import unified_diff
from translit.rewriting import Edit


def change(start: int, end: int, after: str) -> Edit:
    return Edit(start, end, "", after, None, "scheme", "")


@st.composite
def changed_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="ab \n\r", min_size=1, max_size=120))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    after = st.text(alphabet="xy\n", min_size=1, max_size=4)
    return text, [change(start, end, draw(after)) for start, end in spans]


def apply_changes(text: str, changes: list[Edit]) -> str:
    for edit in reversed(changes):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


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
def test_the_diff_says_what_the_edits_do(case: tuple[str, list[Edit]]) -> None:
    text, changes = case
    diff = unified_diff(text, changes, "a.txt")
    assert apply_diff(text, diff) == apply_changes(text, changes)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("name", ["news.txt", "two words.txt", "Київ.txt"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_git_applies_it(tmp_path: Path, name: str, bom: str, newline: str) -> None:
    text = newline.join(["Kijów", *map(str, range(20)), "w Kijów"])
    changes = [change(0, 5, "Kyiv"), change(len(text) - 5, len(text), "Kyiv")]
    path = tmp_path / name
    path.write_bytes((bom + text).encode())
    diff = unified_diff(text, changes, name, bom=bom)
    subprocess.run(
        ["git", "apply", "-p0"], input=diff.encode(), cwd=tmp_path, check=True, capture_output=True
    )
    assert path.read_bytes().decode() == bom + text.replace("Kijów", "Kyiv")


def test_nothing_changed_gives_nothing() -> None:
    assert unified_diff("Kyiv\n", [], "a.txt") == ""
