"""What the README shows is what happens: its examples are run.

Its `sh` blocks are the set-up commands; they are run on a fresh copy of the tree by `.ci/run`.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.examples import ROOT, list_blocks, replay, run_python

README = ROOT / "README.md"


def test_python_examples(example_folder: Path) -> None:
    assert not run_python(README)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
def test_console_examples(example_folder: Path) -> None:
    blocks = list_blocks(README, "console")  # in order: a later one may read what one wrote
    assert [replay(block) for block in blocks] == blocks


def test_it_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 160


def test_set_up_commands_are_the_first_two_blocks() -> None:
    assert len(list_blocks(README, "sh")) == 2


def test_it_counts_what_there_is() -> None:
    text = README.read_text("utf-8")
    tables = (ROOT / "data" / "entities").rglob("*.toml")
    rows = sum(len(re.findall(r"^\[[^\[]", path.read_text("utf-8"), re.M)) for path in tables)
    told = int(text.partition("It knows some ")[2].partition(" ")[0].replace(",", ""))
    assert abs(told - rows) < 0.1 * rows, f"{rows} rows"
    styles = {path.stem for path in (ROOT / "data" / "styles").glob("*.toml")}
    languages = {path.stem for path in (ROOT / "data" / "languages").glob("*.toml")}
    printed = 1 + len(styles & languages)  # and English, by `news`
    assert f"Text in {printed} languages" in text
