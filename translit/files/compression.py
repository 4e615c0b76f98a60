"""Compressed files: read and written through their packing, by suffix."""

import gzip
import io
from pathlib import Path
from typing import IO, Any, cast

from translit.files.errors import refuse

SUFFIXES = (".gz", ".zst")

# No time and no name: the same text gives the same bytes.
_GZIP_TIME = 0
# A bomb: no text of people packs so well. Unpacking one would fill the memory, or never end.
_MOST_TIMES = 200
_HARMLESS = 1 << 24  # bytes that may be unpacked in any case
_SLICE = 1 << 9  # bytes of Zstandard that are unpacked at once; they may be thousands of times more


def strip_compression(path: Path) -> Path:
    """Return the path without the suffix of its packing.

    >>> strip_compression(Path("news.jsonl.zst")).name
    'news.jsonl'
    """
    return path.with_suffix("") if path.suffix.lower() in SUFFIXES else path


def unpack(stream: IO[bytes], path: Path | None) -> IO[bytes]:
    """Return a stream of what a file holds, unpacked if its suffix says that it is packed.

    Reading it raises one of `list_damage()` if the packing is damaged or cut off, and
    DocumentError if it holds more than anybody packs into so few bytes.
    """
    suffix = path.suffix.lower() if path else ""
    counted = _Counted(stream)
    packed = cast(IO[bytes], counted)
    if suffix == ".gz":
        unpacked: Any = gzip.GzipFile(fileobj=packed, mode="rb")
    elif suffix == ".zst":
        unpacked = _Frames(packed, _import_zstandard(path).ZstdDecompressor())
    else:
        return stream
    return cast(IO[bytes], _Bounded(unpacked, counted, path))


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


class _Counted(io.BufferedIOBase):
    """Counts the bytes that are read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Return some of the bytes; none at the end."""
        raw = self._stream.read(-1 if size is None else size)
        self.count += len(raw)
        return raw


class _Bounded(io.BufferedIOBase):
    """Gives what is unpacked, unless it is so many times more than what is packed."""

    def __init__(self, unpacked: IO[bytes], packed: _Counted, path: Path | None) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._path = path
        self._count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Return some of the bytes; none at the end."""
        raw = self._unpacked.read(-1 if size is None else size)
        self._count += len(raw)
        if self._count > max(_HARMLESS, _MOST_TIMES * self._packed.count):
            raise refuse(
                self._path,
                f"is not unpacked: it holds over {_MOST_TIMES} times its size, as no text does; "
                "if you trust it, unpack it first",
            )
        return raw


class _Frames(io.BufferedIOBase):
    """Unpacks Zstandard frames one after the other.

    The library's own reader takes one that is cut off for the end.
    """

    def __init__(self, stream: IO[bytes], unpacker: Any) -> None:
        self._stream = stream
        self._unpacker = unpacker
        self._frame: Any = None
        self._rest = b""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return some of the bytes; none at the end."""
        while True:
            raw = self._rest or self._stream.read(_SLICE)
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
