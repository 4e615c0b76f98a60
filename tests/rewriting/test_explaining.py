"""Why a name changes, in the order that helps the reader of the text."""

from itertools import chain
from pathlib import Path

import pytest

from translit import Normalizer
from translit.judging import rules

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"


@pytest.mark.parametrize(("lang", "named"), [("en", "English"), ("fi", "Finnish")])
def test_the_convention_of_the_language_of_the_text_is_named_first(lang: str, named: str) -> None:
    normalizer = Normalizer(style="news", tables=[NAMES], default_tables=False)
    (edit,) = normalizer.explain_in(lang, "Zelenskyi").edits
    assert edit.why.startswith(f"“Zelenskyi” is Зеленський in the {named} press convention, ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They met in Kijów.", "“Kijów” is the Polish form of Kyiv"),
        ("Laut Kuleba griff die Armee Kharkiv an.", "“Kharkiv” is the English form of the name"),
        (
            "Mieszkał w Chernihivie, zanim poznał Kulebę.",
            "“Chernihivie” is the English form of the name, in a case",
        ),
        (
            "Президент зустрівся з Лукашенком у Минску.",
            "“Минску” is the Russian form of the name, in a case",
        ),
        (
            "Alexander Lukashenko spoke. Later Lukaschnko left.",
            "“Lukaschnko” is a damaged “Lukaschenko”, which is the German form of the name",
        ),
        (
            "The summit of the Ivy countries was here.",
            "“Ivy countries” is listed as a spelling of CIS (Finnish: IVY-maat, "
            "machine-translated)",
        ),
        ("He saw Łukaszenka.", "“Łukaszenka” is Лукашэнка in the Polish press convention"),
        (
            "They flew to Charkiw, in Ukraine.",
            "“Charkiw” is Харків in the German press convention, the Polish press convention and 3 "
            "more schemes",
        ),
    ],
)
def test_a_newcomer_understands_why(default: Normalizer, text: str, why: str) -> None:
    assert why in [edit.why for edit in default.explain(text).edits]


@pytest.fixture(scope="module")
def default() -> Normalizer:
    return Normalizer()


def test_a_reason_has_one_sentence() -> None:
    tables = (rules.READING_RULES, rules.DOCUMENT_RULES, rules.EDIT_RULES, rules.DAMAGE_RULES)
    for rule in chain(*tables):
        assert rule.sentence == rules.SENTENCES[rule.code], rule.code
