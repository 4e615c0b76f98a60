"""Rows and tables: entities with a name in an original script and a derived canonical form."""

from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import assume
from hypothesis import strategies as st

from translit.schemes import list_scheme_ids, romanize
from translit.tables import Kind, Row, Table, check_row
from translit.testing.strategies.names import native_names

KINDS: Sequence[Kind] = get_args(Kind)
LANGUAGES = ("uk", "ru", "be")


@st.composite
def entities(
    draw: st.DrawFn, kind: Kind | None = None, languages: Sequence[str] = LANGUAGES
) -> Row:
    """Rows of one kind, or of any: an original name and the canonical form that English derives.

    `languages` are those of the original names, as for `native_names`.

    >>> from hypothesis import find
    >>> find(entities(kind="place"), lambda row: True).fields["name"]
    'Baba'
    """
    fields: dict[str, Any] = {"kind": kind or draw(st.sampled_from(KINDS[:2]))}
    lang = draw(st.sampled_from(languages))
    words = [draw(native_names(lang))]
    if fields["kind"] == "person":
        fields["gender"] = draw(st.sampled_from("mf"))
        words.append(draw(native_names(lang)))
    fields["name"] = " ".join(romanize(word, _english(lang)).capitalize() for word in words)
    fields["native"] = {lang: " ".join(words)}
    if draw(st.booleans()):
        fields["alone"] = True
    id = "".join(c for c in fields["name"].lower().replace(" ", "-") if c.isascii())
    checked, flaws = check_row(id, fields)
    assume(not flaws and id.replace("-", "").isalnum())
    return Row(id, checked, "generated.toml", 1)


def tables(
    min_rows: int = 1,
    max_rows: int = 5,
    kind: Kind | None = None,
    languages: Sequence[str] = LANGUAGES,
) -> st.SearchStrategy[Table]:
    """Tables of some rows with different ids, at times with two of one name.

    They shrink to the few rows that a fault needs.

    >>> from hypothesis import find
    >>> len(find(tables(), lambda table: len(table.rows) > 1).rows)
    2
    """
    rows = st.lists(
        entities(kind, languages),
        min_size=min_rows,
        max_size=max_rows,
        unique_by=lambda row: row.id,
    )
    return st.tuples(rows, st.booleans()).map(_make_table)


def _make_table(drawn: tuple[list[Row], bool]) -> Table:
    rows, with_twin = drawn
    if with_twin and rows:
        rows = [*rows, Row(f"{rows[0].id}-2", rows[0].fields, rows[0].path, 1)]
    numbered = (Row(row.id, row.fields, row.path, line) for line, row in enumerate(rows, 2))
    return Table("generated.toml", tuple(numbered))


def _english(lang: str) -> str:
    ids = list_scheme_ids(lang)
    return f"{lang}/press-en" if f"{lang}/press-en" in ids else ids[0]
