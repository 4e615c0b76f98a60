"""A table's file in one form: fields in one order, rows sorted within their sections.

Comments stay: those above a row or field go with it, and one between blank lines starts a section,
out of which no row is moved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from translit.replacing import write_file
from translit.tables.errors import TableError
from translit.tables.loading import load_table
from translit.tables.source_file import read_text
from translit.tables.toml_reader import check_toml_table
from translit.tables.toml_text import Statement, parse_toml
from translit.tables.writing import WIDTH, field_place, write_field, write_jsonl

_ASSIGNMENT = re.compile(r"\s*([^=]+?)\s*=\s*(.*)", re.DOTALL)


def format_table(path: str) -> str:
    """Return the content of a table's file in its form; what the table says is the same.

    Raises TableError for a table that cannot be read.
    """
    if not path.lower().endswith(".toml"):
        return write_jsonl(load_table(path).rows)
    return _TomlFile(path).format()


def rewrite_table(path: str, content: str, *, dry_run: bool = False) -> bool:
    """Replace a file whole if its content differs, keeping its rights; tell whether it does.

    Raises OSError where it cannot be written; then the file is as it was.
    """
    file = Path(path).resolve()
    raw = content.encode()
    changed = file.read_bytes() != raw
    if changed and not dry_run:
        write_file(file, [raw])
    return changed


@dataclass(slots=True)
class _Block:
    """Lines that belong together: comments, then a header with fields, or an assignment."""

    comments: list[str]
    text: str
    statement: Statement
    fields: list["_Block"] = field(default_factory=list)


class _TomlFile:
    def __init__(self, path: str) -> None:
        text = read_text(path)
        toml = parse_toml(path, text)
        self.rows = {row.id: row for row in check_toml_table(toml).rows}
        self.lines = text.replace("\r\n", "\n").split("\n")
        self.statements = toml.statements
        if any(len(s.path) > 1 and s.header for s in self.statements):
            cure = "write the fields of a row below its [id], as native.uk = …"
            raise TableError(path, None, "a header stands for part of a row", cure)

    def format(self) -> str:
        sections: list[tuple[list[str], list[_Block]]] = [([], [])]
        for free, block in self._blocks():
            if free:
                sections.append((free, []))
            if block.statement.header:
                sections[-1][1].append(block)
            elif sections[-1][1]:
                sections[-1][1][-1].fields.append(block)
            else:
                sections[-1][0].extend([*block.comments, block.text])
        parts = [part for head, rows in sections for part in self._write(head, rows)]
        return "\n\n".join([*parts, *self._tail()]) + "\n"

    def _blocks(self) -> Iterator[tuple[list[str], _Block]]:
        """Each statement with the comments above it, and those that stand free before it."""
        at = 0
        for n, statement in enumerate(self.statements):
            start = statement.line - 1
            comments = self.lines[at:start]
            end = self.statements[n + 1].line - 1 if n + 1 < len(self.statements) else None
            at = self._end(start, end)
            free, own = _part_comments(comments)
            if not statement.header:
                free, own = [], [line for line in comments if line.strip()]
            text = "\n".join(line.rstrip() for line in self.lines[start:at])
            yield free, _Block(own, text, statement)

    def _end(self, start: int, limit: int | None) -> int:
        """Where the lines of a statement end: blank lines and comments after it are the next's."""
        end = len(self.lines) if limit is None else limit
        while end - 1 > start and _is_aside(self.lines[end - 1]):
            end -= 1
        return end

    def _tail(self) -> list[str]:
        last = self._end(self.statements[-1].line - 1, None)
        rest = "\n".join(self.lines[last:]).strip()
        return [rest] if rest else []

    def _write(self, head: list[str], rows: list[_Block]) -> Iterator[str]:
        if head:
            yield "\n".join(head)
        for row in sorted(rows, key=lambda row: row.statement.path):
            fields = sorted(row.fields, key=lambda f: field_place(f.statement.path[1]))
            lines = [*row.comments, row.text.strip()]
            for one in fields:
                lines += [*one.comments, self._write_field(one)]
            yield "\n".join(lines)

    def _write_field(self, block: _Block) -> str:
        found = _ASSIGNMENT.fullmatch(block.text)
        assert found is not None
        key = ".".join(block.statement.path[1:])
        line = f"{key} = {found[2]}"
        if "#" in found[2] or (len(line) <= WIDTH and "\n" not in line):
            return line  # as it was typed, with its comment if it has one
        value = self.rows[block.statement.path[0]].fields.get(key)
        if key == "aliases":
            value = [one["text"] if len(one) == 1 else one for one in value or ()]
        return write_field(key, value) if isinstance(value, list) else line


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _part_comments(lines: list[str]) -> tuple[list[str], list[str]]:
    """Comments that a blank line parts from what follows, and those right above it."""
    at = len(lines)
    while at and lines[at - 1].strip():
        at -= 1
    free = [line.rstrip() for line in lines[:at]]
    while free and not free[-1]:
        free.pop()
    while free and not free[0]:
        free.pop(0)
    return free, [line.rstrip() for line in lines[at:]]
