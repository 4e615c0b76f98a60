"""Entity tables in JSON Lines: one row a line, with its `id`."""

import json
from typing import Any, NoReturn

from translit.tables.checks import identifier
from translit.tables.errors import ErrorLog, Flawed, TableError
from translit.tables.row import Row, Table
from translit.tables.row_check import check_row
from translit.tables.spelling import type_name
from translit.tables.toml_text import check_schema

_SHAPE = 'write one object on the line: {"id": "kyiv", "kind": "place", …}'


def read_jsonl_table(path: str, text: str) -> Table:
    """Parses and checks the text of a table. Raises TableError with all that is wrong."""
    errors = ErrorLog()
    rows: dict[str, Row] = {}
    began = False
    for line, raw in enumerate(text.split("\n"), 1):
        if not raw or raw.isspace():
            continue
        try:
            row = _read_line(path, line, raw, errors, first=not began)
        except TableError as error:
            errors.add(path, line, error.problem, error.cure)
            row = None
        began = True
        if row and (twin := rows.setdefault(row.id, row)) is not row:
            problem = f"id `{row.id}` is given twice, first in line {twin.line}"
            errors.add(path, line, problem, "join the two, or rename one")
        if errors.full:
            break
    errors.raise_any()
    return Table(path, tuple(rows.values()))


def _read_line(path: str, line: int, text: str, errors: ErrorLog, first: bool) -> Row | None:
    """The row of a line; None for the line that names the schema."""
    raw = _parse(path, line, text)
    if "schema" in raw and len(raw) == 1:
        if not first:
            raise TableError(
                path, line, "the schema is named after a row", "make it the first line"
            )
        check_schema(path, line, raw["schema"])
        return None
    if "id" not in raw:
        raise TableError(path, line, "the row has no `id`", 'add "id": "…"')
    try:
        id = identifier(raw.pop("id"), "id")
    except Flawed as error:
        raise TableError(path, line, error.flaws[0].problem, error.flaws[0].cure) from None
    fields, flaws = check_row(id, raw)
    for flaw in flaws:
        errors.add(path, line, flaw.problem, flaw.cure)
    return Row(id, fields, path, line)


def _parse(path: str, line: int, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        what = f"{error.msg[:1].lower()}{error.msg[1:]}, at column {error.colno}"
        raise TableError(path, line, f"not valid JSON: {what}", _SHAPE) from None
    except (ValueError, RecursionError) as error:
        raise TableError(path, line, f"not valid JSON: {error}", _SHAPE) from None
    if not isinstance(value, dict):
        raise TableError(path, line, f"the line is {type_name(value)}, not a row", _SHAPE)
    return value


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"`{twice}` is given twice in one object")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no value")
