"""Variants: which spellings are derived, and by which schemes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import romanize, variants
from translit.schemes import SchemeError, fold, list_scheme_ids, load_scheme, swap_gender

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
    found = variants(name, "ru")
    folded = {(scheme, fold(spelling)) for spelling, ids in found.items() for scheme in ids}
    by_scheme = Counter(scheme for scheme, _ in folded)
    # As written and with doubled letters written once; without an ending and with one or two.
    assert max(by_scheme.values()) <= 64 * 2 * 3


def test_a_letter_that_a_language_between_leaves_out_is_no_fault() -> None:
    assert "H" in variants("Հ", "hy")  # by way of Ukrainian it is nothing at all


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


@pytest.mark.parametrize(
    ("name", "lang", "kind", "spelling", "is_given"),
    [
        ("Саратов", "ru", "place", "Saratova", True),
        ("Киров", "ru", "person", "Kirova", False),  # a woman's name
        ("Киров", "ru", None, "Kirova", False),
        ("Омск", "ru", None, "Omska", True),
        ("Путин", "ru", "person", "Putins", True),
        ("Путин", "ru", "place", "Putins", False),
        ("Лукашевич", "ru", "person", "Lukaševičius", True),
        ("Симферополь", "ru", "place", "Simferopolis", True),
        ("Волгоград", "ru", None, "Volgogrado", True),
        ("Тарасов", "ru", None, "Tarásov", True),
    ],
)
def test_endings_go_with_the_kind_of_name(
    name: str, lang: str, kind: str | None, spelling: str, is_given: bool
) -> None:
    assert (spelling in variants(name, lang, kind=kind)) is is_given


@pytest.mark.parametrize("lang", ["uk", "ru", "bg", "kk"])
def test_a_word_longer_than_any_name_has_one_spelling_a_scheme(lang: str) -> None:
    schemes = [load_scheme(scheme_id) for scheme_id in list_scheme_ids(lang)]
    spelled = {count: [len(list(s.spell("ха" * count))) for s in schemes] for count in (32, 33)}
    assert max(spelled[32]) > 1
    assert max(spelled[33]) == 1


def test_a_long_word_is_still_romanized() -> None:
    assert romanize("х" * 10_000, "uk/national-2010") == "kh" * 10_000


READING = re.compile(r'`native\.(\w+) = "(.+?)"`, `reading\.\w+ = "(.+?)"`')


def test_a_script_that_hides_its_sounds_asks_for_the_reading() -> None:
    text = (Path(__file__).parents[2] / "data" / "README.md").read_text("utf-8")
    examples = READING.findall(text)
    assert {lang for lang, _, _ in examples} == {"zh", "ja", "ar", "fa", "he"}
    for lang, native, reading in examples:
        assert variants(reading, lang)
        with pytest.raises(SchemeError, match=rf"give the reading, here or as `reading\.{lang}`"):
            variants(native, lang)
    with pytest.raises(SchemeError, match="is the name in another language"):
        romanize("Ђоковић", "uk/national-2010")


def test_a_message_has_no_more_of_a_word_than_can_be_read() -> None:
    with pytest.raises(SchemeError, match=r"cannot write “a{64}…”") as raised:
        romanize("a" * 100_000, "ru/press-de")
    assert len(str(raised.value)) < 300
