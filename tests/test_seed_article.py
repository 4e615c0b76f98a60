"""The article that this began with, to the byte."""

import json
from pathlib import Path

from translit import explain_names, normalize_names

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLE = "2023-02-17-lukashenko-putin"


def read_seed(ending: str) -> str:
    return (SEEDS / f"{ARTICLE}.{ending}").read_bytes().decode("utf-8")


def test_the_article_has_its_six_edits() -> None:
    explanation = explain_names(read_seed("txt"))
    edits = [[e.start, e.end, e.before, e.after, e.evidence] for e in explanation.edits]
    assert edits == json.loads(read_seed("edits.json"))
    assert explanation.text == read_seed("normalized.txt")


def test_a_second_pass_changes_nothing() -> None:
    assert normalize_names(read_seed("normalized.txt")) == read_seed("normalized.txt")
