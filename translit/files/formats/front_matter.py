"""Front matter: which values of the YAML, TOML or JSON before a text are prose, and where.

Most of what stands there is read by programs: slugs, links, ids, tags, layouts. So only the value
of a key that says that it is prose is prose (`title`, `seo_description`, `cover.caption`), and
only where it stands plainly; of lists and in doubt nothing is.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translit.files.document import DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.formats.json_values import list_strings, quote_string
from translit.files.formats.yaml_values import Lines, Span, Value, list_yaml_values

# What the last word of a key is, if its value is prose: `linkTitle`, `og:description`.
_PROSE = frozenset(
    {"abstract", "alt", "blurb", "caption", "dek", "description", "excerpt", "heading"}
    | {"headline", "intro", "introduction", "kicker", "lead", "lede", "standfirst"}
    | {"subheading", "subheadline", "subtitle", "summary", "synopsis", "tagline", "teaser"}
    | {"text", "title"}
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")

_REMARK = re.compile(r"^[ \t]*#([^\r\n]*)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FENCE = re.compile(r"(?:(?P<yaml>---(?:ya?ml)?)|(?P<toml>\+\+\+|---toml)|(?P<json>---json))[ \t]*")

_TOML_KEY = re.compile(r"[ \t]*((?:[\w.-]|\"[^\"\n]*\"|'[^'\n]*'|[ \t]+(?=[.=]))+?)[ \t]*=[ \t]*")
_TOML_STRING = re.compile(r"(?:\"((?:[^\"\\\r\n]|\\.)*+)\"|'([^'\r\n]*+)')[ \t]*(?:#.*)?[\r\n]*")
_TOML_LONG = re.compile(r"\"\"\"|'''")


def is_prose_key(key: str) -> bool:
    """Tell whether the value of a key is prose, by the last word of the key.

    >>> is_prose_key("linkTitle"), is_prose_key("title_slug"), is_prose_key("tags")
    (True, False, False)
    """
    words = _WORD.findall(key)
    return bool(words) and words[-1].lower() in _PROSE


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text: to `end`, with the values that are prose."""

    end: int = 0
    values: tuple[Value, ...] = ()
    syntax: str = "yaml"

    def quote(self, builder: DocumentBuilder) -> None:
        """Add the values, each a paragraph of its own."""
        for comment in _REMARK.finditer(
            builder.source, 0, self.end if self.syntax != "json" else 0
        ):
            builder.obey(comment[1], *comment.span())
        for value in self.values:
            read = -1
            for start, end in value:
                if read >= 0:
                    self._join(builder, read, start)
                self._quote(builder, start, end)
                read = end
            builder.end_paragraph()

    def _quote(self, builder: DocumentBuilder, start: int, end: int) -> None:
        if self.syntax == "json":
            quote_string(builder, start, end)
        else:
            builder.quote(start, end, self.syntax)

    def _join(self, builder: DocumentBuilder, end: int, start: int) -> None:
        if len(builder.source[end:start].splitlines()) > 2:
            builder.end_paragraph()
        else:
            builder.unescape(" ", end, start, self.syntax)


def find_front_matter(source: str) -> FrontMatter:
    """Return the front matter of a file; one without has one that ends where it begins.

    >>> find_front_matter("---\\ntitle: In Kijów\\nslug: kijow\\n---\\nText").values
    (((11, 19),),)
    """
    if source.startswith("{"):
        return _read_json(source, 0)
    lines = _list_lines(source)
    opening = next(lines, (0, 0))
    fence = _FENCE.fullmatch(source[slice(*opening)].rstrip("\r\n"))
    if fence is None:
        return FrontMatter()
    ends = ("+++",) if fence["toml"] == "+++" else ("---", "...")
    held: Lines = []
    for start, end in lines:
        if source[start:end].rstrip() in ends:
            return _read(source, fence.lastgroup or "", held, end)
        held.append((start, end))
    return FrontMatter()


def _read(source: str, syntax: str, lines: Lines, end: int) -> FrontMatter:
    if syntax == "json":
        found = _read_json(source, lines[0][0] if lines else end)
        return FrontMatter(end, found.values, found.syntax)
    if syntax == "toml":
        return FrontMatter(end, tuple(_list_toml_values(source, lines)))
    return FrontMatter(end, tuple(list_yaml_values(source, lines, is_prose_key)))


def _list_lines(source: str) -> Iterator[Span]:
    at = 0
    while at < len(source) and (match := _LINE.match(source, at)):
        yield match.span()
        at = match.end()


def _read_json(source: str, start: int) -> FrontMatter:
    """Return an object of JSON and what of it is prose; nothing if there is none, alone."""
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(source, start)
    except (ValueError, RecursionError):
        return FrontMatter()
    if not isinstance(value, dict) or source[end : end + 1] not in ("", "\r", "\n"):
        return FrontMatter()
    blank = " " * start + source[start:end]
    try:
        values = [
            ((at, stop),)
            for path, at, stop in list_strings(blank)
            if path and is_prose_key(path[-1])
        ]
    except MalformedError:
        values = []
    return FrontMatter(end, tuple(values), "json")


def _list_toml_values(source: str, lines: Lines) -> Iterator[Value]:
    stop = lines[-1][1] if lines else 0
    read = 0  # to where a string over lines was read
    for start, end in lines:
        key = _TOML_KEY.match(source, start, end) if start >= read else None
        if key is None:
            continue
        long = _TOML_LONG.match(source, key.end(), end)
        text = None if long else _TOML_STRING.fullmatch(source, key.end(), end)
        span = text.span(text.lastindex or 0) if text else None
        if long:
            closing = source.find(long[0], long.end(), stop)
            read = stop if closing < 0 else closing
            span = (long.end(), closing) if closing >= 0 else None
        if span and is_prose_key(key[1]):
            yield (span,)
