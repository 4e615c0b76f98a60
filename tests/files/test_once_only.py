"""What can be read only once is kept when it is read, or refused; nothing waits for a pipe."""

import gzip
import io
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from translit import Normalizer
from translit.files import (
    DocumentError,
    Resolver,
    Selection,
    Source,
    TextFile,
    Wanted,
    find_files,
)
from translit.files.formats import plain_text
from translit.files.spool import Spool

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
ALL = Selection()
TEXT = "They went to Kijów and were seen there.\n" * 300
RESULT = TEXT.replace("Kijów", "Kyiv")

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@contextmanager
def piped(path: Path, raw: bytes) -> Iterator[Path]:
    """Write bytes to a named pipe, once, while somebody reads it."""
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(raw,), daemon=True)
    writer.start()
    yield path
    writer.join(timeout=10)
    assert not writer.is_alive()


def fill(handle: int) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(TEXT.encode())


def resolve(source: Source, normalizer: Normalizer, selection: Selection = ALL) -> str:
    pieces = list(source.cut(selection))
    outcomes = [Resolver(normalizer).resolve(piece) for piece in pieces]
    assert not any(outcome.trouble for outcome in outcomes)
    return "".join(outcome.result for outcome in outcomes)


@pytest.mark.parametrize("packed", [False, True])
def test_a_long_text_from_a_pipe(
    tmp_path: Path, normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(plain_text, "LONGEST_WHOLE", 1000)  # a longer one is read twice
    raw = gzip.compress(TEXT.encode()) if packed else TEXT.encode()
    with piped(tmp_path / ("a.gz" if packed else "a"), raw) as path:
        source = Source(path, "text")
        assert resolve(source, normalizer) == RESULT
        assert source.file.read_digest() == source.file.digest
        source.close()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd here")
def test_a_process_substitution(
    normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(plain_text, "LONGEST_WHOLE", 1000)
    end, start = os.pipe()
    writer = threading.Thread(target=fill, args=(start,), daemon=True)
    writer.start()
    source = Source(Path(f"/dev/fd/{end}"), "text")
    assert resolve(source, normalizer) == RESULT
    source.close()
    os.close(end)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "json", "html", "markdown"])
def test_other_formats_from_a_pipe(tmp_path: Path, normalizer: Normalizer, kind: str) -> None:
    text = {"csv": "id,t\n1,Kijów\n", "jsonl": '{"t": "Kijów"}\n', "json": '{"t": "Kijów"}'}
    said = text.get(kind, "Kijów\n")
    with piped(tmp_path / "a", said.encode()) as path:
        source = Source(path, kind)
        selection = Selection(("t",), ("t",))
        assert resolve(source, normalizer, selection) == said.replace("Kijów", "Kyiv")
        source.close()


@pytest.mark.parametrize("by_stdin", [False, True])
def test_parquet_from_a_pipe(
    tmp_path: Path, normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch, by_stdin: bool
) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"t": ["Kijów"]}), tmp_path / "a.parquet")
    raw = (tmp_path / "a.parquet").read_bytes()
    if by_stdin:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        source = Source(None, "parquet")
        assert resolve(source, normalizer, Selection((), ("t",))) == '["Kyiv"]'
        source.close()
        return
    with piped(tmp_path / "pipe", raw) as path:
        source = Source(path, "parquet")
        assert resolve(source, normalizer, Selection((), ("t",))) == '["Kyiv"]'
        source.close()


def test_a_device_without_end_is_not_read_to_its_end() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    file = TextFile(Path("/dev/zero"))
    with pytest.raises(DocumentError, match="/dev/zero: is binary"):
        file.read_text()
    file.close()


def test_an_empty_device() -> None:
    file = TextFile(Path(os.devnull))
    assert file.read_text() == ""
    file.close()


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # its name may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        with pytest.raises(DocumentError, match="s: is a socket"):
            TextFile(Path("s")).read_text()


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("Kiev")
    (tmp_path / "link.txt").symlink_to("pipe.txt")
    assert list(find_files(tmp_path, Wanted())) == [tmp_path / "a.txt"]


def test_stdin_is_read_as_often_as_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Kiev")))
    file = TextFile(None)
    assert [file.read_text(), file.read_text()] == ["Kiev", "Kiev"]
    assert file.read_digest() == file.digest
    file.close()
    assert not sys.stdin.closed


def test_a_spool_gives_every_reader_all() -> None:
    spool = Spool(io.BytesIO(bytes(range(256)) * 4000))
    first, second = spool.open(), spool.open()
    head = first.read(10)
    assert second.read() == bytes(range(256)) * 4000
    assert head + first.read() == bytes(range(256)) * 4000
    assert spool.open_whole().read() == bytes(range(256)) * 4000
    spool.close()
