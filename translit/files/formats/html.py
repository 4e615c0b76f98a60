"""HTML: the text between the tags, and what `alt` and `title` say, by the parser's positions."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate

from translit.files.document import HIDDEN, Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole
from translit.files.formats.elements import OPAQUE, Elements
from translit.files.formats.front_matter import find_front_matter
from translit.files.formats.templates import find_templates, mask

# Elements within a line of text; all others end it.
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font"}
    | {"i", "ins", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "small", "span"}
    | {"strike", "strong", "sub", "sup", "time", "u", "wbr"}
)
# Those that stand in a line as one thing.
_HIDDEN_INLINE = frozenset(
    {"button", "code", "img", "input", "kbd", "math", "object", "picture", "samp", "svg", "tt"}
    | {"var"}
)
_PROSE_ATTRIBUTES = ("alt", "title")

# A word after a sign that begins a tag may be one once it is written otherwise: `<Łukaszenka`.
_GAP = re.compile(rf"[ \t\r\n\f]+|{HIDDEN}+|(?<=<)\w+|(?<=</)\w+")
_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))"""
)
_HIDDEN_OR_REFERENCE = re.compile(rf"{HIDDEN}+|&(?:#[xX]?[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);?")
_SPACE = " \t\r\n\f"
_UNFINISHED = re.compile(r"<[A-Za-z/!?]")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_CDATA = "<![CDATA["


@dataclass(frozen=True, slots=True)
class Html:
    """A page as one document; `lang` is what it is in unless it says so itself.

    >>> Html().compose('<p title="Kijów">Petro <b>Luka</b>&shy;shenka</p>').text
    'Petro Luka\\xadshenka\\n\\nKijów'
    """

    is_xml: bool = False
    lang: str = ""

    def compose(self, source: str) -> Document:
        """Return the prose of a page; MalformedError if it is cut off."""
        front = find_front_matter(source)
        hidden = mask(source, find_templates(source))
        page = " " * front.end + hidden[front.end :]
        reader = _HtmlReader(source, page, is_xml=self.is_xml, lang=self.lang)
        front.quote(reader.builder)
        reader.feed(page)
        reader.refuse_cut()
        reader.close()
        return reader.finish()


class _HtmlReader(HTMLParser):
    """Reads `page`: the source, of the same length, with all that is not HTML hidden."""

    def __init__(self, source: str, page: str, *, is_xml: bool, lang: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = page
        self.builder = DocumentBuilder(source)
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._opaque: list[str] = []  # the open tags of the one in which nothing is prose
        self._attributes: list[tuple[int, int, str, str]] = []
        self._open_page: set[str] = set()
        self._is_xml = is_xml or page.lstrip().startswith("<?xml")
        self._elements = Elements(is_xml=self._is_xml, page_lang=lang)

    def finish(self) -> Document:
        """Return the document; what attributes say comes after it, each on its own."""
        for start, end, mark, lang in self._attributes:
            self.builder.turn_to(lang)
            self.builder.end_paragraph()
            _quote_escaped(self.builder, self._source, (start, end), f"attribute:{mark}")
        self.builder.lang = self._elements.page_lang
        return self.builder.build()

    def refuse_cut(self) -> None:
        """Raise MalformedError for a page that ends within a tag or before its end tag."""
        left = _UNFINISHED.match(self.rawdata)
        if left or self.cdata_elem is not None:
            raise MalformedError("the page ends in the middle of a tag")
        if self._open_page and "<" in self._source:
            raise MalformedError(f"the page is cut off: no </{min(self._open_page)}>")

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if self._opaque:
            self._opaque += [tag] if tag == self._opaque[0] else []
            return
        lang = self._elements.start(tag, attrs)
        if tag in ("html", "body"):
            self._open_page.add(tag)
        if tag in _HIDDEN_INLINE:
            self.builder.say(HIDDEN)
        elif tag == "br":
            self.builder.say("\n")
        elif tag not in _INLINE:
            self.builder.end_paragraph()
        if tag in OPAQUE:
            self._opaque.append(tag)
        if lang is not None:
            self._note_attributes(attrs, lang)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._is_xml:  # in HTML the slash says nothing
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._opaque:
            if tag == self._opaque[0]:
                self._opaque.pop()
            if not self._opaque:
                self._elements.end(tag)
            return
        if tag in ("html", "body"):
            self._open_page.clear()  # a page may leave out one of the two
            return
        self._elements.end(tag)
        if tag not in _INLINE and tag not in _HIDDEN_INLINE:
            self.builder.end_paragraph()

    def handle_data(self, data: str) -> None:
        start = self._position(data)
        if self._opaque:
            return
        if not self._turn():
            self.builder.hide()
            return
        read, end = start, start + len(data)
        for gap in _GAP.finditer(self._source, start, end):
            self.builder.quote(read, gap.start(), "html")
            if gap[0].strip(_SPACE):
                self.builder.hide()
            else:
                self.builder.unescape(" ", *gap.span(), "html")
            read = gap.end()
        self.builder.quote(read, end, "html")

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Return where the comment at `i` ends, -1 if it does not, as HTML has it."""
        match = _COMMENT.match(self.rawdata, i)
        if match is None:
            return -1
        start = self._position("<!--")
        self.builder.obey(match[0][4:-3], start, start + len(match[0]))
        return match.end()

    def parse_html_declaration(self, i: int) -> int:
        """Return where what begins with `<!` ends: whatever it is, nothing of it is prose."""
        closing = "]]>" if self._is_xml and self.rawdata.startswith(_CDATA, i) else ">"
        end = self.rawdata.find(closing, i)
        return -1 if end < 0 else end + len(closing)

    def handle_entityref(self, name: str) -> None:
        self._handle_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._handle_reference(f"&#{name}")

    def _handle_reference(self, written: str) -> None:
        start = self._position(written)
        end = start + len(written)
        end += self._source.startswith(";", end)
        if not self._opaque and self._turn():
            self.builder.unescape(html.unescape(self._source[start:end]), start, end, "html")

    def _turn(self) -> bool:
        """Turn the builder to the language of this place; tell whether it is prose."""
        lang = self._elements.lang
        self.builder.turn_to(lang or "")
        return lang is not None

    def _position(self, written: str) -> int:
        """Return where the parser is, having seen that this is written there."""
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        if not self._source.startswith(written, start):
            raise MalformedError("the page has a place that cannot be told exactly")
        return start

    def _note_attributes(self, attrs: Sequence[tuple[str, str | None]], lang: str) -> None:
        said: dict[str, str] = {}
        for name, value in attrs:
            if name in _PROSE_ATTRIBUTES and name not in said:  # of two the first counts
                said[name] = value or ""
        if not said:
            return
        raw = self.get_starttag_text() or ""
        start = self._position(raw)
        for match in _ATTRIBUTE.finditer(raw):
            name, group = match[1].lower(), match.lastindex or 0
            value = said.pop(name, "")
            if value and html.unescape(match[group]) == value:
                mark = ("", "", '"', "'", "")[group]
                span = match.span(group)
                self._attributes.append((start + span[0], start + span[1], mark, lang))


def _quote_escaped(builder: DocumentBuilder, page: str, span: tuple[int, int], syntax: str) -> None:
    read, end = span
    for match in _HIDDEN_OR_REFERENCE.finditer(page, read, end):
        text = html.unescape(match[0])
        if text[0] == HIDDEN:
            builder.quote(read, match.start(), syntax)
            builder.hide()
            read = match.end()
        elif text != match[0]:
            builder.quote(read, match.start(), syntax)
            builder.unescape(text, *match.span(), syntax)
            read = match.end()
    builder.quote(read, end, syntax)


FORMATS = (Format("html", (".html", ".htm", ".xhtml"), cut_whole(Html()), is_one=True),)
