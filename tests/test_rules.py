"""Rules, as data: `cases/rules/CODE.json` holds what the rule of a reason decides, and what it
just does not.

A case that it decides has the `mention` and the `status` that it gets; one that it does not decide
has the text that is `expected`, or `stays`. Nothing is asked but what `explain` says.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from translit import Normalizer

FOLDER = Path(__file__).parent / "cases" / "rules"

Case = dict[str, Any]


def load_rules() -> dict[str, dict[str, list[Case]]]:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.json"))
    }


def list_cases(key: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code}-{case['text']}")
        for code, rule in load_rules().items()
        for case in rule[key]
    ]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


@pytest.mark.parametrize(("code", "case"), list_cases("decides"))
def test_rule_decides(code: str, case: Case, normalizer: Normalizer) -> None:
    mentions = normalizer.explain(case["text"]).mentions
    found = [(mention.text, mention.status, mention.reason) for mention in mentions]
    assert (case["mention"], case["status"], code) in found, case["why"]
    assert all(mention.why for mention in mentions if mention.reason == code)


@pytest.mark.parametrize(("code", "case"), list_cases("does_not"))
def test_rule_just_does_not_decide(code: str, case: Case, normalizer: Normalizer) -> None:
    explanation = normalizer.explain(case["text"])
    assert explanation.text == case.get("expected", case["text"]), case["why"]
    assert code not in {mention.reason for mention in explanation.mentions}, case["why"]


def test_each_rule_has_cases_on_both_sides() -> None:
    for code, rule in load_rules().items():
        assert len(rule["decides"]) >= 2 and len(rule["does_not"]) >= 2, code
        assert all(case["why"] for cases in rule.values() for case in cases), code
