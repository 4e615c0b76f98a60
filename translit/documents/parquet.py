"""Parquet: the strings of the chosen columns, row by row; the rest of the table stays as it is.

A Parquet file cannot be changed in place within its bytes: one in which something changes is
written anew, with its schema, its metadata, its row groups and its compression.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from translit.documents.errors import refuse
from translit.documents.formats import Selection, ask_for, refuse_choice
from translit.documents.json_values import JsonValue
from translit.documents.piece import Piece

if TYPE_CHECKING:
    import pyarrow.parquet

# The chosen cells of a row travel as a JSON list.
_CELLS = JsonValue(("*",))


class ParquetFile:
    """A Parquet file, opened; a row group is in memory at a time.

    Raises DocumentError if it cannot be read or does not have the chosen columns.
    """

    def __init__(self, path: Path, selection: Selection) -> None:
        self.path = path
        self._arrow = _import_arrow(path)
        try:
            self._file = self._arrow.parquet.ParquetFile(path, memory_map=False)
        except FileNotFoundError:
            raise refuse(path, "there is no such file; check the path") from None
        except (OSError, ValueError) as error:
            raise refuse(path, f"cannot be read as Parquet ({_first_line(error)})") from None
        self.columns = self._choose(selection)

    def cut(self) -> Iterator[Piece]:
        """Yield a piece for each row; its source is the JSON list of the chosen cells."""
        number = 0
        for group in range(self._file.num_row_groups):
            try:
                table = self._file.read_row_group(group, columns=self.columns)
            except (OSError, ValueError) as error:
                raise refuse(
                    self.path, f"cannot be read as Parquet ({_first_line(error)})"
                ) from None
            cells = [table.column(name).to_pylist() for name in self.columns]
            for row in zip(*cells, strict=True):
                number += 1
                yield Piece(json.dumps(row, ensure_ascii=False), 0, number, _CELLS)

    def write(self, results: Iterator[str], target: IO[bytes]) -> None:
        """Write the file anew with the cells of `results`, one JSON list a row."""
        metadata = self._file.metadata
        writer = self._arrow.parquet.ParquetWriter(
            target, self._file.schema_arrow, **_find_settings(metadata, self._file.schema)
        )
        with writer:
            for group in range(metadata.num_row_groups):
                table = self._file.read_row_group(group)
                rows = [json.loads(next(results)) for _ in range(table.num_rows)]
                writer.write_table(self._replace(table, rows), row_group_size=table.num_rows or 1)

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):
            self._file.close()

    def _replace(self, table: Any, rows: list[list[Any]]) -> Any:
        for place, name in enumerate(self.columns):
            index = table.schema.get_field_index(name)
            field = table.schema.field(index)
            values = self._arrow.array([row[place] for row in rows], self._arrow.string())
            table = table.set_column(index, field, values.cast(field.type))
        return table

    def _choose(self, selection: Selection) -> list[str]:
        types = self._arrow.types
        found = [
            field.name
            for field in self._file.schema_arrow
            if types.is_string(field.type)
            or types.is_large_string(field.type)
            or (types.is_dictionary(field.type) and types.is_string(field.type.value_type))
        ]
        if not selection.columns:
            raise ask_for(self.path, "--column", "say which column is prose", found)
        missing = [name for name in selection.columns if name not in found]
        if missing:
            raise refuse_choice(self.path, "column of strings", missing, found)
        return [name for name in found if name in selection.columns]


def _find_settings(metadata: "pyarrow.parquet.FileMetaData", schema: Any) -> dict[str, Any]:
    if not metadata.num_row_groups or not metadata.num_columns:
        return {}
    group = metadata.row_group(0)
    codecs = {
        group.column(n).path_in_schema: group.column(n)
        .compression.lower()
        .replace("uncompressed", "none")
        for n in range(group.num_columns)
    }
    return {"compression": codecs, "version": metadata.format_version}


def _import_arrow(path: Path) -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise refuse(
            path, "is Parquet; install what reads it: pip install 'translit-fix[parquet]'"
        ) from None
    return pyarrow


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["damaged"])[0][:80]
