"""reStructuredText: paragraphs, titles, lists and the text of directives that hold text.

The blocks are those of tree-sitter's grammar. What a directive holds is read as a text of its own,
its indentation taken off, for the grammar leaves it alone.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from translit.files.document import HIDDEN, Document, DocumentBuilder, Splice
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole

# Directives whose argument and content are prose, by where their prose stands.
_BOTH = frozenset(
    {"admonition", "attention", "caution", "danger", "deprecated", "error", "hint", "important"}
    | {"note", "rubric", "seealso", "sidebar", "tip", "topic", "versionadded", "versionchanged"}
    | {"warning", "versionremoved", "centered", "replace"}
)
_CONTENT = frozenset(
    {"compound", "container", "epigraph", "figure", "glossary", "highlights", "list-table"}
    | {"parsed-quotation", "pull-quote", "table", "tab", "dropdown", "card", "details", "div"}
)
_PARAGRAPHS = frozenset({"paragraph", "title", "subtitle", "term", "line", "attribution"})
# Roles whose text is what they mark, and not a key that something is found by.
_MARKING = frozenset(
    {"abbr", "dfn", "emphasis", "strong", "sub", "subscript", "sup", "superscript"}
)
# Directives whose argument is a caption, options that are prose, and so are fields.
_TITLED = frozenset({"csv-table", "list-table", "table"})
_PROSE_OPTIONS = frozenset({"alt", "caption", "title"})
_PROSE_FIELDS = frozenset({"abstract", "dedication", "return", "returns", "summary"})
_DEEPEST = 50  # directives within each other

_ROLE_TITLE = re.compile(r"(.*?)\s*<[^<>]*>", re.DOTALL)
_TABLE = re.compile(r"[ \t]*(?:\+[-=+]{2,}\+|=+(?:[ \t]+=+)+)[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(\s|.)")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_REFERENCE = re.compile(r"`([^`<>]+)`_(?![_\w])|:ref:`([^`<>]+)`|(?<![\w`])(\w+)_(?![_\w])")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rst:
    """A file as one document.

    >>> Rst().compose("``Kiev``\\n========\\n\\nIn *Kijów*,\\nsee `Kiev`_.\\n").text
    '\\ufffc\\n\\nIn Kijów, see \\ufffc.\\n\\n'
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError if its directives are nested too deep."""
        return _read(source).builder.build()

    def mend(self, source: str, changes: list[Splice]) -> list[Splice]:
        """Return what lengthens the line under a title, and over it, with the title."""
        mended: list[Splice] = []
        for (start, end), lines in _read(source).titles:
            inside = [c for c in changes if start <= c[0] and c[1] <= end]
            if not inside:
                continue
            text = source[start:end]
            for at, stop, after in sorted(inside, reverse=True):
                text = text[: at - start] + after + text[stop - start :]
            width = _width(text.rstrip())
            mended += [
                (stop, stop, source[at] * (width - (stop - at)))
                for at, stop in lines
                if stop - at < width
            ]
        return mended


def _read(source: str) -> "_RstReader":
    reader = _RstReader(DocumentBuilder(source))
    reader.read_view(_View([(0, len(source))], source))
    return reader


def _width(text: str) -> int:
    """Return how many columns a text takes up, as docutils counts them."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


class _View:
    """Some lines of a source, without what is before each, as one text; and where it stands."""

    def __init__(self, spans: list[Span], source: str) -> None:
        self.text = "".join(source[start:end] for start, end in spans)
        self._starts: list[int] = []
        self._places = [start for start, _ in spans]
        at = 0
        for start, end in spans:
            self._starts.append(at)
            at += end - start

    def place(self, at: int) -> int:
        """Return where the source has what is at a place of the text."""
        number = max(bisect_right(self._starts, at) - 1, 0)
        return self._places[number] + at - self._starts[number]

    def place_end(self, at: int) -> int:
        """Return where the source ends what ends at a place of the text."""
        return self.place(at - 1) + 1 if at else self.place(0)

    def narrow(self, start: int, end: int, source: str) -> "_View":
        """Return the lines from one place to another without their indentation."""
        start = self.text.rfind("\n", 0, start) + 1
        lines = [m.span() for m in _LINE.finditer(self.text, start, end) if m[0]]
        texts = [self.text[s:e] for s, e in lines]
        indents = [len(t) - len(t.lstrip(" \t")) for t in texts if t.strip()]
        indent = min(indents, default=0)
        spans = []
        for (s, e), text in zip(lines, texts, strict=True):
            begin = s + (indent if text.strip() else len(text) - len(text.lstrip(" \t")))
            if begin < e:
                spans.append((self.place(begin), self.place_end(e)))
        return _View(spans, source)


class _RstReader:
    """Takes the blocks of views, and quotes those that are prose."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self.builder = builder
        self.titles: list[tuple[Span, list[Span]]] = []  # with the lines that are drawn at them
        references = (m[1] or m[2] or m[3] for m in _REFERENCE.finditer(builder.source))
        self._references = {_fold(name) for name in references}  # what a title is found by
        self._depth = 0

    def read_view(self, view: _View) -> None:
        """Take the blocks of a view."""
        if self._depth > _DEEPEST:
            raise MalformedError("is not read: its directives are nested too deep")
        self._depth += 1
        tree = _make_parser().parse(_simplify(view.text).encode())
        for block in _list_blocks(tree.root_node, view):
            self._read_block(block, view)
        self._depth -= 1

    def _read_block(self, block: Any, view: _View) -> None:
        if block.type == "comment":
            text = view.text[block.start_byte : block.end_byte].removeprefix("..").strip()
            self.builder.obey(text, view.place(block.start_byte), view.place_end(block.end_byte))
        elif block.type == "directive":
            self._read_directive(block, view)
        elif block.type == "section":
            self._note_title(block, view)
        else:
            self._read_paragraph(block, view)

    def _note_title(self, section: Any, view: _View) -> None:
        title = next((one for one in section.children if one.type == "title"), None)
        if title is None:
            return
        if _fold(_text(title, view)) in self._references:
            return
        is_line = not _NEWLINE.search(_text(title, view).strip())  # else it is taken for one
        lines = [one for one in section.children if one.type == "adornment" and is_line]
        self.titles.append((_place(title, view), [_place(one, view) for one in lines]))
        self._read_paragraph(title, view)

    def _read_directive(self, block: Any, view: _View) -> None:
        parts = {one.type: one for one in block.children}
        name = _text(parts["type"], view).lower() if "type" in parts else ""
        body = parts.get("body")
        inside = {one.type: one for one in body.children} if body is not None else {}
        if name in _BOTH | _TITLED and "arguments" in inside:
            self._read_paragraph(inside["arguments"], view)
        for option in inside["options"].children if "options" in inside else ():
            self._read_option(option, view)
        if name in _BOTH | _CONTENT and "content" in inside:
            content = inside["content"]
            lines = view.narrow(content.start_byte, content.end_byte, self.builder.source)
            self.read_view(lines)

    def _read_option(self, option: Any, view: _View) -> None:
        parts = {one.type: one for one in option.children}
        name = _text(parts["field_name"], view) if "field_name" in parts else ""
        if name in _PROSE_OPTIONS and "field_body" in parts:
            self._read_paragraph(parts["field_body"], view)

    def _read_paragraph(self, block: Any, view: _View) -> None:
        if _TABLE.match(view.text, block.start_byte):
            return  # a longer or shorter name would move its borders
        self.builder.end_paragraph()
        read, end = block.start_byte, block.end_byte
        for mark in _list_marks(block):
            self._quote(read, mark.start_byte, view)
            self._read_mark(mark, view)
            read = mark.end_byte
        self._quote(read, end, view)
        self.builder.end_paragraph()

    def _read_mark(self, mark: Any, view: _View) -> None:
        start, end = mark.start_byte, mark.end_byte
        if mark.type in ("emphasis", "strong"):
            width = 2 if mark.type == "strong" else 1
            self._quote(start + width, end - width, view)
            return
        said = view.text[start:end]
        quoted = said.find("`") + 1
        title = _ROLE_TITLE.match(said, quoted) if quoted else None
        role = said[: quoted - 1].strip(":")
        if title and title[1]:
            self._quote(start + title.start(1), start + title.end(1), view)
        elif quoted and (said.endswith("`__") or role in _MARKING):
            self._quote(start + quoted, start + said.rfind("`"), view)
        else:
            self.builder.say(HIDDEN)

    def _quote(self, start: int, end: int, view: _View) -> None:
        read = start
        for match in re.finditer(rf"{_ESCAPE.pattern}|{_NEWLINE.pattern}", view.text[start:end]):
            begin, stop = start + match.start(), start + match.end()
            self._quote_line(read, begin, view)
            text = " " if match[1] is None else match[1].strip()
            if text:
                span = view.place(begin), view.place_end(stop)
                self.builder.unescape(text, *span, "rst")
            read = stop
        self._quote_line(read, end, view)

    def _quote_line(self, start: int, end: int, view: _View) -> None:
        if start < end:
            self.builder.quote(view.place(start), view.place_end(end), "rst")


def _list_blocks(node: Any, view: _View) -> Iterator[Any]:
    """Yield what holds prose, or asks for something, in the order of the text."""
    stack = [node]
    while stack:
        one = stack.pop()
        if one.type in _PARAGRAPHS or one.type in ("comment", "directive", "section"):
            yield one
        is_block = one.type not in _PARAGRAPHS and one.type not in (
            "comment", "directive", "doctest_block", "field_name", "literal_block",
            "substitution_definition", "target",
        )  # fmt: skip
        if one.type == "substitution_definition":
            stack += [child for child in reversed(one.children) if child.type == "directive"]
        elif one.type == "field" and not _is_prose_field(one, view):
            continue
        elif is_block:
            children = [child for child in reversed(one.children) if child.type != "title"]
            stack += children if one.type == "section" else list(reversed(one.children))


def _is_prose_field(node: Any, view: _View) -> bool:
    """Tell whether a field is of a function's description, `:param x:`, or is called prose."""
    name = next((one for one in node.children if one.type == "field_name"), None)
    if name is None:
        return False
    return len(name.children) > 1 or _text(name, view).lower() in _PROSE_FIELDS


_MARKS = frozenset(
    {"citation_reference", "emphasis", "footnote_reference", "inline_target", "interpreted_text"}
    | {"literal", "reference", "standalone_hyperlink", "strong", "substitution_reference"}
)


def _list_marks(block: Any) -> Iterator[Any]:
    """Yield the inline markup of a paragraph, and the sign of a literal block after it."""
    stack = list(reversed(block.children))
    while stack:
        one = stack.pop()
        is_role = one.type == "interpreted_text"
        if one.type in _MARKS or one.type in ("::", "literal_block"):
            yield one
        elif not is_role:
            stack += reversed(one.children)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _place(node: Any, view: _View) -> Span:
    return view.place(node.start_byte), view.place_end(node.end_byte)


def _text(node: Any, view: _View) -> str:
    return view.text[node.start_byte : node.end_byte]


def _simplify(text: str) -> str:
    """Return a text of as many bytes as letters that has the same blocks and markup."""
    if text.isascii():
        return text
    return "".join(
        c if c < "\x80" else " " if c.isspace() else "x" if c.isalnum() else _stand_in(c)
        for c in text
    )


def _stand_in(sign: str) -> str:
    """Return an ASCII sign that markup may stand beside where it may stand beside this one."""
    kind = unicodedata.category(sign)
    return {"Ps": "(", "Pi": "(", "Pe": ")", "Pf": ")", "Pd": "-", "Po": "."}.get(kind, "x")


@cache
def _make_parser() -> Any:
    import tree_sitter
    import tree_sitter_rst

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_rst.language()))


FORMATS = (Format("rst", (".rst",), cut_whole(Rst()), is_one=True, needs="tree_sitter_rst"),)
