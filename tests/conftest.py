"""A module of tests that cannot be imported is an error, not something to skip.

Examples are looked for in every module, and one whose host is not installed is skipped. The first
try leaves a module of tests half imported, so that the second finds no tests in it and no fault.
"""

import gc
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.command_server import serving
from translit.lexicon.caching import place

TESTS = Path(__file__).parent


def pytest_configure() -> None:
    """Let Python keep its bytecode, also where the environment forbids it, as that of images does.

    The tests start hundreds of processes; each would compile all modules, which takes it as long
    as everything else that it does.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process waits for it in the end."""
    items.sort(key=lambda item: item.path.name != "test_sound_tables.py")


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what stays: thousands of tests, and what they read.

    Else it goes through all of it again and again, which is a tenth of the time of most tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session", autouse=True)
def cache_of_a_user_without_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """In a container the user may have no cache; then each process would say that it builds."""
    with pytest.MonkeyPatch.context() as patch:
        if place("") is None:
            patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of commands that start at once."""
    with serving(tmp_path_factory.mktemp("served")) as folder:
        yield folder


@pytest.fixture
def example_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the examples of pages read, so that those that write leave the checkout be."""
    shutil.copytree(TESTS.parent / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    said = str(report.longrepr)
    if report.skipped and TESTS in collector.path.parents and "unable to import module" in said:
        report.outcome = "failed"
    return report
