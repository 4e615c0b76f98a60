"""translit decline: tables, JSON, and errors with their cure."""

import json

import pytest

from tests.cli.conftest import Command


def test_forms_are_a_table(command: Command) -> None:
    outcome = command("translit", "decline", "Zełenski", "--lang", "pl", "--gender", "m")
    rows = [line.split("\t") for line in outcome.out.decode().splitlines()]
    assert outcome.status == 0
    assert rows[:2] == [["nom", "Zełenski"], ["gen", "Zełenskiego"]]


def test_what_else_is_read_stands_after_what_is_written(command: Command) -> None:
    out = command("translit", "decline", "NATO", "--lang", "tr", "--kind", "acronym").out.decode()
    assert "gen\tNATO’nun\tNATO'nun\n" in out


def test_both_genders_are_shown_where_they_differ(command: Command) -> None:
    lines = command("translit", "decline", "Merkel", "--lang", "cs").out.decode().splitlines()
    assert lines[:2] == ["of a man:", "nom\tMerkel"]
    assert lines[lines.index("of a woman:") + 1] == "nom\tMerkelová"
    lines = command("translit", "decline", "Obama", "--lang", "hu").out.decode().splitlines()
    assert lines[0] == "nom\tObama"
    assert len(lines) == len({line.partition("\t")[0] for line in lines})


def test_a_name_is_given_its_nominative(command: Command) -> None:
    out = command("translit", "decline", "Putin", "--lang", "lt", "--gender", "m").out.decode()
    assert out.startswith("nom\tPutinas\ngen\tPutino\n")


@pytest.mark.parametrize(
    ("options", "case", "form"),
    [
        (("Unia Europejska", "--kind", "organization", "--words", "2"), "gen", "Unii Europejskiej"),
        (("Zełenski", "--plural"), "nom", "Zełenscy"),
        (("Kennedy", "--foreign", "--gender", "m"), "gen", "Kennedy’ego"),
    ],
)
def test_json(command: Command, options: tuple[str, ...], case: str, form: str) -> None:
    outcome = command("translit", "decline", *options, "--lang", "pl", "--json")
    assert json.loads(outcome.out)[0]["forms"][case][0] == form


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("--lang", "xx"), "unknown language “xx”; paradigms have be, bg"),
        (("--lang", "fr"), "“fr” (French) does not decline names; paradigms have be"),
        (("--lang", "pl", "--kind", "place", "--plural"), "kind place; say another --kind"),
    ],
)
def test_trouble_is_told_with_its_cure(
    command: Command, options: tuple[str, ...], what: str
) -> None:
    outcome = command("translit", "decline", "Putin", *options)
    assert outcome.status == 2
    assert what in outcome.err
