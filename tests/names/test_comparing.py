"""Comparing names: the same, another, or not to be told."""

import json
from pathlib import Path

import pytest

from translit import compare_names

CASES = json.loads((Path(__file__).parents[1] / "cases" / "compare.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Choïgou", "Szojgu", True),
        ("Лукашенко", "Лукашевич", False),
        ("Шойгу", "Sjojgu", True),
        ("Лукашенко", "Лукашэнка", True),
        ("Wolodymyr Selenskyj", "Vladimir Zelenskiy", True),
        ("Зеленський", "Зеленська", False),
        ("Щербаков", "Schtscherbakow", True),
        ("Zelens’kyj", "ZELENSKYJ", True),
        ("Putin", "Zelensky", False),
        ("Щербаков", "Щербакова", False),
        ("", "Putin", None),
    ],
)
def test_names_are_compared_by_their_originals(one: str, other: str, same: bool | None) -> None:
    for a, b in ((one, other), (other, one)):
        comparison = compare_names(a, b)
        assert comparison.same is same, comparison.why
        assert comparison.why
        assert (comparison.score == 1.0) == (same is True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Schtscherbakow", "Chtcherbakov", True),
        ("Grigorenko", "Hryhorenko", True),
        ("Czajkowski", "Tschaikowski", True),
        ("Zhukov", "Joukov", True),
        ("Zhukov", "Zukova", None),
        ("Mironovs", "Mironoff", True),  # the Latvian nominative
        ("Kuklín", "Kouklin", True),  # an accent that only marks length
        ("Bykov", "Bõkov", True),
        ("Bykov", "Bokov", None),  # o is not õ
        ("Kaplin", "Čaplin", None),  # nor č a c
        ("Kotov", "Kosov", None),
        ("Ivanov", "Petrov", False),
    ],
)
def test_two_latin_spellings_are_read_backward(one: str, other: str, same: bool | None) -> None:
    assert compare_names(one, other).same is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(*pair, case["same"]) for case in CASES for pair in case["pairs"]],
    ids=[f"{case['kind']}: {' / '.join(pair)}" for case in CASES for pair in case["pairs"]],
)
def test_names_of_several_words(one: str, other: str, same: bool | None) -> None:
    for a, b in ((one, other), (other, one)):
        comparison = compare_names(a, b)
        assert comparison.same is same, comparison.why
        assert (comparison.score == 1.0) == (same is True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Григорьевич", "Григорович", True),
        ("Grigorjewitsch", "Hryhorovych", True),
        ("Рыгоравіч", "Григорьевич", True),
        ("Николаевна", "Миколаївна", True),
        ("Siarhiejevič", "Sergejewitsch", True),
        ("Пятровіч", "Petrovich", True),
        ("Nikitich", "Микитович", True),
        ("Васильевна", "Vasylivna", True),
        ("Васильевич", "Vasylivna", None),
        ("Pavlovich", "Petrovich", False),
        ("Janowicz", "Iwanowicz", None),  # surnames of their own
        ("Aliaksandr Ryhoravich Lukashenka", "Александр Григорьевич Лукашенко", True),
    ],
)
def test_patronymics_of_one_fathers_name_are_one(one: str, other: str, same: bool | None) -> None:
    for a, b in ((one, other), (other, one)):
        comparison = compare_names(a, b)
        assert comparison.same is same, comparison.why


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pyotr Tchaikovsky", "Peter Tschaikowski", None),
        ("Leo Tolstoy", "Lew Tolstoi", None),
        ("Pyotr Tchaikovsky", "Pavel Tschaikowski", False),
        ("Peter Petrenko", "Paul Petrenko", False),
        ("Pyotr Petrov", "Leo Petrov", False),
        ("Marie Petrova", "Marios Petrova", False),  # *Hérodote*, but no *Marie*, is of -ος
    ],
)
def test_a_given_name_may_be_translated(one: str, other: str, same: bool | None) -> None:
    for a, b in ((one, other), (other, one)):
        assert compare_names(a, b).same is same


@pytest.mark.parametrize(
    "name", ["A" * 64, "Ab" * 500, "A. " * 50, "x" * 10_000_000, "v " * 1_000_000, "щ" * 300]
)
def test_what_is_longer_than_a_name_cannot_be_told(name: str) -> None:
    for a, b in ((name, "Putin"), ("Putin", name), (name, name)):
        assert compare_names(a, b).same is None
        assert "than a name can" in compare_names(a, b).why


def test_a_long_word_is_compared_by_its_letters() -> None:
    word = "Schtscherbatschewskyjenko"
    assert compare_names(word, word.upper()).same is True
    assert compare_names(word, "Chtcherbatchevskyïenkoooo").same is not True
    assert compare_names(word, "Putin").same is False
