"""The examples of a page: what it shows is run, and must be what happens."""

import doctest
import os
import re
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Said if it takes long.
_BUILDING = re.compile(r"^translit(?:-fix)?: building the lexicon .*\n", re.MULTILINE)
SCRIPTS = sysconfig.get_path("scripts")


def list_blocks(page: Path, language: str) -> list[str]:
    """Return the content of a page's fenced blocks of a language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run_python(page: Path) -> str:
    """Run the Python of a page, in order, and return what is otherwise than it says."""
    # The example of Spark needs a cluster: tests/integrations/test_spark.py runs it.
    blocks = [block for block in list_blocks(page, "python") if "pyspark" not in block]
    parser, names, said = doctest.DocTestParser(), dict[str, object](), list[str]()
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for block in blocks:  # a later one may use what an earlier one made
        examples = parser.get_doctest(block, names, page.name, page.name, 0)
        assert examples.examples
        runner.run(examples, out=said.append, clear_globs=False)
        names = examples.globs
    return "".join(said)


def replay(block: str, *commands: Path) -> str:
    """Run the commands of a block (`$`, going on after `>`) as a terminal shows them.

    `commands` are folders in which they are looked for before those that are installed.
    """
    path = os.pathsep.join([*map(str, commands), SCRIPTS, os.environ["PATH"]])
    screen = ""
    for command in re.findall(r"^\$ .*\n(?:> .*\n)*", block, re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", re.sub(r"^[$>] ", "", command, flags=re.MULTILINE)],
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        output = _BUILDING.sub("", done.stdout.decode("utf-8"))
        screen += command + output + ("" if output.endswith("\n") or not output else "\n")
    return screen
