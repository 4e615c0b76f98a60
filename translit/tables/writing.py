"""Rows written out: as TOML for people, as JSON Lines for machines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from translit.tables.fields import FIELDS
from translit.tables.row import Row

WIDTH = 100
"""Code points of a line; a longer list has one item a line."""

_BY_KEY = frozenset({"native", "reading", "written", "names", "prints"})
_ONE_OR_MORE = frozenset({"offices", "in", "capital_of", "heads"})
_ORDER = {field: place for place, field in enumerate(FIELDS)}


def write_toml(rows: Iterable[Row]) -> str:
    """Return a table in TOML, its rows sorted by id and their fields in one order.

    >>> row = Row("kyiv", {"native": {"uk": "Київ"}, "name": "Kyiv", "kind": "place"}, "", 1)
    >>> print(write_toml([row]).replace('"', "'"))
    schema = 1
    <BLANKLINE>
    [kyiv]
    kind = 'place'
    name = 'Kyiv'
    native.uk = 'Київ'
    <BLANKLINE>
    """
    blocks = [_block(row) for row in sorted(rows, key=lambda row: row.id)]
    return "\n".join(["schema = 1\n", *blocks])


def write_jsonl(rows: Iterable[Row]) -> str:
    """Return a table in JSON Lines, its rows sorted by id and their fields in one order."""
    lines: list[dict[str, Any]] = [{"schema": 1}]
    lines += [
        {"id": row.id, **dict(sorted(row.fields.items(), key=lambda item: field_place(item[0])))}
        for row in sorted(rows, key=lambda row: row.id)
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def field_place(field: str) -> int:
    """Return where a field stands in a row: kind first, then the names."""
    return _ORDER.get(field, len(_ORDER))


def _block(row: Row) -> str:
    lines = [f"[{row.id}]"]
    for field, value in sorted(row.fields.items(), key=lambda item: field_place(item[0])):
        if field in _BY_KEY:
            lines += [write_field(f"{field}.{key}", one) for key, one in value.items()]
        elif field == "aliases":  # one that has nothing but its text is a string
            short = [alias["text"] if len(alias) == 1 else alias for alias in value]
            lines.append(write_field(field, short))
        elif field in _ONE_OR_MORE and len(value) == 1:
            lines.append(write_field(field, value[0]))
        else:
            lines.append(write_field(field, value))
    return "\n".join(lines) + "\n"


def write_field(key: str, value: Any) -> str:
    """Return an assignment, a list that is too long for a line in lines that fit."""
    line = f"{key} = {write_value(value)}"
    if not isinstance(value, list) or (len(line) <= WIDTH and not _has_maps(value)):
        return line
    return f"{key} = [\n" + "".join(f"    {line}\n" for line in _fill(value)) + "]"


def _fill(value: list[Any]) -> Iterator[str]:
    """Lines of items: a map has a line of its own, others as many to a line as fit."""
    line = ""
    for item in value:
        text = f"{write_value(item)},"
        if line and (isinstance(item, Mapping) or len(line) + len(text) + 5 > WIDTH):
            yield line
            line = ""
        line = f"{line} {text}".strip()
    yield line


def _has_maps(value: list[Any]) -> bool:
    return len(value) > 1 and any(isinstance(item, Mapping) for item in value)


def write_value(value: Any) -> str:
    """Return a value as TOML writes it in a line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        pairs = (f"{key} = {write_value(one)}" for key, one in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_value, value)) + "]"
    return str(value)
