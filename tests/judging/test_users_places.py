"""A large table of a user's places, each `alone`: what stands beside a spelling speaks, too."""

import json
from pathlib import Path

import pytest

from translit import Normalizer

FOLDER = Path(__file__).parents[1] / "cases"
CASES = json.loads((FOLDER / "users_places.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer(tables=FOLDER / "users_places.toml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:40]}")
def test_a_place_of_a_user(case: dict[str, str], normalizer: Normalizer) -> None:
    assert normalizer.normalize(case["text"]) == case.get("expected", case["text"])
