"""Offices: their words by language, gender and case, and how rows refer to them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pytest

from translit.lexicon import open_lexicon
from translit.tables import TableError, list_titles, load_offices, load_table

DATA = Path(__file__).parents[2] / "data"

OFFICES = """schema = 1
[former]
en = "former"
[premier]
en = ["premier", "head of government"]
de.m = "Regierungschef|-s"
de.f = "Regierungschefin"
pl.any = "szef|-a rządu"
pl.f = ["premierka|premierki"]
"""


def write(tmp_path: Path, content: str, name: str = "offices.toml") -> Path:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize(
    ("held", "lang", "gender", "in_cases", "titles"),
    [
        ("premier", "en", "m", True, ["premier", "head of government"]),
        ("former premier", "en", "f", True,
         ["premier", "head of government", "former premier", "former head of government"]),
        ("premier", "de", "m", True, ["Regierungschef", "Regierungschefs"]),
        ("premier", "de", "m", False, ["Regierungschef"]),
        ("premier", "de", "f", True, ["Regierungschefin"]),
        ("premier", "de", None, False, ["Regierungschef", "Regierungschefin"]),
        ("premier", "pl", "m", True, ["szef rządu", "szefa rządu"]),
        ("premier", "pl", "f", False, ["szef rządu", "premierka"]),
        ("former premier", "pl", "m", False, ["szef rządu"]),
        ("premier", "fr", "m", True, []),
    ],
)  # fmt: skip
def test_words(
    held: str,
    lang: str,
    gender: Literal["m", "f"] | None,
    in_cases: bool,
    titles: list[str],
    tmp_path: Path,
) -> None:
    offices = {office.id: office for office in load_offices(write(tmp_path, OFFICES))}
    assert list(list_titles(offices, [held], lang, gender, in_cases=in_cases)) == titles


@pytest.mark.parametrize(
    ("content", "line", "problem", "cure"),
    [
        ('[premier]\nen = "premier"\n\nde.w = "Frau"\n', 5, "unknown field `w`", "use one of any"),
        ("[premier]\nen = 5\n", 3, "`premier.en", ""),
        ('[premier]\nenglish = "premier"\n', 2, "no language code", "use a code"),
        ('[Premier]\nen = "premier"\n', 2, "`id` cannot be 'Premier'", "lower-case"),
    ],
)
def test_wrong_offices(content: str, line: int, problem: str, cure: str, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        load_offices(write(tmp_path, "schema = 1\n" + content))
    assert caught.value.line == line
    assert problem in caught.value.problem
    assert cure in caught.value.cure


ROW = 'schema = 1\n[x]\nkind = "{kind}"\nname = "Taras Hrymskyi"\noffices = {offices}\n'


@pytest.mark.parametrize(
    ("kind", "offices", "problem", "cure"),
    [
        ("person", '"presidnt"', "names no office: 'presidnt'", 'did you mean "president"?'),
        ("person", '["mayor", "former presidnt"]', "`offices[2]`", 'mean "former president"?'),
        ("person", '"ex mayor"', "names no office", "did you mean"),
        ("person", '"former"', "names no office: 'former'", ""),
        ("person", '"qqq"', "names no office: 'qqq'", "use one of activist, actor"),
        ("place", '"mayor"', "`offices` is for rows of kind `person`", "delete it"),
    ],
)
def test_wrong_references(kind: str, offices: str, problem: str, cure: str, tmp_path: Path) -> None:
    path = write(tmp_path, ROW.format(kind=kind, offices=offices), "names.toml")
    with pytest.raises(TableError) as caught:
        load_table(path)
    assert caught.value.line == 5
    assert problem in caught.value.problem
    assert cure in caught.value.cure


def test_rows_repeat_no_title_that_an_office_says(
    default_rows: Mapping[str, Mapping[str, Any]],
) -> None:
    offices = {office.id: office for office in load_offices(DATA / "offices.toml")}
    holders = {row_id: row for row_id, row in default_rows.items() if "offices" in row}
    assert len(holders) > 1000
    for row_id, row in holders.items():
        said = set(list_titles(offices, row["offices"], "en", row.get("gender")))
        assert said.isdisjoint(row.get("titles", ())), row_id


def test_offices_are_titles_of_a_table_of_ones_own(tmp_path: Path) -> None:
    path = write(tmp_path, ROW.format(kind="person", offices='"former mayor"'), "names.toml")
    for default_tables in (True, False):
        lexicon = open_lexicon([path], default_tables)
        known = lexicon.find_entity("x")
        assert known is not None
        assert set(lexicon.list_titles(known, "es")) == {
            "mayor",
            "former mayor",
            "alcalde",
            "alcaldesa",
        }
        assert lexicon.list_titles(known, "und") == ("mayor", "former mayor")
