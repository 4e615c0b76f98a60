"""`--set ID=FORM` and `set` in pyproject.toml: one row overruled, as a row of one's own would."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

NAMES = """schema = 1
[hrymivka]
kind = "place"
name = "Hrymivka"
native.uk = "Гримівка"
[taras-hrymskyi]
kind = "person"
gender = "m"
name = "Taras Hrymskyi"
native.uk = "Тарас Гримський"
alone = true
[li-nuan]
kind = "person"
name = { family = "Li", given = "Nuan", order = "family-first" }
native.zh = "李暖"
reading.zh = "Lǐ Nuǎn"
"""
OWN = ["--no-default-tables", "--table", "names.toml"]


@pytest.fixture
def tree(folder: Path) -> Path:
    (folder / "names.toml").write_text(NAMES, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        (["--set", "hrymivka=Grymivka"], "In Hrymivka.", "In Grymivka."),
        (["--set", "hrymivka = Grymivka "], "In Hrymiwka.", "In Grymivka."),
        (["--set", "taras-hrymskyi=Taras Grymskyj"], "Hrymskij left.", "Grymskyj left."),
        (["--set", "li-nuan=Lee Nuan"], "Li Nuan left.", "Lee Nuan left."),
        (["--set", "hrymivka=A", "--set", "hrymivka=Grymo"], "In Hrymivka.", "In Grymo."),
        (["--style", "de", "--set", "hrymivka=Grymo"], "In Hrymivka.", "In Grymo."),
        (["--style", "de"], "In Hrymivka.", "In Hrymiwka."),
    ],
)
def test_a_form_is_overruled(
    command: Command, tree: Path, options: list[str], text: str, expected: str
) -> None:
    outcome = command("translit-fix", *OWN, *options, stdin=text.encode())
    assert (outcome.status, outcome.out.decode()) == (0, expected), outcome.err


def test_a_row_of_the_default_tables_is_overruled(command: Command, tree: Path) -> None:
    outcome = command(
        "translit-fix", "--set", "kyiv=Kiev", stdin="Kijów is old. They left Kyiv.".encode()
    )
    assert (outcome.status, outcome.out.decode()) == (0, "Kiev is old. They left Kiev.")


def test_settings_say_it_and_the_command_line_is_stronger(command: Command, tree: Path) -> None:
    (tree / "pyproject.toml").write_text(
        '[tool.translit-fix]\ntable = ["names.toml"]\ndefault-tables = false\n'
        'set = { hrymivka = "Grymo", taras-hrymskyi = "Taras Grymskyj" }\n'
    )
    text = b"Hrymskyi in Hrymivka."
    assert command("translit-fix", stdin=text).out == b"Grymskyj in Grymo."
    outcome = command("translit-fix", "--set", "hrymivka=Hrym", stdin=text)
    assert outcome.out == b"Grymskyj in Hrym."


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("hrymivk=X", "--set hrymivk: no table has a row `hrymivk`; the nearest are hrymivka"),
        ("zzzz=X", "no table has a row `zzzz`; `translit entity NAME` tells ids"),
        ("hrymivka=…", "--set hrymivka: `hrymivka`: `name`"),
        ("hrymivka=", "“hrymivka=” is not ID=FORM, such as kyiv=Kyiv"),
        ("hrymivka", "“hrymivka” is not ID=FORM, such as kyiv=Kyiv"),
        ("=Kyiv", "is not ID=FORM"),
        ("taras-hrymskyi=A B C D", "has more than three words"),
    ],
)
def test_what_cannot_be_is_refused(command: Command, tree: Path, form: str, message: str) -> None:
    outcome = command("translit-fix", *OWN, "--set", form, stdin=b"x")
    assert outcome.status == 2 and not outcome.out
    assert message in outcome.err


@pytest.mark.parametrize("value", ['"kyiv=Kyiv"', "{ kyiv = 3 }", '{ kyiv = "" }', "[1]"])
def test_a_wrong_setting_is_refused(command: Command, tree: Path, value: str) -> None:
    (tree / "pyproject.toml").write_text(f"[tool.translit-fix]\nset = {value}\n")
    outcome = command("translit-fix", stdin=b"x")
    assert outcome.status == 2
    assert "[tool.translit-fix] set must be a map of ids to forms" in outcome.err


def test_an_unknown_id_of_the_settings_names_their_file(command: Command, tree: Path) -> None:
    (tree / "pyproject.toml").write_text('[tool.translit-fix]\nset = { kyyiv = "Kyiv" }\n')
    outcome = command("translit-fix", stdin=b"x")
    assert outcome.status == 2
    assert "pyproject.toml: [tool.translit-fix] set: no table has a row `kyyiv`" in outcome.err
    assert "kyiv" in outcome.err.partition("nearest are")[2]
