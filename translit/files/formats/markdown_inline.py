"""Markdown within a paragraph: what is prose, what is markup, code or the target of a link."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from translit.files.document import HIDDEN, DocumentBuilder
from translit.files.formats.elements import Elements
from translit.files.formats.templates import KEPT

_TICKS = re.compile(r"`+")
_TARGET = re.compile(r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)", re.DOTALL)
_LABEL = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]")
_TEMPLATE = (
    rf"\{{%-?\s*(?P<kept>{KEPT})\b[^%]*%\}}.{{0,4000}}?\{{%-?\s*end(?P=kept)\s*-?%\}}"
    r"|\{\{.{0,2000}?\}\}+|\{%.{0,2000}?%\}|\{#.{0,2000}?#\}|\{(?:[:#.]|[\w:-]+=)[^{}\r\n]*\}"
)
# Money is no maths: a formula has no space within its signs, nor a figure after it.
_MATHS = (
    r"\\begin\{(?P<part>[A-Za-z]+\*?)\}.{0,4000}?\\end\{(?P=part)\}"
    r"|\$\$.{1,2000}?\$\$|\$(?=[^\s$])(?:[^$\\]|\\.){0,500}?(?<=[^\s\\])\$(?![\d$])"
)
_MARKUP = re.compile(
    rf"(?P<maths>{_MATHS})"
    r"|(?P<escape>\\[^\w\s])"
    rf"|(?P<template>{_TEMPLATE})"
    r"|(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))"
    r"|(?P<opaque><(?P<tag>code|pre|script|style|svg|math)\b[^>]*>.{0,4000}?</(?P=tag)\s*>)"
    r"|(?P<address><[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>)"
    r"|(?P<html></?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|</?[^\W\d_][^<>]*>)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<emphasis>\*+|(?<!\w)_+|_+(?!\w)|~~+)"
    r"|(?P<newline>[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]*)*)",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"\{:?([^{}<>\r\n]*)\}")
_CODE, _LINK_END = "code", "link end"
_HIDDEN = frozenset({_CODE, "opaque", "address", "label", "maths", "template"})


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    tag: str = ""  # as HTML would write what attributes say


def fold_label(label: str) -> str:
    """Return a link label as labels are compared: without case, white space as one space."""
    return " ".join(label.split()).casefold()


def quote_inline(
    builder: DocumentBuilder, start: int, end: int, labels: Set[str], elements: Elements
) -> None:
    """Add the prose of a paragraph from `start` to `end`; `labels` are those that are defined.

    Emphasis and the signs of a link go, so that the words beside them are neighbours; code,
    maths and templates stay hidden. The text of a link that is found by its own words stays
    hidden too, and what HTML marks as no prose of the document's language: its tags go to
    `elements`.
    """
    marks = _pair_brackets(builder.source, list(_list_marks(builder.source, start, end)), labels)
    read = start
    for mark in marks:
        if mark.start < read:
            continue
        _quote(builder, read, mark.start, elements)
        read = mark.end
        if mark.kind in _HIDDEN:
            builder.say(HIDDEN)
        elif mark.kind == "comment":
            builder.obey(builder.source[mark.start + 4 : mark.end - 3], mark.start, mark.end)
        elif mark.kind == "html":
            _take_tag(builder, mark.tag or builder.source[mark.start : mark.end], elements)
        elif mark.kind == "newline" and mark.end < end and elements.lang is not None:
            builder.turn_to(elements.lang)
            builder.unescape(" ", mark.start, mark.end)
    _quote(builder, read, end, elements)


def _quote(builder: DocumentBuilder, start: int, end: int, elements: Elements) -> None:
    if elements.lang is not None:
        builder.turn_to(elements.lang)
        builder.quote(start, end)
    elif start < end:
        builder.hide()


class _TagReader(HTMLParser):
    """Reads one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: tuple[tuple[str, str | None], ...] = ()
        self.tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag, self.attributes = tag, tuple(attrs)

    def handle_endtag(self, tag: str) -> None:
        self.tag = f"/{tag}"


@lru_cache(maxsize=256)
def _read_tag(raw: str) -> tuple[str, tuple[tuple[str, str | None], ...]]:
    reader = _TagReader()
    reader.feed(raw)
    return reader.tag, reader.attributes


def _take_tag(builder: DocumentBuilder, raw: str, elements: Elements) -> None:
    tag, attributes = _read_tag(raw)
    if tag == "br":
        builder.say("\n")
    elif tag.startswith("/"):
        elements.end(tag[1:])
    elif tag:
        elements.start(tag, attributes)


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


def _read_attributes(source: str, at: int) -> tuple[str, int]:
    """Return what the attributes say of the language, and where they end: `{lang=de}`."""
    match = _ATTRIBUTES.match(source, at)
    said = match[1].replace(".notranslate", " class=notranslate") if match else ""
    _, attributes = _read_tag(f"<span {said}>")
    names = {"lang", "xml:lang", "translate", "class"}
    return (said, match.end()) if match and names & {n for n, _ in attributes} else ("", at)


def _read_link(source: str, begin: _Mark, close: _Mark, labels: Set[str]) -> list[_Mark]:
    target = _TARGET.match(source, close.end)
    label = _LABEL.match(source, close.end)
    text = fold_label(source[begin.end : close.start])
    hidden = [_Mark(begin.start, close.end, "label")]
    said, end = _read_attributes(source, target.end() if target else close.end)
    if said:
        return [
            _Mark(begin.start, begin.end, "html", f"<span {said}>"),
            _Mark(close.start, end, "html", "</span>"),
        ]
    if target:
        return [begin, _Mark(close.start, target.end(), _LINK_END)]
    if label and label[0] != "[]":
        known = fold_label(label[0][1:-1]) in labels
        return [begin, _Mark(close.start, label.end(), _LINK_END)] if known else []
    own = text in labels or text.startswith("^")
    wiki = source.startswith("[", begin.start - 1) or source.startswith("]", close.end)
    return hidden if own or wiki else []
