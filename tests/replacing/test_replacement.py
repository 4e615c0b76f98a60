"""The one writer: a file is replaced whole or not at all, and no link leads it elsewhere."""

import os
import stat
from pathlib import Path

import pytest

from translit.replacing import (
    Replacement,
    WriteRefusedError,
    check_place,
    open_unfollowed,
    remove_leftovers,
    renewing,
    write_file,
)
from translit.replacing import folders as folders_module

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")


@pytest.fixture(params=[True, False], ids=["handles", "paths"])
def folder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder, opened as here or as where folders cannot be opened."""
    if not request.param:
        monkeypatch.setattr(folders_module, "_HAS_HANDLES", False)
    return tmp_path.resolve()


def test_a_new_file_and_one_that_is_there(folder: Path) -> None:
    path = folder / "a.txt"
    before = os.umask(0o026)
    try:
        write_file(path, [b"one ", b"two"])
    finally:
        os.umask(before)
    assert path.read_bytes() == b"one two"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_file(path, [b"three"])
    assert path.read_bytes() == b"three"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, OSError, ValueError])
def test_what_fails_leaves_the_old_file_and_nothing_else(
    folder: Path, error: type[BaseException]
) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"old")

    def chunks() -> object:
        yield b"new"
        raise error

    with pytest.raises(error):
        write_file(path, chunks())  # type: ignore[arg-type]
    with pytest.raises(error), renewing(path, mode=0o644) as stream:
        stream.write(b"new")
        raise error
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


def test_of_several_that_make_it_again_the_last_wins(folder: Path) -> None:
    path = folder / "a.lexicon"
    with renewing(path, mode=0o644) as first:
        first.write(b"first")
        with renewing(path, mode=0o644) as second:
            second.write(b"second")
        assert path.read_bytes() == b"second"
    assert path.read_bytes() == b"first"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_file_that_appears_meanwhile_is_not_replaced(folder: Path) -> None:
    replacement = Replacement(folder / "a.txt")
    (folder / "a.txt").write_bytes(b"mine")
    with pytest.raises(WriteRefusedError, match="changed while its new bytes were written"):
        replacement.commit()
    assert (folder / "a.txt").read_bytes() == b"mine"
    assert len(list(folder.iterdir())) == 1


@posix
def test_what_is_no_regular_file_of_its_own(folder: Path) -> None:
    (folder / "true").write_bytes(b"x")
    (folder / "link").symlink_to("true")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    for name in ("link", "dangling", "folder", "pipe"):
        for use in (check_place, open_unfollowed, lambda path: write_file(path, [b""])):
            with pytest.raises(WriteRefusedError, match=r"is (a symbolic link|not a regular file)"):
                use(folder / name)
        with pytest.raises(WriteRefusedError), renewing(folder / name, mode=0o644):
            pass
    assert (folder / "true").read_bytes() == b"x"
    assert len(list(folder.iterdir())) == 5


@posix
def test_no_part_of_a_path_is_a_link(folder: Path) -> None:
    (folder / "one/two").mkdir(parents=True)
    (folder / "one/two/a.txt").write_bytes(b"x")
    (folder / "link").symlink_to("one")
    (folder / "loop").symlink_to("loop")
    for name in ("link/two/a.txt", "loop/a.txt", "one/two/a.txt/b.txt"):
        with pytest.raises(WriteRefusedError, match=r"is (a symbolic link|no folder)") as refused:
            write_file(folder / name, [b"y"])
        assert "nothing was changed" in str(refused.value)
    for path in (folder / "one/../one/a.txt", Path("a.txt")):
        with pytest.raises(WriteRefusedError, match="is no plain path"):
            write_file(path, [b"y"])
    with pytest.raises(FileNotFoundError):
        write_file(folder / "three/a.txt", [b"y"])
    assert (folder / "one/two/a.txt").read_bytes() == b"x"


def test_folders_are_made_where_asked(folder: Path) -> None:
    replacement = Replacement(folder / "one/two/a.txt", make_folders=True)
    replacement.stream.write(b"x")
    replacement.commit()
    assert (folder / "one/two/a.txt").read_bytes() == b"x"


@pytest.mark.parametrize("name", ["й" * 120, "a" * 250, ".hidden", " ", "-rf", "a\nb"])
def test_any_name_can_be_written(folder: Path, name: str) -> None:
    write_file(folder / name, [b"x"])
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(name, b"x")]


def test_what_was_left_is_removed(folder: Path) -> None:
    left = [Replacement(folder / name) for name in ("a", "b")]
    assert len(list(folder.iterdir())) == 2
    remove_leftovers()
    assert not list(folder.iterdir())
    for replacement in left:
        replacement.discard()


def test_a_failed_replacement_takes_its_backup_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"old")
    replacement = Replacement(path, keep=True)

    def fail(*_: object, **__: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="busy"):
        replacement.commit(backup=".orig")
    assert path.read_bytes() == b"old"
    assert list(folder.iterdir()) == [path]


@posix
def test_a_backup_is_of_the_file_that_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"old")
    replacement = Replacement(path, keep=True)
    link = os.link

    def swap_and_link(*args: str, **named: bool) -> None:
        (folder / "other").write_bytes(b"mine")
        (folder / "other").replace(path)
        link(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "link", swap_and_link)
    with pytest.raises(WriteRefusedError, match="was replaced meanwhile"):
        replacement.commit(backup=".orig")
    assert path.read_bytes() == b"mine"
    assert list(folder.iterdir()) == [path]


@posix
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"old")
    find = folders_module.Folder.find

    def find_and_swap(self: folders_module.Folder, name: str) -> os.stat_result | None:
        found = find(self, name)
        path.unlink()
        os.mkfifo(path)
        return found

    monkeypatch.setattr(folders_module.Folder, "find", find_and_swap)
    with pytest.raises(WriteRefusedError, match="is not a regular file"):
        open_unfollowed(path)
