"""What helps those who carry on says the same as the code: versions, commands, settings."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import translit
from translit.cli.main import make_fix_parser, make_parser

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]-*.yml"))


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_citation_is_of_this_version() -> None:
    said = dict(re.findall(r"^([a-z-]+): \"?([^\"\n]*)\"?$", read("CITATION.cff"), re.MULTILINE))
    assert said["cff-version"] == "1.2.0" and said["type"] == "software"
    assert said["version"] == translit.__version__
    assert (said["title"], said["license"]) == (
        PROJECT["project"]["name"],
        PROJECT["project"]["license"],
    )


def test_the_workflow_runs_every_python_that_is_promised() -> None:
    (listed,) = re.findall(r"python: \[(.*)\]", read(".github/workflows/tests.yml"))
    promised = {
        one.rpartition(" ")[2]
        for one in PROJECT["project"]["classifiers"]
        if re.search(r"Python :: 3\.\d+$", one)
    }
    assert set(re.findall(r"3\.\d+", listed)) == promised
    assert min(promised) in PROJECT["project"]["requires-python"]


def test_the_workflow_uses_extras_and_settings_that_there_are() -> None:
    workflow = read(".github/workflows/tests.yml")
    extras = set(re.findall(r"\.\[([a-z,]+)\]", workflow))
    assert extras <= PROJECT["project"]["optional-dependencies"].keys()
    assert "--cov" in workflow and PROJECT["tool"]["coverage"]["report"]["fail_under"] >= 80
    assert PROJECT["tool"]["coverage"]["run"]["source"] == ["translit"]


def test_extras_of_the_development_hold_those_of_the_tests() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    names = {re.split(r"[><=]", one)[0] for one in extras["dev"]}
    for extra in ("formats", "completion", "parquet", "zst", "auto"):
        assert {re.split(r"[><=]", one)[0] for one in extras[extra]} <= names, extra


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_of_an_issue_asks_for_commands_that_there_are(path: Path) -> None:
    text = path.read_text("utf-8")
    for key in ("name: ", "description: ", "labels: ", "body:"):
        assert re.search(rf"^{key}", text, re.MULTILINE)
    assert re.search(r"required: true", text)
    known = next(one.choices for one in make_parser()._actions if one.choices)
    for command in re.findall(r"`translit ([a-z]+)", text):
        assert command in known


def test_hooks_of_other_projects_use_options_that_there_are() -> None:
    options = make_fix_parser()._option_string_actions
    for entry in re.findall(r"entry: translit-fix (.*)", read(".pre-commit-hooks.yaml")):
        assert set(entry.split()) <= options.keys() | {"--"}


def test_changes_are_told_by_kind() -> None:
    for path in (ROOT / "changelog.d").glob("*.md"):
        for line in path.read_text("utf-8").splitlines():
            assert re.match(r"- (Added|Changed|Removed|Fixed|Deprecated): |  \S", line), path.name


def test_fragments_become_a_section(tmp_path: Path) -> None:
    for folder in (".ci", "changelog.d"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / ".ci" / "changelog", tmp_path / ".ci")
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Log\n\n## [Unreleased]\n\n## [1.0]\n\n### Added\n\n- All.\n", "utf-8")
    for number, said in enumerate(("- Fixed: a,\n  and b.\n- Added: c.\n", "- Added: d.\n")):
        (tmp_path / "changelog.d" / f"{number}.md").write_text(said, "utf-8")
        subprocess.run([sys.executable, tmp_path / ".ci" / "changelog", "1.1"], check=True)
        assert not list((tmp_path / "changelog.d").iterdir())
    assert log.read_text("utf-8") == (
        "# Log\n\n## [Unreleased]\n\n## [1.1] - not released\n\n### Added\n\n- D.\n- C.\n\n"
        "### Fixed\n\n- A, and b.\n\n## [1.0]\n\n### Added\n\n- All.\n"
    )


def test_the_image_has_a_python_and_a_command_that_there_are() -> None:
    dockerfile = read("Dockerfile")
    (python,) = set(re.findall(r"^FROM python:(3\.\d+)-slim", dockerfile, re.MULTILINE))
    assert f"Programming Language :: Python :: {python}" in PROJECT["project"]["classifiers"]
    (command,) = re.findall(r'^ENTRYPOINT \["(.*)"\]$', dockerfile, re.MULTILINE)
    assert command in PROJECT["project"]["scripts"]


def test_no_group_of_a_run_is_possessive() -> None:
    """Up to Python 3.11.4 such a group loses letters where it fails halfway."""
    for path in (ROOT / "translit" / "page").glob("*.py"):
        found = re.search(r"\)(?:[*+?]|\{+[^}]*\}+)\+", path.read_text("utf-8"))
        assert not found, f"{path.name}: {found and found[0]}"


# Where letters beyond ASCII stand in code, and why: the words and endings of languages are data.
LETTERS_IN_CODE = {
    # examples in messages and helps
    "cli/compare.py",
    "cli/decline.py",
    "cli/variants.py",
    "languages/language_file.py",
    "languages/paradigm.py",
    "schemes/scheme.py",
    "tables/fields.py",
    # texts to test with
    "testing/strategies/texts.py",
    # where scripts begin and end, how letters fold, and names of hosts
    "lexicon/word_table.py",
    "page/protected.py",
    "page/runs.py",
    "page/words.py",
    "schemes/folding.py",
    # debts: letters of some languages
    "forms/alike.py",
    "languages/endings.py",
    "names/patronymics.py",
    "names/ranking.py",
    "names/reversed.py",
    "names/sounds.py",
    "names/stress.py",
    "readings/persons.py",
    "schemes/derivation.py",
    "schemes/sounds.py",
}


def list_strings(file: Path) -> Iterator[str]:
    """Give the strings of a module, without those that stand by themselves to explain it."""
    tree = ast.parse(file.read_bytes())
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_letters_of_languages_stand_in_data() -> None:
    package = ROOT / "translit"
    found = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for letter in set("".join(list_strings(file)))
        if not letter.isascii() and letter.isalpha() and unicodedata.category(letter) != "Lm"
    }
    assert found == LETTERS_IN_CODE
