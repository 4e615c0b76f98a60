"""The canonical form of a row, overruled as a row of one's own would; ids that no table has."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from translit.lexicon.lexicon import Lexicon
from translit.lexicon.opening import open_lexicon
from translit.options import AUTO
from translit.tables import (
    Row,
    Table,
    TableError,
    TableSource,
    check_row,
    load_table,
    merge_fields,
)

_MOST_NEAR = 3
Overruled = Mapping[str, tuple[str, str]]
"""By the id of a row: its form, and where that is said, as a message names it."""


def advise_on_id(lexicon: Lexicon, entity_id: str) -> str:
    """Return what to do about an id that no table has: those that are like it."""
    near = difflib.get_close_matches(entity_id, lexicon.list_ids(), _MOST_NEAR, 0.6)
    return f"the nearest are {', '.join(near)}" if near else "`translit entity NAME` tells ids"


def overrule(
    given: Sequence[TableSource], forms: Overruled, *, default_tables: bool, style: str
) -> tuple[TableSource, ...]:
    """Return the tables with these forms in the rows of these ids.

    A row that one of the tables has is changed there; of another, a table more changes the form.
    With a style that is named, the form is what that style prints, too.
    Raises TableError for an id that no table has, naming those that are like it, and for a form
    that cannot be a name.
    """
    tables = [one if isinstance(one, Table) else load_table(one) for one in given]
    lexicon = open_lexicon(tables, default_tables)
    changed = {id: _make_fields(id, *said, style, lexicon) for id, said in forms.items()}
    of_tables = {row.id for table in tables for row in table.rows}
    added = [
        Row(id, fields, forms[id][1], 1) for id, fields in changed.items() if id not in of_tables
    ]
    tables = [
        replace(
            table,
            rows=tuple(
                replace(row, fields=merge_fields(row.fields, changed.get(row.id, {})))
                for row in table.rows
            ),
        )
        for table in tables
    ]
    return (*tables, *([Table("--set", tuple(added))] if added else []))


def _make_fields(
    entity_id: str, form: str, origin: str, style: str, lexicon: Lexicon
) -> dict[str, Any]:
    """Return the fields of a row that make this its form."""
    known = lexicon.find_entity(entity_id)
    if known is None:
        raise TableError(
            origin, None, f"no table has a row `{entity_id}`", advise_on_id(lexicon, entity_id)
        )
    name: Any = form
    order = getattr(known.entity.name, "order", None)
    if order == "family-first" and " " in form:
        family, _, given = form.partition(" ")
        name = {"family": family, "given": given, "order": order}
    given_fields: dict[str, Any] = {"kind": known.entity.kind, "name": name}
    if style != AUTO and not style.endswith(".toml"):
        given_fields["prints"] = {style: name}
    fields, flaws = check_row(entity_id, given_fields)
    if flaws:
        raise TableError(origin, None, f"`{entity_id}`: {flaws[0].problem}", flaws[0].cure)
    del fields["kind"]
    return fields
