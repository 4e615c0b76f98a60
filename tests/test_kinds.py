"""Kinds of reported faults, as data: one file a kind in `cases/kinds`, a list of cases in each.

A case has an `input` and one of: `stays` (true: nothing changes), `expected` (the whole result),
`one_of` (the results that are right), `must_not` (parts that the result has not), or `contract`
(true: only what holds for every text is asked). `why` says it to the reader; `xfail` names the
reason for which a case is known to fail, strictly: when it passes, the reason must go.
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from translit import Edit, Normalizer

FOLDER = Path(__file__).parent / "cases" / "kinds"
ORACLES = {"stays", "expected", "one_of", "must_not", "contract"}

Case = dict[str, Any]


def load_kinds() -> list[tuple[str, Case]]:
    return [
        (path.stem, case)
        for path in sorted(FOLDER.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]


def as_parameters(cases: list[tuple[str, Case]], *, known: str) -> list[Any]:
    """The cases as pytest wants them; `known` is the key that marks a known failure."""
    return [
        pytest.param(
            case,
            id=f"{kind}-{case['input']}",
            marks=[pytest.mark.xfail(reason=case[known], strict=True)] if known in case else [],
        )
        for kind, case in cases
    ]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer(lang="en")


@pytest.mark.parametrize("case", as_parameters(load_kinds(), known="xfail"))
def test_kind(case: Case, normalizer: Normalizer) -> None:
    found = normalizer.normalize(case["input"])
    if "one_of" in case:
        assert found in case["one_of"], case["why"]
    elif "must_not" in case:
        assert not [part for part in case["must_not"] if part in found], f"{found}: {case['why']}"
    elif "stays" in case:
        assert found == case["input"], case["why"]
    elif "expected" in case:
        assert found == case["expected"], case["why"]


@pytest.mark.parametrize("case", as_parameters(load_kinds(), known="xfail_contract"))
def test_explanation_holds_its_contract(case: Case, normalizer: Normalizer) -> None:
    text = case["input"]
    explanation = normalizer.explain(text)
    assert normalizer.normalize(text) == explanation.text
    assert apply(text, explanation.edits) == explanation.text
    assert normalizer.normalize(explanation.text) == explanation.text

    mentions = explanation.mentions
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    edited = [m for m in mentions if m.status == "edit"]
    for edit in explanation.edits:
        assert edit.before != edit.after
        around = [m for m in mentions if m.start < edit.end and edit.start < m.end]
        assert [m.status for m in around] == ["edit"], edit
        assert around[0].start <= edit.start and edit.end <= around[0].end, edit
        assert around[0].entity_id == edit.entity_id
    for mention in edited:
        inside = [e for e in explanation.edits if mention.start <= e.start and e.end <= mention.end]
        assert inside, f"{mention} has the status edit, and no edit"


def test_each_case_says_what_is_right() -> None:
    for kind, case in load_kinds():
        assert len(ORACLES & case.keys()) == 1, (kind, case)
        assert case["why"], (kind, case)
        assert case.get("expected") != case["input"], f"{kind}: {case['input']!r} is a `stays`"


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with its edits applied from the left; an edit that overlaps is an error."""
    pieces, done = [], 0
    for edit in edits:
        assert done <= edit.start < edit.end, edit
        assert text[edit.start : edit.end] == edit.before
        pieces += [text[done : edit.start], edit.after]
        done = edit.end
    return "".join([*pieces, text[done:]])
