"""JSON: the strings of the chosen fields, in a file of one value or of one value a line."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.files.document import Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.tags import is_known, read_field_language, read_tag

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_ESCAPES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)

_DEEPEST = 500  # values within each other

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JsonValue:
    """One value as one document: the strings at `fields`, such as `body.text`.

    A field that holds a list means each of its members. What an object holds is in the language
    that its field `lang_field` names, and a field in that which its own name ends in: `title_de`.

    >>> JsonValue(("title",)).compose('{"id": "Kiev", "title": "Kij\\\\u00f3w"}').text
    'Kijów'
    """

    fields: tuple[str, ...]
    lang_field: str = ""

    def compose(self, source: str) -> Document:
        """Return the prose of a value; MalformedError if it is not JSON."""
        _check(source)
        wanted = {tuple(field.split(".")) for field in self.fields}
        langs = {path: read_field_language(".".join(path)) for path in wanted}
        told = _find_languages(source, self.lang_field) if self.lang_field else {}
        builder = DocumentBuilder(source)
        builder.lang = next(iter(told.values())) if len(set(told.values())) == 1 else ""
        for path, objects, start, end in _list_places(source):
            if path in wanted or ("*",) in wanted:
                builder.end_paragraph()
                row = next((told[at] for at in reversed(objects) if at in told), "")
                lang = langs.get(path) or row
                if lang and lang != builder.lang and not is_known(lang):
                    continue
                builder.turn_to("" if lang == builder.lang else lang)
                quote_string(builder, start, end)
        return builder.build()


@dataclass(frozen=True, slots=True)
class JsonCells:
    """A list of texts, or of none, as one document in a language, each in its own if it has one.

    >>> cells = JsonCells(("", "de"), "en").compose('["In Kyiv", "In Kiew"]')
    >>> [(part.lang, part.text) for part in cells.parts]
    [('en', 'In Kyiv\\n\\n\ufffc'), ('de', 'In Kiew')]
    """

    langs: tuple[str, ...]
    lang: str = ""

    def compose(self, source: str) -> Document:
        """Return the texts; MalformedError if it is no JSON."""
        _check(source)
        builder = DocumentBuilder(source)
        builder.lang = self.lang
        strings = list_strings(source)
        for value, lang in zip(json.loads(source), self.langs, strict=True):
            if value is not None:
                _, start, end = next(strings)
                builder.end_paragraph()
                builder.turn_to("" if lang == self.lang else lang)
                quote_string(builder, start, end)
        return builder.build()


def list_fields(source: str) -> list[str]:
    """Return the fields of a value that hold strings, in its order; empty if it is not JSON.

    >>> list_fields('{"id": 1, "body": {"text": "Kyiv"}, "tags": ["a", "b"]}')
    ['body.text', 'tags']
    """
    try:
        _check(source)
        return list(dict.fromkeys(".".join(path) for path, _, _ in list_strings(source) if path))
    except MalformedError:
        return []


def _check(source: str) -> None:
    try:
        json.loads(source.rstrip(), parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise MalformedError(f"is not JSON ({error.msg}, {place}column {error.colno})") from None
    except RecursionError:
        raise _refuse_depth() from None


def _refuse_depth() -> MalformedError:
    return MalformedError("is not read: its values are nested too deep")


def list_strings(source: str) -> Iterator[tuple[Path, int, int]]:
    """Yield the path of each string value and where it stands, without its quotation marks.

    Raises MalformedError if the values are nested too deep.
    """
    for path, _, start, end in _list_places(source):
        yield path, start, end


def _list_places(source: str) -> Iterator[tuple[Path, Sequence[int], int, int]]:
    """Yield the same with the places of the objects that a string stands in, outer ones first.

    The sequence is that of the reader: it changes with the next one.
    """
    stack: list[str | None] = []  # for each open object its present key, for each list None
    objects: list[int] = []  # where they begin
    path: Path | None = ()  # of the stack, where it is known
    key_next = False
    for match in _TOKEN.finditer(source):
        token = match[0]
        if token in "{[":
            if len(stack) >= _DEEPEST:
                raise _refuse_depth()
            stack.append("" if token == "{" else None)
            objects.extend([match.start()] if token == "{" else ())
            key_next, path = token == "{", None
        elif token in "}]":
            if stack.pop() is not None:
                objects.pop()
            key_next, path = False, None
        elif token in ",:":
            key_next = token == "," and stack[-1] is not None
        elif key_next:
            stack[-1], path = json.loads(token, strict=False), None
        elif token[0] == '"':
            if path is None:
                path = tuple(k for k in stack if k is not None)
            yield path, objects, match.start() + 1, match.end() - 1


def _find_languages(source: str, field: str) -> dict[int, str]:
    """Return the language of each object that names one in a field, by where it begins."""
    named = tuple(field.split("."))
    return {
        objects[-len(named)]: read_tag(source[start:end])
        for path, objects, start, end in _list_places(source)
        if path[-len(named) :] == named
    }


def quote_string(builder: DocumentBuilder, start: int, end: int) -> None:
    """Add what a string says that stands from `start` to `end`, without its quotation marks."""
    raw = builder.source[start:end]
    syntax = "json-ascii" if raw.isascii() and "\\u" in raw else "json"
    read = start
    for match in _ESCAPES.finditer(builder.source, start, end):
        builder.quote(read, match.start(), syntax)
        builder.unescape(json.loads(f'"{match[0]}"'), *match.span(), syntax)
        read = match.end()
    builder.quote(read, end, syntax)


def describe_fields(found: Sequence[str]) -> str:
    """Return the fields as advice names them.

    >>> describe_fields(["title", "body.text"])
    'title, body.text'
    """
    shown = ", ".join(found[:12])
    return f"{shown}, …" if len(found) > 12 else shown or "none"
