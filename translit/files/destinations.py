"""Destinations: where the pieces of a file go, so that it is rewritten whole or not at all."""

import codecs
import struct
import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Protocol

from translit.files.compression import pack
from translit.files.errors import refuse
from translit.files.formats import FORMATS
from translit.files.piece import FilePiece
from translit.files.resolving import Outcome
from translit.files.sources import Source
from translit.files.writing import Rewriting

_LENGTH = struct.Struct("<Q")  # of a result, before it
_HELD = 1 << 22  # bytes of an unchanged file that wait in memory for a first change


class Destination(Protocol):
    """Takes the pieces of one source in order, then an end: `finish` or `abandon`."""

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Take a piece; DocumentError if it cannot be written."""

    def finish(self) -> None:
        """All pieces are there; DocumentError if they cannot be written."""

    def abandon(self) -> None:
        """The source is in trouble: leave everything as it was."""


class Encoder:
    """Encodes the results of a source as its bytes were, the byte order mark first."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._encode: Callable[[str, bool], bytes] | None = None

    def finish(self) -> bytes:
        """Return what is still to be written once all texts are encoded.

        The encoding may hold a letter that a mark can follow, or must come back from another
        alphabet.
        """
        return self.encode("", final=True)

    def encode(self, text: str, *, final: bool = False) -> bytes:
        """Return the bytes; DocumentError for a letter that the encoding does not have."""
        mark = b""
        if self._encode is None:  # the encoding is known once the source is read
            encoding = self._source.file.encoding
            self._encode = codecs.getincrementalencoder(encoding.codec)().encode
            mark = encoding.mark
        try:
            return mark + self._encode(text, final)
        except UnicodeEncodeError as error:
            letters = error.object[error.start : error.end]
            raise refuse(
                self._source.path,
                f"“{letters}” cannot be written in {self._source.file.encoding.name}, nothing was "
                "changed; convert the file to UTF-8 first",
            ) from None


class FileDestination:
    """Writes a file in its own place if something changes in it, or a copy elsewhere."""

    def __init__(self, source: Source, *, backup: str = "") -> None:
        self._source = source
        self._backup = backup
        self._encoder = Encoder(source)
        self._held: list[bytes] = []
        self._size = 0
        self._changed = source.is_copied
        self._rewriting: Rewriting | None = None
        self._stream: IO[bytes] | None = None

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Take a piece; DocumentError if it cannot be written."""
        raw = self._encoder.encode(outcome.result)
        self._changed = self._changed or bool(outcome.changes)
        self._held.append(raw)
        self._size += len(raw)
        if self._size > _HELD:
            self._flush()

    def finish(self) -> None:
        """Put the file in place if it changed; DocumentError if it cannot be written."""
        if not self._changed:
            self.abandon()
            return
        try:
            self._held.append(self._encoder.finish())
            self._flush()
            assert self._rewriting is not None and self._stream is not None
            if self._stream is not self._rewriting.stream:
                with self._rewriting.explaining():
                    self._stream.close()
            self._rewriting.commit()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._rewriting is not None:
            self._rewriting.discard()

    def _flush(self) -> None:
        if self._rewriting is None:
            self._rewriting = Rewriting(self._source, backup=self._backup)
            self._stream = pack(self._rewriting.stream, self._source.path)
        assert self._stream is not None
        with self._rewriting.explaining():
            for raw in self._held:
                self._stream.write(raw)
        self._held.clear()
        self._size = 0


class ContainerDestination:
    """Writes a file that is no text anew if something changes in it, or a copy elsewhere."""

    def __init__(self, source: Source, *, backup: str = "") -> None:
        self._source = source
        self._backup = backup
        self._results = tempfile.SpooledTemporaryFile(max_size=_HELD)  # noqa: SIM115
        self._changed = False

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Take a piece."""
        raw = outcome.result.encode()
        self._results.write(_LENGTH.pack(len(raw)) + raw)
        self._changed = self._changed or bool(outcome.changes)

    def finish(self) -> None:
        """Put the file in place if it changed; DocumentError if it cannot be written."""
        try:
            if self._changed:
                self._write(lambda rewriting: self._write_anew(rewriting.stream))
            elif self._source.is_copied:
                self._write(Rewriting.copy)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Leave the file as it was."""
        self._results.close()

    def _write(self, write: Callable[[Rewriting], None]) -> None:
        rewriting = Rewriting(self._source, backup=self._backup)
        try:
            with rewriting.explaining():
                write(rewriting)
            rewriting.commit()
        finally:
            rewriting.discard()

    def _write_anew(self, stream: IO[bytes]) -> None:
        self._results.seek(0)
        assert self._source.container is not None
        self._source.container.write(self._list_results(), stream)

    def _list_results(self) -> Iterator[str]:
        while head := self._results.read(_LENGTH.size):
            yield self._results.read(_LENGTH.unpack(head)[0]).decode()


def open_destination(source: Source, *, backup: str = "") -> Destination:
    """Return what writes a source to its target."""
    if FORMATS[source.kind].cut is None:
        return ContainerDestination(source, backup=backup)
    return FileDestination(source, backup=backup)
