"""Parquet: columns of every kind of text, of any name, and files that are none."""

from pathlib import Path
from typing import Any

import pytest

from translit import Normalizer
from translit.files import (
    DocumentError,
    Resolver,
    Selection,
    Source,
    open_destination,
)

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

VALUES = ["in Kijów", None, "Kijów", ""]
RESULT = ["in Kyiv", None, "Kyiv", ""]


def rewrite(path: Path, table: Any, normalizer: Normalizer, *columns: str) -> list[list[Any]]:
    """Write a table, have a file of it rewritten, and return its columns; the schema stays."""
    parquet.write_table(table, path)
    with parquet.ParquetFile(path) as file:
        schema = file.schema_arrow
    source = Source(path, "parquet")
    destination = open_destination(source)
    for piece in source.cut(Selection((), columns or ("t",))):
        destination.add(piece, Resolver(normalizer).resolve(piece))
    destination.finish()
    source.close()
    with parquet.ParquetFile(path) as file:
        assert file.schema_arrow.equals(schema, check_metadata=True)
        return [column.to_pylist() for column in file.read().columns]


def dictionary(index: Any, value: Any) -> Any:
    return arrow.array(VALUES, value).dictionary_encode().cast(arrow.dictionary(index, value))


@pytest.mark.parametrize(
    "column",
    [
        arrow.array(VALUES, arrow.string()),
        arrow.array(VALUES, arrow.large_string()),
        arrow.array(VALUES, arrow.string_view()),
        arrow.array(VALUES).dictionary_encode(),
        arrow.array(VALUES, arrow.large_string()).dictionary_encode(),
        dictionary(arrow.int8(), arrow.string()),
        dictionary(arrow.uint16(), arrow.large_string()),
        arrow.DictionaryArray.from_arrays(
            arrow.array([0, None, 1, 2]), ["in Kijów", "Kijów", ""], ordered=True
        ),
        arrow.chunked_array([VALUES[:1], VALUES[1:]]),
    ],
    ids=lambda column: str(column.type),
)
def test_kinds_of_text(tmp_path: Path, normalizer: Normalizer, column: Any) -> None:
    table = arrow.table({"id": range(4), "t": column})
    assert rewrite(tmp_path / "a.parquet", table, normalizer) == [[0, 1, 2, 3], RESULT]


def test_a_column_twice(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.parquet"
    table = arrow.table([VALUES, VALUES[::-1]], names=["t", "t"])
    assert rewrite(path, table, normalizer) == [RESULT, RESULT[::-1]]
    table = arrow.table([VALUES, range(4), range(4)], names=["t", "n", "n"])
    assert rewrite(path, table, normalizer) == [RESULT, [0, 1, 2, 3], [0, 1, 2, 3]]
    table = arrow.table([VALUES, range(4)], names=["t", "t"])
    assert rewrite(path, table, normalizer) == [RESULT, [0, 1, 2, 3]]


def test_several_columns(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.parquet"
    other = ["b", "Kijów", None, "a"]
    result = ["b", "Kyiv", None, "a"]
    table = arrow.table({"t": VALUES, "a": other, "n": other})
    assert rewrite(path, table, normalizer, "t", "a") == [RESULT, result, other]
    assert rewrite(path, table, normalizer, "n", "t") == [RESULT, other, result]
    table = arrow.table([VALUES, other, other, VALUES], names=["t", "a", "t", "a"])
    assert rewrite(path, table, normalizer, "t", "a") == [RESULT, result, result, RESULT]


def test_odd_names_of_columns(tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a.parquet"
    inner = [{"t": "Kijów"}] * 4
    table = arrow.table({"t.x": VALUES, "t": VALUES, "": VALUES})
    assert rewrite(path, table, normalizer) == [VALUES, RESULT, VALUES]
    table = arrow.table({"s": inner, "s.t": VALUES, "ключ": VALUES})
    assert rewrite(path, table, normalizer, "s.t", "ключ") == [inner, RESULT, RESULT]


@pytest.mark.parametrize("damage", ["", "PAR1", "Kijów", "cut", "middle"])
def test_files_that_are_no_parquet(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.table({"t": VALUES * 1000}), path)
    raw = path.read_bytes()
    middle = raw[:40] + bytes(40) + raw[80:]
    path.write_bytes({"cut": raw[: len(raw) // 2], "middle": middle}.get(damage, damage.encode()))
    source = Source(path, "parquet")
    with pytest.raises(DocumentError, match=r"a\.parquet: cannot be read as Parquet"):
        list(source.cut(Selection((), ("t",))))
    source.close()


def test_parquet_that_is_packed_again_is_refused(tmp_path: Path) -> None:
    source = Source(tmp_path / "a.parquet.gz", "parquet")
    with pytest.raises(DocumentError, match="packed again; unpack it first"):
        list(source.cut(Selection((), ("t",))))
