"""YAML: the plain values of chosen keys, and where they stand. What is not plain is left out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
Lines = list[Span]
Value = tuple[Span, ...]
"""Where the lines of one value stand."""

_DASHES = re.compile(r"[ \t]*(?:-[ \t]+|-$)*")
_KEY = re.compile(
    r"(?:\"([^\"\r\n]*)\"|'([^'\r\n]*)'"
    r"|([^\s\"'#:\[\]{},&*!|>%@`-](?:[^:#\r\n]|:(?=\S)|(?<=\S)#)*?))"
    r"[ \t]*:(?:[ \t]+|$)"
)
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
_QUOTED = {
    '"': re.compile(r"((?:[^\"\\]|\\.)*+)(?:\"[ \t]*(?:#.*)?()$)?", re.DOTALL),
    "'": re.compile(r"((?:[^']|'')*+)(?:'[ \t]*(?:#.*)?()$)?", re.DOTALL),
}
_COMMENT = re.compile(r"[ \t]*(?<!\S)#.*")
_NOT_PLAIN = "[]{},&*!|>%@`"


@dataclass
class _Open:
    """The value that may go on in the next line."""

    column: int  # of its key
    is_prose: bool
    kind: str  # plain, block, a quotation mark, or other
    spans: list[Span] = field(default_factory=list)


def list_yaml_values(
    source: str, lines: Lines, is_prose_key: Callable[[str], bool]
) -> Iterator[Value]:
    """Yield where the plain, quoted and block values of keys of prose stand, in their order.

    `lines` are those of the YAML, with their ends.

    >>> source = 'title: "In Kijów"\\ntags: [Kijów]\\n'
    >>> list(list_yaml_values(source, [(0, 18), (18, 32)], lambda key: key == "title"))
    [((8, 16),)]
    """
    held = _Open(-1, is_prose=False, kind="other")
    for start, end in lines:
        stop = start + len(source[start:end].rstrip())
        if _goes_on(source, start, stop, held):
            continue
        if _is_whole(held):
            yield tuple(held.spans)
        held = _begin(source, start, stop, is_prose_key, held)
    if _is_whole(held):
        yield tuple(held.spans)


def _is_whole(held: _Open) -> bool:
    return held.is_prose and bool(held.spans) and held.kind not in _QUOTED


def _goes_on(source: str, start: int, stop: int, held: _Open) -> bool:
    """Take a line that belongs to the value before; tell whether it does."""
    content = start + len(source[start:stop]) - len(source[start:stop].lstrip())
    if held.kind in _QUOTED:
        _read_quoted(source, content, stop, held)
        return True
    if content == stop:
        return True
    if held.kind == "block" and content - start > held.column:
        held.spans.append((content, stop))
        return True
    if source[content] == "#":
        return held.kind != "block"
    is_more = held.kind == "plain" and content - start > held.column
    if not is_more or _DASHES.fullmatch(source[content : content + 2]):
        return False
    if not held.spans and _starts_otherwise(source, content, stop):
        return False
    _add_plain(source, content, stop, held)
    return True


def _starts_otherwise(source: str, content: int, stop: int) -> bool:
    """Tell whether what stands below a key is no plain value."""
    is_key = _KEY.match(source, content, stop) is not None
    return is_key or source[content] in _NOT_PLAIN + "\"'"


def _begin(
    source: str, start: int, stop: int, is_prose_key: Callable[[str], bool], held: _Open
) -> _Open:
    """Take a line that begins with a key, or with what is left out."""
    dashes = _DASHES.match(source, start, stop)
    content = dashes.end() if dashes else start
    key = _KEY.match(source, content, stop)
    if key is None:
        return _Open(held.column, is_prose=False, kind="other")
    begun = _Open(content - start, is_prose_key(next(filter(None, key.groups()), "")), "plain")
    at = key.end()
    first = source[at : min(at + 1, stop)]
    if _BLOCK.match(source, at, stop):
        begun.kind = "block"
    elif first in _QUOTED:
        begun.kind = first
        _read_quoted(source, at + 1, stop, begun)
    elif first and first in _NOT_PLAIN:
        begun.kind = "other"
    elif first:
        _add_plain(source, at, stop, begun)
    return begun


def _read_quoted(source: str, start: int, stop: int, held: _Open) -> None:
    match = _QUOTED[held.kind].match(source, start, stop)
    if match is None:
        return
    if start < match.end(1):
        held.spans.append(match.span(1))
    if match[2] is not None:
        held.kind = "other"
    elif match.end() < stop:  # the mark is not at the end
        held.kind, held.is_prose = "other", False


def _add_plain(source: str, start: int, stop: int, held: _Open) -> None:
    comment = _COMMENT.search(source, start, stop)
    end = comment.start() if comment else stop
    if start < end:
        held.spans.append((start, end))
