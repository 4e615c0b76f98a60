"""What rules ask in text of another language than English."""

from pathlib import Path

import pytest

from translit import Normalizer
from translit.judging import rules
from translit.judging.rule import RuleTable

LIFTED = [
    ("own-form", "pl", "Mieszka w Odessie, a nie w Krakowie.", "Odessie", "odesa"),
    (
        "own-name",
        "ru",
        "Султан Омана Кабус бен Саид не знал.",
        "Кабус бен Саид",
        "qaboos-bin-said",
    ),
    ("head", "cs", "Jak říká Merkelová, není to tak.", "Merkelová", "angela-merkel"),
]


@pytest.mark.parametrize(("code", "lang", "text", "mention", "entity_id"), LIFTED)
def test_what_is_right_in_another_language_is_found(
    code: str, lang: str, text: str, mention: str, entity_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A licence lifts what would hide it; it changes nothing."""

    def find() -> list[tuple[str, str | None]]:
        mentions = Normalizer().explain_in(lang, text).mentions
        return [(one.text, one.entity_id) for one in mentions if one.status == "canonical"]

    assert (mention, entity_id) in find()
    for name in ("READING_RULES", "DOCUMENT_RULES"):
        rows = [
            row._replace(lifted_by=tuple(one for one in row.lifted_by if one.code != code))
            for row in getattr(rules, name)
        ]
        monkeypatch.setattr(rules, name, RuleTable(*rows))
    assert (mention, entity_id) not in find()


def test_the_english_form_of_a_place_is_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """In German *Sochi* is surely the city, though the row is not `alone`."""
    text = "Zwei Züge mit Touristen aus Sochi kamen am frühen Morgen an."
    assert Normalizer().normalize(text) == text.replace("Sochi", "Sotschi")
    without = [
        row._replace(
            lifted_by=tuple(
                one for one in row.lifted_by if one.code not in ("english-form", "nothing-else")
            )
        )
        for row in rules.DOCUMENT_RULES
    ]
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


SPELLED_SO = [
    'aliases = ["Kijów"]',
    'aliases = [{text = "Kijów", lang = "pl"}]',
    'aliases = [{text = "Kijów", lang = "ga"}]',  # of which there is no file
    'aliases = ["Kijów"]\nnames.pt-BR = "Kijów"',
]


@pytest.mark.parametrize("spelled", SPELLED_SO)
def test_a_spelling_of_a_user_may_be_of_no_or_of_any_language(spelled: str, tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    row = f'[kyiv]\nkind = "place"\nname = "Kyiv"\nnative.uk = "Київ"\n{spelled}\n'
    table.write_text(f"schema = 1\n{row}")
    normalizer = Normalizer(tables=[table], default_tables=False, lang="de")
    assert normalizer.normalize("Er wohnt nahe Kijów.") == "Er wohnt nahe Kyjiw."


NO_NAMES = [
    ("lv", "Viņš to teica vakar.", "Viņš"),
    ("pt", "Os deputados votaram ontem.", "Os"),
    ("sv", "Han kom hem sent, och hon gick.", "Han"),
    ("es", "Tras la reunión no hubo acuerdo.", "Tras"),
    ("fr", "SOUS LA PLUIE, LA MARCHE CONTINUE", "SOUS"),
    ("cs", "Ano, přijde zítra.", "Ano"),
    ("hu", "Bár esett az eső, elindultak.", "Bár"),
    ("tr", "Yavaş ama emin adımlarla ilerliyor.", "Yavaş"),
]


@pytest.mark.parametrize(("lang", "text", "word"), NO_NAMES)
def test_what_a_sentence_starts_with_is_the_word(lang: str, text: str, word: str) -> None:
    """Some town or man far away is called so as well: *Osh, Ayub Khan, Liz Truss*."""
    found = Normalizer(lang=lang).explain(text).mentions
    assert not [one for one in found if one.text == word and one.status in ("edit", "canonical")]


KNOWN = [("tr", "Amsterdam dün karıştı."), ("es", "Madrid no respondió."), ("de", "Kurz sprach.")]


@pytest.mark.parametrize(("lang", "text"), KNOWN)
def test_what_all_know_is_found_where_a_sentence_starts(lang: str, text: str) -> None:
    """Or whoever is named in full elsewhere."""
    text = f"{text} Sebastian Kurz."
    assert Normalizer(lang=lang).explain(text).mentions[0].start == 0


@pytest.mark.parametrize("lang", ["ga", "os", "pt-BR"])
@pytest.mark.parametrize("text", ["Sergej Iwanow war da.", "Андрій Шевченко"])
def test_a_name_of_many_in_a_language_of_which_nothing_is_known_stays(lang: str, text: str) -> None:
    """A file may say so of itself; whose neighbour it is nobody asks."""
    assert Normalizer().explain_in(lang, text).text == text
