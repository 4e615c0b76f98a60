"""Markdown within a paragraph: what is prose, what is markup, code or the target of a link."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass

from translit.documents.document import HIDDEN, DocumentBuilder

_TICKS = re.compile(r"`+")
_TARGET = re.compile(r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)", re.DOTALL)
_LABEL = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]")
_MARKUP = re.compile(
    r"(?P<escape>\\[^\w\s])"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<opaque><(?P<tag>code|kbd|samp|pre|script|style)\b[^>]*>.*?</(?P=tag)\s*>)"
    r"|(?P<address><[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>)"
    r"|(?P<html></?[A-Za-z][^<>]*>)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<emphasis>\*+|(?<!\w)_+|_+(?!\w)|~~+)"
    r"|(?P<newline>[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)*)",
    re.DOTALL,
)
_CODE, _LINK_END = "code", "link end"


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    kind: str


def fold_label(label: str) -> str:
    """Return a link label as labels are compared: without case, white space as one space."""
    return " ".join(label.split()).casefold()


def quote_inline(builder: DocumentBuilder, start: int, end: int, labels: Set[str]) -> None:
    """Add the prose of a paragraph from `start` to `end`; `labels` are those that are defined.

    Emphasis and the signs of a link go, so that the words beside them are neighbours; code stays
    hidden. The text of a link that is found by its own words stays hidden too.
    """
    marks = _pair_brackets(builder.source, list(_list_marks(builder.source, start, end)), labels)
    read = start
    for mark in marks:
        if mark.start < read:
            continue
        builder.quote(read, mark.start)
        read = mark.end
        if mark.kind in (_CODE, "opaque", "address", "label"):
            builder.say(HIDDEN)
        elif mark.kind == "newline" and mark.end < end:
            builder.unescape(" ", mark.start, mark.end)
    builder.quote(read, end)


def _list_marks(source: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield code and markup in order; markup within code is none."""
    code = _find_code(source, start, end)
    at = start
    for begin, stop in [*code, (end, end)]:
        for match in _MARKUP.finditer(source, at, begin):
            kind = match.lastgroup or ""
            kind = "opaque" if match["opaque"] else kind
            if kind != "escape":
                yield _Mark(match.start(), match.end(), kind)
        if begin < stop:
            yield _Mark(begin, stop, _CODE)
        at = stop


def _find_code(source: str, start: int, end: int) -> list[tuple[int, int]]:
    runs = [m.span() for m in _TICKS.finditer(source, start, end)]
    by_length: dict[int, list[int]] = {}
    for begin, stop in runs:
        by_length.setdefault(stop - begin, []).append(begin)
    spans: list[tuple[int, int]] = []
    for begin, stop in runs:
        if spans and begin < spans[-1][1]:
            continue
        if begin > start and source[begin - 1] == "\\":
            begin += 1
        same = by_length.get(stop - begin, [])
        closing = bisect_right(same, begin)
        if closing < len(same):
            spans.append((begin, same[closing] + stop - begin))
    return spans


def _pair_brackets(source: str, marks: list[_Mark], labels: Set[str]) -> list[_Mark]:
    """Keep of the brackets those of links: the rest are prose."""
    kept: list[_Mark] = []
    opened: list[_Mark] = []
    for mark in marks:
        if mark.kind == "open":
            opened.append(mark)
        elif mark.kind != "close":
            kept.append(mark)
        elif opened:
            kept += _read_link(source, opened.pop(), mark, labels)
    return sorted(kept, key=lambda mark: (mark.start, -mark.end))


def _read_link(source: str, begin: _Mark, close: _Mark, labels: Set[str]) -> list[_Mark]:
    target = _TARGET.match(source, close.end)
    label = _LABEL.match(source, close.end)
    text = fold_label(source[begin.end : close.start])
    hidden = [_Mark(begin.start, close.end, "label")]
    if target:
        return [begin, _Mark(close.start, target.end(), _LINK_END)]
    if label and label[0] != "[]":
        known = fold_label(label[0][1:-1]) in labels
        return [begin, _Mark(close.start, label.end(), _LINK_END)] if known else []
    own = text in labels or text.startswith("^")
    wiki = source.startswith("[", begin.start - 1) or source.startswith("]", close.end)
    return hidden if own or wiki else []
