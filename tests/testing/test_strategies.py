"""The strategies give what they say, and shrink to what shows a fault."""

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from translit import Normalizer
from translit.tables import Row, Table
from translit.testing import (
    PROPERTIES,
    TableFault,
    damaged,
    entities,
    native_names,
    spellings,
    tables,
    texts,
)

QUICK = settings(max_examples=25, deadline=None, database=None)


@pytest.mark.parametrize("lang", ["uk", "ru", "be", "bg", "sr", "el", "ka", "hy"])
def test_native_names_can_be_written(lang: str) -> None:
    @given(native_names(lang))
    @QUICK
    def check(name: str) -> None:
        assert name.isalpha()
        assert not name.isascii()

    check()


@pytest.mark.parametrize("lang", ["zh", "ko", "de", "xx"])
def test_a_language_without_such_letters_is_refused(lang: str) -> None:
    with pytest.raises(ValueError, match=r"they are in .*be, bg, el"):
        native_names(lang)


@given(st.data())
@QUICK
def test_spellings_mean_their_row(data: st.DataObject) -> None:
    row = data.draw(entities(kind="person"))
    assert data.draw(spellings(row))


@given(damaged("Zelensky"))
@QUICK
def test_damaged_names_are_near(name: str) -> None:
    assert name != "Zelensky"
    assert name[0] == "Z"
    assert 7 <= len(name) <= 9


def holds_a_name_twice(table: Table) -> bool:
    natives = [str(row.fields["native"]) for row in table.rows]
    return len(set(natives)) < len(natives)


def test_a_failing_table_shrinks_to_the_two_rows_that_collide() -> None:
    table = find(tables(max_rows=6, kind="place"), holds_a_name_twice, settings=QUICK)
    assert [row.id for row in table.rows] == ["baba", "baba-2"]
    with pytest.raises(TableFault) as caught:
        PROPERTIES["one-owner"](table)
    told = "generated.toml:3: [baba-2] “Baba” may be this or `baba` ("
    assert any(str(finding).startswith(told) for finding in caught.value.findings)


def test_texts_shrink_to_the_shortest() -> None:
    fields = {"kind": "place", "name": "Hrymivka", "native": {"ru": "Гримовка"}}
    table = Table("a.toml", (Row("hrymivka", fields, "a.toml", 2),))
    normalizer = Normalizer(tables=[table], default_tables=False)
    found = settings(max_examples=500, deadline=None, database=None, derandomize=True)
    text = find(texts(table), lambda text: bool(normalizer.explain(text).edits), settings=found)
    assert text.isalpha()
    assert normalizer.normalize(text) == "Hrymivka"
