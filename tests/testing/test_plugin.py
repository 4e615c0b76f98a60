"""The pytest plugin in a project that is not this one, with the wheel installed."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from translit.datafolder import digest_tables

ROOT = Path(__file__).parents[2]
TABLE = """schema = 1

[taras-hrymych]
kind = "person"
gender = "m"
name = "Taras Hrymych"
native.uk = "Тарас Гримич"
alone = true
"""
BROTHER = TABLE.partition("\n\n")[2].replace("taras", "ivan").replace("Taras", "Ivan").replace(
    "Тарас", "Іван"
)  # fmt: skip
Run = Callable[..., str]
# Plugins of others, of which some take longer to load than ours to run.
WITHOUT = [f"-pno:{name}" for name in ("cacheprovider", "anyio", "faker", "xdist", "pytest_cov")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("site")
    built = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-q", "--target"]
    subprocess.run([*pip, str(folder / "packages"), str(wheel)], check=True, capture_output=True)
    return folder / "packages"


@pytest.fixture
def run(site: Path, tmp_path: Path) -> Run:
    """Run pytest in a new project, with the installed wheel before this checkout."""
    cache = str(site.parent / "cache")  # of all runs: some have the same tables
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": cache}
    environment.pop("PYTEST_ADDOPTS", None)
    project = tmp_path / "project"
    project.mkdir()

    def call(*options: str, status: int, **files: str) -> str:
        for name, content in files.items():
            path = project / name.replace("__", ".")
            path.write_text(content, "utf-8")
        command = [sys.executable, "-m", "pytest", *WITHOUT, *options]
        done = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return call


@pytest.mark.slow
def test_a_wheel_has_the_rows_once_and_says_when_they_are_damaged(
    site: Path, tmp_path: Path
) -> None:
    (wheel,) = (site.parent / "dist").glob("*.whl")
    assert wheel.stat().st_size < 20_000_000
    packaged = shutil.copytree(site / "translit", tmp_path / "translit")
    environment = {
        **os.environ, "PYTHONPATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")
    }  # fmt: skip

    def call(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "translit", *options]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    assert digest_tables() in call("--version").stdout
    assert "Kyiv" in call("explain", "Kijów").stdout
    lexicon = packaged / "data" / "default.lexicon"
    lexicon.write_bytes(lexicon.read_bytes()[:-1])
    damaged = call("explain", "Kijów")
    assert "install translit-fix again" in damaged.stderr
    assert "Traceback" not in damaged.stderr


@pytest.mark.slow
def test_a_table_is_tested_without_a_test_file(run: Run) -> None:
    options = ("-v", "--translit-examples", "5", "--translit-table", "newsroom.toml")
    said = run(*options, status=0, newsroom__toml=TABLE)
    assert "newsroom.toml::one-owner PASSED" in said
    assert re.search(r"1[0-9] passed", said)


@pytest.mark.slow
def test_faults_are_shown_with_row_line_and_cure_and_no_traceback(run: Run) -> None:
    wrong = TABLE.replace("alone = true", 'alone = true\naliases = ["Hrymska"]')
    said = run(
        "-k", "one-owner or genders or readable", "--translit-table", "newsroom.toml",
        "--translit-table", "unknown.toml", "--translit-table", "no.toml", "--translit-table",
        "wrong.toml", status=1, newsroom__toml=TABLE + "\n" + BROTHER,
        unknown__toml=TABLE.replace("kind", "knd"),
        wrong__toml=wrong.replace("Hrymych", "Hrymskyi").replace("Гримич", "Гримський"),
    )  # fmt: skip
    assert "newsroom.toml: no spelling means two entities unless they share it" in said
    assert "newsroom.toml:8: [taras-hrymych] “Hrymych” may be this or `ivan-hrymych`" in said
    assert "take `alone` from one of them" in said
    assert "unknown.toml:4: unknown field `knd`; did you mean `kind`?" in said
    assert "no.toml: there is no such file; check the path" in said
    assert re.search(r"“Hryms\S+” is the other gender's form, and is taken for this person", said)
    assert re.search(r"shown by: 'They said that Hryms\S+ was there too.'", said)
    assert "4 failed, 2 passed" in said
    assert "Traceback" not in said
    assert "def runtest" not in said


@pytest.mark.slow
def test_a_traceback_is_shown_when_asked_for(run: Run) -> None:
    options = ("--full-trace", "-k", "one-owner", "--translit-table", "newsroom.toml")
    assert "def runtest" in run(*options, status=1, newsroom__toml=TABLE + "\n" + BROTHER)


@pytest.mark.slow
def test_without_hypothesis_searches_are_skipped_with_a_notice(run: Run) -> None:
    said = run(
        "-rs", "-p", "no:hypothesispytest", "--translit-table", "newsroom.toml", status=0,
        newsroom__toml=TABLE, conftest__py='import sys\nsys.modules["hypothesis"] = None\n',
    )  # fmt: skip
    assert "needs hypothesis: pip install 'translit-fix[testing]'" in said
    assert re.search(r"\d+ passed, [5-9] skipped", said)


TESTS = """
import translit
from translit import load_table
from translit.testing import PROPERTIES

def test_name(normalizer):
    assert normalizer.normalize("Hrymycz spoke.") == "Hrymych spoke."
    assert "packages" in translit.__file__

def test_property(normalizer):
    PROPERTIES["replayable"](load_table("newsroom.toml"), normalizer, examples=5)
"""


@pytest.mark.slow
def test_the_fixture_has_the_table_and_functions_take_one(run: Run) -> None:
    options = ("-k", "test_", "--translit-table", "newsroom.toml")
    said = run(*options, status=0, newsroom__toml=TABLE, test_names__py=TESTS)
    assert "test_names.py .." in said


def test_import_translit_imports_no_test_tools() -> None:
    probe = (
        "import sys, translit, translit.cli.main, translit.testing\n"
        "translit.normalize_names('Kiev')\n"
        "print({'hypothesis', 'pytest', '_pytest'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
