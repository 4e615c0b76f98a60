"""A file is replaced whole or not at all, and keeps what it was beside its text."""

import os
import stat
from pathlib import Path

import pytest

from translit.files import DocumentError, FilePiece, Outcome, Source, open_destination

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def rewrite(path: Path, text: str, *, target: Path | None = None, backup: str = "") -> None:
    """Read a file and write `text` in its place."""
    source = Source(path, "text", target=target)
    before = source.file.read_text()
    put(source, before, text, backup)


def put(source: Source, before: str, text: str, backup: str = "") -> None:
    changes = ((0, len(before), text),) if text != before else ()
    destination = open_destination(source, backup=backup)
    destination.add(FilePiece(before, 0, 1, None), Outcome(text, changes))
    destination.finish()


def test_text_changes_and_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfKiev\r\n")
    path.chmod(0o640)
    rewrite(path, "Kyiv\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbfKyiv\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kyiv")
    before = path.stat()
    rewrite(path, "Kyiv")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_copy_keeps_the_mode_and_leaves_the_original(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    path.chmod(0o640)
    for text in ("Kyiv", "Kiev"):
        target = tmp_path / "out" / text / "a.txt"
        rewrite(path, text, target=target)
        assert (path.read_text(), target.read_text()) == ("Kiev", text)
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "target.txt"
    target.write_text("Kiev")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    rewrite(link, "Kyiv")
    assert link.is_symlink()
    assert target.read_text() == "Kyiv"


def test_hard_links_are_not_parted(tmp_path: Path) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("Kiev")
    os.link(path, other)
    with pytest.raises(DocumentError, match="has 2 hard links"):
        rewrite(path, "Kyiv")
    assert path.read_text() == other.read_text() == "Kiev"


def test_a_backup_is_kept_and_none_is_overwritten(tmp_path: Path) -> None:
    path, backup = tmp_path / "a.txt", tmp_path / "a.txt.orig"
    path.write_text("Kiev")
    rewrite(path, "Kyiv", backup=".orig")
    assert (path.read_text(), backup.read_text()) == ("Kyiv", "Kiev")
    with pytest.raises(DocumentError, match=r"a\.txt\.orig is there already"):
        rewrite(path, "Kiev", backup=".orig")
    assert (path.read_text(), backup.read_text()) == ("Kyiv", "Kiev")
    assert sorted(tmp_path.iterdir()) == [path, backup]


@pytest.mark.parametrize("now", [b"Kiev, and more", b"Kyjiv", b""])
def test_a_file_changed_meanwhile_is_left(tmp_path: Path, now: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev!")
    source = Source(path, "text")
    text = source.file.read_text()
    path.write_bytes(now)
    with pytest.raises(DocumentError, match="changed while it was read"):
        put(source, text, "Kyiv!")
    assert path.read_bytes() == now
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_vanished_meanwhile_stays_away(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    source = Source(path, "text")
    text = source.file.read_text()
    path.unlink()
    with pytest.raises(DocumentError, match="cannot be written"):
        put(source, text, "Kyiv")
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocumentError, match="No space left on device"):
        rewrite(path, "Kyiv")
    assert path.read_text() == "Kiev"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        rewrite(path, "Kyiv")
    assert path.read_text() == "Kiev"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    path.chmod(0o444)
    if is_root:  # root may write everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocumentError, match="may not be written, nothing was changed"):
        rewrite(path, "Kyiv")
    assert path.read_text() == "Kiev"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="is not a regular file"):
        Source(path, "text", regular=True).file.read_text()
    with pytest.raises(DocumentError, match="is not a regular file"):
        put(Source(path, "text"), "Kiev", "Kyiv")


def test_text_from_no_file_cannot_be_written() -> None:
    with pytest.raises(DocumentError, match="<stdin>: cannot be rewritten"):
        put(Source(None, "text"), "Kiev", "Kyiv")


def test_a_letter_that_the_encoding_lacks_refuses_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Київ".encode("windows-1251"))
    source = Source(path, "text", encoding="windows-1251")
    text = source.file.read_text()
    with pytest.raises(DocumentError, match="“ō” cannot be written in CP1251"):
        put(source, text, "Kyōto")
    assert path.read_bytes() == "Київ".encode("windows-1251")
