"""A file is replaced whole or not at all, and keeps what it was beside its text."""

import os
import stat
from pathlib import Path

import pytest

from translit.documents import DocumentError, decode_document, read_document, write_document

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def test_text_changes_and_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfKiev\r\n")
    path.chmod(0o640)
    write_document(read_document(path), "Kyiv\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbfKyiv\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kyiv")
    before = path.stat()
    write_document(read_document(path), "Kyiv")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "target.txt"
    target.write_text("Kiev")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_document(read_document(link), "Kyiv")
    assert link.is_symlink()
    assert target.read_text() == "Kyiv"


def test_a_file_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    document = read_document(path)
    path.write_text("Kiev, and somebody's new sentence")
    with pytest.raises(DocumentError, match="changed while it was read"):
        write_document(document, "Kyiv")
    assert path.read_text() == "Kiev, and somebody's new sentence"


def test_a_failure_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    document = read_document(path)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocumentError, match="No space left on device"):
        write_document(document, "Kyiv")
    assert path.read_text() == "Kiev"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    document = read_document(path)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_document(document, "Kyiv")
    assert path.read_text() == "Kiev"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    path.chmod(0o444)
    if is_root:  # root may write everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocumentError, match="may not be written, nothing was changed"):
        write_document(read_document(path), "Kyiv")
    assert path.read_text() == "Kiev"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="is not a regular file"):
        write_document(decode_document(b"Kiev", path), "Kyiv")


def test_text_from_no_file_cannot_be_written() -> None:
    with pytest.raises(DocumentError, match="<stdin>: cannot be rewritten"):
        write_document(decode_document(b"Kiev"), "Kyiv")
