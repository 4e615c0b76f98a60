"""What is printed stays: no name grows with each pass, and none loses what stands in it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from translit import Normalizer
from translit.forms import list_growing
from translit.tables import Row, Table

CASES = json.loads((Path(__file__).parent / "cases" / "growing_names.json").read_text("utf-8"))
FORMS: list[str] = CASES["forms"]
CONSONANTS = {"b": "б", "d": "д", "l": "л", "m": "м", "n": "н", "p": "п", "r": "р", "t": "т"}
# A made-up word for each form, as English and as Ukrainian writes it.
WORDS = [
    (f"Hry{one}{two}u", f"Гри{CONSONANTS[one]}{CONSONANTS[two]}у")
    for one in CONSONANTS
    for two in CONSONANTS
    if one != two
]
KINDS = ("organization", "place", "person", "short")


def make_row(number: int, kind: str, form: str) -> Row:
    latin, native = WORDS[number]
    printed = form.replace("{}", latin)
    name: object = printed
    fields: dict[str, object] = {"kind": kind, "native": {"uk": native}}
    if kind in ("person", "short"):
        family = printed if kind == "person" else latin
        name = {"given": "Petro", "family": family}
        fields |= {"kind": "person", "gender": "m", "alone": True}
        fields["native"] = {"uk": {"given": "Петро", "family": native}}
    if kind == "short":
        fields["short"] = printed
    return Row(f"row-{number}", {**fields, "name": name}, "own.toml", number)


@pytest.fixture(scope="module")
def normalizers() -> dict[str, Normalizer]:
    tables = {
        kind: Table("own.toml", tuple(make_row(n, kind, form) for n, form in enumerate(FORMS)))
        for kind in KINDS
    }
    return {
        kind: Normalizer(tables=[table], default_tables=False) for kind, table in tables.items()
    }


def list_texts(number: int) -> Sequence[str]:
    latin, _ = WORDS[number]
    met = latin.replace("H", "G", 1)  # another scheme's spelling
    printed = FORMS[number].replace("{}", latin)
    return (
        f"They saw {met} there.",
        f"They saw {printed} there.",
        f"Petro {met} met {printed}; {met.upper()} and {printed.upper()}.",
        f"{met}’s friends, {met} & {latin}, {met}-on-Sea, {met} (Ukraine), {met} 24.",
        f"The {printed} of {met}, in {printed}. The {met}s.",
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(len(FORMS)), ids=FORMS)
def test_a_second_pass_changes_nothing(
    normalizers: dict[str, Normalizer], number: int, kind: str
) -> None:
    for text in list_texts(number):
        once = normalizers[kind].normalize(text)
        assert normalizers[kind].normalize(once) == once
        assert normalizers[kind].explain(text).text == once


@pytest.mark.parametrize("kind", ["organization", "place"])
@pytest.mark.parametrize("number", range(len(FORMS)), ids=FORMS)
def test_what_is_printed_is_the_whole_form_or_nothing(
    normalizers: dict[str, Normalizer], number: int, kind: str
) -> None:
    met, printed = (text.split("saw ")[1] for text in list_texts(number)[:2])
    normalizer = normalizers[kind]
    assert normalizer.normalize(f"They saw {printed}") == f"They saw {printed}"
    assert normalizer.normalize(f"They saw {met}") in (f"They saw {met}", f"They saw {printed}")


def test_names_of_plain_words_are_still_written(normalizers: dict[str, Normalizer]) -> None:
    for form in ("{} Nova", "The {}", "{} on the Sea", "{}-on-Sea", "{} II", "{} Inc."):
        number = FORMS.index(form)
        met, printed = (text.split("saw ")[1] for text in list_texts(number)[:2])
        assert normalizers["organization"].normalize(f"At {met}") == f"At {printed}"


def test_the_check_names_those_that_would_grow(normalizers: dict[str, Normalizer]) -> None:
    lexicon = normalizers["organization"]._lexicon
    found = set()
    for number, form in enumerate(FORMS):
        known = lexicon.find_entity(f"row-{number}")
        assert known is not None
        if list(list_growing(known)):
            found.add(form)
    assert {"{} & Co", "{}, Ukraine", "{} (Ukraine)", "{} 24", "St. {}", "{}'s", "the {}"} <= found
    assert not {"{} Nova", "The {}", "{} on the Sea", "{}-on-Sea", "{} II", "{} Inc."} & found


@pytest.mark.parametrize("template", CASES["aliases"])
def test_what_an_alias_becomes_does_not_grow(template: str) -> None:
    alias = {"text": "Obluda", "as": template.replace("{alias}", "Obluda")}
    row = {"kind": "organization", "name": "Hrymsk", "native": {"uk": "Гримськ"}}
    table = Table("own.toml", (Row("x", {**row, "aliases": [alias]}, "own.toml", 1),))
    normalizer = Normalizer(tables=[table], default_tables=False)
    once = normalizer.normalize("They saw Obluda there, and Grymsk.")
    assert normalizer.normalize(once) == once
    assert "Hrymsk." in once


def make_one(name: str, native: str) -> Normalizer:
    fields = {"kind": "organization", "name": name, "native": {"uk": native}}
    return Normalizer(
        tables=[Table("own.toml", (Row("x", fields, "own.toml", 1),))], default_tables=False
    )


@pytest.mark.parametrize("name", ["Hrymbadas & Co", "Hrymbadda & Co", "Hrymbadu & Co"])
def test_what_may_be_taken_for_the_name_does_not_grow(name: str) -> None:
    """The first word is no spelling of the native name, but like one, or it with an ending."""
    normalizer = make_one(name, "Гримбада")
    text = f"The {name} saw Hrymbada."
    assert normalizer.normalize(text) == text


def test_what_stands_between_the_words_is_printed() -> None:
    normalizer = make_one("Hrymda & Nova", "Гримда Нова")
    once = normalizer.normalize("They saw Grymda Nova.")
    assert once == "They saw Hrymda & Nova."
    assert normalizer.normalize(once) == once
