"""Rules, as data: what the rule of a reason decides, and what it just does not.

They stand in `cases/rules/CODE.json`.

What it gets wrong, and is known to, is in `fails`, with the text that were right.

A case that it decides has the `mention` and the `status` that it gets; one that it does not decide
has the text that is `expected`, or `stays`. Nothing is asked but what `explain` says. Then each row
of the tables is left out, each of its licences, and their order is changed.
"""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

from translit import Explanation, Normalizer
from translit.judging import SENTENCES, Judge, Reason, rules
from translit.judging.rule import PairRule, Rule, RuleTable

CASES = Path(__file__).parent / "cases"
FOLDER = CASES / "rules"
FAILURES = Path(__file__).parent.parent / "docs" / "what-can-go-wrong.md"
TABLES = ("READING_RULES", "DOCUMENT_RULES", "EDIT_RULES", "DAMAGE_RULES", "PAIR_RULES")
# Reasons that files add, and a user's list: their tests are elsewhere.
BY_OTHERS = {"unlisted", "keep-list", "markup"}
# Licences that the default tables have no person for: no row of one has a `place`, nor an alias of
# one word that wants a word near it, and a soft sign speaks of places alone.
OF_NO_PERSON = {"soft-sign", "told"}
# They lift what is right in another language, which no text shows; tests of their own ask them.
OF_OTHER_LANGUAGES = {"english-form", "own-name", "own-form", "head"}
# Rules of which nobody has found yet what they get wrong.
NO_FAILURE_KNOWN = {"other-language"}
ENGLISH = "en"

Case = dict[str, Any]
Row = Rule | PairRule
Replace = Callable[[str, list[Any]], None]


class Place(NamedTuple):
    """A row where it stands: the name of its table, and its number there."""

    table: str
    number: int

    @property
    def row(self) -> Any:
        return list(getattr(rules, self.table))[self.number]

    def replaced_by(self, *rows: Row) -> list[Row]:
        """Return the rows of the table with these in place of this one."""
        every = list(getattr(rules, self.table))
        return [*every[: self.number], *rows, *every[self.number + 1 :]]


def load_rules() -> dict[str, dict[str, list[Case]]]:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.json"))
    }


def list_cases(key: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code}-{case['text']}")
        for code, rule in load_rules().items()
        for case in rule.get(key, ())
    ]


def list_places() -> list[Place]:
    return [
        Place(table, number) for table in TABLES for number, _ in enumerate(getattr(rules, table))
    ]


def list_licences() -> list[Any]:
    return [
        pytest.param(place, licence, id=f"{name_row(place)}-{licence.code}")
        for place in list_places()
        for licence in getattr(place.row, "lifted_by", ())
        if not (place.row.of == "persons" and licence.code in OF_NO_PERSON)
        and licence.code not in OF_OTHER_LANGUAGES
    ]


def name_row(place: Place) -> str:
    """Say which row it is: some codes have several."""
    return f"{place.row.code}-{place.table}-{place.number}"


def list_texts() -> list[str]:
    """Return all texts that are in the cases of this folder, of every kind."""
    files = [path for path in sorted(CASES.rglob("*.json")) if path.parent.name != "imports"]
    content = [json.loads(path.read_text("utf-8")) for path in files]
    lines = (CASES / "traps.jsonl").read_text("utf-8").splitlines()
    return sorted(set(find_texts([*content, *map(json.loads, lines)])))


def find_texts(content: object, key: str = "") -> Iterator[str]:
    if isinstance(content, dict):
        for inner, value in content.items():
            yield from find_texts(value, inner)
    elif isinstance(content, list):
        for value in content:
            yield from find_texts(value, key)
    elif isinstance(content, str) and key in ("text", "input", "expected"):
        yield content


def list_reasons(explanation: Explanation) -> set[str]:
    return {mention.reason for mention in explanation.mentions if mention.reason}


def tell(explanation: Explanation) -> tuple[str, list[tuple[str, str]]]:
    """Return what came out, but for the reasons."""
    return explanation.text, [(one.text, one.status) for one in explanation.mentions]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer()


def explain(normalizer: Normalizer, case: Case) -> Explanation:
    """Say what comes of a case in its language: English, if it says no other."""
    return normalizer.explain_in(case.get("lang", ENGLISH), case["text"])


@pytest.fixture(scope="module")
def told(normalizer: Normalizer) -> Callable[[Case], Explanation]:
    """Say what comes of a case by the rules as they are."""
    known: dict[tuple[str, str], Explanation] = {}
    judges: dict[str, Judge] = {}

    def tell_case(case: Case) -> Explanation:
        lang, text = case.get("lang", ENGLISH), case["text"]
        if (lang, text) not in known:
            judge = normalizer._find_way(lang).judge
            assert judges.setdefault(lang, judge) is judge, (
                "asked for when the rules were others already"
            )
            known[lang, text] = explain(normalizer, case)
        return known[lang, text]

    return tell_case


@pytest.fixture
def replace(monkeypatch: pytest.MonkeyPatch, normalizer: Normalizer) -> Replace:
    """Put other rows in a table's place, for the test."""

    def put(table: str, rows: list[Any]) -> None:
        made = tuple(rows) if table == "PAIR_RULES" else RuleTable(*rows)
        monkeypatch.setattr(rules, table, made)
        for lang in {ENGLISH, *normalizer._ways}:
            way = normalizer._find_way(lang)
            judge = Judge(fuzzy="licensed" if lang == ENGLISH else "off", renamed="keep")
            monkeypatch.setitem(normalizer._ways, lang, way._replace(judge=judge))

    return put


@pytest.mark.parametrize(("code", "case"), list_cases("decides"))
def test_rule_decides(code: str, case: Case, normalizer: Normalizer) -> None:
    mentions = explain(normalizer, case).mentions
    found = [(mention.text, mention.status, mention.reason) for mention in mentions]
    assert (case["mention"], case["status"], code) in found, case["why"]
    assert all(mention.why for mention in mentions if mention.reason == code)


@pytest.mark.parametrize(("code", "case"), list_cases("does_not"))
def test_rule_just_does_not_decide(code: str, case: Case, normalizer: Normalizer) -> None:
    explanation = explain(normalizer, case)
    assert explanation.text == case.get("expected", case["text"]), case["why"]
    assert code not in {mention.reason for mention in explanation.mentions}, case["why"]


@pytest.mark.parametrize(("code", "case"), list_cases("fails"))
@pytest.mark.xfail(strict=True, reason="a known failure of the rule")
def test_rule_fails(code: str, case: Case, normalizer: Normalizer) -> None:
    assert explain(normalizer, case).text == case["expected"], case["why"]


@pytest.mark.parametrize(("code", "case"), list_cases("fails"))
def test_a_known_failure_is_of_its_rule_and_told(
    code: str, case: Case, normalizer: Normalizer
) -> None:
    assert code in list_reasons(explain(normalizer, case))
    told = case["text"].replace("\n", "<br>")  # a row of a table is one line
    assert f"| `{code}` | {told} | {case['why']} |" in FAILURES.read_text(encoding="utf-8")


def test_each_rule_has_cases_on_both_sides() -> None:
    for code, rule in load_rules().items():
        assert len(rule["decides"]) >= 2 and len(rule["does_not"]) >= 2, code
        assert rule.get("fails") or code in NO_FAILURE_KNOWN, code
        assert all(case["why"] for cases in rule.values() for case in cases), code


def test_each_code_has_a_file_and_each_file_a_code() -> None:
    codes = {place.row.code for place in list_places()}
    assert codes == load_rules().keys()
    assert codes | BY_OTHERS == SENTENCES.keys() == set(get_args(Reason))


@pytest.mark.parametrize("place", list_places(), ids=name_row)
def test_a_case_breaks_without_its_row(
    place: Place,
    normalizer: Normalizer,
    told: Callable[[Case], Explanation],
    replace: Replace,
) -> None:
    """On one of its cases no other rule holds: with the row gone, nothing there is refused."""
    code = place.row.code
    cases = load_rules()[code]["decides"]
    alone = [case for case in cases if list_reasons(told(case)) == {code}]
    replace(place.table, place.replaced_by())
    without = [(explain(normalizer, case), told(case)) for case in alone]
    assert any(tell(now) != tell(then) and not list_reasons(now) for now, then in without)


@pytest.mark.parametrize(("place", "licence"), list_licences())
def test_a_case_breaks_without_its_licence(
    place: Place,
    licence: Any,
    normalizer: Normalizer,
    told: Callable[[Case], Explanation],
    replace: Replace,
) -> None:
    cases = load_rules()[place.row.code]["does_not"]
    before = [told(case).text for case in cases]
    others = tuple(one for one in place.row.lifted_by if one is not licence)
    replace(place.table, place.replaced_by(place.row._replace(lifted_by=others)))
    assert [explain(normalizer, case).text for case in cases] != before


# On each, rules of several verdicts hold, and something else hangs on the mention.
OF_SEVERAL_RULES = (
    "Petro Lukaschenko fixed it. Lukaschenko left.",  # unknown word, other given name
    "Alexander Lukaschenko (Petro Lukashenka) spoke.",
    "Wolodymyr Selenskyj (Petro Zelenskyi) spoke.",
)


def mix(rows: list[Any]) -> list[Any]:
    return random.Random(15).sample(rows, len(rows))


@pytest.mark.parametrize("arrange", [lambda rows: rows[::-1], mix], ids=["backward", "mixed"])
def test_the_order_of_rows_changes_no_text(
    arrange: Callable[[list[Any]], list[Any]],
    normalizer: Normalizer,
    told: Callable[[Case], Explanation],
    replace: Replace,
) -> None:
    """It may only choose the reason that is told."""
    texts = [*OF_SEVERAL_RULES, *list_texts()]
    before = {text: told({"text": text}) for text in texts}
    for table in TABLES:
        replace(table, arrange(list(getattr(rules, table))))
    after = {text: normalizer.explain_in(ENGLISH, text) for text in texts}
    assert {text: found.text for text, found in after.items()} == {
        text: found.text for text, found in before.items()
    }
    assert any(list_reasons(after[text]) != list_reasons(before[text]) for text in texts)
