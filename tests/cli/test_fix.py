"""translit-fix: the bytes that come out, the files that change, the exit status."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command

BEFORE = "Zelenskyi flew to Kijów.\r\nA “quiet” café\rstayed.\n\n Łukaszenka too".encode()
AFTER = "Zelensky flew to Kyiv.\r\nA “quiet” café\rstayed.\n\n Lukashenko too".encode()
BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize("mark", [b"", BOM])
def test_stdin_to_stdout_to_the_byte(command: Command, mark: bytes) -> None:
    for argv in (["translit-fix"], ["translit-fix", "-"], ["translit", "fix"]):
        outcome = command(*argv, stdin=mark + BEFORE)
        assert (outcome.status, outcome.out, outcome.err) == (0, mark + AFTER, "")


def test_files_are_printed_in_order(command: Command, folder: Path) -> None:
    (folder / "a").write_bytes(b"one, no newline")
    (folder / "b").write_bytes(BEFORE)
    assert command("translit-fix", "b", "a", "b").out == AFTER + b"one, no newline" + AFTER
    assert (folder / "b").read_bytes() == BEFORE


def test_nothing_in_nothing_out(command: Command) -> None:
    outcome = command("translit-fix", stdin=b"")
    assert (outcome.status, outcome.out, outcome.err) == (0, b"", "")


def test_in_place(command: Command, folder: Path) -> None:
    path, same = folder / "a.txt", folder / "same.txt"
    path.write_bytes(BOM + BEFORE)
    path.chmod(0o640)
    same.write_bytes(AFTER)
    inode = same.stat().st_ino
    outcome = command("translit-fix", "--in-place", "a.txt", "same.txt")
    assert (outcome.status, outcome.out, outcome.err) == (0, b"", "")
    assert path.read_bytes() == BOM + AFTER
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert same.stat().st_ino == inode
    assert sorted(folder.iterdir()) == [path, same]


def test_in_place_through_a_link(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(BEFORE)
    (folder / "link").symlink_to("a.txt")
    assert command("translit-fix", "--in-place", "link", "a.txt").status == 0
    assert (folder / "link").is_symlink()
    assert (folder / "a.txt").read_bytes() == AFTER


def test_check_names_what_would_change(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(BEFORE)
    (folder / "same.txt").write_bytes(AFTER)
    outcome = command("translit-fix", "--check", "same.txt", "a.txt")
    assert (outcome.status, outcome.out) == (1, b"")
    assert outcome.err == "translit-fix: a.txt: would change\n"
    assert command("translit-fix", "--check", "same.txt").status == 0
    assert (folder / "a.txt").read_bytes() == BEFORE


def test_diff(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"Kiev is cold.\n")
    expected = b"--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-Kiev is cold.\n+Kyiv is cold.\n"
    outcome = command("translit-fix", "--diff", "a.txt")
    assert (outcome.status, outcome.out, outcome.err) == (0, expected, "")
    outcome = command("translit-fix", "--diff", "--check", "a.txt")
    assert (outcome.status, outcome.out) == (1, expected)
    assert (folder / "a.txt").read_bytes() == b"Kiev is cold.\n"


@pytest.mark.parametrize("mark", [b"", BOM])
def test_json_points_into_the_file(command: Command, folder: Path, mark: bytes) -> None:
    (folder / "a.txt").write_bytes(mark + BEFORE)
    outcome = command("translit-fix", "--json", "a.txt")
    rows = [json.loads(line) for line in outcome.out.decode().splitlines()]
    content = (mark + BEFORE).decode()
    assert outcome.status == 0
    assert [(row["path"], row["line"], row["text"], row["canonical"]) for row in rows] == [
        ("a.txt", 1, "Zelenskyi", "Zelensky"),
        ("a.txt", 1, "Kijów", "Kyiv"),
        ("a.txt", 5, "Łukaszenka", "Lukashenko"),
    ]
    for row in rows:
        assert content[row["start"] : row["end"]] == row["text"]
        assert row["status"] == "edit"
        assert {"entity_id", "candidates", "evidence", "reason", "why"} < set(row)


def test_style_and_table(command: Command, folder: Path) -> None:
    (folder / "mine.toml").write_text(
        'schema = 1\n[pryvitannya]\nkind = "organization"\n'
        'name = "Pryvitannya"\nnative.uk = "Привітання"\n',
        encoding="utf-8",
    )
    outcome = command("translit-fix", "--table", "mine.toml", stdin=b"Pryvitannja opened.")
    assert outcome.out == b"Pryvitannya opened.", outcome.err
    outcome = command(
        "translit-fix", "--no-default-tables", "--table", "mine.toml", stdin=b"Kiev is cold."
    )
    assert outcome.out == b"Kiev is cold."
    outcome = command("translit-fix", "--style", "de", stdin=b"President Zelenskyi spoke.")
    assert outcome.out == b"President Selenskyj spoke."


def test_trouble_with_one_file_leaves_the_others_done(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(BEFORE)
    (folder / "picture.png").write_bytes(b"\x89PNG\0")
    (folder / "z.txt").write_bytes(BEFORE)
    outcome = command("translit-fix", "--in-place", "a.txt", "picture.png", "no.txt", "z.txt")
    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        "translit-fix: picture.png: is binary (a NUL byte at byte 4); name only text files",
        "translit-fix: no.txt: there is no such file; check the path",
    ]
    assert (folder / "picture.png").read_bytes() == b"\x89PNG\0"
    assert (folder / "a.txt").read_bytes() == (folder / "z.txt").read_bytes() == AFTER
    outcome = command("translit-fix", "--check", "no.txt")
    assert outcome.status == 2


@pytest.mark.skipif(os.name != "posix", reason="file names are text there")
def test_a_file_name_that_is_not_utf_8(command: Command, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_bytes(b"Kiev is cold.")
    outcome = command("translit-fix", "--json", name)
    assert json.loads(outcome.out)["path"] == "caf\ufffd.txt"
    assert command("translit-fix", name).out == b"Kyiv is cold."
