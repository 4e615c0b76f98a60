import pickle
import subprocess
import sys
from pathlib import Path

import pytest

datasets = pytest.importorskip("datasets")

from tests.integrations.texts import EXPECTED, TEXTS  # noqa: E402
from translit import load_table  # noqa: E402
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


@pytest.mark.parametrize("batched", [False, True])
@pytest.mark.parametrize("format", [None, "numpy", "pandas", "arrow", "polars"])
def test_a_row_is_as_good_as_a_batch(batched: bool, format: str | None) -> None:
    if format == "polars":
        pytest.importorskip("polars")
    data = datasets.Dataset.from_dict({"text": TEXTS, "n": range(len(TEXTS))}).with_format(format)
    result = data.map(NormalizeColumns(["text"]), batched=batched).with_format(None)
    assert result["text"][:] == EXPECTED
    assert result["n"][:] == list(range(len(TEXTS)))


@pytest.mark.parametrize("batched", [False, True])
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["Szojgu", None, "in Kijów"], ["Shoigu", None, "in Kyiv"]),
        ([["Szojgu", None], [], ["Kijów"]], [["Shoigu", None], [], ["Kyiv"]]),
        ([[["Szojgu"], ["a"]], [[]]], [[["Shoigu"], ["a"]], [[]]]),
    ],
)
def test_texts_and_lists_of_them(batched: bool, values: list[object], expected: object) -> None:
    data = datasets.Dataset.from_dict({"text": values})
    assert data.map(NormalizeColumns(["text"]), batched=batched)["text"][:] == expected
    stream = data.to_iterable_dataset().map(NormalizeColumns(["text"]), batched=batched)
    assert [row["text"] for row in stream] == expected


@pytest.mark.parametrize("batch", [{"text": "a"}, {"text": ["a"]}])
def test_an_unknown_column_is_named_with_those_that_are_there(batch: object) -> None:
    with pytest.raises(KeyError, match=r"no column “title”; the columns are “text”"):
        NormalizeColumns(["text", "title"])(batch)
    for format in ("pandas", "arrow"):
        data = datasets.Dataset.from_dict({"text": ["a"]}).with_format(format)
        with pytest.raises(KeyError, match=r"no column “title”; the columns are “text”"):
            data.map(NormalizeColumns(["title"]), batched=True)


@pytest.mark.parametrize("columns", ["text", None, 3, [3]])
def test_columns_are_a_list_of_names(columns: object) -> None:
    with pytest.raises(TypeError, match="columns is a list of names"):
        NormalizeColumns(columns)  # type: ignore[arg-type]


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
    for tables in ([path], path, str(path), load_table(path), (load_table(path),)):
        again = pickle.loads(pickle.dumps(NormalizeColumns(["text"], tables=tables)))
        assert again({"text": ["in Urtaun"]}) == {"text": ["in Ourtown"]}


def test_a_loaded_table_goes_along_with_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('schema = 1\n[a]\nkind = "place"\nname = "Ourtown"\naliases = ["Urtaun"]\n')
    stored = pickle.dumps(NormalizeColumns(["text"], tables=load_table(path)))
    path.unlink()
    assert pickle.loads(stored)({"text": "in Urtaun"}) == {"text": "in Ourtown"}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (1, "column 'n': it holds int, not text"),
        ([1], "column 'n': row 0 holds int"),
        ([["a"], ["b", 1]], "column 'n': row 1, item 1 holds int"),
        ([{"en": "a"}], "column 'n': row 0 holds dict"),
        ([b"a"], "column 'n': row 0 holds bytes, not text; decode"),
    ],
)
def test_what_is_no_text_is_named_with_its_column_and_row(value: object, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        NormalizeColumns(["n"])({"n": value})
