"""`--set ID=FORM`: the canonical form of one row, overruled as a row of one's own would."""

import argparse
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from translit.options import AUTO

if TYPE_CHECKING:
    from translit.lexicon import Lexicon
    from translit.tables import TableSource

_MOST_NEAR = 3
Overruled = Mapping[str, tuple[str, str]]
"""By the id of a row: its form, and where that is said, as a message names it."""


def set_argument(argument: str) -> tuple[str, str]:
    """Return the id and the form of `ID=FORM`; anything else is a wrong argument.

    >>> set_argument("kyiv=Kyiv")
    ('kyiv', 'Kyiv')
    """
    from translit.cli.options import text_argument

    entity_id, equals, form = text_argument(argument).partition("=")
    if not equals or not entity_id.strip() or not form.strip():
        raise argparse.ArgumentTypeError(f"“{argument}” is not ID=FORM, such as kyiv=Kyiv")
    return entity_id.strip(), form.strip()


def overrule(
    given: "Sequence[TableSource]", forms: Overruled, *, default_tables: bool, style: str
) -> "tuple[TableSource, ...]":
    """Return the tables with these forms in the rows of these ids.

    A row that one of the tables has is changed there; of another, a table more changes the form.
    With a style that is named, the form is what that style prints, too.
    Raises TableError for an id that no table has, naming those that are like it, and for a form
    that cannot be a name.
    """
    from translit.lexicon import open_lexicon
    from translit.tables import Row, Table, load_table, merge_fields

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
    entity_id: str, form: str, origin: str, style: str, lexicon: "Lexicon"
) -> dict[str, Any]:
    """Return the fields of a row that make this its form."""
    from translit.tables import TableError, check_row

    known = lexicon.find_entity(entity_id)
    if known is None:
        near = difflib.get_close_matches(entity_id, lexicon.list_ids(), _MOST_NEAR, 0.6)
        cure = f"the nearest are {', '.join(near)}" if near else "`translit explain` tells ids"
        raise TableError(origin, None, f"no table has a row `{entity_id}`", cure)
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
