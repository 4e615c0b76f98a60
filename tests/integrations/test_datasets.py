import pickle
import subprocess
import sys
from pathlib import Path

import pytest

datasets = pytest.importorskip("datasets")

from tests.integrations.texts import EXPECTED, TEXTS  # noqa: E402
from translit.integrations.datasets import NormalizeColumns  # noqa: E402

FINGERPRINT = (
    "from datasets.fingerprint import Hasher\n"
    "from translit.integrations.datasets import NormalizeColumns\n"
    "print(Hasher.hash(NormalizeColumns(['text'], style='de')))"
)


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    datasets.disable_progress_bars()


def test_columns_are_normalized_in_batches() -> None:
    data = datasets.Dataset.from_dict({"text": [*TEXTS, None], "title": [None, *TEXTS]})
    result = data.map(NormalizeColumns(["text"]), batched=True, batch_size=2)
    assert result["text"][:] == [*EXPECTED, None]
    assert result["title"][:] == [None, *TEXTS]


def test_two_processes_give_the_same() -> None:
    data = datasets.Dataset.from_dict({"text": TEXTS})
    result = data.map(NormalizeColumns(["text"]), batched=True, num_proc=2)
    assert result["text"][:] == EXPECTED


def test_the_fingerprint_is_the_same_in_another_process_and_tells_options_apart() -> None:
    from datasets.fingerprint import Hasher

    run = [sys.executable, "-c", FINGERPRINT]
    other = subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()
    assert Hasher.hash(NormalizeColumns(["text"], style="de")) == other
    assert Hasher.hash(NormalizeColumns(["text"])) != other


def test_a_table_goes_along_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'schema = 1\n[ourtown]\nkind = "place"\nname = "Ourtown"\naliases = ["Urtaun"]\n'
    )
    again = pickle.loads(pickle.dumps(NormalizeColumns(["text"], tables=[path])))
    assert again({"text": ["in Urtaun"]}) == {"text": ["in Ourtown"]}


def test_what_is_no_text_is_named_with_its_column_and_row() -> None:
    with pytest.raises(TypeError, match="column 'n': row 0 holds int"):
        NormalizeColumns(["n"])({"n": [1]})
