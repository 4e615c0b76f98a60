"""Markdown: paragraphs, headings, lists, tables and front matter; no code, no link targets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.files.document import Document, DocumentBuilder
from translit.files.format import Format, cut_whole
from translit.files.formats.elements import Elements
from translit.files.formats.front_matter import find_front_matter
from translit.files.formats.markdown_inline import fold_label, quote_inline
from translit.files.formats.templates import KEPT

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CONTAINER = re.compile(r"[ \t]*(?:>[ \t]?)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_ALONE = re.compile(r"#{1,6}(?:[ \t]|$)|\||(?:[-=*_+|:][ \t]*){3,}\s*$|<")  # ends a paragraph
_LABEL = r"\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:"
_ANY_LABEL = re.compile(rf"[ \t>]*(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]+)*{_LABEL}")
# A link: its label, its target, perhaps in the next line, its title; or what is abbreviated.
_DEFINITION = re.compile(
    rf"{_LABEL}[ \t]*(?P<target><[^<>]*>|[^\s<]\S*)?[ \t]*(?P<title>[\"'(].*)?$|\*{_LABEL}.*"
)
_TITLE = re.compile(r"\".*\"|'.*'|\(.*\)")
_OPAQUE = re.compile(
    r"<(?P<tag>pre|script|style|textarea|code|svg|math|template)\b|(?P<comment><!--)"
    rf"|(?P<maths>\$\$)|\\begin\{{(?P<part>[A-Za-z]+\*?)\}}|\{{%-?\s*(?P<kept>{KEPT})\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_BREAK = re.compile(r"[\r\n]")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")

Lines = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Markdown:
    """A file as one document.

    >>> Markdown().compose("# `Kiev`\\n\\n**Petro** [Lukashenka](/Kiev)").text
    '# \\ufffc\\n\\nPetro Lukashenka\\n\\n'
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError if its HTML is nested too deep."""
        builder = DocumentBuilder(source)
        front = find_front_matter(source)
        front.quote(builder)
        lines = [m.span() for m in _LINE.finditer(source, front.end) if m[0]]
        labels = {fold_label(m[1]) for s, e in lines if (m := _ANY_LABEL.match(source, s, e))}
        elements = Elements()
        read = len(source)
        for start, end in _list_paragraphs(source, lines):
            if _BREAK.search(source, read, start):
                elements.end_paragraph()
            quote_inline(builder, start, end, labels, elements)
            builder.end_paragraph()
            if (
                source[start : start + 1] != "<"
            ):  # a line of HTML may begin a paragraph or be within one
                elements.end_paragraph()
            read = end
        return builder.build()


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
        self.opaque = ""  # what ends the lines that are no prose
        self.indent = 0  # of what belongs to the list item that is open
        self.blank = True  # was the line before
        self.is_open = False  # a paragraph, which no definition interrupts
        self.definition = ""  # what of one may follow: target or title
        self.missing: set[str] = set()  # ends that come nowhere any more

    def read(self, start: int, end: int) -> tuple[str, int]:
        content = self._skip_container(start, end)
        text = self.source[content:end].rstrip()
        if self.fence or self.opaque:
            self._read_code(text)
            return "none", content
        width = len(self.source[start:content].expandtabs(4))
        was_blank, self.blank = self.blank, not text
        if not text:
            self.is_open, self.definition = False, ""
            return "none", content
        item = _ITEM.match(text)
        if width >= self.indent + 4 and was_blank and not (item and self.indent):
            self.blank = True  # indented code goes on
            return "none", content
        if width < self.indent and was_blank and not item:
            self.indent = 0
        kind, content = self._read_prose(text, content, end, width, item)
        self.is_open = kind in ("new", "more")
        return kind, content

    def _read_prose(
        self, text: str, content: int, end: int, width: int, item: re.Match[str] | None
    ) -> tuple[str, int]:
        if item:
            self.indent = width + len(item[0].expandtabs(4))
            text, content = text[item.end() :], content + item.end()
        if self._defines(text, is_item=item is not None):
            return "none", content
        if fence := _FENCE.match(text):
            self.fence = fence[1]
            return "none", content
        opaque = _OPAQUE.match(text)
        if opaque and self._opens(opaque, text, end):
            return "none", content
        self._open_comment(text, end)
        if (opaque and (opaque["tag"] or opaque["comment"])) or _ALONE.match(text):
            return "alone", content
        return ("new" if item else "more"), content

    def _defines(self, text: str, *, is_item: bool) -> bool:
        """Tell whether a line is of the definition of a link."""
        awaited, self.definition = self.definition, ""
        if not is_item and awaited == "target":
            self.definition = "title"
            return True
        if not is_item and awaited == "title" and _TITLE.fullmatch(text):
            return True
        match = None if self.is_open and not is_item else _DEFINITION.match(text)
        if match and match[1] and not match["title"]:
            self.definition = "title" if match["target"] else "target"
        return match is not None

    def _opens(self, opaque: re.Match[str], text: str, end: int) -> bool:
        """Note that the lines from this one on are no prose, if their end is not in this one."""
        rest = text[opaque.end() :].lower()
        name = (opaque["part"] or opaque["kept"] or opaque["tag"] or "").lower()
        closing = {"tag": f"</{name}", "comment": "-->", "maths": "$$"}.get(opaque.lastgroup or "")
        if opaque["part"]:
            closing = f"\\end{{{name}}}"
        if opaque["kept"]:
            closing = f"end{name}"
        if closing is None or closing in rest:
            return False
        if opaque["tag"] or opaque["comment"] or self._comes(closing, end):
            self.opaque = closing
        return bool(self.opaque)

    def _open_comment(self, text: str, end: int) -> None:
        """Note a comment that begins within a paragraph and goes on after it."""
        begun = _CODE.sub("", text).rpartition("<!--")
        if begun[1] and "-->" not in begun[2] and self._comes("-->", end):
            closing = self.source.find("-->", end)
            if _BLANK_LINE.search(self.source, end - 1, closing):
                self.opaque = "-->"

    def _comes(self, closing: str, end: int) -> bool:
        if closing in self.missing:
            return False
        if re.compile(re.escape(closing), re.IGNORECASE).search(self.source, end):
            return True
        self.missing.add(closing)
        return False

    def _read_code(self, text: str) -> None:
        if self.opaque:
            self.opaque = "" if self.opaque in text.lower() else self.opaque
        elif text.startswith(self.fence) and not text.strip(self.fence[0]):
            self.fence = ""

    def _skip_container(self, start: int, end: int) -> int:
        match = _CONTAINER.match(self.source, start, end)
        return match.end() if match else start


FORMATS = (Format("markdown", (".md", ".markdown"), cut_whole(Markdown()), is_one=True),)
