"""What a new user would do, with nothing but the README and the pages: sessions that are replayed.

Each file in `tasks/` is one task, as it was typed on a terminal.
"""

import shutil
import sys
from pathlib import Path

import pytest

from tests.examples import ROOT, list_blocks, replay
from tests.integrations.cluster import has_java

TASKS = sorted((Path(__file__).parent / "tasks").glob("*.md"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GIT_DIR", raising=False)
    monkeypatch.delenv("GIT_INDEX_FILE", raising=False)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="the sessions are of a shell")
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.stem)
def test_a_task_goes_as_it_is_told(task: Path, folder: Path, commands: Path) -> None:
    blocks = list_blocks(task, "console")
    if "pyspark" in "".join(blocks):
        pytest.importorskip("pyspark", reason="Spark is not installed")
        if not has_java():
            pytest.skip("Spark needs Java")
    if "checkout" in "".join(blocks):  # its own, for what is added there
        for name in ("translit", "data"):
            skip = shutil.ignore_patterns("entities")
            shutil.copytree(ROOT / name, folder / "checkout" / name, ignore=skip)
        shutil.copy(ROOT / "pyproject.toml", folder / "checkout")
    assert [replay(block, commands) for block in blocks] == blocks
