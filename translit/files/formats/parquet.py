"""Parquet: the strings of the chosen columns, row by row; the rest of the table stays as it is.

A Parquet file cannot be changed in place within its bytes: one in which something changes is
written anew, with its schema, its metadata, its row groups and its compression.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from translit.files.errors import DocumentError, refuse
from translit.files.format import Format, Selection, ask_for, refuse_choice
from translit.files.formats.json_values import JsonCells
from translit.files.piece import FilePiece
from translit.files.tags import read_field_language, read_tag

if TYPE_CHECKING:
    import pyarrow.parquet


class ParquetFile:
    """A Parquet file, opened; a row group is in memory at a time.

    Raises DocumentError if it cannot be read or does not have the chosen columns.
    """

    def __init__(self, stream: IO[bytes], path: Path | None, selection: Selection) -> None:
        self.path = path
        self._arrow = _import_arrow(path)
        with self._explain("read as"):
            self._file = self._arrow.parquet.ParquetFile(stream)
            self._schema = self._file.schema_arrow
        self._chosen = self._choose(selection)
        self._lang_column = selection.lang_column

    def cut(self) -> Iterator[FilePiece]:
        """Yield a piece for each row; its source is a JSON list of the chosen cells."""
        number = 0
        for group in range(self._file.num_row_groups):
            with self._explain("read as"):
                wanted = {*self._chosen, *([self._lang_column] if self._lang_column else [])}
                table = self._file.read_row_group(group, columns=sorted(wanted))
                places = self._find_columns(table.schema)
                cells = [table.column(n).to_pylist() for n in places]
                told = self._list_languages(table)
            langs = tuple(read_field_language(table.schema.field(n).name) for n in places)
            for row, lang in zip(zip(*cells, strict=True), told, strict=True):
                number += 1
                source = json.dumps(row, ensure_ascii=False)
                yield FilePiece(source, 0, number, JsonCells(langs, lang))

    def write(self, results: Iterator[str], target: IO[bytes]) -> None:
        """Write the file anew with the cells of `results`, one JSON list a row."""
        metadata = self._file.metadata
        with self._explain("written as"):
            writer = self._arrow.parquet.ParquetWriter(
                target, self._schema, **_find_settings(metadata)
            )
            with writer:
                for group in range(metadata.num_row_groups):
                    table = self._file.read_row_group(group)
                    rows = [json.loads(next(results)) for _ in range(table.num_rows)]
                    table = self._replace(table, rows)
                    writer.write_table(table, row_group_size=table.num_rows or 1)

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):
            self._file.close()

    def _replace(self, table: Any, rows: list[list[Any]]) -> Any:
        for place, index in enumerate(self._find_columns(table.schema)):
            field = table.schema.field(index)
            values = self._make_array([row[place] for row in rows], field.type)
            table = table.set_column(index, field, values)
        return table

    def _make_array(self, values: list[str | None], kind: Any) -> Any:
        if not self._arrow.types.is_dictionary(kind):
            return self._arrow.array(values, kind)
        plain = self._arrow.array(values, kind.value_type).dictionary_encode()
        indices = plain.indices.cast(kind.index_type)
        return self._arrow.DictionaryArray.from_arrays(
            indices, plain.dictionary.cast(kind.value_type), ordered=kind.ordered
        )

    def _list_languages(self, table: Any) -> list[str]:
        """Return the language of each row that its cell names; empty for one that is not told."""
        if not self._lang_column:
            return [""] * int(table.num_rows)
        place = table.schema.get_all_field_indices(self._lang_column)[0]
        return [read_tag(value or "") for value in table.column(place).to_pylist()]

    def _find_columns(self, schema: Any) -> list[int]:
        """Return the places of the chosen columns, by name: of one that is there twice, both.

        A part of the table may have them in another order than the whole.
        """
        found = [
            (field.name, number)
            for number, field in enumerate(schema)
            if field.name in self._chosen and self._is_text(field.type)
        ]
        return [number for _, number in sorted(found)]

    def _is_text(self, kind: Any) -> bool:
        types = self._arrow.types
        if types.is_dictionary(kind):
            return self._is_text(kind.value_type)
        is_view = getattr(types, "is_string_view", None)  # not in older versions
        return (
            types.is_string(kind)
            or types.is_large_string(kind)
            or (is_view is not None and is_view(kind))
        )

    @contextmanager
    def _explain(self, what: str) -> Iterator[None]:
        """Turn what the library raises into DocumentErrors."""
        try:
            yield
        except DocumentError:
            raise
        except (self._arrow.ArrowException, OSError, ValueError, KeyError) as error:
            raise refuse(
                self.path, f"cannot be {what} Parquet ({_first_line(error)}), nothing was changed"
            ) from None

    def _choose(self, selection: Selection) -> frozenset[str]:
        with self._explain("read as"):
            found = [field.name for field in self._schema if self._is_text(field.type)]
        if not selection.columns:
            raise ask_for(self.path, "--column", "say which column is prose", found)
        lang_column = [selection.lang_column] if selection.lang_column else []
        missing = [name for name in (*selection.columns, *lang_column) if name not in found]
        if missing:
            raise refuse_choice(self.path, "column of strings", missing, found)
        return frozenset(selection.columns)


def _find_settings(metadata: "pyarrow.parquet.FileMetaData") -> dict[str, Any]:
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


def _import_arrow(path: Path | None) -> Any:
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


FORMATS = (Format("parquet", (".parquet",), open=ParquetFile, asks="column"),)
