"""Text in other languages: foreign spellings become its own, and what was right stays."""

import json
from pathlib import Path
from typing import TypedDict

import pytest

from translit import Normalizer

CASES = Path(__file__).parent / "cases"
# Foreign spellings in base form; and in all cases, left by a translator who declines by ear.
FOLDERS = ("languages", "inflected")


class Case(TypedDict, total=False):
    text: str
    expected: str
    kept: str
    judged: str
    about: str


def list_cases() -> list[object]:
    return [
        pytest.param(
            case["text"],
            case["expected"],
            id=f"{folder}-{path.stem}-{number}",
            marks=[pytest.mark.xfail(strict=True, reason=case["kept"])] if "kept" in case else [],
        )
        for folder in FOLDERS
        for path in sorted((CASES / folder).glob("*.json"))
        for number, case in enumerate(json.loads(path.read_text("utf-8")), 1)
    ]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


@pytest.mark.parametrize(("text", "expected"), list_cases())
def test_a_text_gets_the_forms_of_its_language(
    text: str, expected: str, normalizer: Normalizer
) -> None:
    result = normalizer.explain(text)
    assert result.text == expected
    assert normalizer.normalize(text) == result.text
    assert normalizer.normalize(result.text) == result.text


@pytest.mark.parametrize(
    "text",
    [
        "Därför ville han inte resa den vintern, sade hon till tidningen.",
        "Klicka här om du vill läsa mer om vad som hände i går.",
        "Seul le nord du pays a été touché par les inondations de cette semaine.",
        "Nie było tam wielu Niemców, bo wszyscy wyjechali przed wojną.",
        "Na Cipru je bilo včeraj zelo vroče, zato so ostali doma.",
        "Zełenskiego i Łukaszenki nie było na tym spotkaniu w stolicy.",
        "Angela Merkels Kanzlerschaft endete nach sechzehn Jahren.",
        "Die Völker des Kaukasus haben viele Sprachen und Bräuche.",
        "L'Union européenne et les Nations unies ont condamné l'attaque.",
        "Jan Paweł II odwiedził to miasto dwa razy w ciągu roku.",
        "Mesut Özil spielte viele Jahre in der deutschen Mannschaft.",
    ],
)
def test_a_text_that_was_right_stays(text: str, normalizer: Normalizer) -> None:
    assert normalizer.normalize(text) == text
