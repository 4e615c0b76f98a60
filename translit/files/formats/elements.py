"""The elements that are open at a place of a page, and whether prose of its language is there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translit.files.errors import MalformedError
from translit.files.tags import is_known, read_tag

# Elements in which nothing is prose: what is typed, computed, drawn or run.
OPAQUE = frozenset(
    {"code", "kbd", "math", "noembed", "plaintext", "pre", "samp", "script", "style", "svg"}
    | {"template", "textarea", "tt", "var", "xmp"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta"}
    | {"param", "source", "track", "wbr"}
)
# In Markdown these go on after a blank line.
_CONTAINERS = frozenset(
    {"article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"}
    | {"figure", "footer", "header", "html", "li", "main", "nav", "ol", "section", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div"}
    | {"dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"}
    | {"h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search"}
    | {"section", "table", "ul"}
)
_BOUNDS = frozenset({"button", "caption", "object", "table", "td", "th"})
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"caption", "colgroup", "tbody", "tfoot", "thead"})

# A start tag ends those that are open, up to the bounds: people leave out end tags.
_ENDED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(_BLOCKS, (frozenset({"p"}), _BOUNDS)),
    "a": (frozenset({"a"}), _BOUNDS),
    "dd": (frozenset({"dd", "dt", "p"}), frozenset({"dl"})),
    "dt": (frozenset({"dd", "dt", "p"}), frozenset({"dl"})),
    "li": (frozenset({"li", "p"}), frozenset({"menu", "ol", "table", "ul"})),
    "optgroup": (frozenset({"optgroup", "option"}), frozenset({"select"})),
    "option": (frozenset({"option"}), frozenset({"optgroup", "select"})),
    "td": (_CELLS, frozenset({"table", "tr"})),
    "th": (_CELLS, frozenset({"table", "tr"})),
    "tr": (_CELLS | {"tr"}, frozenset({"table"})),
    **dict.fromkeys(_GROUPS, (_CELLS | _GROUPS | {"tr"}, frozenset({"table"}))),
}
_MOST_OPEN = 2000

_LANG = re.compile(r"\s*([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]+)*)\s*$")

Attributes = Iterable[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    lang: str | None  # None: that of the page
    is_translated: bool
    is_opaque: bool


class Elements:
    """Follows the tags of a page: `lang` says whether text at this place is prose, and of what.

    It is the language in which it is marked (`lang`, `xml:lang`), empty for that of the page; None
    where nothing may be changed: in a language that is not known, where it is marked as not to be
    translated (`translate="no"`, the class `notranslate`), or where nothing is prose.

    >>> elements = Elements()
    >>> elements.start("p", [("lang", "de-AT")]), elements.start("b", [("translate", "no")])
    ('de', None)
    >>> elements.end("p"), elements.lang
    (None, '')
    """

    def __init__(self, *, is_xml: bool = False, page_lang: str = "") -> None:
        self._is_xml = is_xml
        self.page_lang = page_lang
        self._open: list[_Element] = []
        self._root = _Element("", None, is_translated=True, is_opaque=False)

    @property
    def lang(self) -> str | None:
        """The language of text here; empty for that of the page, None if it is no prose."""
        return self._find_lang(self._open[-1] if self._open else self._root)

    def start(self, tag: str, attributes: Attributes) -> str | None:
        """Take a start tag, its name and those of its attributes in small letters.

        Returns the language of its own attributes and its content, as `lang` does. Raises
        MalformedError if too many elements are open.
        """
        self._end_implied(tag)
        said: dict[str, str] = {}
        for name, value in attributes:
            said.setdefault(name, value or "")  # of two the first counts
        if tag in ("html", "body"):
            self._note_page_lang(said)
        element = self._make(tag, said, self._open[-1] if self._open else self._root)
        if tag not in _VOID:
            if len(self._open) >= _MOST_OPEN:
                raise MalformedError(f"has over {_MOST_OPEN:,} elements within each other")
            self._open.append(element)
        return self._find_lang(element)

    def end(self, tag: str) -> None:
        """Take an end tag: what is open within the element ends too; of nothing it says nothing."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].tag == tag:
                del self._open[number:]
                return

    def end_paragraph(self) -> None:
        """Take the end of a paragraph of Markdown: only what holds paragraphs stays open."""
        while self._open and self._open[-1].tag not in _CONTAINERS:
            self._open.pop()

    def _end_implied(self, tag: str) -> None:
        ended, bounds = _ENDED.get(tag, (frozenset(), frozenset()))
        for number in range(len(self._open) - 1, -1, -1) if ended else ():
            if self._open[number].tag in bounds:
                return
            if self._open[number].tag in ended:
                del self._open[number:]

    def _make(self, tag: str, said: dict[str, str], parent: _Element) -> _Element:
        lang = self._read_lang(said)
        translate = said.get("translate", "").strip().lower() if "translate" in said else None
        is_translated = {"no": False, "yes": True, "": True}.get(
            "none" if translate is None else translate, parent.is_translated
        )
        if "notranslate" in said.get("class", "").lower().split():
            is_translated = False
        return _Element(
            tag,
            parent.lang if lang is None else lang,
            is_translated,
            parent.is_opaque or tag in OPAQUE,
        )

    def _read_lang(self, said: dict[str, str]) -> str | None:
        """Return the language that an element is marked with; empty for one that is not told."""
        names = ("xml:lang", "lang") if self._is_xml else ("lang", "xml:lang")
        value = next((said[name] for name in names if name in said), None)
        if value is None:
            return None
        match = _LANG.match(value)
        return read_tag(match[1]) if match else ""

    def _note_page_lang(self, said: dict[str, str]) -> None:
        lang = self._read_lang(said)
        if lang and not self.page_lang:
            self.page_lang = lang
        elif not lang:  # a template's `lang=""` says nothing of the page
            said.pop("lang", None)
            said.pop("xml:lang", None)

    def _find_lang(self, element: _Element) -> str | None:
        if not element.is_translated or element.is_opaque:
            return None
        if element.lang is None or element.lang == self.page_lang:
            return "" if element.lang is None or element.lang else None
        return element.lang if is_known(element.lang) else None
