"""A large table of a user's places, each `alone`: what stands beside a spelling speaks, too."""

import json
from pathlib import Path

import pytest

from translit import Normalizer

FOLDER = Path(__file__).parents[1] / "cases"
CASES = json.loads((FOLDER / "users_places.json").read_text("utf-8"))


ROWS = 1_001  # more than anybody reads


@pytest.fixture(scope="module")
def normalizer(tmp_path_factory: pytest.TempPathFactory) -> Normalizer:
    others = "".join(f'[z-{at}]\nkind = "place"\nname = "Zzyzx {at}"\n' for at in range(ROWS))
    more = tmp_path_factory.mktemp("tables") / "more.toml"
    more.write_text(f"schema = 1\n{others}", "utf-8")
    return Normalizer(tables=[FOLDER / "users_places.toml", more])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text'][:40]}")
def test_a_place_of_a_user(case: dict[str, str], normalizer: Normalizer) -> None:
    assert normalizer.normalize(case["text"]) == case.get("expected", case["text"])


def test_who_writes_a_row_himself_is_taken_at_his_word() -> None:
    own = Normalizer(tables=FOLDER / "users_places.toml")
    assert own.normalize("They left Zhovtneve on Monday.") != "They left Zhovtneve on Monday."
