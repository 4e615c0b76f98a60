"""What the README and the pages of docs/ show is what happens: their examples are run.

The README's `sh` blocks are the set-up commands; they are run on a fresh copy of the tree by
`.ci/run`. That the pages hang together is tested in `test_pages.py`.
"""

import doctest
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sysconfig.get_path("scripts")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def list_blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def list_pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if list_blocks(page, language)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the examples read, so that those that write leave the checkout alone."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", list_pages_with("python"), ids=lambda page: page.name)
def test_python_examples(page: Path, folder: Path) -> None:
    # The example of Spark needs a cluster: tests/integrations/test_spark.py runs it.
    blocks = [block for block in list_blocks(page, "python") if "pyspark" not in block]
    parser, names, said = doctest.DocTestParser(), dict[str, object](), list[str]()
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for block in blocks:  # in order: a later one may use what an earlier one made
        examples = parser.get_doctest(block, names, page.name, page.name, 0)
        assert examples.examples
        runner.run(examples, out=said.append, clear_globs=False)
        names = examples.globs
    assert not said, "".join(said)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
@pytest.mark.parametrize("page", list_pages_with("console"), ids=lambda page: page.name)
def test_console_examples(page: Path, folder: Path) -> None:
    blocks = list_blocks(page, "console")  # in order: a later one may read what one wrote
    assert [replay(block) for block in blocks] == blocks


def replay(block: str) -> str:
    """Run the commands of a block (`$`, going on after `>`) as a terminal shows them."""
    screen = ""
    for command in re.findall(r"^\$ .*\n(?:> .*\n)*", block, re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", re.sub(r"^[$>] ", "", command, flags=re.MULTILINE)],
            env={**os.environ, "PATH": SCRIPTS + os.pathsep + os.environ["PATH"]},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        output = done.stdout.decode("utf-8")
        screen += command + output + ("" if output.endswith("\n") or not output else "\n")
    return screen


def test_set_up_commands_are_the_first_two_blocks() -> None:
    assert [len(list_blocks(page, "sh")) for page in PAGES] == [2] + [0] * (len(PAGES) - 1)
