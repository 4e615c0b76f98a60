"""A document: the prose that is resolved together, and where each stretch of it is written."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from translit.documents.escaping import escape

# OBJECT REPLACEMENT CHARACTER: stands where something is that is no prose, so that the words
# around it are not taken for neighbours.
HIDDEN = "\ufffc"
PARAGRAPH = "\n\n"  # no name goes over it

_WORD = re.compile(r"\S+")

Splice = tuple[int, int, str]
"""Half-open code points of a source and what replaces them, as its syntax writes it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of a document's text, `at` to `stop`, which the source has at `start` to `end`.

    A verbatim stretch stands there letter by letter; another one is an escape, all or nothing.
    `syntax` says how replacements are written there.
    """

    at: int
    stop: int
    start: int
    end: int
    syntax: str
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Document:
    """The prose of one part of a source; what lies between its stretches is not of the source.

    >>> builder = DocumentBuilder("<b>Luka</b>szenka")
    >>> builder.quote(3, 7)
    >>> builder.quote(11, 17)
    >>> builder.build().text
    'Lukaszenka'
    """

    text: str
    stretches: tuple[Stretch, ...]

    def find_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the source writes a span of the text; None if it is not one span there."""
        stretches = self._stretches(start, end)
        if not stretches or stretches[0].at > start or stretches[-1].stop < end:
            return None
        for one, other in pairwise(stretches):
            if one.stop != other.at or one.end != other.start or one.syntax != other.syntax:
                return None
        first, last = stretches[0], stretches[-1]
        if not (first.verbatim or first.at == start) or not (last.verbatim or last.stop == end):
            return None
        begin = first.start + (start - first.at if first.verbatim else 0)
        return begin, last.end - (last.stop - end if last.verbatim else 0)

    def cover_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source span from the first to the last code point; None if none is there."""
        spans = [
            (stretch.start + max(start - stretch.at, 0), stretch.end - max(stretch.stop - end, 0))
            if stretch.verbatim
            else (stretch.start, stretch.end)
            for stretch in self._stretches(start, end)
        ]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None

    def place(self, start: int, end: int, after: str) -> list[Splice] | None:
        """Return the changes of the source that write `after` for a span of the text.

        What lies between two words, markup or a line break, stays. None if the source cannot
        hold it.
        """
        stretch = next(iter(self._stretches(start, end)), None)
        if stretch is not None and stretch.verbatim and stretch.stop >= end:
            return self._place_span(start, end, after)
        before = list(_WORD.finditer(self.text, start, end))
        words = _WORD.findall(after)
        if len(before) != len(words):
            return self._place_span(start, end, after)
        changes: list[Splice] = []
        for match, word in zip(before, words, strict=True):
            if match[0] != word:
                placed = self._place_span(match.start(), match.end(), word)
                if placed is None:
                    return None
                changes += placed
        return changes

    def _place_span(self, start: int, end: int, after: str) -> list[Splice] | None:
        span = self.find_source(start, end)
        if span is None:
            return None
        written = escape(after, self._stretches(start, end)[0].syntax)
        return None if written is None else [(*span, written)]

    def _stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        first = bisect_right(self.stretches, start, key=lambda stretch: stretch.stop)
        last = first
        while last < len(self.stretches) and self.stretches[last].at < end:
            last += 1
        return self.stretches[first:last]


class DocumentBuilder:
    """Puts a document together from the stretches of a source, in the order of reading."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._stretches: list[Stretch] = []
        self._length = 0

    def quote(self, start: int, end: int, syntax: str = "plain") -> None:
        """Add what the source has from `start` to `end` as it is."""
        if start < end:
            self._add(self.source[start:end], start, end, syntax, verbatim=True)

    def unescape(self, text: str, start: int, end: int, syntax: str = "plain") -> None:
        """Add `text`, which the source writes differently, from `start` to `end`."""
        if text:
            self._add(text, start, end, syntax, verbatim=False)

    def say(self, text: str) -> None:
        """Add what is not of the source: a break, or a sign for what is hidden."""
        self._parts.append(text)
        self._length += len(text)

    def hide(self) -> None:
        """Say that something stands here that is no prose; once for all of it."""
        if not self._parts or self._parts[-1] != HIDDEN:
            self.say(HIDDEN)

    def end_paragraph(self) -> None:
        """Part what comes from what was; nothing at the start or after another break."""
        if self._parts and self._parts[-1] != PARAGRAPH:
            self.say(PARAGRAPH)

    def build(self) -> Document:
        """Return the document."""
        return Document("".join(self._parts), tuple(self._stretches))

    def _add(self, text: str, start: int, end: int, syntax: str, *, verbatim: bool) -> None:
        stop = self._length + len(text)
        self._stretches.append(Stretch(self._length, stop, start, end, syntax, verbatim))
        self.say(text)


def splice(source: str, changes: Iterable[Splice]) -> str:
    """Return the source with its changes made, everything else as it came.

    Raises ValueError if two of them overlap.

    >>> splice("Kijów, Charkow", [(7, 14, "Kharkiv"), (0, 5, "Kyiv")])
    'Kyiv, Kharkiv'
    """
    parts: list[str] = []
    read = 0
    for start, end, after in sorted(changes):
        if start < read:
            raise ValueError("two changes overlap")
        parts += (source[read:start], after)
        read = end
    return "".join((*parts, source[read:]))
