"""Reading a file as text, as often as needed, or refusing it."""

import codecs
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import IO

from translit.files.compression import list_damage, unpack
from translit.files.encodings import EXACT, UNITS, Encoding, choose_encoding
from translit.files.errors import DocumentError, display_name, refuse
from translit.files.spool import Spool
from translit.replacing import WriteRefusedError, open_unfollowed

_CHUNK = 1 << 18  # bytes
_HEAD = 1 << 16  # bytes that an encoding is guessed from
# What is neither a file nor a folder nor something that can be read once, and its name.
_UNREADABLE = ((stat.S_ISBLK, "a disk"), (stat.S_ISSOCK, "a socket"))


class TextFile:
    """The text of one file, or of stdin for a `path` of None.

    What can be read only once, a pipe or a terminal, is kept when it is read. `regular` refuses it.

    `digest` is that of the bytes when they were last read to their end. Reading raises
    DocumentError if the file is missing, a folder, not allowed to be read, binary (holds a NUL)
    or not in its encoding. With `place`, it is read there, and no link is followed.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        encoding: str = "",
        regular: bool = False,
        place: Path | None = None,
    ) -> None:
        self.path = path
        self._place = place
        self.encoding = Encoding("utf-8")
        self.digest = b""
        self.size = 0
        self._wanted = encoding
        self._regular = regular
        self._spool: Spool | None = None

    @property
    def name(self) -> str:
        """How messages and reports name it."""
        return display_name(self.path)

    def read_chunks(self) -> Iterator[str]:
        """Yield the text in stretches, without its byte order mark, from the start."""
        with self._explain(), self._open() as stream:
            yield from self._decode(stream)

    @contextmanager
    def _explain(self) -> Iterator[None]:
        """Turn what goes wrong while it is read into DocumentErrors."""
        try:
            yield
        except FileNotFoundError:
            raise refuse(self.path, "there is no such file; check the path") from None
        except IsADirectoryError:
            raise refuse(self.path, "is a folder; name the files in it") from None
        except PermissionError:
            raise refuse(self.path, "may not be read; change its permissions") from None
        except WriteRefusedError as error:
            raise refuse(self.path, f"{error.strerror}") from None
        except list_damage() as error:
            raise refuse(
                self.path, f"cannot be unpacked ({str(error) or 'it is cut off'}); pack it again"
            ) from None
        except DocumentError:
            raise
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise refuse(self.path, f"cannot be read ({reason}); check the path") from None

    @contextmanager
    def open_seekable(self) -> Iterator[IO[bytes]]:
        """Open its bytes as they are, from the start; what goes wrong raises DocumentError."""
        with self._explain(), self._open_raw() as stream:
            yield self._spool.open_whole() if self._spool else stream

    def read_text(self) -> str:
        """Return the whole text."""
        return "".join(self.read_chunks())

    def read_digest(self, raw: IO[bytes] | None = None) -> bytes:
        """Return the digest of the bytes that are there now, or that an open file has."""
        digest = hashlib.blake2b()
        with self._open() if raw is None else nullcontext(unpack(raw, self.path)) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
        return digest.digest()

    def close(self) -> None:
        """Let go of what was kept."""
        if self._spool is not None:
            self._spool.close()

    @contextmanager
    def _open(self) -> Iterator[IO[bytes]]:
        with self._open_raw() as stream:
            yield unpack(stream, self.path)

    @contextmanager
    def _open_raw(self) -> Iterator[IO[bytes]]:
        if self._spool is None and self.path is None:
            if sys.stdin is None:  # closed by the shell: `<&-`
                raise DocumentError("standard input is closed; name a file")
            self._spool = Spool(sys.stdin.buffer)
        if self._place is not None:
            with os.fdopen(open_unfollowed(self._place), "rb") as stream:
                yield stream
            return
        if self._spool is None and self.path is not None:
            mode = self.path.stat().st_mode
            if stat.S_ISREG(mode):
                with self.path.open("rb") as stream:
                    yield stream
                return
            self._refuse_kind(mode)
            self._spool = Spool(self.path.open("rb"), closes=True)
        assert self._spool is not None
        yield self._spool.open()

    def _refuse_kind(self, mode: int) -> None:
        """Raise what there is to say of a path that cannot be read, or not as is asked for."""
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if self._regular:
            raise refuse(
                self.path, "is not a regular file, nothing was changed; write to stdout instead"
            )
        for is_one, name in _UNREADABLE:
            if is_one(mode):
                raise refuse(self.path, f"is {name}, not a file; name a file")

    def _decode(self, stream: IO[bytes]) -> Iterator[str]:
        head = b""
        while len(head) < _HEAD and (chunk := stream.read(_HEAD - len(head))):
            head += chunk
        self.encoding = choose_encoding(head, self.path, self._wanted)
        digest, self.size = hashlib.blake2b(head), len(head)
        watch = _Watch(self.path, self.encoding)
        text = watch.decode(head[len(self.encoding.mark) :], len(self.encoding.mark))
        while chunk := stream.read(_CHUNK):
            if text:
                yield text
            text = watch.decode(chunk, self.size)
            digest.update(chunk)
            self.size += len(chunk)
        text += watch.finish(self.size)
        if text:
            yield text
        self.digest = digest.digest()


class _Watch:
    """Decodes strictly, and sees to it that encoding would give the same bytes again."""

    def __init__(self, path: Path | None, encoding: Encoding) -> None:
        self._path, self._encoding = path, encoding
        self._decoder = codecs.getincrementaldecoder(encoding.codec)()
        exact = encoding.codec in EXACT
        self._encoder = None if exact else codecs.getincrementalencoder(encoding.codec)()
        self._read, self._back = hashlib.blake2b(), hashlib.blake2b()

    def decode(self, raw: bytes, at: int, *, final: bool = False) -> str:
        """Return the letters of the bytes; `at` is where they start in the file."""
        pending = len(self._decoder.getstate()[0])
        unit = UNITS.get(self._encoding.codec, 1)
        if unit == 1 and (nul := raw.find(b"\0")) >= 0:
            self._refuse_binary(at + nul)
        try:
            text = self._decoder.decode(raw, final)
        except UnicodeDecodeError as error:
            raise self._refuse_letters(at - pending + error.start) from None
        if unit > 1 and (nul := text.find("\0")) >= 0:
            self._refuse_binary(at - pending + unit * nul)
        if self._encoder is not None:
            self._read.update(raw)
            self._back.update(self._encoder.encode(text, final))
        return text

    def finish(self, at: int) -> str:
        text = self.decode(b"", at, final=True)
        if self._read.digest() != self._back.digest():
            raise refuse(
                self._path,
                f"would not come back from {self._encoding.name} as it is; name its encoding",
            )
        return text

    def _refuse_binary(self, at: int) -> None:
        raise refuse(self._path, f"is binary (a NUL byte at byte {at}); name only text files")

    def _refuse_letters(self, at: int) -> DocumentError:
        return refuse(
            self._path,
            f"is not {self._encoding.name} (at byte {at}); "
            "name its encoding, for example --encoding windows-1251, or --encoding auto",
        )


def read_text(path: str | os.PathLike[str] | None, *, encoding: str = "") -> str:
    """Return the text of a file, or of stdin for None.

    Raises DocumentError if it cannot be read as text.

    >>> read_text("Kijów.txt")
    Traceback (most recent call last):
    translit.files.errors.DocumentError: Kijów.txt: there is no such file; check the path
    """
    file = TextFile(None if path is None else Path(path), encoding=encoding)
    with closing(file):
        return file.read_text()
