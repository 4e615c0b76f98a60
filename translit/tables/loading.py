"""A table from its file, by the file's ending."""

import os
from pathlib import PurePath

from translit.tables.errors import TableError
from translit.tables.jsonl_reader import read_jsonl_table
from translit.tables.row import Table
from translit.tables.toml_reader import read_toml_table

_READERS = {".toml": read_toml_table, ".jsonl": read_jsonl_table}


def load_table(path: str | os.PathLike[str]) -> Table:
    """Reads an entity table: `.toml` or `.jsonl`, in UTF-8.

    Returns the rows, checked one by one; rows that change those of weaker tables may be
    incomplete. Raises TableError, which names file, line and cure of everything wrong.
    """
    name = os.fspath(path)
    suffix = PurePath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        ending = f"the ending `{suffix}` is" if suffix else "a file without ending is"
        cure = "write tables as .toml (for people) or .jsonl (JSON Lines, for machines)"
        raise TableError(name, None, f"{ending} none of a table", cure)
    return reader(name)
