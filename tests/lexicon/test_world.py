"""The world's names: what else a spelling may be."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench.train_persons import list_groups
from translit.lexicon import WorldName, open_lexicon
from translit.lexicon.world import SECTIONS, WorldNames, WorldTable, pack_world
from translit.lexicon.world_lists import find_persons
from translit.schemes import fold_marked

CASES = Path(__file__).parents[1] / "cases" / "world"


def load(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return rows


def find(text: str, as_written: bool = False) -> WorldName | None:
    return open_lexicon((), default_tables=True).find_world(text, as_written=as_written)


@pytest.mark.parametrize("case", load("names"), ids=lambda case: case["text"])
def test_what_else_a_spelling_is(case: dict[str, Any]) -> None:
    found = find(case["text"], case.get("as_written", False))
    assert (found is None) == case.get("nothing", False)
    if found is not None:
        for field in ("family", "given"):
            assert case.get(field, getattr(found, field)) == getattr(found, field)
        for field in ("places", "large"):
            assert list(getattr(found, field)) == case.get(field, list(getattr(found, field)))


@pytest.mark.parametrize("case", load("same"), ids=lambda case: " ".join(case["texts"]))
def test_which_spellings_are_of_one_name(case: dict[str, Any]) -> None:
    one, other = (find(text) for text in case["texts"])
    assert bool(one and other and one.is_same(other)) == case["same"]


def open_world(names: WorldNames) -> WorldTable:
    return WorldTable({name: memoryview(part) for name, part in pack_world(names).items()})


def test_a_name_is_given_or_family_by_what_is_known_of_its_other_spellings() -> None:
    names = WorldNames()
    names.add_persons(
        [["oleksandr", "olexandr"], ["zajczenko"], ["amél", "amal"]],
        ["Amal"],
        ["Oleksandr", "Amal"],
    )
    world = open_world(names)
    kinds = {
        name: (found.family, found.given)
        for name in ("Olexandr", "Zajczenko", "Amel")
        if (found := world.find(name, False))
    }
    assert kinds == {"Olexandr": (False, True), "Zajczenko": (True, False), "Amel": (True, True)}


def test_a_spelling_of_several_names_is_the_same_as_each() -> None:
    names = WorldNames()
    names.add_persons([["pavlo"], ["paulo", "pavel"], ["pavel", "pawel"]], (), ())
    world = open_world(names)
    pavel, paulo, pawel, pavlo = (
        world.find(one, False) for one in ("pavel", "paulo", "pawel", "pavlo")
    )
    assert pavel and paulo and pawel and pavlo
    assert len(pavel.same) == 2
    assert pavel.is_same(paulo) and pavel.is_same(pawel)
    assert not paulo.is_same(pawel) and not pavel.is_same(pavlo)


def test_a_country_with_one_large_place_of_a_name_has_a_large_one() -> None:
    names = WorldNames()
    names.add_places(
        [("Brest", "france", True), ("Brest", "france", False), ("Brëst", "peru", True)]
    )
    world = open_world(names)
    found, written = world.find("Brest", False), world.find("Brest", True)
    assert found and (found.places, found.large) == (("france", "peru"), ("france", "peru"))
    assert written and (written.places, written.large) == (("france",), ("france",))


def test_the_order_of_names_is_of_no_matter() -> None:
    places = [("Brest", "france", True), ("Sivas", "turkey", True), ("Sívas", "peru", False)]
    one, other = WorldNames(), WorldNames()
    for names, order in ((one, 1), (other, -1)):
        names.add_places(places[::order])
        names.add_persons([["pavel", "pavlo"], ["sivas"]], ["Brack", "Pavel"][::order], ())
    assert pack_world(one) == pack_world(other)
    assert set(pack_world(one)) == set(SECTIONS)


def test_the_file_of_names_that_are_one_is_sorted_and_folded() -> None:
    lines = find_persons().read_text("utf-8").splitlines()
    names = [line.split() for line in lines if not line.startswith("#")]
    assert names == sorted(names)
    assert len(names) == len({tuple(name) for name in names}) > 100_000
    assert all(name == sorted(set(name)) for name in names)
    for name in names[::500]:
        assert [fold_marked(spelling) for spelling in name] == name


def test_groups_are_read_with_their_latin_spellings() -> None:
    lines = [
        "selenskyj, Zelenský, зеленський, 泽连斯基 => Q1",
        "al-masri, x, الم => Q2",
        "minsk => Q3",
    ]
    assert list(list_groups(lines)) == [("selenskyj", "zelenský"), ("minsk",)]
