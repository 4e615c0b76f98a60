"""What the README shows is what happens: its Python and its console examples are run.

Its `sh` blocks are the set-up commands; they are run on a fresh copy of the tree by `.ci/run`.
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
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the examples read, so that those that write leave the checkout alone."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# The example of Spark needs a cluster: tests/integrations/test_spark.py runs it.
@pytest.mark.parametrize("block", [b for b in fenced_blocks("python") if "pyspark" not in b])
def test_python_examples(block: str, folder: Path) -> None:
    examples = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert examples.examples
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    failures = runner.run(examples, out=said.append).failed
    assert failures == 0, "".join(said)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
def test_console_examples(folder: Path) -> None:
    blocks = fenced_blocks("console")  # in order: a later one may read what an earlier one wrote
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
    assert len(fenced_blocks("sh")) == 2
