"""Compressed files: read and written through their packing, by suffix."""

import gzip
import io
from pathlib import Path
from typing import IO, Any, cast

from translit.documents.errors import refuse

SUFFIXES = (".gz", ".zst")

# No time and no name: the same text gives the same bytes.
_GZIP_TIME = 0
_CHUNK = 1 << 16  # bytes


def strip_compression(path: Path) -> Path:
    """Return the path without the suffix of its packing.

    >>> strip_compression(Path("news.jsonl.zst")).name
    'news.jsonl'
    """
    return path.with_suffix("") if path.suffix.lower() in SUFFIXES else path


def unpack(stream: IO[bytes], path: Path | None) -> IO[bytes]:
    """Return a stream of what a file holds, unpacked if its suffix says that it is packed.

    Reading it raises one of `list_damage()` if the packing is damaged or cut off.
    """
    suffix = path.suffix.lower() if path else ""
    if suffix == ".gz":
        return cast(IO[bytes], gzip.GzipFile(fileobj=stream, mode="rb"))
    if suffix == ".zst":
        return cast(IO[bytes], _Frames(stream, _import_zstandard(path).ZstdDecompressor()))
    return stream


def pack(stream: IO[bytes], path: Path | None) -> IO[bytes]:
    """Return a stream that packs what is written to it as the suffix says; close it at the end.

    The stream below stays open.
    """
    suffix = path.suffix.lower() if path else ""
    if suffix == ".gz":
        return cast(IO[bytes], gzip.GzipFile("", "wb", fileobj=stream, mtime=_GZIP_TIME))
    if suffix == ".zst":
        packer = _import_zstandard(path).ZstdCompressor()
        return cast(IO[bytes], packer.stream_writer(stream, closefd=False))
    return stream


class _Frames(io.BufferedIOBase):
    """Unpacks Zstandard frames one after the other; the library's own reader takes one that is
    cut off for the end."""

    def __init__(self, stream: IO[bytes], unpacker: Any) -> None:
        self._stream = stream
        self._unpacker = unpacker
        self._frame: Any = None
        self._rest = b""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return some of the bytes; none at the end."""
        while True:
            raw = self._rest or self._stream.read(_CHUNK)
            self._rest = b""
            if not raw:
                if self._frame is not None:
                    raise EOFError
                return b""
            if self._frame is None:
                self._frame = self._unpacker.decompressobj()
            unpacked: bytes = self._frame.decompress(raw)
            if self._frame.eof:
                self._rest, self._frame = self._frame.unused_data, None
            if unpacked:
                return unpacked


def _import_zstandard(path: Path | None) -> Any:
    try:
        import zstandard
    except ImportError:
        raise refuse(
            path, "is packed with Zstandard; install what reads it: pip install 'translit-fix[zst]'"
        ) from None
    return zstandard


def list_damage() -> tuple[type[Exception], ...]:
    """Return the errors that a damaged packing raises when it is read."""
    import zlib

    errors: list[type[Exception]] = [EOFError, gzip.BadGzipFile, zlib.error]
    try:
        import zstandard

        errors.append(zstandard.ZstdError)
    except ImportError:
        pass
    return tuple(errors)
