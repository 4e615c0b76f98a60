"""A piece: a stretch of a file's text that is resolved, and rewritten, on its own."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from translit.files.document import Document, DocumentBuilder, Splice

_NEWLINE = re.compile(r"\r\n|\r|\n")


def count_newlines(text: str) -> int:
    """Return how many line ends a text has.

    >>> count_newlines("Kyiv\\r\\nМинск\\r")
    2
    """
    return sum(1 for _ in _NEWLINE.finditer(text))


def list_line_starts(piece: "FilePiece") -> list[int]:
    """Return where the lines of a piece after its first one start, in code points of it."""
    return [newline.end() for newline in _NEWLINE.finditer(piece.source)]


def find_line(piece: "FilePiece", at: int, starts: list[int]) -> int:
    """Return the number, in the file and from 1, of the line of a code point of a piece.

    `starts` are those of `list_line_starts`.
    """
    return piece.line + bisect_right(starts, at)


def may_name(text: str) -> bool:
    """Tell, quickly, whether a text can name anybody: in small ASCII letters none is named.

    >>> may_name("the quick brown fox"), may_name("the Kiev ballet"), may_name("über киев")
    (False, True, True)
    """
    return not (text.isascii() and text == text.lower())


class Composer(Protocol):
    """Knows a format: makes the document of a source. Sent to other processes, so it pickles."""

    def compose(self, source: str) -> Document:
        """Return the prose of a source; MalformedError if it is not what the format asks for."""


@runtime_checkable
class Mender(Protocol):
    """A composer of a format in which something else must follow what changes."""

    def mend(self, source: str, changes: list[Splice]) -> list[Splice]:
        """Return what changes too, where nothing is prose."""


@dataclass(frozen=True, slots=True)
class FilePiece:
    """A stretch of a file; all pieces of a file, one after the other, are its text.

    `start` is its first code point in the file and `line` the number of its first line (of its
    row, in a Parquet file), from 1. `composer` is None for a stretch without prose, such as a
    head. `before` and `after` are read with it, for what they say of who is meant; the `head` of a
    long text tells the language of all its pieces. `setting` says which resolver takes it, where
    there are several.
    """

    source: str
    start: int
    line: int
    composer: Composer | None
    before: str = ""
    after: str = ""
    trouble: str = ""
    head: str = ""
    setting: int = 0

    def compose(self) -> Document:
        """Return its document; MalformedError if it is not what the format asks for."""
        if self.composer is None:
            return Document("", ())
        document = self.composer.compose(self.source)
        if not (self.before or self.after):
            return document
        builder = DocumentBuilder(self.source)
        builder.say(self.before)
        builder.quote(0, len(self.source))
        builder.say(self.after)
        return builder.build()
