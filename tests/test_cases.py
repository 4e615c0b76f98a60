"""Cases as data: what is rewritten, and what stays."""

import json
from pathlib import Path

import pytest

from translit import Normalizer, explain_names

CASES = Path(__file__).parent / "cases"


def load_cases(name: str) -> list[dict[str, str]]:
    cases: list[dict[str, str]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return cases


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer(lang="en")


@pytest.mark.parametrize("case", load_cases("rewrites"), ids=lambda case: case["text"])
def test_variants_become_canonical(case: dict[str, str], normalizer: Normalizer) -> None:
    assert normalizer.normalize(case["text"]) == case["expected"], case["why"]


@pytest.mark.parametrize("case", load_cases("stays"), ids=lambda case: case["text"])
def test_text_stays(case: dict[str, str], normalizer: Normalizer) -> None:
    assert normalizer.normalize(case["text"]) == case["text"], case["why"]


@pytest.mark.parametrize(
    "case", load_cases("styles"), ids=lambda case: case["style"] + case["text"]
)
def test_styles_print_their_own_forms(case: dict[str, str]) -> None:
    assert explain_names(case["text"], style=case["style"]).text == case["expected"], case["why"]


@pytest.mark.parametrize("case", load_cases("right"), ids=lambda case: case["text"])
def test_right_text_of_any_language_stays(case: dict[str, str]) -> None:
    """Under `auto` no form is better; under `news` what stands there names nothing, or declines."""
    assert explain_names(case["text"], style=case["style"]).text == case["text"], case["why"]


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        # what is sure becomes English still, in its case
        (
            "news",
            "Das sagte Schmyhal in Moskau, und es war nicht so.",
            "Das sagte Shmyhal in Moscow, und es war nicht so.",
        ),
        ("news", "Byl v Kyjevě, ale ne v Praze.", "Byl v Kyivě, ale ne v Prague."),
        ("news", "She gave to the Croix-Rouge again.", "She gave to the Red Cross again."),
        ("auto", "Mieszka w Khersonie, a nie w domu.", "Mieszka w Chersoniu, a nie w domu."),
        # names and English words are of no other language
        ("auto", "Selenskyj, Loukachenko", "Zelensky, Lukashenko"),
        ("auto", "Loukachenko: Selenskyj again", "Lukashenko: Zelensky again"),
    ],
)
def test_what_is_not_right_is_mended(style: str, text: str, expected: str) -> None:
    assert explain_names(text, style=style).text == expected
