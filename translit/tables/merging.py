"""Tables laid over one another: the stronger changes the weaker, field by field."""

from collections.abc import Mapping, Sequence
from typing import Any

from translit.tables.errors import ErrorLog, nearest
from translit.tables.fields import MERGED_BY_KEY
from translit.tables.row import Row, Table
from translit.tables.row_check import contradictions


def merge_layers(layers: Sequence[Sequence[Table]]) -> list[tuple[Row, int]]:
    """The complete rows of all tables, sorted by id, each with the strongest layer it is in.

    Args: layers, weakest first; each is some tables of equal strength, in any order.
    A row in a stronger layer replaces the fields it has (of `native`, `reading`, `written`,
    `names` and `prints` only the keys it has); `drop = true` removes the row. A merged row stands
    in the stronger file. Raises TableError if an id is twice in one layer, or a row remains
    incomplete.

    >>> merge_layers([])
    []
    """
    errors = ErrorLog()
    merged: dict[str, tuple[Row, int]] = {}
    known: set[str] = set()
    for depth, tables in enumerate(layers):
        layer = _one_layer(tables, errors)
        for id, row in layer.items():
            weaker = merged.pop(id, None)
            if not row.fields.get("drop"):
                merged[id] = (_over(weaker[0], row, errors) if weaker else row, depth)
            elif known and id not in known and not errors.full:
                problem = f"`{id}` is dropped, but no weaker table has it"
                errors.add(row.path, row.line_of("drop"), problem, _check_id(id, known))
        known |= layer.keys()
    for row, _ in merged.values():
        if not errors.full:
            _require_kind_and_name(row, known, errors)
    errors.raise_any()
    return [merged[id] for id in sorted(merged)]


def merge_fields(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a row after a stronger one has changed them.

    >>> merge_fields({"name": "Kiev", "native": {"uk": "Київ"}}, {"native": {"ru": "Киев"}})
    {'name': 'Kiev', 'native': {'uk': 'Київ', 'ru': 'Киев'}}
    """
    merged = {**base, **over}
    for field in MERGED_BY_KEY & base.keys() & over.keys():
        merged[field] = {**base[field], **over[field]}
    return merged


def _one_layer(tables: Sequence[Table], errors: ErrorLog) -> dict[str, Row]:
    layer: dict[str, Row] = {}
    for row in (row for table in tables for row in table.rows):
        if (twin := layer.setdefault(row.id, row)) is row:
            continue
        first, second = sorted((twin, row), key=lambda row: (row.path, row.line))
        problem = f"id `{row.id}` is given twice, first in {first.path}:{first.line}"
        errors.add(second.path, second.line, problem, "join the two, or rename one")
    return layer


def _over(weaker: Row, row: Row, errors: ErrorLog) -> Row:
    fields = merge_fields(weaker.fields, row.fields)
    for flaw in contradictions(row.id, fields):
        cure = f"{flaw.cure} (the row changes {weaker.path}:{weaker.line})"
        errors.add(row.path, row.line_of(flaw.at), flaw.problem, cure)
    return Row(row.id, fields, row.path, row.line, row.lines)


def _require_kind_and_name(row: Row, known: set[str], errors: ErrorLog) -> None:
    examples = {"kind": 'kind = "person"', "name": 'name = "…"'}
    missing = [field for field in examples if field not in row.fields]
    if missing:
        add = " and ".join(examples[field] for field in missing)
        errors.add(
            row.path,
            row.line,
            f"row `{row.id}` has no {' and no '.join(missing)}",
            f"add {add}; or, if it is to change a row of a weaker table, "
            + _check_id(row.id, known),
        )


def _check_id(id: str, known: set[str]) -> str:
    near = nearest(id, sorted(known - {id}))
    return "check the id" + (f": the nearest known is `{near}`" if near else "")
