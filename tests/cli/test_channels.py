"""What strangers write reaches a terminal, a patch, a log or a page as text, and steers nothing."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_endings import FIX, NAMES

# Clears the screen, sets the title, ends a line, goes back in one, a C1 control, turns a line.
HOSTILE = ["\x1b[2J", "\x1b]0;x\x07", "x\nq", "x\rq", "\x9b31m", "\x7f\x08", "\u2028", "\u202eabc"]
STEERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
OWN = ["--no-default-tables", "--table", str(NAMES)]
posix = pytest.mark.skipif(os.name != "posix", reason="such names are for POSIX systems")


def assert_plain(said: str, lines: int | None = None) -> None:
    assert said.endswith("\n") or not said
    assert not STEERS.search(said)
    assert lines is None or said.count("\n") == lines


@posix
@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["{0}"], 2),
        (["--check", "there{0}"], 1),
        (["--in-place", "raw{0}"], 2),
        (["--check", "folder{0}"], 0),
        (["--style", "{0}", "there"], 2),
        (["--style", "{0}.toml", "there"], 2),
        (["--keep", "{0}", "there"], 2),
        (["--config", "{0}", "there"], 2),
        (["--table", "{0}.toml", "there"], 2),
        (["--encoding", "{0}", "there"], 2),
        (["--type", "{0}", "there"], 2),
        (["--jobs", "{0}", "there"], 2),
        (["--fuzzy", "{0}", "there"], 2),
        (["--{0}", "there"], 2),
        (["--check", "--field", "no{0}", "a.jsonl"], 2),
        (["a.jsonl"], 2),
        (["a.csv"], 2),
        (["--column", "no{0}", "a.csv"], 2),
        (["--config", "a.toml", "there"], 2),
        (["--output-dir", "{0}", "../{1}/there", "../{1}/../{1}/there", "there{0}/"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_messages(command: Command, folder: Path, argv: list[str], status: int, bad: str) -> None:
    (folder / f"there{bad}").write_text("Kijów")
    (folder / f"folder{bad}").mkdir()
    (folder / f"raw{bad}").write_bytes(b"\xff")
    (folder / "a.jsonl").write_text(json.dumps({bad: "Kijów"}) + "\n")
    (folder / "a.csv").write_text('id,"' + bad + '"\n1,Kijów\n')
    (folder / "a.toml").write_text(f"[tool.translit-fix]\n{json.dumps(bad)} = 1\n")
    outcome = command("translit-fix", *OWN, *(a.format(bad, folder.name) for a in argv))
    assert outcome.status == status
    assert outcome.out == b""
    assert_plain(outcome.err, outcome.err.count("translit-fix: "))


@posix
def test_a_name_that_is_not_utf8(command: Command, folder: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    (folder / name).write_text("Kijów\n", encoding="utf-8")
    assert_plain(command("translit-fix", *OWN, "--check", name).err, 1)
    assert command("translit-fix", *OWN, "--diff", name).out.startswith(
        b'--- "a\\377.txt"\n+++ "a\\377.txt"\n'
    )
    for argv in (["--summary", name], ["--json", name], ["--report", "out.html", name]):
        outcome = command("translit-fix", *OWN, *argv)
        assert (outcome.status, outcome.err) == (0, "")


TABLE = """schema = 1
["dirty{0}"]
kind = "person"
gender = "m"
name = "Taras{0} Hrymych"
native.uk = "Тарас Гримич"
alone = true
"""


@pytest.mark.parametrize("bad", HOSTILE)
def test_answers(command: Command, folder: Path, bad: str) -> None:
    """Tables may refuse such a name; what they take is shown plainly."""
    table = TABLE.format(json.dumps(bad)[1:-1])
    (folder / "dirty.toml").write_text(table.replace("dirty{0}", "dirty"), "utf-8")
    (folder / "a.txt").write_text(f"Tarass Grymytsch{bad}, Hrymytsch, {bad}Taras\nHrymytsch.\n")
    own = ["--no-default-tables", "--table", "dirty.toml"]
    text = (folder / "a.txt").read_text("utf-8")
    for argv in (
        ["translit", "explain", text, *own],
        ["translit", "explain", f"Aliaksandr\nŁukaszenka{bad}"],
        ["translit", "compare", f"Kiev{bad}", f"{bad}Kyjiw"],
        ["translit", "compare", f"Лук{bad}ашенко", "Lukashenko"],
        ["translit", "variants", f"Ки{bad}їв", "--lang", "uk"],
        ["translit", "variants", "Київ", "--lang", bad],
        ["translit", "variants", "Київ", "--lang", "uk", "--scheme", f"uk/{bad}"],
        ["translit", "schemes", bad],
        ["translit", "table", "check", "dirty.toml"],
        ["translit", "table", "check", "dirty.toml", "--format", "json"],
        ["translit", "table", "check", "dirty.toml", "--format", "github"],
        ["translit", "table", "stats", "dirty.toml"],
        ["translit", "lexicon", "info", f"{bad}.toml"],
        ["translit", bad],
        ["translit-fix", *own, "--summary", "a.txt"],
        ["translit-fix", *own, "--json", "a.txt"],
    ):
        outcome = command(*argv)
        said = outcome.out.decode() + outcome.err
        assert_plain(said)
        assert "Traceback" not in said and "report this as a bug" not in said


def test_an_answer_is_not_forged(command: Command) -> None:
    """A name over the end of a line does not begin one."""
    lines = command("translit", "explain", "Aliaksandr\nŁukaszenka").out.decode().splitlines()
    assert lines[0].startswith("edit: Aliaksandr\\nŁukaszenka → Alexander")
    assert len(lines) == 2


def test_json_says_what_stands_there(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_text("\u202eKijów\x9b", encoding="utf-8")
    row = json.loads(command("translit-fix", *OWN, "--json", "a.txt").out)
    assert (row["start"], row["text"]) == (1, "Kijów")


@posix
@pytest.mark.parametrize("bad", HOSTILE)
def test_a_page(command: Command, folder: Path, bad: str) -> None:
    (folder / f"a{bad}<i>.txt").write_text(f"In {bad} Kijów. {bad} <i>\n", encoding="utf-8")
    outcome = command("translit-fix", *OWN, "--report", "out.html", f"a{bad}<i>.txt")
    page = (folder / "out.html").read_text("utf-8")
    assert outcome.status == 0
    assert "<i>" not in page and '"becomes":"Kyiv"' in page
    assert_plain(page)


NAMES_OF_FILES = [
    "a\n--- b.txt\n+++ b.txt\n@@ -1 +1 @@\n-x\n+y\n", "a\tb.txt", 'a"b.txt', "a\\b.txt", "a\rb.txt",
    "\x1b[2Ja.txt", "a b.txt", " a.txt", "a.txt ", "Київ.txt", "Київ\n.txt", "a\u202e.txt", '"a"',
    "-.txt", "a\\n.txt", os.fsdecode(b"\xff\xfe.txt"), "a\x07\x08\x0b\x0c\x7f.txt", "--- a.txt",
]  # fmt: skip


@posix
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("name", NAMES_OF_FILES, ids=ascii)
def test_a_patch_says_one_file(command: Command, folder: Path, name: str) -> None:
    (folder / name).write_text("In Kijów.\n", encoding="utf-8")
    (folder / "b.txt").write_text("x\n")
    diff = command("translit-fix", *OWN, "--diff", "--", name).out
    lines = diff.decode().split("\n")
    assert [line[:3] for line in lines] == ["---", "+++", "@@ ", "-In", "+In", ""]
    assert not STEERS.search(lines[0])
    subprocess.run(["git", "apply", "-p0"], input=diff, check=True, capture_output=True)
    assert (folder / name).read_text(encoding="utf-8") == "In Kyiv.\n"
    assert (folder / "b.txt").read_text() == "x\n"


@posix
@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize("name", NAMES_OF_FILES, ids=ascii)
def test_patch_changes_that_file(command: Command, folder: Path, name: str) -> None:
    (folder / name).write_text("In Kijów.\n", encoding="utf-8")
    (folder / "b.txt").write_text("x\n")
    diff = command("translit-fix", *OWN, "--diff", "--", name).out
    done = subprocess.run(["patch", "-p0", "-f"], input=diff, check=False, capture_output=True)
    assert done.returncode == 0
    assert (folder / name).read_text(encoding="utf-8") == "In Kyiv.\n"
    assert (folder / "b.txt").read_text() == "x\n"


@posix
@pytest.mark.parametrize("no_colour", ["", "1"])
@pytest.mark.parametrize("bad", HOSTILE)
def test_a_diff_on_a_terminal(folder: Path, bad: str, no_colour: str) -> None:
    import pty

    (folder / "a.txt").write_bytes(f"{bad} Kijów {bad}\r\n\tso\n".encode())
    terminal, end = pty.openpty()
    subprocess.run(
        [*FIX, *OWN, "--diff", "a.txt"],
        stdout=end,
        check=True,
        env={**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"},
    )
    os.close(end)
    shown = os.read(terminal, 8192).decode()
    os.close(terminal)
    plain = re.sub(r"\x1b\[(?:0|1|31|32|36)m", "", shown).replace("\r", "")
    assert_plain(plain)
    assert "\tso" in plain


def test_a_diff_that_is_piped_is_as_it_stands(command: Command, folder: Path) -> None:
    before = "\x1b[31m Kijów \x9b\r\n".encode()
    (folder / "a.txt").write_bytes(before)
    diff = command("translit-fix", *OWN, "--diff", "a.txt").out
    assert b"-" + before + b"+" + before.replace("Kijów".encode(), b"Kyiv") in diff
