"""Each scheme file is checked when it loads: its letters, its rules and its own examples."""

import json
import tomllib
from pathlib import Path

import pytest

from translit.datafolder import find_data_folder
from translit.schemes import (
    SchemeError,
    fold,
    list_scheme_ids,
    load_scheme,
    load_scheme_file,
    romanize,
)

CASES = Path(__file__).parent.parent / "cases"


@pytest.mark.parametrize("scheme_id", list_scheme_ids())
def test_every_scheme_loads_with_its_examples(scheme_id: str) -> None:
    assert load_scheme(scheme_id).id == scheme_id


@pytest.mark.parametrize(
    "case",
    json.loads((CASES / "broken_schemes.json").read_text(encoding="utf-8")),
    ids=lambda case: case["defect"],
)
def test_a_wrong_scheme_is_refused_with_file_and_line(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(case["content"], encoding="utf-8")
    with pytest.raises(SchemeError) as error:
        load_scheme_file("uk/wrong", str(path))
    assert str(error.value).startswith(f"{path}:{case['line']}: ")
    assert case["message"] in str(error.value)


@pytest.mark.parametrize(
    ("name", "scheme", "expected"),
    [
        ("ЩЕРБИЦЬКИЙ", "uk/press-de", "SCHTSCHERBYZKYJ"),
        ("Щербицький", "uk/national-2010", "Shcherbytskyi"),
        ("Ростов-на-Дону", "ru/bgn-pcgn-1947-plain", "Rostov-na-Donu"),
        ("Дзмiтрый", "be/bgn-pcgn-1979-plain", "Dzmitryy"),  # with a Latin i, as lists have it
        ("Є", "uk/national-2010", "Ye"),
    ],
)
def test_shape_and_gaps_stay(name: str, scheme: str, expected: str) -> None:
    assert romanize(name, scheme) == expected


@pytest.mark.parametrize(
    ("name", "scheme", "message"),
    [
        ("Шойгу", "ru/press-xx", "did you mean"),
        ("Шойгу", "", "translit schemes"),
        ("Київ", "ru/press-de", "U+0457"),
        ("習近平", "ru/press-de", "no letter"),
    ],
)
def test_what_a_scheme_cannot_write_is_said(name: str, scheme: str, message: str) -> None:
    with pytest.raises(SchemeError, match=message.replace("+", r"\+")):
        romanize(name, scheme)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Zelens’kyj", "zelenskyj"),
        ("Zełenśki", "zelenski"),
        ("Zahir”ya", "zahirya"),
        ("Йожеф", "йожеф"),
        ("Хрущёв", "хрущев"),
        ("Straße", "strasse"),
        ("Lukаshenko", "lukashenko"),  # with CYRILLIC SMALL LETTER A
        ("\ud800x", "\ud800x"),
    ],
)
def test_folding(word: str, key: str) -> None:
    assert fold(word) == key


def test_what_is_checked_says_by_what() -> None:
    for path in sorted((find_data_folder() / "schemes").glob("*/*.toml")):
        fields = tomllib.loads(path.read_text("utf-8"))
        rests = fields["source"].replace("the alternates from knowledge", "")
        if fields.get("checked", True):
            assert "knowledge" not in rests, path
        assert fields["source"], path
