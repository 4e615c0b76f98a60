"""Stronger tables change weaker ones, whatever the order of rows and files."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.tables import Row, Table, TableError, load_table, merge_layers


def table(path: str, **rows: dict[str, Any]) -> Table:
    return Table(
        path, tuple(Row(id, fields, path, 10 * i) for i, (id, fields) in enumerate(rows.items(), 1))
    )


KYIV = {"kind": "place", "name": "Kyiv", "native": {"uk": "Київ", "ru": "Киев"}, "alone": True}


def test_field_by_field_and_key_by_key() -> None:
    stronger = {"name": "Kiev", "native": {"ru": "КИЕВ", "be": "Кіеў"}, "titles": ["city"]}
    ((row, depth),) = merge_layers([[table("a", kyiv=KYIV)], [table("b", kyiv=stronger)]])
    assert dict(row.fields) == {
        "kind": "place",
        "name": "Kiev",
        "native": {"uk": "Київ", "ru": "КИЕВ", "be": "Кіеў"},
        "alone": True,
        "titles": ["city"],
    }
    assert (next(iter(row.fields["native"])), row.path, depth) == ("uk", "b", 1)
    assert KYIV["native"] == {"uk": "Київ", "ru": "Киев"}


def test_untouched_rows_keep_their_layer_and_ids_sort() -> None:
    merged = merge_layers([[table("a", kyiv=KYIV)], [], [table("c", bila=KYIV), table("d")]])
    assert [(row.id, depth) for row, depth in merged] == [("bila", 2), ("kyiv", 0)]


def test_drop() -> None:
    base, drop = table("a", kyiv=KYIV), table("b", kyiv={"drop": True})
    assert merge_layers([[base], [drop]]) == []
    assert merge_layers([[drop]]) == []  # the default tables are switched off
    again = table("c", kyiv={"kind": "place", "name": "K"})
    ((row, _),) = merge_layers([[base], [drop], [again]])
    assert "native" not in row.fields
    with pytest.raises(TableError, match=r"b:10: `kiev` is dropped.*nearest known is `kyiv`"):
        merge_layers([[base], [table("b", kiev={"drop": True})]])


def test_one_id_twice_in_a_layer_names_both_places() -> None:
    one, other = table("a.toml", kyiv=KYIV), table("b.toml", lviv=KYIV, kyiv=KYIV)
    for layer in ([one, other], [other, one]):
        with pytest.raises(TableError) as caught:
            merge_layers([layer])
        assert str(caught.value).startswith(
            "b.toml:20: id `kyiv` is given twice, first in a.toml:10;"
        )


def test_an_incomplete_row_may_be_a_wrong_id() -> None:
    with pytest.raises(TableError) as caught:
        merge_layers([[table("a", kyiv=KYIV)], [table("b", kiev={"alone": False})]])
    assert caught.value.problem == "row `kiev` has no kind and no name"
    assert 'add kind = "person" and name' in caught.value.cure
    assert "the nearest known is `kyiv`" in caught.value.cure


def test_what_contradicts_only_after_merging(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('schema = 1\n[kyiv]\n\ngender = "f"\n', "utf-8")
    with pytest.raises(TableError) as caught:
        merge_layers([[table("a", kyiv=KYIV)], [load_table(path)]])
    assert (caught.value.path, caught.value.line) == (str(path), 4)
    assert "`gender` is for persons" in caught.value.problem
    assert "(the row changes a:10)" in caught.value.cure


FIELDS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["place", "organization"]), "name": st.sampled_from("ABC")},
    optional={
        "native": st.dictionaries(st.sampled_from(["uk", "ru", "be"]), st.sampled_from("КЛМ")),
        "titles": st.lists(st.sampled_from("xyz"), max_size=2),
        "drop": st.booleans(),
    },
)
TABLES = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), FIELDS).map(
    lambda rows: table("t", **rows)
)


def content(layers: list[list[Table]]) -> list[tuple[str, dict[str, Any], int]]:
    return [(row.id, dict(row.fields), depth) for row, depth in merge_layers(layers)]


@given(TABLES)
def test_a_table_over_itself_changes_nothing(rows: Table) -> None:
    once, twice = content([[rows]]), content([[rows], [rows]])
    assert [row[:2] for row in once] == [row[:2] for row in twice]


@given(TABLES, TABLES, st.integers(0, 4))
def test_the_order_of_rows_and_files_does_not_matter(weak: Table, strong: Table, cut: int) -> None:
    strong = Table(strong.path, tuple(r for r in strong.rows if not r.fields.get("drop")))
    turned = tuple(reversed(strong.rows))
    halves = [Table("u", turned[:cut]), Table("v", turned[cut:])]
    whole = content([[weak], [strong]])
    assert whole == content([[Table("w", weak.rows[::-1])], halves])
    assert whole == content([[weak], halves[::-1]])
