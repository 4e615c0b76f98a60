"""Whatever is wrong with a command line: one clear message, exit status 2, nothing written."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

CASES = Path(__file__).parents[1] / "cases"
BAD_COMMAND_LINES = json.loads((CASES / "bad_command_lines.json").read_text(encoding="utf-8"))
_ROW = 'schema = 1\n[minsk-fire-brigade]\nkind = "organization"\nname = "Minsk Fire Brigade"\n'


@pytest.fixture
def files(folder: Path) -> dict[str, str]:
    contents = {
        "good.txt": "Łukaszenka spoke.",
        "unknown-field.toml": _ROW + 'colour = "red"\n',
        "broken.toml": "schema = 1\n[unclosed\n",
        "a.toml": _ROW,
        "b.toml": _ROW,
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "folder").mkdir()
    return contents


@pytest.mark.parametrize("case", BAD_COMMAND_LINES, ids=lambda case: case["why"])
def test_bad_command_line(
    case: dict[str, list[str]], command: Command, folder: Path, files: dict[str, str]
) -> None:
    outcome = command("translit-fix", *case["argv"])
    assert outcome.status == 2
    assert outcome.out == b""
    assert case["message"] in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.startswith("translit-fix: ") and outcome.err.count("\n") == 1
    assert {path.name: path.read_text() for path in folder.iterdir() if path.is_file()} == files


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("translit", "translit: the following arguments are required: COMMAND; `translit --help`"),
        ("translit fx", "translit: argument COMMAND: invalid choice: 'fx' (choose from"),
        ("translit --fix", "translit: the following arguments are required: COMMAND"),
        ("translit --style de explain Kiev", "translit: argument COMMAND: invalid choice: 'de'"),
        ("translit fix --inplace a", "translit fix: unrecognized arguments: --inplace (did you"),
        ("translit fix --outputdir=x a", "(did you mean --output-dir?); `translit fix --help`"),
        (
            "translit fix --in a",
            "translit fix: unrecognized arguments: --in; `translit fix --help`",
        ),
        ("translit fix -i a", "translit fix: unrecognized arguments: -i; `translit fix --help`"),
        ("translit fix --table", "translit fix: argument --table: expected one argument; `"),
        ("translit explain", "translit explain: the following arguments are required: TEXT; `"),
        ("translit explain a --renamed no", "translit explain: argument --renamed: invalid choice"),
        ("translit compare a", "translit compare: the following arguments are required: B; `"),
        ("translit compare a b c", "translit compare: unrecognized arguments: c; `"),
        ("translit variants a --langs uk", "(did you mean --lang?); `translit variants --help`"),
        ("translit table", "translit table: the following arguments are required: COMMAND; `"),
        ("translit table check a --example 3", "(did you mean --examples?); `translit table check"),
        ("translit lexicon build --jobs x", "translit lexicon build: argument --jobs: “x” is not"),
        ("translit-fix --check --in-place a", "translit-fix: argument --check: goes alone or"),
    ],
)
def test_a_wrong_command_line_is_one_line(command: Command, line: str, said: str) -> None:
    outcome = command(*line.split())
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, b"", 1)
    assert said in outcome.err
    assert "--help` shows how it is used" in outcome.err
