"""What git ignores in a work tree, by the files of a checkout that nobody vouches for."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from translit.files import DocumentError, Wanted, find_files

CASES = json.loads((Path(__file__).parents[1] / "cases" / "ignored.json").read_text("utf-8"))
EVERYTHING = Wanted(include=("*",), exclude=(".gitignore",))
NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(folder, EVERYTHING)]


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The root of a work tree."""
    (tmp_path / "root" / ".git").mkdir(parents=True)
    return tmp_path / "root"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_git_ignores_is_left_out(case: dict[str, Any], root: Path) -> None:
    write(root, dict.fromkeys(case["files"], "x") | case["rules"])
    assert names(root / case.get("folder", "")) == sorted(case["taken"], key=Path)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_git_itself_says_the_same(case: dict[str, Any], tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(tmp_path, dict.fromkeys(case["files"], "x") | case["rules"])
    command = ["git", "ls-files", "-z", "--others", "--exclude-standard"]
    done = subprocess.run(
        command,
        cwd=tmp_path / case.get("folder", ""),
        env=os.environ | NO_SETTINGS,
        capture_output=True,
        check=True,
    )
    found = [name for name in done.stdout.decode().split("\0") if name]
    assert sorted(name for name in found if "gitignore" not in name) == sorted(case["taken"])


@pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
def test_nothing_of_the_checkout_is_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, ran = tmp_path / "program", tmp_path / "ran"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    (tmp_path / "git").symlink_to(program)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    write(
        root,
        {
            ".git/HEAD": "ref: refs/heads/main\n",
            ".git/config": f"[core]\nfsmonitor = {program}\nexcludesFile = {program}\n"
            f"hooksPath = {tmp_path}\nsshCommand = {program}\nattributesFile = {program}\n",
            ".gitattributes": "* filter=evil\n",
            "a.txt": "x",
        },
    )
    assert names(root) == [".gitattributes", "a.txt"]
    assert not ran.exists()


def test_a_linked_work_tree_has_the_rules_of_its_repository(root: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    write(
        tmp_path,
        {
            "root/.git/info/exclude": "b.txt\n",
            "root/.git/worktrees/linked/commondir": "../..\n",
            "linked/.git": "gitdir: ../root/.git/worktrees/linked\n",
            "linked/a.txt": "x",
            "linked/b.txt": "x",
        },
    )
    assert names(linked) == ["a.txt"]


def test_another_repository_is_not_entered(root: Path) -> None:
    write(root, {"a.txt": "x", "other/.git": "gitdir: ../.git/modules/other\n", "other/b.txt": "x"})
    assert names(root) == ["a.txt"]
    assert names(root / "other") == ["b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_an_ignore_file_that_is_no_file(root: Path) -> None:
    write(root, {"a.txt": "x", "rules": "a.txt\n", "sub/b.txt": "x"})
    os.mkfifo(root / "sub" / ".gitignore")
    with pytest.raises(DocumentError, match=r"sub/\.gitignore: is not a regular file"):
        names(root)
    (root / "sub" / ".gitignore").unlink()
    (root / "sub" / ".gitignore").symlink_to("../rules")
    with pytest.raises(DocumentError, match=r"cannot be read .* to tell what git ignores"):
        names(root)
    (root / "sub" / ".gitignore").unlink()
    (root / "sub" / ".gitignore").mkdir()
    assert names(root) == ["a.txt", "rules", "sub/b.txt"]


def test_rules_that_would_never_end(root: Path) -> None:
    """Each of these took from minutes to years with ways back from every star."""
    write(root, {"a" * 200: "x", ".gitignore": "a*" * 60 + "b\n" + "*a" * 60 + "b\n"})
    assert names(root) == ["a" * 200]
    write(root, {".gitignore": "\\" + " " * 100_000 + "x\n"})
    assert names(root) == ["a" * 200]
    write(root, {".gitignore": "\n/a/**/a/**/a/**/a/**/b\n"})
    with pytest.raises(DocumentError, match=r"line 2 has too many \*\*"):
        names(root)
    write(root, {".gitignore": "a\n" * 70_000})
    with pytest.raises(DocumentError, match="is longer than"):
        names(root)


def test_folders_without_end(root: Path) -> None:
    deep = root / "/".join("a" * 101)
    deep.mkdir(parents=True)
    with pytest.raises(DocumentError, match="lies more than 100 folders deep"):
        names(root)
