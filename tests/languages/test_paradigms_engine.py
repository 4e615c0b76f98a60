"""The engine of paradigms by itself, on languages made up for it."""

from pathlib import Path
from typing import Any

import pytest

from translit.languages.case_reading import CaseReader
from translit.languages.declension import Declension, Forms
from translit.languages.endings import Orthography
from translit.languages.language_file import read_language

HEAD = """
schema = 1
title = "Made up"
code = "xx"
script = "Latin"
cases = ["nom", "gen", "ine"]
sounds = { C = "bcdfgklmnprstv", V = "aeiouäö" }
harmony = { back = "aou", front = "äöe", A = ["a", "ä"], O = ["o", "ö"] }
"""


@pytest.fixture
def make(tmp_path: Path) -> Any:
    """Makes a language of blocks: section, fields as TOML."""

    def make_declension(*blocks: str) -> Declension:
        path = tmp_path / "xx.toml"
        text = HEAD
        for block in blocks:
            section, _, fields = block.partition(": ")
            example = '["Bad", "nom", "Bad"]' if section == "paradigms" else '["Bad", "Bad"]'
            text += f"[[{section}]]\n" + fields.replace("; ", "\n") + f"\nexamples = [{example}]\n"
        path.write_text(text, encoding="utf-8")
        return Declension(read_language(path))

    return make_declension


CLASS = 'paradigms: of = ["family"]; after = "C"; forms = { gen = "{}a" }'
WOMEN = 'paradigms: of = ["family"]; gender = "f"; after = "C"; forms = { gen = "{}e" }'
LETTER = 'paradigms: of = ["family"]; after = "n"; forms = { gen = "{}i" }'
FOREIGN = 'paradigms: of = ["family"]; after = "C"; foreign = true; forms = { gen = "{}’o" }'
FAMILIES = (
    'paradigms: of = ["family"]; number = "pl"; after = "C"; forms = { nom = "{}y", gen = "{}ym" }'
)
HARMONIC = 'paradigms: of = ["family"]; after = "C"; forms = { ine = "{}s{A}s{O}" }'


def _list_genitives(
    declension: Declension, name: str, gender: Any = None, number: Any = None, foreign: bool = False
) -> tuple[str, ...]:
    forms: Forms = declension.decline(name, "family", gender, number, foreign)
    return forms.get("gen", ())


@pytest.mark.parametrize("order", [1, -1])
def test_letters_are_nearer_than_classes_and_genders_nearer_than_letters(
    make: Any, order: int
) -> None:
    declension = make(*[CLASS, WOMEN, LETTER][::order])
    assert _list_genitives(declension, "Putin", "m") == ("Putini",)
    assert _list_genitives(declension, "Putin", "f") == ("Putine",)
    assert _list_genitives(declension, "Bad", "m") == ("Bada",)


def test_paradigms_of_foreign_names_come_first_and_only_for_them(make: Any) -> None:
    declension = make(CLASS, WOMEN, FOREIGN)
    assert _list_genitives(declension, "Bad", "f") == ("Bade",)
    assert _list_genitives(declension, "Bad", "f", foreign=True) == ("Bad’o",)


def test_a_foreign_name_is_read_by_every_paradigm_of_foreign_names(make: Any) -> None:
    longer = FOREIGN.replace('"C"', '"ad"').replace("’o", "’x")
    declension = make(CLASS, FOREIGN, longer, FAMILIES)
    assert _list_genitives(declension, "Bad", foreign=True) == ("Bad’x", "Bad’o")
    assert _list_genitives(declension, "Bad", number="pl", foreign=True) == ("Badym",)


def test_plurals_of_families_are_made_only_when_asked_for(make: Any) -> None:
    declension = make(FAMILIES, CLASS)
    assert _list_genitives(declension, "Bad") == ("Bada",)
    assert declension.decline("Bad", "family", None, "pl", False)["nom"] == ("Bady",)
    found = CaseReader(declension).read("Badym")
    assert [(one.base, one.number) for one in found if one.cases == ("gen",)] == [("Bad", "pl")]


def test_a_plural_gives_way_to_a_longer_ending(make: Any) -> None:
    plural = CLASS.replace('["family"]', '["place"]; number = "pl"').replace("{}a", "{}ym")
    declension = make(plural, plural.replace('; number = "pl"', "").replace('"C"', '"ad"'))
    found = CaseReader(declension).read("Badym", {"place"})
    assert [one.number for one in found if one.base == "Bad"] == [None]


def test_whole_words_come_before_their_letters_and_stand_in_others(make: Any) -> None:
    ending = CLASS.replace('"C"', '"kos"; gender = "m"').replace("{}a", "kou")
    whole = CLASS.replace('"C"', '"Kos"').replace("{}a", "Kosa")
    for blocks in ((ending, whole), (whole, ending)):
        declension = make(*blocks)
        assert _list_genitives(declension, "Kos", "m") == ("Kosa",)
        assert _list_genitives(declension, "Nikos") == ("Nikou",)
        assert _list_genitives(declension, "Ana-Kos") == ("Ana-Kosa",)
        assert "Ana-Kos" in {one.base for one in CaseReader(declension).read("Ana-Kosa")}


def test_what_takes_the_place_of_all_letters_has_their_capital(make: Any) -> None:
    declension = make(CLASS.replace('"C"', '"kos"').replace("{}a", "lou"))
    assert _list_genitives(declension, "Kos") == ("Lou",)
    assert _list_genitives(declension, "kos") == ("lou",)


def test_letters_with_marks_are_of_the_class_of_their_letters(make: Any) -> None:
    declension = make(CLASS)
    assert _list_genitives(declension, "Vučić") == ("Vučića",)
    assert _list_genitives(declension, "Bé") == ()


def test_each_letter_in_braces_is_told_by_itself(make: Any) -> None:
    reader = CaseReader(make(HARMONIC))
    for word, foreign in (("Badsaso", False), ("Badsäsö", True), ("Badsasö", True)):
        found = [one for one in reader.read(word) if one.base == "Bad"]
        assert [one.foreign for one in found] == [foreign]
    assert [one.foreign for one in reader.read("Bädsäsö") if one.base == "Bäd"] == [False]


def test_sounds_are_not_asked_where_foreign_names_have_a_paradigm_of_their_own(make: Any) -> None:
    reader = CaseReader(make(HARMONIC, FOREIGN))
    assert [one.foreign for one in reader.read("Badsaso") if one.base == "Bad"] == [False]
    assert not [one for one in reader.read("Badsäsö") if one.base == "Bad"]


def test_what_a_language_makes_of_men_is_undone_for_men(make: Any) -> None:
    declension = make(
        CLASS.replace('["family"]', '["family"]; gender = "m"').replace('"C"', '"s"'),
        WOMEN.replace('"C"', '"s"'),
        'nominative: gender = "m"; after = "C"; to = "{}as"',
    )
    reader = CaseReader(declension)
    men, women = reader.read("Badasa"), reader.read("Badase")
    assert [one.gender for one in men if one.way == "nominative"] == ["m"]
    assert not [one for one in women if one.way]


def test_small_letters_keep_their_number(make: Any) -> None:
    letters: Orthography = make(CLASS).letters
    assert letters.lower("İZMİR") == "izmir"
