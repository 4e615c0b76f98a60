"""XLIFF 1.2 and 2: what stands in the targets of the units that are translated."""

from collections.abc import Mapping
from dataclasses import dataclass

from translit.files.document import HIDDEN, Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole
from translit.files.formats.xml import LANG, Span, local_name, quote_text, read_xml
from translit.files.tags import is_known, read_tag

# Codes that hold what the original format writes, and no words of the translation.
_CODES = frozenset({"bpt", "ept", "it", "ph", "sub", "ut"})
# Codes that stand for something in the text. All other elements only mark what they hold.
_THINGS = frozenset({"bx", "cp", "ec", "ex", "ph", "sc", "x"})
# What holds targets that are no translation of the unit: proposals of other programs.
_PROPOSALS = frozenset({"alt-trans", "match", "matches"})
# What a target is that nobody has translated: often a copy of the source.
_UNTRANSLATED = frozenset({"initial", "needs-translation", "new"})
_PROTECTED = frozenset({"protected", "x-no-translate"})


@dataclass(frozen=True, slots=True)
class Xliff:
    """A file as one document, a target a paragraph, in the language that it says.

    >>> Xliff().compose('<xliff version="2.0" trgLang="de" srcLang="en"><file><unit><segment>'
    ...     '<source>Kyiv</source><target>In Kijów</target></segment></unit></file></xliff>').text
    'In Kijów\\n\\n'
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError if it is not well-formed, or no XLIFF."""
        reader = _XliffReader(DocumentBuilder(source))
        read_xml(source, reader)
        return reader.builder.build()


@dataclass(slots=True)
class _OpenUnit:
    """An element that is open, and what holds within it."""

    tag: str
    lang: str
    is_left: bool  # nothing in it is changed


class _XliffReader:
    def __init__(self, builder: DocumentBuilder) -> None:
        self.builder = builder
        self._open: list[_OpenUnit] = []
        self._targets = 0  # that are open
        self._is_told = False

    def start(self, tag: str, attributes: Mapping[str, str], span: Span) -> None:
        name = local_name(tag)
        if not self._open and name != "xliff":
            raise MalformedError(f"is no XLIFF: it begins with <{name}>")
        above = self._open[-1] if self._open else _OpenUnit("", "", is_left=False)
        lang = _find_language(name, attributes)
        is_left = above.is_left or self._leaves(name, attributes)
        self._open.append(_OpenUnit(name, above.lang if lang is None else lang, is_left))
        if name == "target":
            self._targets += 1
            self._turn()
            self.builder.end_paragraph()
        elif self._targets and name in _THINGS:
            self.builder.say(HIDDEN)

    def end(self, tag: str) -> None:
        closed = self._open.pop()
        if closed.tag == "target":
            self._targets -= 1
            self.builder.end_paragraph()

    def read(self, text: str, span: Span, syntax: str) -> None:
        if not self._targets:
            return
        if self._open[-1].is_left or not self._turn():
            self.builder.hide()
        else:
            quote_text(self.builder, text, span, syntax)

    def _turn(self) -> bool:
        """Turn the builder to the language of this place; tell whether it can be read."""
        lang = self._open[-1].lang
        if not self._is_told:
            self.builder.lang, self._is_told = lang, True
        self.builder.turn_to("" if lang == self.builder.lang else lang)
        return not lang or is_known(lang) or lang == self.builder.lang

    def _leaves(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name in _PROPOSALS or (self._targets and name in _CODES):
            return True
        if attributes.get("translate") == "no" or attributes.get("mtype") in _PROTECTED:
            return True
        return attributes.get("state") in _UNTRANSLATED


def _find_language(name: str, attributes: Mapping[str, str]) -> str | None:
    """Return the language that an element says its targets are in; None if it does not say."""
    said = attributes.get("target-language") or attributes.get("trgLang")
    if name in ("target", "mrk") and attributes.get(LANG):
        said = attributes[LANG]
    return None if said is None else read_tag(said)


FORMATS = (Format("xliff", (".xlf", ".xliff"), cut_whole(Xliff()), is_one=True),)
