"""EPUB: the pages of a book and its table of contents."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from translit.files.document import Document, DocumentBuilder
from translit.files.errors import MalformedError, refuse
from translit.files.format import Container, Format, Selection
from translit.files.formats.archive import Archive, open_archive
from translit.files.formats.html import Html
from translit.files.formats.members import ArchiveText, Text, decode_xml
from translit.files.formats.xml import Span, XmlReader, local_name, quote_text, read_xml
from translit.files.tags import read_tag

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGE, _CONTENTS = "application/xhtml+xml", "application/x-dtbncx+xml"


class _Silent:
    """Takes what is read and does nothing; the base of what takes some of it."""

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        """Take a start tag."""

    def end(self, tag: str) -> None:
        """Take an end tag."""

    def read(self, text: str, span: Span, syntax: str) -> None:
        """Take text."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of a book: XHTML, which must be well-formed, in the language of the book."""

    lang: str = ""

    def compose(self, source: str) -> Document:
        """Return the prose of a page; MalformedError if it is not well-formed."""
        read_xml(source, _Silent())
        return Html(is_xml=True, lang=self.lang).compose(source)


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of an older book: what its entries say."""

    lang: str = ""

    def compose(self, source: str) -> Document:
        """Return the entries, a paragraph each; MalformedError if it is not well-formed."""
        reader = _ContentsReader(DocumentBuilder(source))
        reader.builder.lang = self.lang
        read_xml(source, reader)
        return reader.builder.build()


class _ContentsReader(_Silent):
    def __init__(self, builder: DocumentBuilder) -> None:
        self.builder = builder
        self._tags: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        self._tags.append(local_name(tag))
        self.builder.end_paragraph()

    def end(self, tag: str) -> None:
        self._tags.pop()

    def read(self, text: str, span: Span, syntax: str) -> None:
        if self._tags[-2:] == ["navLabel", "text"]:
            quote_text(self.builder, text, span, syntax)


@dataclass
class _Package(_Silent):
    """What a book says of itself: its language, its pages and their order."""

    lang: str = ""
    items: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> place, kind
    spine: list[str] = field(default_factory=list)
    _tag: str = ""

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        self._tag = local_name(tag)
        if self._tag == "item":
            kind = attributes.get("media-type", "")
            self.items[attributes.get("id", "")] = (attributes.get("href", ""), kind)
        elif self._tag == "itemref":
            self.spine.append(attributes.get("idref", ""))

    def end(self, tag: str) -> None:
        self._tag = ""

    def read(self, text: str, span: Span, syntax: str) -> None:
        if self._tag == "language" and not self.lang:
            self.lang = read_tag(text)

    def list_texts(self, folder: str) -> list[tuple[str, str]]:
        """Return the places of pages and contents, in the order of reading, with their kinds."""
        ranks = {name: rank for rank, name in enumerate(self.spine)}
        found = sorted(self.items.items(), key=lambda item: ranks.get(item[0], len(ranks)))
        return [
            (posixpath.normpath(posixpath.join(folder, unquote(place))), kind)
            for _, (place, kind) in found
            if kind in (_PAGE, _CONTENTS)
        ]


class _Attribute(_Silent):
    """Collects the values of one attribute of one element."""

    def __init__(self, element: str, attribute: str) -> None:
        self._element, self._attribute = element, attribute
        self.values: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        if local_name(tag) == self._element and self._attribute in attributes:
            self.values.append(attributes[self._attribute])


def open_epub(stream: IO[bytes], path: Path | None, _: Selection) -> Container:
    """Return a book, opened; DocumentError for one that is not read."""
    archive = open_archive(stream, path)
    try:
        places = _Attribute("rootfile", "full-path")
        _read_member(archive, _CONTAINER, places, path)
        if not places.values:
            raise MalformedError("is no EPUB: it does not say where its book is")
        package = _Package()
        _read_member(archive, places.values[0], package, path)
        found = package.list_texts(posixpath.dirname(places.values[0]))
        listed = {name: kind for name, kind in found if name in archive.members}
        _refuse_encrypted(archive, set(listed), path)
        if not listed:
            raise MalformedError("is no EPUB: it has no page")
    except MalformedError as error:
        raise refuse(path, f"{error}; nothing was changed") from None
    texts = [
        Text(name, (Chapter if kind == _PAGE else Contents)(package.lang))
        for name, kind in listed.items()
    ]
    return ArchiveText(archive, path, texts, lang=package.lang)


def _read_member(archive: Archive, name: str, reader: XmlReader, path: Path | None) -> None:
    if name not in archive.members:
        raise MalformedError(f"is no EPUB: it has no {name}")
    try:
        read_xml(decode_xml(archive.read(name), name, path)[0], reader)
    except MalformedError as error:
        raise MalformedError(f"{error} ({name})") from None


def _refuse_encrypted(archive: Archive, names: set[str], path: Path | None) -> None:
    """Raise MalformedError if the text of a book is encrypted; its fonts may be."""
    if _ENCRYPTION not in archive.members:
        return
    encrypted = _Attribute("CipherReference", "URI")
    _read_member(archive, _ENCRYPTION, encrypted, path)
    if names & {unquote(value) for value in encrypted.values}:
        raise MalformedError("is encrypted, for sale or loan; it is not read")


FORMATS = (Format("epub", (".epub",), open=open_epub, is_one=True),)
