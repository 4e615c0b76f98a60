"""Hugging Face datasets: what `Dataset.map` calls, with a fingerprint that stays the same."""

import json
from collections.abc import Iterable, Mapping
from os import fspath
from pathlib import Path
from typing import Any

from translit.integrations.columns import (
    check_names,
    describe_wrong,
    is_missing,
    refuse_unknown_column,
)
from translit.normalizer import Normalizer
from translit.tables import Table, TableSource, list_given_tables, read_jsonl_table, write_jsonl


class NormalizeColumns:
    """Normalizes columns of rows or batches: `dataset.map(NormalizeColumns(["text"]))`.

    With `batched=True` it is called less often; the result is the same. A column holds texts, or
    lists of texts to any depth; None stays. `columns` are their names, the options those of
    `translit.Normalizer`. It is pickled as one string that holds the options and a hash of all
    that they stand for, so the cache of `datasets` is found again while no table changes.

    Raises TypeError for what is no text, KeyError for a column that is not there.

    >>> NormalizeColumns(["text"])({"text": ["Szojgu", None], "id": [1, 2]})
    {'text': ['Shoigu', None]}
    >>> NormalizeColumns(["text"])({"text": "Szojgu", "id": 1})
    {'text': 'Shoigu'}
    """

    def __init__(
        self,
        columns: Iterable[str],
        *,
        tables: TableSource | Iterable[TableSource] = (),
        **options: Any,
    ) -> None:
        self._columns = check_names(columns)
        if "style" in options:
            options["style"] = fspath(options["style"])
        stored = [_store(table) for table in list_given_tables(tables)]
        self._normalizer = Normalizer(tables=[_restore_table(table) for table in stored], **options)
        state = {"columns": self._columns, "tables": stored, "options": options}
        self._state = json.dumps({**state, "digest": self._normalizer.digest}, sort_keys=True)

    def __call__(self, batch: Any) -> Any:
        """Return the chosen columns of a row or a batch, normalized.

        Of a table (the formats arrow, pandas and polars give one, also for a row) it is the table.
        """
        made: dict[str, str] = {}
        result = {}
        for column in self._columns:
            if column not in (names := _list_columns(batch)):
                refuse_unknown_column(column, names)
            values = batch[column]
            if hasattr(values, "to_pylist"):  # a column of Arrow
                values = values.to_pylist()
            try:
                result[column] = self._normalize(values, made)
            except TypeError as error:
                raise TypeError(f"column {column!r}: {error}") from None
        return result if isinstance(batch, Mapping) else _put_into(batch, result)

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return _restore, (self._state,)

    def _normalize(self, value: Any, made: dict[str, str], place: str = "it") -> Any:
        """Return a text normalized, and a list with what it holds normalized."""
        if isinstance(value, str):
            if value not in made:
                made[value] = self._normalizer.normalize(value)
            return made[value]
        if is_missing(value):
            return value
        if not _is_list(value):
            raise TypeError(f"{place} {describe_wrong(value)}")
        start = "row " if place == "it" else f"{place}, item "
        return [self._normalize(item, made, f"{start}{n}") for n, item in enumerate(value)]


def _is_list(value: Any) -> bool:
    """Tell lists, arrays and series from single values and from what has fields."""
    return hasattr(value, "__iter__") and not isinstance(value, bytes | bytearray | Mapping | set)


def _list_columns(batch: Any) -> list[Any]:
    if isinstance(batch, Mapping):
        return list(batch)
    return list(batch.column_names if hasattr(batch, "column_names") else batch.columns)


def _put_into(table: Any, columns: Mapping[str, list[Any]]) -> Any:
    """Return a table of Arrow, pandas or polars with some of its columns changed."""
    if hasattr(table, "assign"):
        return table.assign(**columns)
    if hasattr(table, "with_columns"):
        return table.with_columns(type(table)(columns))
    import pyarrow

    for name, values in columns.items():
        place = table.column_names.index(name)
        table = table.set_column(place, name, pyarrow.array(values, table.schema.types[place]))
    return table


def _store(table: TableSource) -> str | dict[str, str]:
    """Return what finds a table again: the whole path of a file, the rows of a loaded one."""
    if isinstance(table, Table):
        return {"path": table.path, "rows": write_jsonl(table.rows)}
    return str(Path(fspath(table)).resolve())


def _restore_table(stored: str | dict[str, str]) -> TableSource:
    if isinstance(stored, str):
        return stored
    return read_jsonl_table(stored["path"], stored["rows"])


def _restore(state: str) -> NormalizeColumns:
    given = json.loads(state)
    tables = [_restore_table(table) for table in given["tables"]]
    return NormalizeColumns(given["columns"], tables=tables, **given["options"])
