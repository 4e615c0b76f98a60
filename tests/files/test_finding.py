"""Folders: which of their files are taken."""

import sys
from pathlib import Path

import pytest

from translit.files import Selection, Wanted, find_files

FILES = [
    "a.txt", "b.md", "c.html", "d.json", "e.csv", "f.py", "g.txt.gz", "README", ".hidden.txt",
    "sub/h.txt", "sub/draft.txt", "node_modules/i.txt", ".git2/j.txt",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    (folder / "loop").symlink_to(folder)
    (folder / "link.txt").symlink_to("a.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    return folder


def names(folder: Path, wanted: Wanted) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(folder, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["a.txt", "b.md", "c.html", "g.txt.gz", "sub/draft.txt", "sub/h.txt"]),
        (
            Wanted(Selection(("t",), ("t",)), exclude=("*.txt", "*.gz")),
            ["b.md", "c.html", "d.json", "e.csv"],
        ),
        (Wanted(include=("*.py", "README")), ["README", "f.py"]),
        (Wanted(include=("sub/*",), exclude=("draft*",)), ["sub/h.txt"]),
        (Wanted(include=("*.txt",), exclude=("sub",)), ["a.txt"]),
    ],
)
def test_what_is_taken(folder: Path, wanted: Wanted, found: list[str]) -> None:
    assert names(folder, wanted) == found


def test_a_repository_in_a_plain_folder_has_its_own_rules(folder: Path) -> None:
    (folder / "sub" / ".git").mkdir()
    (folder / "sub" / ".gitignore").write_text("draft.txt\n")
    (folder / "sub" / ".x.txt").write_text("x")
    assert [name for name in names(folder, Wanted()) if "/" in name] == ["sub/.x.txt", "sub/h.txt"]


def test_a_type_whose_reader_is_missing_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.rst", "a.tex", "a.po"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path, Wanted()) == ["a.po", "a.rst", "a.tex"]
    monkeypatch.setitem(sys.modules, "pylatexenc", None)
    assert names(tmp_path, Wanted()) == ["a.po", "a.rst"]
    assert names(tmp_path, Wanted(include=("*.tex",))) == ["a.tex"]  # reading it says why not
