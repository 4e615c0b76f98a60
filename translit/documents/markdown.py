"""Markdown: paragraphs, headings, lists, tables and front matter; no code, no link targets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.documents.document import Document, DocumentBuilder
from translit.documents.markdown_inline import fold_label, quote_inline

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CONTAINER = re.compile(r"[ \t]*(?:>[ \t]?)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_ALONE = re.compile(r"#{1,6}(?:[ \t]|$)|\||(?:[-=*_+|:][ \t]*){3,}\s*$|<")  # ends a paragraph
_DEFINITION = re.compile(r" {0,3}\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:")
_OPAQUE = re.compile(r"<(?:(pre|script|style|textarea|code)\b|!--)", re.IGNORECASE)
_FRONT_KEY = re.compile(r"\s*(?:-\s+)*(?:[\w.\"'-]+\s*[:=](?:\s+|$))?")

_QUOTED = re.compile(r"(['\"])(.*)\1\s*")

Lines = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Markdown:
    """A file as one document.

    >>> Markdown().compose("# `Kiev`\\n\\n**Petro** [Lukashenka](/Kiev)").text
    '# \\ufffc\\n\\nPetro Lukashenka\\n\\n'
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; any text is Markdown."""
        builder = DocumentBuilder(source)
        lines = [m.span() for m in _LINE.finditer(source) if m[0]]
        body = _quote_front_matter(builder, lines)
        labels = {fold_label(m[1]) for s, e in lines if (m := _DEFINITION.match(source, s, e))}
        for start, end in _list_paragraphs(source, lines[body:]):
            quote_inline(builder, start, end, labels)
            builder.end_paragraph()
        return builder.build()


def _quote_front_matter(builder: DocumentBuilder, lines: Lines) -> int:
    """Add the values of YAML or TOML before the text; return how many lines that takes."""
    source = builder.source
    texts = [source[start:end].rstrip() for start, end in lines]
    if not texts or texts[0] not in ("---", "+++"):
        return 0
    ends = (texts[0], "...") if texts[0] == "---" else (texts[0],)
    last = next((n for n, text in enumerate(texts) if n and text in ends), 0)
    for start, end in lines[1:last]:
        key = _FRONT_KEY.match(source, start, end)
        if key and not source.startswith("#", key.end()):
            quoted = _QUOTED.fullmatch(source, key.end(), end)
            builder.quote(*(quoted.span(2) if quoted else (key.end(), end)), "yaml")
            builder.end_paragraph()
    return last + 1 if last else 0


def _list_paragraphs(source: str, lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the span of each paragraph, heading, list item and table row."""
    blocks = _Blocks(source)
    held: tuple[int, int] | None = None
    for start, end in lines:
        kind, content = blocks.read(start, end)
        if held and kind != "more":
            yield held
            held = None
        if kind == "more" and held:
            held = (held[0], end)
        elif kind in ("more", "new"):
            held = (content, end)
        elif kind == "alone":
            yield content, end
    if held:
        yield held


class _Blocks:
    """Tells line by line what it is: new or more of a paragraph, alone, or no prose (none)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.fence = ""
        self.opaque = ""
        self.indent = 0  # of what belongs to the list item that is open
        self.blank = True  # was the line before

    def read(self, start: int, end: int) -> tuple[str, int]:
        content = self._skip_container(start, end)
        text = self.source[content:end].rstrip()
        if self.fence or self.opaque:
            self._read_code(text)
            return "none", content
        width = len(self.source[start:content].expandtabs(4))
        was_blank, self.blank = self.blank, not text
        if not text:
            return "none", content
        if _DEFINITION.match(self.source, start, end) and was_blank:
            self.blank = True  # another definition may follow
            return "none", content
        item = _ITEM.match(text)
        if width >= self.indent + 4 and was_blank and not (item and self.indent):
            self.blank = True  # indented code goes on
            return "none", content
        if width < self.indent and was_blank and not item:
            self.indent = 0
        return self._read_prose(text, content, width, item)

    def _read_prose(
        self, text: str, content: int, width: int, item: re.Match[str] | None
    ) -> tuple[str, int]:
        if item:
            self.indent = width + len(item[0].expandtabs(4))
            text, content = text[item.end() :], content + item.end()
        if fence := _FENCE.match(text):
            self.fence = fence[1]
            return "none", content
        if opaque := _OPAQUE.match(text):
            self.opaque = f"</{opaque[1].lower()}" if opaque[1] else "-->"
            if self.opaque in text.lower():
                self.opaque = ""
                return "alone", content
            return "none", content
        if _ALONE.match(text):
            return "alone", content
        return ("new" if item else "more"), content

    def _read_code(self, text: str) -> None:
        if self.opaque:
            self.opaque = "" if self.opaque in text.lower() else self.opaque
        elif text.startswith(self.fence) and not text.strip(self.fence[0]):
            self.fence = ""

    def _skip_container(self, start: int, end: int) -> int:
        match = _CONTAINER.match(self.source, start, end)
        return match.end() if match else start
