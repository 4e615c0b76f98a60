"""How paradigms are chosen and put together, and how cases are read back."""

from typing import Any

import pytest

from translit.languages import (
    CaseReading,
    LanguageError,
    decline,
    find_word_before,
    make_feminine,
    make_nominative,
    read_case,
)


@pytest.mark.parametrize(
    ("name", "lang", "kind", "more", "case", "forms"),
    [
        ("Zełenski", "pl", "family", {"gender": "m"}, "gen", ("Zełenskiego",)),
        ("ZEŁENSKI", "pl", "family", {"gender": "m"}, "gen", ("ZEŁENSKIEGO",)),
        ("Merkel", "pl", "family", {"gender": "f"}, "gen", ("Merkel",)),
        ("Merkel", "pl", "family", {"gender": "m"}, "gen", ("Merkela",)),
        ("Eva", "cs", "given", {"gender": "f"}, "gen", ("Evy",)),
        # The longest ending wins, of one length the one that says more.
        ("Kekkonen", "fi", "family", {}, "gen", ("Kekkosen",)),
        ("Putin", "fi", "family", {}, "ade", ("Putinilla",)),
        ("Kiev", "fi", "place", {}, "ine", ("Kievissä",)),
        # A whole word is told by its capital: Lev, not Prokofjev.
        ("Lev", "cs", "given", {"gender": "m"}, "gen", ("Lva",)),
        # Acronyms go by their letters, and nothing of them is made great.
        ("NATO", "tr", "acronym", {}, "gen", ("NATO’nun", "NATO'nun")),
        ("EU", "fi", "acronym", {}, "ine", ("EU:ssa",)),
        # Several words: the last one, or as many as are said, or none.
        ("Avrupa Birliği", "tr", "organization", {}, "dat", ("Avrupa Birliği’ne",)),
        ("Unia Europejska", "pl", "organization", {"declines": 2}, "gen", ("Unii Europejskiej",)),
        ("Unia Europejska", "pl", "organization", {}, "gen", ()),
        ("Tel Awiw", "pl", "place", {"declines": -1}, "gen", ("Tel Awiwu",)),
        ("van Buren", "pl", "family", {"gender": "m"}, "gen", ("van Burena",)),
        ("Punainen risti", "fi", "organization", {}, "gen", ()),
        # Where a place lies does not decline.
        ("Ростов-на-Дону", "ru", "place", {}, "loc", ("Ростове-на-Дону",)),
        ("Frankfurt nad Menem", "pl", "place", {}, "gen", ("Frankfurtu nad Menem",)),
        # Of foreign original: other sounds are read, the letters are written.
        ("Chilcote", "hu", "family", {"foreign": True}, "dat", ("Chilcote-nak", "Chilcote-nek")),
    ],
)
def test_declining(
    name: str, lang: str, kind: Any, more: Any, case: str, forms: tuple[str, ...]
) -> None:
    found = decline(name, lang, kind, **more).get(case, ())
    assert found[: len(forms)] == forms
    assert bool(found) == bool(forms)


def test_a_name_without_a_paradigm_has_no_forms() -> None:
    assert decline("Putin", "fr", "family") == {}
    assert decline("Putin", "zh", "family") == {}
    assert decline("", "pl", "family") == {}


def test_the_base_form_is_the_first_case() -> None:
    assert next(iter(decline("Putin", "pl", "family", "m").items())) == ("nom", ("Putin",))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="unknown language “xx”"):
        decline("Putin", "xx", "family")
    with pytest.raises(LanguageError, match="unknown language “xx”"):
        read_case("Putina", "xx")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(LanguageError, match="it is one of family, given"):
        decline("Putin", "pl", "person")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "lang", "base", "case", "way"),
    [
        ("Trumpa", "pl", "Trump", "gen", ""),
        ("Londynie", "pl", "Londyn", "loc", ""),
        ("Merkelille", "fi", "Merkel", "all", ""),
        ("PUTINA", "pl", "PUTIN", "gen", ""),
        ("Mayové", "cs", "May", "gen", "feminine"),
        ("Merkelovou", "cs", "Merkel", "ins", "feminine"),
        ("Putino", "lt", "Putin", "gen", "nominative"),
        ("Putins", "lv", "Putin", "nom", "nominative"),
        ("Zelenszkijjel", "hu", "Zelenszkij", "ins", ""),
        ("Trump’ın", "tr", "Trump", "gen", ""),
        ("Trumpʼın", "tr", "Trump", "gen", ""),
        ("EU:ssa", "fi", "EU", "ine", ""),
        ("Niemczech", "pl", "Niemcy", "loc", ""),
        ("Володимира", "uk", "Володимир", "gen", ""),
        ("Ростове-на-Дону", "ru", "Ростов-на-Дону", "loc", ""),
    ],
)
def test_reading_back(word: str, lang: str, base: str, case: str, way: str) -> None:
    found = [one for one in read_case(word, lang) if one.base == base and one.way == way]
    assert found
    assert any(case in one.cases for one in found)


@pytest.mark.parametrize(
    ("word", "lang", "base", "way"),
    [
        ("Putinův", "cs", "Putin", "possessive"),
        ("Kiewer", "de", "Kiew", "adjective"),
        ("Putinismus", "de", "Putin", "follower"),
        ("putinowski", "pl", "putin", "adjective"),
    ],
)
def test_derived_words_are_read_as_such(word: str, lang: str, base: str, way: str) -> None:
    derived = [one for one in read_case(word, lang) if one.kind == "derived"]
    assert [(one.base, one.cases, one.way) for one in derived].count((base, (), way)) == 1
    assert not [one for one in read_case(word, lang, {"family"}) if one.kind == "derived"]


def test_a_reading_says_how() -> None:
    found = read_case("Zelenski’nin", "tr", {"family"})
    assert CaseReading("Zelenski", "family", None, None, ("gen",), "’") in found
    assert all(one.kind == "family" for one in found)


def test_a_longer_ending_of_another_paradigm_is_no_base_form() -> None:
    # Zelenski is *Zelenskiego*, so *Zelenskia* is none of his.
    assert not [one for one in read_case("Zelenskia", "pl") if one.base == "Zelenski"]


def test_sounds_that_the_letters_do_not_have_are_of_foreign_names() -> None:
    readings = [one for one in read_case("Putin’ın", "tr", {"family"}) if one.base == "Putin"]
    assert readings
    assert all(one.foreign for one in readings)


def test_what_is_put_to_an_acronym_is_small() -> None:
    assert not [one for one in read_case("GUS", "de", {"acronym"}) if one.base == "GU"]
    assert [one for one in read_case("EUs", "nb", {"acronym"}) if one.base == "EU"]
    assert not [one for one in read_case("EUs", "nb", {"family"}) if one.base == "EU"]


def test_names_that_a_language_makes() -> None:
    assert make_nominative("Sergej", "lt", "m")[0] == "Sergejus"
    assert make_nominative("Merkel", "lt", "f") == ("Merkel",)
    assert make_feminine("May", "cs")[0] == "Mayová"
    assert make_feminine("May", "pl") == ("May",)


@pytest.mark.parametrize(
    ("lang", "before", "name", "word", "check"),
    [
        ("fr", "de", "Odessa", "d’", False),
        ("fr", "D'", "Kharkiv", "De", False),
        ("fr", "de", "Ianoukovytch", "de", True),
        ("fr", "l’", "Russie", "le", True),
        ("hu", "a", "Odessza", "az", False),
        ("hu", "AZ", "Kijev", "A", False),
        ("es", "y", "Igor", "e", False),
        ("ca", "la", "Armènia", "l’", True),
        ("ca", "l’", "Armènia", "l’", False),
        ("pl", "w", "Lwów", "w", True),
    ],
)
def test_the_word_before(lang: str, before: str, name: str, word: str, check: bool) -> None:
    assert find_word_before(lang, before, name) == (word, check)


def test_a_word_that_does_not_change_before_names() -> None:
    assert find_word_before("fr", "avec", "Odessa") is None
    assert find_word_before("fi", "de", "Odessa") is None
    assert find_word_before("fr", "de", "") is None
