"""XML: its tags and its text with their places in the source, by expat."""

import html
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from translit.files.document import DocumentBuilder
from translit.files.errors import MalformedError

XML_SPACE = "http://www.w3.org/XML/1998/namespace"
LANG = f"{XML_SPACE} lang"
"""A name as a reader gets it: that of the namespace and the local one, with a space between."""

_DEEPEST = 2000  # elements within each other

Span = tuple[int, int]


class XmlReader(Protocol):
    """Takes what a source holds, in its order."""

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        """Take a start tag, which stands at `span`."""

    def end(self, tag: str) -> None:
        """Take an end tag."""

    def read(self, text: str, span: Span, syntax: str) -> None:
        """Take text; the source writes it at `span`, in this syntax."""


class _Parser:
    """Gives a reader each thing once it is known where it ends: where the next one begins."""

    def __init__(self, source: str, reader: XmlReader) -> None:
        self._raw = source.encode("utf-8")
        self._reader = reader
        self._held: tuple[str, str, Mapping[str, str]] | None = None
        self._byte = self._place = 0  # of what is held: a byte, and the same in code points
        self._depth = 0
        self._syntax = "xml"
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = lambda text: self._take("text", text)
        self._parser.StartCdataSectionHandler = self._start_cdata
        self._parser.EndCdataSectionHandler = self._end_cdata
        self._parser.SkippedEntityHandler = self._skip_entity
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.DefaultHandlerExpand = lambda _: self._take("other")

    def parse(self) -> None:
        try:
            self._parser.Parse(self._raw, True)
        except expat.ExpatError as error:
            what = expat.errors.messages[error.code]
            raise MalformedError(
                f"is not well-formed XML ({what}, line {error.lineno}, column {error.offset + 1})"
            ) from None
        self._flush(len(self._raw))

    def _take(self, kind: str, name: str = "", attributes: Mapping[str, str] | None = None) -> None:
        self._flush(self._parser.CurrentByteIndex)
        self._held = (kind, name, attributes or {})

    def _flush(self, byte: int) -> None:
        start = self._place
        self._place += len(self._raw[self._byte : byte].decode("utf-8"))
        self._byte = byte
        if self._held is None:
            return
        kind, name, attributes = self._held
        self._held = None
        if kind == "start":
            self._reader.start(name, attributes, (start, self._place))
        elif kind == "end":
            self._reader.end(name)
        elif kind == "text":
            self._reader.read(name, (start, self._place), self._syntax)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise MalformedError(f"has over {_DEEPEST:,} elements within each other")
        self._take("start", tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._take("end", tag)

    def _start_cdata(self) -> None:
        self._take("other")
        self._syntax = "cdata"

    def _end_cdata(self) -> None:
        self._take("other")
        self._syntax = "xml"

    def _skip_entity(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            self._take("other")
        else:  # of a document type that is not read, as `&nbsp;` of XHTML
            self._take("text", html.unescape(f"&{name};"))

    def _refuse_entity(self, *_: object) -> None:
        raise MalformedError("declares entities, which may stand for anything; it is not read")


def read_xml(source: str, reader: XmlReader) -> None:
    """Give a reader all that a source holds; MalformedError if it is not well-formed.

    Nothing but the source is read: no document type, no entity of its own.
    """
    _Parser(source, reader).parse()


def quote_text(
    builder: DocumentBuilder, text: str, span: Span, syntax: str, group: int = 0
) -> None:
    """Add what a reader got: as it is, or as an escape."""
    if builder.source[slice(*span)] == text:
        builder.quote(*span, syntax, group)
    else:
        builder.unescape(text, *span, syntax)


def local_name(tag: str) -> str:
    """Return a name without its namespace.

    >>> local_name("urn:oasis:names:tc:xliff:document:1.2 target")
    'target'
    """
    return tag.rpartition(" ")[2]
