"""A document: the prose that is resolved together, and where each excerpt of it is written."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from translit.files.escaping import escape
from translit.files.ignored import Ignored

# OBJECT REPLACEMENT CHARACTER: stands where something is that is no prose, so that the words
# around it are not taken for neighbours.
HIDDEN = "\ufffc"
PARAGRAPH = "\n\n"  # no name goes over it

_WORD = re.compile(r"\S+")

Splice = tuple[int, int, str]
"""Half-open code points of a source and what replaces them, as its syntax writes it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One excerpt of a document's text, `at` to `stop`, which the source has at `start` to `end`.

    A verbatim excerpt stands there letter by letter; another one is an escape, all or nothing.
    `syntax` says how replacements are written there. Stretches of one `group`, other than 0, look
    alike, so that a word that is parted between them may be parted elsewhere.
    """

    at: int
    stop: int
    start: int
    end: int
    syntax: str
    verbatim: bool
    group: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The prose of one part of a source; what lies between its excerpts is not of the source.

    `lang` is the language that the source says it is in, empty if it does not say. `passages` are
    what is marked as in other languages, one document for each, without passages of its own.

    >>> builder = DocumentBuilder("<b>Luka</b>szenka")
    >>> builder.quote(3, 7)
    >>> builder.quote(11, 17)
    >>> builder.build().text
    'Lukaszenka'
    """

    text: str
    excerpts: tuple[Excerpt, ...]
    lang: str = ""
    passages: tuple["Document", ...] = ()

    @property
    def parts(self) -> tuple["Document", ...]:
        """Itself and its passages."""
        return self, *self.passages

    def find_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the source writes a span of the text; None if it is not one span there."""
        excerpts = self._excerpts(start, end)
        if not excerpts or excerpts[0].at > start or excerpts[-1].stop < end:
            return None
        for one, other in pairwise(excerpts):
            if one.stop != other.at or one.end != other.start or one.syntax != other.syntax:
                return None
        first, last = excerpts[0], excerpts[-1]
        if not (first.verbatim or first.at == start) or not (last.verbatim or last.stop == end):
            return None
        begin = first.start + (start - first.at if first.verbatim else 0)
        return begin, last.end - (last.stop - end if last.verbatim else 0)

    def cover_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source span from the first to the last code point; None if none is there."""
        spans = [
            (excerpt.start + max(start - excerpt.at, 0), excerpt.end - max(excerpt.stop - end, 0))
            if excerpt.verbatim
            else (excerpt.start, excerpt.end)
            for excerpt in self._excerpts(start, end)
        ]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None

    def place(self, start: int, end: int, after: str) -> list[Splice] | None:
        """Return the changes of the source that write `after` for a span of the text.

        What lies between two words, markup or a line break, stays. None if the source cannot
        hold it.
        """
        excerpt = next(iter(self._excerpts(start, end)), None)
        if excerpt is not None and excerpt.verbatim and excerpt.stop >= end:
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
            return self._place_parted(start, end, after)
        written = escape(after, self._excerpts(start, end)[0].syntax)
        return None if written is None else [(*span, written)]

    def _place_parted(self, start: int, end: int, after: str) -> list[Splice] | None:
        """Part a word between the excerpts that its letters stood in: each keeps some."""
        excerpts = self._excerpts(start, end)
        groups = {(excerpt.group, excerpt.syntax, excerpt.verbatim) for excerpt in excerpts}
        if len(groups) != 1 or not excerpts[0].group or not excerpts[0].verbatim:
            return None
        rest = len(excerpts) - 1
        if len(after) <= rest or excerpts[0].at > start or excerpts[-1].stop < end:
            return None
        changes: list[Splice] = []
        for excerpt, part in zip(excerpts, [after[:-rest], *after[-rest:]], strict=True):
            written = escape(part, excerpt.syntax)
            if written is None:
                return None
            begin = excerpt.start + max(start - excerpt.at, 0)
            changes.append((begin, excerpt.end - max(excerpt.stop - end, 0), written))
        return changes

    def _excerpts(self, start: int, end: int) -> tuple[Excerpt, ...]:
        first = bisect_right(self.excerpts, start, key=lambda excerpt: excerpt.stop)
        last = first
        while last < len(self.excerpts) and self.excerpts[last].at < end:
            last += 1
        return self.excerpts[first:last]


class _Text:
    """The text of one part of a document, as it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.excerpts: list[Excerpt] = []
        self.length = 0

    @property
    def is_within_paragraph(self) -> bool:
        return bool(self.parts) and self.parts[-1] != PARAGRAPH

    def say(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def hide(self) -> None:
        if not self.parts or self.parts[-1] != HIDDEN:
            self.say(HIDDEN)

    def end_paragraph(self) -> None:
        if self.is_within_paragraph:
            self.say(PARAGRAPH)

    def build(self, lang: str, passages: tuple[Document, ...] = ()) -> Document:
        return Document("".join(self.parts), tuple(self.excerpts), lang, passages)


class DocumentBuilder:
    """Puts a document together from the excerpts of a source, in the order of reading.

    `lang` is the language that the source says it is in, empty if it does not say. Where a comment
    of the source asks to be left alone (`obey`), what is quoted is hidden.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.lang = ""
        self._ignored = Ignored()
        self._texts = {"": _Text()}
        self._at = ""  # the language of the passage that is open; empty for the document's own

    def quote(self, start: int, end: int, syntax: str = "plain", group: int = 0) -> None:
        """Add what the source has from `start` to `end` as it is."""
        for begin, stop, is_left in self._ignored.split(start, end):
            if is_left:
                self.hide()
            else:
                self._add(
                    self.source[begin:stop], (begin, stop), syntax, verbatim=True, group=group
                )

    def unescape(self, text: str, start: int, end: int, syntax: str = "plain") -> None:
        """Add `text`, which the source writes differently, from `start` to `end`."""
        if any(is_left for _, _, is_left in self._ignored.split(start, end)):
            self.hide()
        elif text:
            self._add(text, (start, end), syntax, verbatim=False)

    def obey(self, comment: str, start: int, end: int) -> None:
        """Take a comment of the source, which may ask that something be left alone."""
        self._ignored.obey(comment, self.source, (start, end))

    def say(self, text: str) -> None:
        """Add what is not of the source: a break, or a sign for what is hidden."""
        self._texts[self._at].say(text)

    def hide(self) -> None:
        """Say that something stands here that is no prose; once for all of it."""
        self._texts[self._at].hide()

    def end_paragraph(self) -> None:
        """Part what comes from what was; nothing at the start or after another break."""
        for text in self._texts.values():
            text.end_paragraph()

    def turn_to(self, lang: str) -> None:
        """What comes is in another language than the document, or, for an empty one, in its own.

        >>> builder = DocumentBuilder("Kyiv, Kiew")
        >>> builder.quote(0, 6)
        >>> builder.turn_to("de")
        >>> builder.quote(6, 10)
        >>> [(part.lang, part.text) for part in builder.build().parts]
        [('', 'Kyiv, \\ufffc'), ('de', '\\ufffcKiew')]
        """
        if lang == self._at:
            return
        left, entered = self._texts[self._at], self._texts.setdefault(lang, _Text())
        if left.is_within_paragraph or entered.is_within_paragraph:
            entered.hide()
        left.hide()
        self._at = lang

    def build(self) -> Document:
        """Return the document."""
        passages = tuple(text.build(lang) for lang, text in self._texts.items() if lang)
        return self._texts[""].build(self.lang, passages)

    def _add(
        self, text: str, span: tuple[int, int], syntax: str, *, verbatim: bool, group: int = 0
    ) -> None:
        at = self._texts[self._at]
        stop = at.length + len(text)
        at.excerpts.append(Excerpt(at.length, stop, *span, syntax, verbatim, group))
        at.say(text)


def join(documents: Iterable[tuple[int, Document]], lang: str) -> Document:
    """Return documents, each with where its source begins in that of all, as one in a language.

    >>> one = DocumentBuilder("Kyiv")
    >>> one.quote(0, 4)
    >>> joined = join([(0, one.build()), (5, one.build())], "")
    >>> joined.text, joined.find_source(6, 10)
    ('Kyiv\\n\\nKyiv', (5, 9))
    """
    texts = {"": _Text()}
    for offset, document in documents:
        for part in document.parts:
            text = texts.setdefault("" if part.lang == lang else part.lang, _Text())
            text.end_paragraph()
            text.excerpts += [
                replace(
                    excerpt,
                    at=excerpt.at + text.length,
                    stop=excerpt.stop + text.length,
                    start=excerpt.start + offset,
                    end=excerpt.end + offset,
                )
                for excerpt in part.excerpts
            ]
            if part.text:
                text.say(part.text)
    passages = tuple(text.build(code) for code, text in texts.items() if code)
    return texts[""].build(lang, passages)


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
