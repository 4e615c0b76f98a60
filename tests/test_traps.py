"""Traps, as data: texts as a careful editor would have them, in `cases/traps.jsonl`.

The benchmark `resolution` counts their edits; here each one must come out right, but for those
that are known to fail, strictly, for the reason that stands beside them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from translit import Normalizer

TRAPS = Path(__file__).parent / "cases" / "traps.jsonl"


def load_traps() -> list[dict[str, str]]:
    return [json.loads(line) for line in TRAPS.read_text(encoding="utf-8").splitlines()]


def as_parameter(trap: dict[str, str]) -> Any:
    known = "xfail" in trap
    marks = [pytest.mark.xfail(reason=trap["xfail"], strict=True)] if known else []
    return pytest.param(trap, id=f"{trap['about']}-{trap['text']}", marks=marks)


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer(lang="en")


@pytest.mark.parametrize("trap", [as_parameter(trap) for trap in load_traps()])
def test_trap(trap: dict[str, str], normalizer: Normalizer) -> None:
    assert normalizer.normalize(trap["text"]) == trap["expected"], trap["why"]
