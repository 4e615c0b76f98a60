"""PO, the files of gettext: what translators wrote, in `msgstr`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translit.files.document import Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole
from translit.files.tags import read_tag

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_KEYWORD = re.compile(r"(domain|msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=\")")
_STRING = re.compile(r'[ \t]*"((?:[^"\\\r\n]|\\.)*+)"[ \t]*[\r\n]*')
_LANGUAGE = re.compile(r"^Language:[ \t]*([^\s\\]+)", re.MULTILINE)
_REMARK = re.compile(r"^#[ \t]+([^\r\n]*)", re.MULTILINE)
_FUZZY = re.compile(r"#,.*\bfuzzy\b")
# What is no prose in a message: markup, what a program fills in, an accelerator's sign is kept.
_FILLED = re.compile(
    r"%\([^()\s]{1,80}\)[-#0 +]*[\d.*]*[A-Za-z]"
    r"|%(?:\d+\$)?[-#0 +']*[\d.*]*(?:hh?|ll?|[Lqjzt])?(?:%|[^\W\d]\w*)"
    r"|\$\{[^{}\s]*\}|\{[^{}\s]*\}|%\d|</?[^\W\d_][^<>]*>|&#?\w+;"
)
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Po:
    """A file as one document, a message a paragraph, in the language of its header.

    >>> source = 'msgid ""\\nmsgstr "Language: de\\\\n"\\n\\nmsgid "Kiev"\\nmsgstr "Kijów"\\n'
    >>> Po().compose(source).lang, Po().compose(source).text
    ('de', 'Kijów\\n\\n')
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError for a line that no PO file has."""
        builder = DocumentBuilder(source)
        for remark in _REMARK.finditer(source):
            builder.obey(remark[1], *remark.span())
        for entry in _list_entries(source):
            if entry.is_header:
                said = "".join(source[s:e] for spans in entry.messages for s, e in spans)
                match = _LANGUAGE.search(said.replace("\\n", "\n"))
                builder.lang = read_tag(match[1]) if match else ""
            elif not entry.is_fuzzy:
                for spans in entry.messages:
                    _quote(builder, spans)
                    builder.end_paragraph()
        return builder.build()


@dataclass
class _Message:
    """A message with its translations, one for each plural: where their strings stand."""

    is_fuzzy: bool = False
    original: list[Span] = field(default_factory=list)
    messages: list[list[Span]] = field(default_factory=list)
    has_context: bool = False

    @property
    def is_header(self) -> bool:
        """The entry whose original is empty says what the file is."""
        return not self.has_context and not any(start < end for start, end in self.original)


def _list_entries(source: str) -> Iterator[_Message]:
    entry, strings = _Message(), list[Span]()
    at, number = 0, 0
    while at < len(source):
        line = _LINE.match(source, at)
        assert line is not None
        at, start, number = line.end(), line.start(), number + 1
        text = line[0].strip()
        if not text or text.startswith("#"):
            is_new = bool(entry.messages)
            if is_new:
                yield entry
                entry = _Message()
            entry.is_fuzzy = entry.is_fuzzy or bool(_FUZZY.match(text))
            continue
        start += len(line[0]) - len(line[0].lstrip())
        keyword = _KEYWORD.match(source, start, at)
        if keyword is not None:
            if entry.messages and not keyword[1].startswith("msgstr"):
                yield entry
                entry = _Message()
            strings = _open(entry, keyword[1])
            start = keyword.end()
        string = _STRING.fullmatch(source, start, at)
        if string is None:
            raise MalformedError(f"is no PO: line {number} is neither a comment nor a string")
        strings.append(string.span(1))
    if entry.messages:
        yield entry


def _open(entry: _Message, keyword: str) -> list[Span]:
    """Return where the strings of a keyword go."""
    if keyword == "msgid":
        return entry.original
    if keyword.startswith("msgstr"):
        entry.messages.append([])
        return entry.messages[-1]
    entry.has_context = entry.has_context or keyword == "msgctxt"
    return []


def _quote(builder: DocumentBuilder, spans: list[Span]) -> None:
    for start, end in spans:
        read = start
        for match in _FILLED.finditer(builder.source, start, end):
            _quote_escaped(builder, read, match.start())
            builder.hide()
            read = match.end()
        _quote_escaped(builder, read, end)


def _quote_escaped(builder: DocumentBuilder, start: int, end: int) -> None:
    read = start
    for match in _ESCAPE.finditer(builder.source, start, end):
        builder.quote(read, match.start(), "po")
        sign = match[0][1:]
        builder.unescape(_ESCAPES.get(sign, sign), *match.span(), "po")
        read = match.end()
    builder.quote(read, end, "po")


FORMATS = (Format("po", (".po",), cut_whole(Po()), is_one=True),)
