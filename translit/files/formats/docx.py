"""DOCX: the words of a Word document, its headers, footers, notes and comments.

A word that its runs part, though they look alike, is written anew over the same runs; one that is
parted by markup that shows is left.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from translit.files.document import HIDDEN, Document, DocumentBuilder
from translit.files.errors import MalformedError, refuse
from translit.files.format import Container, Format, Selection
from translit.files.formats.archive import open_archive
from translit.files.formats.members import ArchiveText, Text, decode_xml
from translit.files.formats.xml import Span, local_name, quote_text, read_xml
from translit.files.tags import is_known, read_tag

_OLD = b"\xd0\xcf\x11\xe0"  # how Word's old files begin, and encrypted ones
_TYPES = "[Content_Types].xml"
_PART = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\."
    r"(document\.main|header|footer|footnotes|endnotes|comments)\+xml"
)
_MAIN = "document.main"

# Where nothing is prose: instructions, what was deleted or moved away, how it is read, maths.
_OPAQUE = frozenset(
    {"delText", "delInstrText", "instrText", "moveFrom", "oMath", "oMathPara", "pPr", "rt", "sdtPr"}
    | {"tblPr", "tcPr", "trPr", "sectPr"}
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# What parts no word that stands on both sides of it.
_UNSEEN = frozenset(
    {"r", "t", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"}
)
_THINGS = frozenset(
    {
        "drawing",
        "pict",
        "object",
        "sym",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
    }
    | {"ptab", "pgNum", "annotationRef"}
)
# Of a run these do not show.
_UNSEEN_PROPERTIES = frozenset({"lang", "noProof", "rPr"})
# Fields whose result is text of the author, or a copy of it; others give dates, numbers, names.
_FIELDS = frozenset({"HYPERLINK", "TOC"})
_LEFT_STYLE = re.compile(
    r"code|verbatim|preformatted|listing|keyboard|htmlsample|typewriter|donottranslate"
    r"|notranslat|tw4win"
)


class _Run(NamedTuple):
    """Text of a run: where it stands, its language, its group and the number of its element."""

    text: str
    span: Span | None
    syntax: str = ""
    lang: str = ""
    group: int = 0
    is_left: bool = False
    number: int = 0


_PARAGRAPH_END = _Run("", None)


@dataclass(frozen=True, slots=True)
class WordXml:
    """One part of a Word document; it is in the language that most of its text is marked as in."""

    def compose(self, source: str) -> Document:
        """Return the prose of a part; MalformedError if it is not well-formed."""
        reader = _DocxReader()
        read_xml(source, reader)
        builder = DocumentBuilder(source)
        builder.lang = reader.weigh_languages()
        for run in reader.runs:
            _quote(builder, run)
        return builder.build()


def _quote(builder: DocumentBuilder, run: _Run) -> None:
    is_own = run.lang in ("", builder.lang)
    if run is _PARAGRAPH_END:
        builder.end_paragraph()
    elif run.span is None:
        builder.say(run.text)
    elif run.is_left or not (is_own or is_known(run.lang)):
        builder.hide()
    else:
        builder.turn_to("" if is_own else run.lang)
        quote_text(builder, run.text, run.span, run.syntax, run.group)


@dataclass(slots=True)
class _Field:
    """A field: what it says of itself, and whether its result has begun."""

    instruction: str = ""
    has_result: bool = False


@dataclass
class _DocxReader:
    """Reads a part into runs."""

    runs: list[_Run] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _opaque: int = 0  # open elements in which nothing is prose
    _bound: list[int] = field(default_factory=list)  # depths of what other data fills in
    _fields: list[_Field] = field(default_factory=list)
    _properties: list[object] = field(default_factory=list)
    _lang: str = ""
    _is_left: bool = False
    _is_left_paragraph: bool = False
    _group: int = 0
    _number: int = 0
    _last: object = None  # the properties of the run before, if nothing stands between

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        name = local_name(tag)
        said = {local_name(key): value for key, value in attributes.items()}
        self._open.append(name)
        if name in _OPAQUE:
            self._opaque += 1
        if name == "instrText" or (name not in _UNSEEN and "rPr" not in self._open):
            self._last = None
        if name in ("p", "txbxContent"):
            self.runs.append(_PARAGRAPH_END)
            self._is_left_paragraph = self._is_left_paragraph and name != "p"
        elif name == "r":
            self._properties, self._lang, self._is_left = [], "", False
            self._number += 1
        elif "rPr" in self._open and "pPr" not in self._open:
            self._note_property(name, said)
        elif name == "pStyle":
            self._is_left_paragraph = _is_left_style(said.get("val", ""))
        elif name == "dataBinding":
            self._bound.append(len(self._open) - 2)  # of the control that holds it
        elif not self._opaque:
            self._take_thing(name, said)

    def end(self, tag: str) -> None:
        name = self._open.pop()
        self._opaque -= name in _OPAQUE
        if name not in _UNSEEN and "rPr" not in self._open:
            self._last = None
        if name in ("p", "txbxContent"):
            self.runs.append(_PARAGRAPH_END)
        if name == "fldSimple" and self._fields:
            self._fields.pop()
        while self._bound and len(self._open) < self._bound[-1]:
            self._bound.pop()

    def read(self, text: str, span: Span, syntax: str) -> None:
        name = self._open[-1] if self._open else ""
        if name == "instrText" and self._fields:
            self._fields[-1].instruction += text
        if name != "t":
            return
        properties = tuple(self._properties)
        if self._last != (properties, syntax):
            self._group += 1
        self._last = properties, syntax
        is_left = self._is_left or self._is_left_paragraph or self._is_hidden()
        self.runs.append(_Run(text, span, syntax, self._lang, self._group, is_left, self._number))

    def weigh_languages(self) -> str:
        """Return the language that most text is marked as in; empty if most is not marked.

        Words in small letters are counted, and then runs: no name that is rewritten changes that.
        """
        texts: dict[tuple[str, int], str] = defaultdict(str)  # a letter's reference parts no run
        for run in self.runs:
            if run.span and not run.is_left:
                texts[run.lang, run.number] += run.text
        words: Counter[str] = Counter()
        runs: Counter[str] = Counter()
        for (lang, _), text in texts.items():
            words[lang] += sum(word[0].islower() for word in text.split())
            runs[lang] += 1
        return max(runs, key=lambda lang: (words[lang], runs[lang], lang), default="")

    def _note_property(self, name: str, said: Mapping[str, str]) -> None:
        if name not in _UNSEEN_PROPERTIES:
            self._properties.append((name, tuple(sorted(said.items()))))
        if name == "lang":
            self._lang = read_tag(said.get("val", ""))
        elif name == "rStyle":
            self._is_left = self._is_left or _is_left_style(said.get("val", ""))
        elif name in ("vanish", "webHidden"):
            self._is_left = self._is_left or said.get("val", "1") not in ("0", "false", "off")

    def _take_thing(self, name: str, said: Mapping[str, str]) -> None:
        if name in _BREAKS:
            self.runs.append(_Run(_BREAKS[name], None))
        elif name in _THINGS:
            self.runs.append(_Run(HIDDEN, None))
        elif name == "fldSimple":
            self._fields.append(_Field(said.get("instr", ""), has_result=True))
        elif name == "fldChar":
            self._take_field(said.get("fldCharType", ""))

    def _take_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_hidden(self) -> bool:
        shows = all(
            one.has_result and one.instruction.split()[:1] and one.instruction.split()[0] in _FIELDS
            for one in self._fields
        )
        return bool(self._opaque or self._bound or not shows)


def _is_left_style(name: str) -> bool:
    return bool(_LEFT_STYLE.search(re.sub(r"[\W_]", "", name.lower())))


class _TypeReader:
    """Reads which members of a document hold text, and of what kind."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        match = _PART.fullmatch(attributes.get("ContentType", ""))
        if match and "PartName" in attributes:
            self.parts[attributes["PartName"].removeprefix("/")] = match[1]

    def end(self, tag: str) -> None:
        """Nothing ends here."""

    def read(self, text: str, span: Span, syntax: str) -> None:
        """Nothing is said between the tags."""


def open_docx(stream: IO[bytes], path: Path | None, _: Selection) -> Container:
    """Return a Word document, opened; DocumentError for one that is not read."""
    stream.seek(0)
    if stream.read(len(_OLD)) == _OLD:
        raise refuse(
            path, "is encrypted, or in Word's old format; save it as DOCX without a password"
        )
    archive = open_archive(stream, path)
    reader = _TypeReader()
    try:
        if _TYPES not in archive.members:
            raise MalformedError("is no DOCX: it does not say what it holds")
        read_xml(decode_xml(archive.read(_TYPES), _TYPES, path)[0], reader)
    except MalformedError as error:
        raise refuse(path, f"{error}; nothing was changed") from None
    names = [name for name in archive.members if name in reader.parts]
    if _MAIN not in map(reader.parts.get, names):
        raise refuse(path, "is no DOCX: it holds no document; nothing was changed")
    names.sort(key=lambda name: reader.parts[name] != _MAIN)  # who is meant is said in the text
    return ArchiveText(archive, path, [Text(name, WordXml()) for name in names])


FORMATS = (Format("docx", (".docx",), open=open_docx, is_one=True),)
