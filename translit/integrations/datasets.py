"""Hugging Face datasets: what `Dataset.map` calls, with a fingerprint that stays the same."""

import json
from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from translit.integrations.columns import map_values
from translit.normalizer import Normalizer


class NormalizeColumns:
    """Normalizes columns of batches: `dataset.map(NormalizeColumns(["text"]), batched=True)`.

    `columns` are their names; `tables` are paths, and the other options are those of
    `translit.Normalizer`. It is pickled as one string that holds the options and a hash of all
    that they stand for, so the cache of `datasets` is found again while no table changes.

    >>> NormalizeColumns(["text"])({"text": ["Szojgu", None], "id": [1, 2]})
    {'text': ['Shoigu', None]}
    """

    def __init__(
        self, columns: Iterable[str], *, tables: Iterable[str | PathLike[str]] = (), **options: Any
    ) -> None:
        if isinstance(columns, str):
            raise TypeError("columns is a list of names; put the one name in a list")
        self._columns = tuple(columns)
        paths = [str(Path(fspath(path)).resolve()) for path in tables]
        self._normalizer = Normalizer(tables=paths, **options)
        state = {"columns": self._columns, "tables": paths, "options": options}
        self._state = json.dumps({**state, "digest": self._normalizer.digest}, sort_keys=True)

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """Return the chosen columns of a batch, normalized. Raises KeyError for an unknown one."""
        return {column: self._normalize(column, batch[column]) for column in self._columns}

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return _restore, (self._state,)

    def _normalize(self, column: str, values: list[Any]) -> list[Any]:
        try:
            return map_values(values, self._normalizer.normalize, lambda value: value is None)
        except TypeError as error:
            raise TypeError(f"column {column!r}: {error}") from None


def _restore(state: str) -> NormalizeColumns:
    given = json.loads(state)
    return NormalizeColumns(given["columns"], tables=given["tables"], **given["options"])
