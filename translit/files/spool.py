"""Bytes that can be read only once, kept as they come, so that they can be read again."""

import io
import tempfile
from typing import IO, Any, cast

_IN_MEMORY = 1 << 24  # bytes that are kept in memory; more go to a temporary file
_CHUNK = 1 << 18  # bytes


class Spool:
    """What a pipe, a terminal or a device gives, read no further than somebody asks for it.

    >>> spool = Spool(io.BytesIO(b"Kyiv"))
    >>> spool.open().read(2), spool.open().read(8), spool.open().read(8)
    (b'Ky', b'Kyiv', b'Kyiv')
    >>> spool.close()
    """

    def __init__(self, stream: IO[bytes], *, closes: bool = False) -> None:
        self._stream = stream
        self._closes = closes
        self._kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._length = 0
        self._at_end = False

    def open(self) -> IO[bytes]:
        """Return a stream of the bytes from the first on."""
        return cast(IO[bytes], io.BufferedReader(_SpoolReader(self), _CHUNK))

    def open_whole(self) -> IO[bytes]:
        """Return a stream that can seek, once all has come; close the spool, not the stream."""
        while self.read(self._length, _CHUNK):
            pass
        self._kept.seek(0)
        return self._kept

    def read(self, at: int, size: int) -> bytes:
        """Return at most so many bytes from a place on; none only at the end."""
        if at < self._length:
            self._kept.seek(at)
            return self._kept.read(min(size, self._length - at))
        if self._at_end:
            return b""
        chunk = self._stream.read(size)
        self._at_end = not chunk
        self._kept.seek(self._length)
        self._kept.write(chunk)
        self._length += len(chunk)
        return chunk

    def close(self) -> None:
        """Let go of what was kept, and close the stream if that was asked for."""
        self._kept.close()
        if self._closes:
            self._stream.close()


class _SpoolReader(io.RawIOBase):
    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        chunk = self._spool.read(self._at, len(view))
        view[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)
