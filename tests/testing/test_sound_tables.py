"""Sound tables pass every property; what a table cannot break holds for the default tables too."""

from pathlib import Path

import pytest

from translit.datafolder import find_data_folder
from translit.tables import load_table
from translit.testing import PROPERTIES, Subject, check_tables, load_tables
from translit.testing.searches import SEARCHES, search

TABLES = sorted((Path(__file__).parents[1] / "cases" / "sound_tables").glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_no_false_alarm(path: Path) -> None:
    assert check_tables(Subject([load_table(path)]), examples=15) == []


def test_there_are_twenty() -> None:
    assert len(TABLES) >= 20


@pytest.fixture(scope="module")
def default_tables() -> Subject:
    tables, findings = load_tables([find_data_folder() / "entities"])
    assert findings == []
    return Subject(tables)


def test_the_default_tables_are_taken_as_they_are_compiled(default_tables: Subject) -> None:
    assert default_tables.is_default
    assert len(default_tables.known) == len(default_tables.rows) > 150


@pytest.mark.parametrize("name", SEARCHES)
def test_searches_find_nothing_in_the_default_tables(name: str, default_tables: Subject) -> None:
    assert list(search(name, default_tables, 40)) == []


@pytest.mark.parametrize("name", [name for name, one in PROPERTIES.items() if one.checks])
def test_checks_find_nothing_in_the_default_tables(name: str, default_tables: Subject) -> None:
    assert PROPERTIES[name].find(default_tables, examples=0) == []
