"""A table from its file, by the file's ending."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from translit.tables.errors import TableError
from translit.tables.jsonl_reader import read_jsonl_table
from translit.tables.row import Table
from translit.tables.source_file import decode, read_bytes
from translit.tables.toml_reader import read_toml_table

TableSource = Table | str | os.PathLike[str]
"""What is taken as a table: a loaded one, or the path of its file."""

_READERS = {".toml": read_toml_table, ".jsonl": read_jsonl_table}


@dataclass(frozen=True, slots=True)
class TableFile:
    """The file of a table, read and not yet parsed."""

    path: str
    content: bytes

    def parse(self) -> Table:
        """Return the table. Raises TableError, which names all that is wrong."""
        return _find_reader(self.path)(self.path, decode(self.path, self.content))


def read_table(path: str | os.PathLike[str]) -> TableFile:
    """Reads the file of a table. Raises TableError for one that cannot be read or be a table."""
    name = os.fspath(path)
    _find_reader(name)
    return TableFile(name, read_bytes(name))


def load_table(path: str | os.PathLike[str]) -> Table:
    """Reads an entity table: `.toml` or `.jsonl`, in UTF-8.

    Returns the rows, checked one by one; rows that change those of weaker tables may be
    incomplete. Raises TableError, which names file, line and cure of everything wrong, and
    TypeError for what is no path.
    """
    _check_source(path)
    return read_table(path).parse()


def list_given_tables(tables: TableSource | Iterable[TableSource]) -> tuple[TableSource, ...]:
    """Return the tables that are given: one path or table by itself, or several.

    Raises TypeError for what can be no table, bytes among it.

    >>> list_given_tables("own.toml"), list_given_tables(["own.toml", "other.jsonl"])
    (('own.toml',), ('own.toml', 'other.jsonl'))
    """
    if isinstance(tables, Table | str | os.PathLike):
        sources: tuple[TableSource, ...] = (tables,)
    elif isinstance(tables, bytes | bytearray | Mapping) or not isinstance(tables, Iterable):
        _check_source(tables)
        return ()
    else:
        sources = tuple(tables)
    for source in sources:
        if not isinstance(source, Table):
            _check_source(source)
    return sources


def _check_source(source: object) -> None:
    """Refuse what is no path, with advice."""
    if isinstance(source, bytes | bytearray) or (
        isinstance(source, os.PathLike) and isinstance(os.fspath(source), bytes)
    ):
        raise TypeError("bytes are no path of a table; give a str: os.fsdecode(path)")
    if not isinstance(source, str | os.PathLike):
        raise TypeError(
            "a table is given as the path of its file or as a Table (see load_table), "
            f"one or a list of them, not as {type(source).__name__}"
        )


def _find_reader(path: str) -> Callable[[str, str], Table]:
    suffix = PurePath(path).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        ending = f"the ending `{suffix}` is" if suffix else "a file without ending is"
        cure = "write tables as .toml (for people) or .jsonl (JSON Lines, for machines)"
        raise TableError(path, None, f"{ending} none of a table", cure)
    return reader
