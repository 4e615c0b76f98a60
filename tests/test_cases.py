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
