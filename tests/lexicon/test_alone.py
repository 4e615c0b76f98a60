"""Which spellings mean an entity also where nothing near says so."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from translit.lexicon import Known, Lexicon, open_lexicon
from translit.schemes import adds_endings, list_scheme_ids
from translit.tables import Row, Table

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "world" / "alone.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon((), default_tables=True)


def find(lexicon: Lexicon, entity_id: str) -> Known:
    known = lexicon.find_entity(entity_id)
    assert known is not None
    return known


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}-{case['text']}")
def test_what_stands_alone(case: dict[str, Any], lexicon: Lexicon) -> None:
    known = find(lexicon, case["id"])
    assert lexicon.stands_alone(known, case["text"]) == case["alone"]
    found = lexicon.alone.find_others(known, case["text"])
    assert set(found) == set(case.get("others", found if not case["alone"] else ()))


@pytest.mark.parametrize(
    "entity_id", ["lviv", "naberezhnye-chelny", "volodymyr-zelensky", "greece"]
)
def test_what_is_listed_stands_alone_or_may_be_something_else(
    entity_id: str, lexicon: Lexicon
) -> None:
    known = find(lexicon, entity_id)
    listed = list(lexicon.alone.list_printed(known))
    assert len(listed) == len(set(listed)) > 20
    for text in listed:
        others = lexicon.alone.find_others(known, text)
        assert lexicon.stands_alone(known, text) == (not others)


@pytest.mark.parametrize(
    ("entity_id", "is_one"),
    [
        ("ukraine", True),
        ("moscow", True),
        ("lviv", True),
        ("crimea", True),  # a dozen languages have a name for it
        ("syvash", False),
        ("gazprom", False),
        ("volodymyr-zelensky", True),
        ("olena-zelenska", False),
    ],
)
def test_countries_capitals_large_cities_and_who_is_alone_may(
    entity_id: str, is_one: bool, lexicon: Lexicon
) -> None:
    known = find(lexicon, entity_id)
    assert lexicon.alone.is_eligible(known) == is_one
    assert bool(list(lexicon.alone.list_printed(known))) == is_one


def open_rows(*rows: Row) -> Lexicon:
    return open_lexicon([Table("mine.toml", rows)], default_tables=True)


def list_alone(lexicon: Lexicon, entity_id: str, texts: Sequence[str]) -> list[str]:
    known = find(lexicon, entity_id)
    return [text for text in texts if lexicon.stands_alone(known, text)]


def place(entity_id: str, native: str, name: str, **fields: Any) -> Row:
    row = {"kind": "place", "name": name, "native": {"uk": native}, "in": ["ukraine"], **fields}
    return Row(entity_id, row, "mine.toml", 1, {})


def test_a_row_of_ones_own_may_refuse_it_for_all() -> None:
    lexicon = open_rows(
        place("hrymshyn", "Гримшин", "Hrymshyn", size="large"),
        place("drovshyn", "Дровшин", "Drovshyn", size="large", alone=False),
        place("klavshyn", "Клавшин", "Klavshyn"),
    )
    alone = ["Hrymschyn", "Hrymszyn", "Hrymšyn", "Hrõmšõn"]
    assert list_alone(lexicon, "hrymshyn", alone) == alone
    assert not list_alone(lexicon, "drovshyn", ["Drowschyn", "Drowszyn", "Drovšyn"])
    assert not list_alone(lexicon, "klavshyn", ["Klawschyn", "Kławszyn", "Klavšyn"])
    assert [known.id for known in lexicon.list_entities()] == ["drovshyn", "hrymshyn", "klavshyn"]


def test_a_name_of_ones_own_that_is_anothers_is_known_as_it() -> None:
    lexicon = open_rows(place("hrymiv", "Сівас", "Sivas", size="large"))
    assert lexicon.alone.find_others(find(lexicon, "hrymiv"), "Sivas") == (
        "entity sivas",
        "entity syvash",
    )
    lexicon = open_rows(place("hrymiv", "Бракк", "Brakk", size="large"))
    assert "family" in lexicon.alone.find_others(find(lexicon, "hrymiv"), "Brack")


def person(entity_id: str, native: str, name: str, **fields: Any) -> Row:
    row = {"kind": "person", "name": name, "native": {"uk": native}, "gender": "m", **fields}
    return Row(entity_id, row, "mine.toml", 1, {})


@pytest.mark.parametrize("both", [False, True])
def test_of_two_who_bear_a_name_one_row_says_who_is_meant(both: bool) -> None:
    lexicon = open_rows(
        person("taras", "Тарас Гримшин", "Taras Hrymshyn", alone=True),
        person("roman", "Роман Гримшин", "Roman Hrymshyn", alone=both),
    )
    found = lexicon.alone.find_others(find(lexicon, "taras"), "Hrymschyn")
    assert found == (("entity roman",) if both else ())


def test_who_bears_another_name_of_the_same_spelling_is_another() -> None:
    lexicon = open_rows(
        person("taras", "Тарас Гримшин", "Taras Hrymshyn", alone=True),
        person("roman", "Роман Хримшин", "Roman Khrymshyn"),
    )
    found = lexicon.alone.find_others(find(lexicon, "taras"), "Hrymšyn")
    assert found == ("entity roman",)


def test_an_alias_stands_alone_unless_it_needs_more() -> None:
    aliases: list[dict[str, Any]] = [
        {"text": "Grimmburg"},
        {"text": "Grimmstadt", "near": ["Ukraine"]},
        {"text": "Grimmtal", "as": "valley of {name}"},
    ]
    lexicon = open_rows(place("hrymshyn", "Гримшин", "Hrymshyn", size="large", aliases=aliases))
    texts = [alias["text"] for alias in aliases]
    assert list_alone(lexicon, "hrymshyn", texts) == ["Grimmburg"]


def test_an_alias_of_another_is_the_others_too() -> None:
    lexicon = open_rows(
        place("hrymshyn", "Гримшин", "Hrymshyn", aliases=[{"text": "Mother of Cities"}])
    )
    assert lexicon.alone.find_others(find(lexicon, "kyiv"), "Mother of cities") == (
        "entity hrymshyn",
    )


def test_an_alias_of_a_person_does_not_stand_alone() -> None:
    row = person(
        "taras", "Тарас Гримшин", "Taras Hrymshyn", alone=True, aliases=[{"text": "Grimmburger"}]
    )
    assert list_alone(open_rows(row), "taras", ["Grimmburger", "Hrymschyn"]) == ["Hrymschyn"]


def test_a_capital_need_not_be_large() -> None:
    lexicon = open_rows(place("hrymshyn", "Гримшин", "Hrymshyn", capital_of=["ukraine"]))
    assert list_alone(lexicon, "hrymshyn", ["Hrymschyn"]) == ["Hrymschyn"]


def test_doubled_letters_may_be_written_once() -> None:
    lexicon = open_rows(place("hrymivna", "Гримшинне", "Hrymshynne", size="large"))
    texts = ["Hrymschynne", "Hrymschyne", "Hrymmschyne"]
    assert list_alone(lexicon, "hrymivna", texts) == texts[:2]


def test_conventions_with_endings_of_their_own_are_few() -> None:
    targets = {one.partition("press-")[2] for one in list_scheme_ids("uk") if adds_endings(one)}
    assert targets == {"eo", "lt", "lv"}
