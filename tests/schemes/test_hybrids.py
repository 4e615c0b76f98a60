"""Spellings that are half of another language: read and compared by, and not looked up in text."""

import json
from pathlib import Path

import pytest

from translit import originals, variants
from translit.schemes import fold, list_hybrids, list_scheme_ids, load_scheme

CASES = json.loads((Path(__file__).parents[1] / "cases" / "hybrids.json").read_text("utf-8"))


def spell(lang: str, original: str) -> set[str]:
    hybrid = {fold(spelling) for spelling in load_scheme(f"{lang}/hybrid").spell(original)}
    return hybrid | set(map(fold, variants(original, lang)))


def test_hybrids_are_derived() -> None:
    missed = [s for lang, original, s in CASES if fold(s) not in spell(lang, original)]
    assert missed == ["Molodechno", "Babariko"]  # a vowel of each: а stands for о and for а


def test_they_are_no_schemes_of_the_language() -> None:
    assert list_hybrids("uk") == ("uk/hybrid",)
    assert list_hybrids("ru") == ()
    assert not any("hybrid" in one for one in list_scheme_ids())
    assert "Chernobaivka" not in variants("Чорнобаївка", "uk")


@pytest.mark.parametrize(
    ("lang", "original", "spelling"),
    [
        ("kk", "төлеген", "tulegen"),
        ("kk", "төлеген", "toulegen"),
        ("kk", "қасымов", "kassymow"),
        ("kk", "жұмағұлов", "żumagułow"),
        ("ky", "өмүрбек", "umurbek"),
        ("tt", "гөлнара", "gulnara"),
        ("uz", "ўрозов", "urozov"),
        ("uz", "қодиров", "kodirow"),
    ],
)
def test_names_come_by_way_of_russian(lang: str, original: str, spelling: str) -> None:
    by = [one for one in list_hybrids(lang) if spelling in load_scheme(one).spell(original)]
    assert by
    assert all(one.startswith(f"{lang}/hybrid-press-") for one in by)


def test_names_that_came_by_way_of_russian_are_read_back() -> None:
    found = originals("Kassymow", "kk")[0]
    assert found.schemes[-1] == "kk/hybrid-press-de"
    assert not any("hybrid" in one for one in list_scheme_ids("kk"))


@pytest.mark.parametrize(
    ("spelling", "original"), [("Chernobaivka", "Чорнобаївка"), ("Gorlovka", "Горлівка")]
)
def test_they_are_ranked_last(spelling: str, original: str) -> None:
    found = originals(spelling)
    assert set(found[0].schemes) != {"uk/hybrid"}  # some paper or list writes it so
    assert found[0].text != original
