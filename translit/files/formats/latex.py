"""LaTeX: text, headings, captions and notes; no maths, code, references or commands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from translit.files.document import HIDDEN, Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole
from translit.files.formats.latex_commands import (
    BREAKS,
    DEFINITIONS,
    FOREIGN,
    LETTERS,
    OPAQUE,
    PROSE,
    SIGNS,
    SPECIALS,
    TITLED,
    find_babel_language,
    find_main_language,
)
from translit.files.formats.templates import mask
from translit.files.tags import is_known

# What is typed, or computed from, stands between these; a comment before them is none of it.
_VERBATIM = re.compile(
    r"\\[%\\]|(?P<comment>%[^\r\n]*)"
    rf"|\\begin\{{(?P<name>(?:{'|'.join(OPAQUE)})\*?)\}}.*?\\end\{{(?P=name)\}}"
    r"|\\(?:verb|lstinline|mintinline\{[^{}\r\n]*\})\*?(?:\[[^\]\r\n]*\])?"
    r"(?:\{[^{}\r\n]*\}|(?P<mark>[^\w\s*{\[])[^\r\n]*?(?P=mark))"
    r"|\\iffalse\b.*?\\fi\b",
    re.DOTALL,
)
_OPTION = re.compile(r"\[[^\[\]]*\]")
_GAP = re.compile(rf"{HIDDEN}+")
_UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Latex:
    r"""A file as one document, in the language that `babel` or `polyglossia` is told.

    >>> Latex().compose(r"\section{In Kij\'ow} See~\cite{Kiev} $K$ \emph{Kyiv}").text
    'In Kijów\n\n See\xa0\ufffc \ufffc Kyiv'
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError if its groups are nested too deep."""
        builder = DocumentBuilder(source)
        builder.lang = find_main_language(source)
        spans = [m.span() for m in _VERBATIM.finditer(source) if len(m[0]) > 2 and not m["comment"]]
        page = mask(source, spans)
        try:
            nodes = _make_walker(page).get_latex_nodes()[0]
            _LatexReader(builder, page).read_all(nodes)
        except RecursionError:
            raise MalformedError("is not read: its groups are nested too deep") from None
        return builder.build()


@cache
def _make_context() -> Any:
    """Return what the library knows of commands, with those that it does not."""
    from pylatexenc.latexwalker import get_default_latex_context_db
    from pylatexenc.macrospec import MacroSpec

    context = get_default_latex_context_db()
    macros = [MacroSpec(name, command.arguments) for name, command in PROSE.items()]
    context.add_context_category("translit", macros=macros, prepend=True)
    return context


def _make_walker(source: str) -> Any:
    from pylatexenc.latexwalker import LatexWalker

    return LatexWalker(source, latex_context=_make_context(), tolerant_parsing=True)


def _kind(node: Any) -> str:
    return type(node).__name__.removeprefix("Latex").removesuffix("Node")


class _LatexReader:
    """Takes the nodes of a file in their order, and quotes those that are prose."""

    def __init__(self, builder: DocumentBuilder, page: str) -> None:
        self.builder = builder
        self._page = page
        self._syntax = "latex-ascii" if builder.source.isascii() else "latex"
        self._langs = [""]

    def read_all(self, nodes: list[Any], read: int = 0) -> None:
        """Take nodes beside each other, from a place on."""
        for number, node in enumerate(nodes):
            if node is None or node.pos + node.len <= read:
                continue
            kind, end = _kind(node), node.pos + node.len
            if kind == "Macro":
                read = self._read_macro(node, nodes[number + 1 :])
            elif kind == "Chars":
                self._quote(max(node.pos, read), end)
            elif kind == "Group":
                self.read_all(node.nodelist)
            elif kind == "Environment":
                self._read_environment(node)
            elif kind == "Comment":
                self.builder.obey(node.comment, node.pos, node.pos + 1 + len(node.comment))
            elif kind == "Specials":
                self._read_specials(node)
            else:
                self.builder.say(HIDDEN)  # maths

    def _read_macro(self, node: Any, following: list[Any]) -> int:
        """Take a command with its arguments; return where they end."""
        name, end = node.macroname, int(node.pos + node.len)
        if name in LETTERS:
            return self._read_letter(node, following)
        if name in SIGNS:
            self._unescape(SIGNS[name], node.pos, end)
        elif name in FOREIGN:
            self._read_foreign(node)
        elif name in PROSE:
            self._read_prose(node)
        elif name in BREAKS:
            self.builder.say("\n")
        elif name in DEFINITIONS:
            groups = [one for one in following if one is not None and _kind(one) == "Group"]
            end = int(groups[0].pos + groups[0].len) if groups else end
        elif not getattr(_make_context().get_macro_spec(name), "macroname", ""):
            end = _skip_arguments(self._page, end, following)
            self.builder.hide()
        elif node.nodeargd is not None and any(node.nodeargd.argnlist or ()):
            self.builder.say(HIDDEN)
        return end

    def _read_prose(self, node: Any) -> None:
        command = PROSE[node.macroname]
        if command.is_note:
            self.builder.say(HIDDEN)
        if command.is_block:
            self.builder.end_paragraph()
        for number in command.prose:
            argument = node.nodeargd.argnlist[number] if node.nodeargd.argnlist else None
            if argument is not None:
                self.read_all([argument])
                if command.is_block:
                    self.builder.end_paragraph()
        if command.is_note:
            self.builder.say(HIDDEN)

    def _read_foreign(self, node: Any) -> None:
        _, name, text = node.nodeargd.argnlist or (None, None, None)
        if name is not None and text is not None:
            said = self._page[name.pos : name.pos + name.len].strip("{}")
            self._langs.append(find_babel_language(said) or _UNKNOWN)
            self.read_all([text])
            self._langs.pop()

    def _read_letter(self, node: Any, following: list[Any]) -> int:
        r"""Take an accent or a letter that has a command: `\'o`, `\L{}`."""
        from pylatexenc.latex2text import LatexNodes2Text

        end = int(node.pos + node.len)
        after = following[0] if following else None
        if after is not None and _kind(after) == "Group" and after.pos == end and after.len == 2:
            end += 2
        text = unicodedata.normalize("NFC", LatexNodes2Text().nodelist_to_text([node]))
        self._unescape(text.strip(), node.pos, end)
        return end

    def _read_environment(self, node: Any) -> None:
        name = node.environmentname.rstrip("*")
        spec = _make_context().get_environment_spec(node.environmentname)
        nodes = [one for one in node.nodelist if one is not None]
        if getattr(spec, "is_math_mode", False) or not nodes:
            self.builder.say(HIDDEN)
            return
        self.builder.end_paragraph()
        lang = self._langs[-1]
        read = nodes[0].pos
        if name in TITLED or name == "otherlanguage":
            read, title = _find_title(self._page, nodes)
            said = self._page[title.pos : title.pos + title.len].strip("{}") if title else ""
            if name == "otherlanguage":
                lang = find_babel_language(said) or _UNKNOWN
            elif title:
                self.read_all([title])
                self.builder.end_paragraph()
        elif not getattr(spec, "environmentname", ""):
            read = _skip_arguments(self._page, read, nodes)
        self._langs.append(lang)
        self.read_all(nodes, read)
        self._langs.pop()
        self.builder.end_paragraph()

    def _read_specials(self, node: Any) -> None:
        signs, end = node.specials_chars, node.pos + node.len
        if signs == "&":
            self.builder.say("\n")
        elif not signs.strip():
            self.builder.end_paragraph()
        else:
            self._unescape(SPECIALS.get(signs, HIDDEN), node.pos, end)

    def _unescape(self, text: str, start: int, end: int) -> None:
        if self._turn():
            self.builder.unescape(text, start, end, self._syntax)
        else:
            self.builder.hide()

    def _quote(self, start: int, end: int) -> None:
        if not self._turn():
            self.builder.hide()
            return
        read = start
        for gap in _GAP.finditer(self._page, start, end):
            self.builder.quote(read, gap.start(), self._syntax)
            self.builder.hide()
            read = gap.end()
        self.builder.quote(read, end, self._syntax)

    def _turn(self) -> bool:
        """Turn the builder to the language of this place; tell whether it is known."""
        lang = self._langs[-1]
        is_own = lang in ("", self.builder.lang)
        self.builder.turn_to(lang if not is_own and is_known(lang) else "")
        return is_own or is_known(lang)


def _skip_arguments(page: str, end: int, following: list[Any]) -> int:
    """Return where groups and options end that stand, without a space, after a command."""
    for node in following:
        if node is None or node.pos > end:
            break
        if _kind(node) == "Group" and node.pos == end:
            end = node.pos + node.len
        elif _kind(node) == "Chars":
            while option := _OPTION.match(page, end, node.pos + node.len):
                end = option.end()
            if end < node.pos + node.len:
                break
        else:
            break
    return int(end)


def _find_title(page: str, nodes: list[Any]) -> tuple[int, Any]:
    """Return where an environment's text begins, and its title, a group, if it has one."""
    start = nodes[0].pos
    while option := _OPTION.match(page, start):
        start = option.end()
    for node in nodes:
        if node.pos == start and _kind(node) == "Group":
            return int(node.pos + node.len), node
    return start, None


FORMATS = (Format("latex", (".tex",), cut_whole(Latex()), is_one=True, needs="pylatexenc"),)
