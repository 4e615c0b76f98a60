"""What rules ask in text of another language than English."""

import pytest

from translit import Normalizer
from translit.judging import licences, rules
from translit.judging.rule import RuleTable


def test_the_english_form_of_a_place_is_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """In German *Lviv* is surely the city, though the row is not `alone`."""
    text = "Zwei Züge mit Flüchtlingen aus Lviv kamen am frühen Morgen an."
    assert Normalizer().normalize(text) == text.replace("Lviv", "Lwiw")
    without = [
        row._replace(lifted_by=tuple(one for one in row.lifted_by if one.code != "english-form"))
        for row in rules.DOCUMENT_RULES
    ]
    assert licences.ENGLISH_FORM not in without[1].lifted_by
    monkeypatch.setattr(rules, "DOCUMENT_RULES", RuleTable(*without))
    assert Normalizer().normalize(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb, no English article before an apposition
        (
            "Le président biélorusse, Alexander Lukashenko, a gracié des prisonniers.",
            "Le président biélorusse, Alexandre Loukachenko, a gracié des prisonniers.",
        ),
        # a noun that follows a preposition makes no longer name
        (
            "Der Reaktorunfall von Chernobyl im April verstrahlte weite Teile des Landes.",
            "Der Reaktorunfall von Tschernobyl im April verstrahlte weite Teile des Landes.",
        ),
        # a noun before a name is no given name
        (
            "Der einstige Ölmagnat Khodorkovsky saß zehn Jahre in Haft.",
            "Der einstige Ölmagnat Chodorkowski saß zehn Jahre in Haft.",
        ),
        # nor is the name of a country
        (
            "Jak twierdzi prezydent Białorusi Lukashenko, nie będzie wojny.",
            "Jak twierdzi prezydent Białorusi Łukaszenka, nie będzie wojny.",
        ),
    ],
)
def test_what_stands_beside_a_name(text: str, expected: str) -> None:
    assert Normalizer().normalize(text) == expected
