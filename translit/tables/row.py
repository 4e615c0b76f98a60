"""Tables and their rows, as read and checked."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an entity, or what a stronger table changes in one.

    `fields` has the shape of JSON: what could be written in two ways (a string or a list, a
    string or a map) is in the longer one. `lines` has the lines of fields that are not on the
    row's own line: `{"native": 7, "native.ru": 8}`.
    """

    id: str
    fields: Mapping[str, Any]
    path: str
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, at: str) -> int:
        """The line (from 1) of a field, or of the nearest thing around it: `aliases[2].as`."""
        return line_of(at, self.lines, self.line)


@dataclass(frozen=True, slots=True)
class Table:
    """A file of entities, read and checked."""

    path: str
    rows: tuple[Row, ...]

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the content, whatever the order of rows and fields, and the format.

        The order inside a field counts: the first native name is the name's own.
        """
        hasher = hashlib.sha256()
        for row in sorted(self.rows, key=lambda row: row.id):
            content = [row.id, sorted(row.fields.items())]
            hasher.update(json.dumps(content, ensure_ascii=False).encode() + b"\n")
        return hasher.hexdigest()


def line_of(at: str, lines: Mapping[str, int], otherwise: int) -> int:
    """The line of the field `at`, or of the innermost field around it that has one."""
    while at and at not in lines:
        at = at[: max(at.rfind("."), at.rfind("["), 0)]
    return lines.get(at, otherwise)
