"""A table from its file, by the file's ending."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from translit.tables.errors import TableError
from translit.tables.jsonl_reader import read_jsonl_table
from translit.tables.row import Table
from translit.tables.source_file import decode, read_bytes
from translit.tables.toml_reader import read_toml_table

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
    incomplete. Raises TableError, which names file, line and cure of everything wrong.
    """
    return read_table(path).parse()


def _find_reader(path: str) -> Callable[[str, str], Table]:
    suffix = PurePath(path).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        ending = f"the ending `{suffix}` is" if suffix else "a file without ending is"
        cure = "write tables as .toml (for people) or .jsonl (JSON Lines, for machines)"
        raise TableError(path, None, f"{ending} none of a table", cure)
    return reader
