"""Files of rows in TOML, each row by itself, and all that is wrong in them said at once."""

import os
from collections.abc import Callable
from typing import TypeVar

from translit.tables.checks import identifier
from translit.tables.errors import ErrorLog, Flawed
from translit.tables.toml_text import read_toml

_Row = TypeVar("_Row")


def read_rows(
    path: str | os.PathLike[str], read_row: Callable[[str, object], _Row]
) -> tuple[_Row, ...]:
    """Read a file of rows, `[id]` and what is below, in the file's order.

    `read_row` makes a row of its id and what is below; it raises Flawed for what is wrong, at
    `id.field`. Raises TableError with all flaws of all rows, each with its line.

    >>> from translit.datafolder import find_data_folder
    >>> read_rows(find_data_folder() / "offices.toml", lambda id, _: id)[:2]
    ('activist', 'actor')
    """
    toml = read_toml(os.fspath(path))
    errors = ErrorLog()
    rows: list[_Row] = []
    for id, raw in toml.content.items():
        try:
            rows.append(read_row(identifier(id, "id"), raw))
        except Flawed as error:
            for flaw in error.flaws:
                key_path = flaw.at.partition("[")[0].split(".")[1:]
                errors.add(toml.path, toml.line(id, *key_path), flaw.problem, flaw.cure)
    errors.raise_any()
    return tuple(rows)
