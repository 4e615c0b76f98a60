"""Variants: which spellings are derived, and by which schemes."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import variants
from translit.schemes import SchemeError, fold, swap_gender

# One original, its language, and spellings met in print that must be derived from it.
ATTESTED = [
    ("Лукашэнка", "be", "Lukashenka Łukaszenka Lukašenka"),
    ("Лукашенко", "ru", "Lukaschenko Loukachenko Loekasjenko Lukasjenko Lukashenko"),
    ("Аляксандр", "be", "Aliaksandr Alyaksandr"),
    ("Зеленський", "uk", "Zelenskyi Zelenskyy Selenskyj Zełenski Zelenszkij Zelens’kyj Zelensky"),
    ("Зеленский", "ru", "Zelenskiy Zelenskij Selenski Zelenski"),
    ("Володимир", "uk", "Volodymyr Wolodymyr Wołodymyr Volodimir"),
    ("Шойгу", "ru", "Szojgu Schoigu Choïgou Sjojgu Shoygu Shoigu Sjojgoe"),
    ("Київ", "uk", "Kyiv Kyjiw Kyïv"),
    ("Харків", "uk", "Kharkiv Charkiw"),
    ("Горбачёв", "ru", "Gorbachev Gorbatschow Gorbatchev Gorbaczow Gorbatšov Gorbachov"),
    ("Хрущёв", "ru", "Khrushchev Chruschtschow Khrouchtchev Chruszczow Hruštšov"),
]


@pytest.mark.parametrize(("name", "lang", "spellings"), ATTESTED)
def test_spellings_of_the_press_are_derived(name: str, lang: str, spellings: str) -> None:
    derived = {fold(spelling) for spelling in variants(name, lang)}
    assert {fold(spelling) for spelling in spellings.split()} <= derived


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=40))
def test_variants_stay_bounded(name: str) -> None:
    spellings = Counter(scheme for ids in variants(name, "ru").values() for scheme in ids)
    assert max(spellings.values()) <= 2 * 64  # as written, and with doubled letters written once


def test_the_other_gender_comes_on_request_only() -> None:
    assert "Zelenska" not in variants("Зеленський", "uk")
    assert "Zelenska" in variants("Зеленський", "uk", both_genders=True)


def test_a_scheme_is_applied_to_all_words() -> None:
    found = variants("Кривий Ріг", "uk")
    assert "uk/national-2010" in found["Kryvyi Rih"]
    assert "Krywyj Rih" in found


@pytest.mark.parametrize(
    ("name", "lang", "forms"),
    [
        ("Зеленський", "uk", ("Зеленська",)),
        ("Лавров", "ru", ("Лаврова",)),
        ("Лукашенко", "ru", ()),
        ("Ціханоўскі", "be", ("Ціханоўская",)),
    ],
)
def test_gender_counterparts(name: str, lang: str, forms: tuple[str, ...]) -> None:
    assert swap_gender(name, lang) == forms


def test_a_language_without_schemes_is_named() -> None:
    with pytest.raises(SchemeError, match="no scheme for the language “xx”"):
        variants("Шойгу", "xx")
