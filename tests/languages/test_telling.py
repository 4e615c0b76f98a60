"""Telling the language of a text: by its small words, and of a short one by its other words."""

import pytest

from translit import Normalizer
from translit.languages import UNTOLD, Teller, find_teller, weigh_small_words
from translit.languages.telling import list_words


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Normalizer()._lexicon.teller


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Kyiv says that it was hit.", "en"),
        ("Scholz flies to Moscow in bid to avert war", "en"),
        ("NATO is putting unprecedented pressure on Belgrade to join", "en"),
        ("Nach dem Treffen in Minsk kam er nicht mehr nach Hause.", "de"),
        ("Il est arrivé avec la délégation dans une ville du sud.", "fr"),
        ("Nie wiadomo, czy prezydent wróci do kraju przed końcem roku.", "pl"),
        ("Presidentti sanoi, että hän ei ole vielä päättänyt asiasta.", "fi"),
        ("Az elnök azt mondta, hogy nem tudja, mikor lesz vége.", "hu"),
        ("Президент сказал, что не знает, когда это кончится.", "ru"),
        ("Президент сказав, що не знає, коли це скінчиться.", "uk"),
        ("Ο πρόεδρος είπε ότι δεν ξέρει πότε θα τελειώσει.", "el"),
        ("Vladimir Putin", UNTOLD),
        ("Putin i Lukashenko", UNTOLD),
        ("", UNTOLD),
        ("12:30, 45 %", UNTOLD),
    ],
)
def test_a_text_tells_its_language(text: str, lang: str, teller: Teller) -> None:
    assert teller.tell(text) == lang


def test_what_languages_share_tells_nothing() -> None:
    teller = Teller(weigh_small_words(()))
    assert teller.tell("der die das") == UNTOLD


def test_more_of_the_same_tells_more() -> None:
    once = find_teller().score(["według"])["pl"][0]
    assert find_teller().score(["według"] * 2)["pl"][0] > once


@pytest.mark.parametrize("name", ["Babyu's", "Babi\u0361u's", "Mye\u00adzha’s"])
def test_a_name_says_the_same_whatever_scheme_spells_it(name: str) -> None:
    assert list_words(name) == []
