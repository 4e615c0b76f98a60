"""Where rows are: countries found through regions, and regions that are in one another."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from translit.languages import list_country_ids
from translit.lexicon import open_lexicon
from translit.tables import Row, TableError, find_countries

KNOWN = ("ukraine", "russia", "crimea", "japan")


def row(id: str, *regions: str, line: int = 1) -> Row:
    return Row(id, {"in": list(regions)}, "a.toml", line)


def find(*rows: Row) -> dict[str, tuple[str, ...]]:
    return find_countries(rows, KNOWN)


@pytest.mark.parametrize(
    ("rows", "countries"),
    [
        ([row("x", "japan")], ("japan",)),  # a country without a row
        ([row("x", "ukraine"), Row("ukraine", {}, "", 1)], ("ukraine",)),
        ([row("x", "y"), row("y", "z"), row("z", "ukraine")], ("ukraine",)),
        ([row("x", "crimea"), row("crimea", "ukraine", "russia")],
         ("crimea", "ukraine", "russia")),  # the names of languages speak for Crimea, too
        ([row("x", "y", "z"), row("y", "japan"), row("z", "japan")], ("japan",)),
        ([row("x", "atlantis"), Row("atlantis", {}, "", 1)], ("atlantis",)),
        ([row("x")], ()),
        ([Row("x", {}, "", 1)], ()),
    ],
)  # fmt: skip
def test_countries_of_a_row(rows: Sequence[Row], countries: tuple[str, ...]) -> None:
    assert find(*rows)["x"] == countries


def test_a_country_is_in_itself_and_a_row_without_in_is_none() -> None:
    assert find(Row("japan", {}, "", 1), Row("cis", {}, "", 1)) == {"japan": ("japan",), "cis": ()}


def test_each_circle_is_told_once_with_its_line() -> None:
    with pytest.raises(TableError) as caught:
        find(
            row("a", "b", line=1),
            row("b", "c", "d", line=2),
            row("c", "a", line=3),
            row("d", "japan", line=4),
            row("e", "f", line=5),
            row("f", "e", line=6),
        )
    assert str(caught.value).splitlines() == [
        "a.toml:1: `a` is in itself: `a` in `b` in `c` in `a`; "
        "let `in` of one of them name the country, or a region that is in it",
        "a.toml:5: `e` is in itself: `e` in `f` in `e`; "
        "let `in` of one of them name the country, or a region that is in it",
    ]


def test_two_ways_to_one_region_are_no_circle() -> None:
    found = find(row("a", "b", "c"), row("b", "d"), row("c", "d"), row("d", "ukraine"))
    assert found["a"] == ("ukraine",)


def test_default_rows_know_their_countries() -> None:
    lexicon = open_lexicon((), default_tables=True)

    def where(id: str) -> tuple[str, ...]:
        known = lexicon.find_entity(id)
        assert known is not None
        return known.countries

    assert where("ukraine") == ("ukraine",)
    assert where("vladimir-putin") == ("russia",)
    assert set(where("yalta")) == {"crimea", "ukraine", "russia"}
    assert where("bakhmut") == ("ukraine",)
    assert where("nato") == ()
    assert where("xi-jinping") == ("china",)
    prague = lexicon.find_entity("prague")
    assert prague is not None
    assert prague.entity.capital_of == ("czech-republic", "czechoslovakia")
    assert prague.entity.size == "large"
    stalin = lexicon.find_entity("joseph-stalin")
    assert stalin is not None
    assert stalin.entity.heads == ("soviet-union",)


def test_a_row_of_a_user_is_in_the_country_of_a_default_region(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'schema = 1\n[hrymivka]\nkind = "place"\nname = "Hrymivka"\nnative.uk = "Гримівка"\n'
        'in = "donbas"\n\n[donbas]\nbecause = "changed"\n\n[vladimir-putin]\nin = "japan"\n',
        "utf-8",
    )
    lexicon = open_lexicon([path], default_tables=True)
    found = {id: lexicon.find_entity(id) for id in ("hrymivka", "donbas", "vladimir-putin")}
    assert {id: known and known.countries for id, known in found.items()} == {
        "hrymivka": ("ukraine",),
        "donbas": ("ukraine",),
        "vladimir-putin": ("japan",),
    }


def test_countries_have_one_id_in_all_languages() -> None:
    ids = list_country_ids()
    assert not ids & {"czechia", "turkiye", "usa", "uk", "bosnia", "macedonia-north"}
