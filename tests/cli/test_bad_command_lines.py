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
    assert len(outcome.err.splitlines()) == 1 or outcome.err.startswith("usage: translit-fix")
    assert {path.name: path.read_text() for path in folder.iterdir() if path.is_file()} == files
