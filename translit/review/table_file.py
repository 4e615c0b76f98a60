"""A user's table in TOML: read with its digest, and changed so that all else stays as it was."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.replacing import WriteRefusedError, write_file
from translit.review.errors import ReviewError
from translit.review.planning import LISTS, RowChange
from translit.tables import Row, Table, TableError, TableFile, load_table, write_toml

_EMPTY = "schema = 1\n"
_LONE_NEWLINE = re.compile(r"(?<!\r)\n")
_MARK = "\ufeff"


class UserTable:
    """The table that decisions are written into; a file that is not there yet is an empty one.

    Raises TableError for a table that is wrong, ReviewError for one that is not TOML.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        if not path.lower().endswith(".toml"):
            cure = "write the table as .toml: `translit table format` and a look at docs/tables.md"
            raise ReviewError(path, None, "decisions are written into TOML alone", cure)
        self._place = Path(path).resolve()
        self.table = load_table(path) if self._place.exists() else Table(path, ())
        self._raw = self._read()

    def _read(self) -> bytes | None:
        return self._place.read_bytes() if self._place.exists() else None

    @property
    def is_new(self) -> bool:
        """Whether there is no such file yet."""
        return self._raw is None

    def change(self, changes: Sequence[RowChange]) -> str:
        """Return the text of the file with these changes; comments and layout stay.

        Raises ReviewError if the result is not what was meant: a fault of ours.
        """
        import tomlkit

        text = _EMPTY if self._raw is None else self._raw.decode("utf-8-sig")
        newline = "\r\n" if "\r\n" in text and not _LONE_NEWLINE.search(text) else "\n"
        there = {row.id for row in self.table.rows}
        document = tomlkit.parse(text)
        for change in changes:
            if change.id in there:
                _change_row(document[change.id], change)
        text = tomlkit.dumps(document)
        if newline == "\r\n":
            text = _LONE_NEWLINE.sub(newline, text)
        added = [_make_row(change) for change in changes if change.id not in there]
        if added:
            blocks = write_toml(added).partition("\n")[2].rstrip("\n") + "\n"
            text = text.rstrip("\r\n") + newline + blocks.replace("\n", newline)
        self._check(text, changes)
        mark = _MARK if self._raw is not None and self._raw.startswith(b"\xef\xbb\xbf") else ""
        return mark + text

    def write(self, text: str) -> None:
        """Replace the file whole, or make it. ReviewError if it is another by now, or cannot be."""
        if self._read() != self._raw:
            raise ReviewError(self.path, None, "was changed meanwhile", "run it again")
        try:
            write_file(self._place, [text.encode("utf-8")])
        except WriteRefusedError as error:
            raise ReviewError(self.path, None, "is not written", f"{error.strerror}") from None

    def _check(self, text: str, changes: Sequence[RowChange]) -> None:
        """Hold the new text against what it is to say: the old rows, and these changes."""
        wanted = {row.id: dict(row.fields) for row in self.table.rows}
        for change in changes:
            wanted[change.id] = _change_fields(wanted.get(change.id, {}), change)
        try:
            made = TableFile(self.path, text.encode("utf-8")).parse()
        except TableError as error:
            raise ReviewError(self.path, error.line, error.problem, error.cure) from None
        if {row.id: dict(row.fields) for row in made.rows} != wanted:
            raise ReviewError(
                self.path, None, "would come out otherwise than was decided", "report this as a bug"
            )


def _change_fields(fields: Mapping[str, Any], change: RowChange) -> dict[str, Any]:
    changed = {**fields, **{k: v for k, v in change.values.items() if k != "prints"}}
    if "prints" in change.values:
        changed["prints"] = {**fields.get("prints", {}), **change.values["prints"]}
    for key, items in change.items.items():
        changed[key] = [*changed.get(key, change.base.get(key, ())), *items]
    return changed


def _make_row(change: RowChange) -> Row:
    return Row(change.id, _change_fields({}, change), "", 1)


def _change_row(row: Any, change: RowChange) -> None:
    """Change a row of the document: fields that it has in place, others at its end."""
    import tomlkit

    asides = _take_asides(row)
    for key, value in change.values.items():
        if key == "prints":
            for style, name in value.items():
                if isinstance(row.get("prints"), dict):
                    row["prints"][style] = name
                else:
                    row.append(tomlkit.key(["prints", style]), tomlkit.item(name))
        else:
            row[key] = value
    for key in LISTS:
        items = change.items.get(key, [])
        if items and key not in row:
            row[key] = []
            items = [*change.base.get(key, ()), *items]
        for item in items:
            row[key].append(_make_item(item))
    for aside in asides:
        row.value.append(None, aside)


def _take_asides(row: Any) -> list[Any]:
    """Take off the blank lines and comments at the end of a row: they are of what comes next."""
    from tomlkit.items import Table as TomlRow

    if not isinstance(row, TomlRow):
        return []
    body = row.value.body
    asides = []
    while body and body[-1][0] is None:
        asides.append(body.pop()[1])
    return asides[::-1]


def _make_item(item: Any) -> Any:
    import tomlkit

    if not isinstance(item, Mapping):
        return item
    if len(item) == 1:
        return item["text"]
    table = tomlkit.inline_table()
    table.update(item)
    return table
