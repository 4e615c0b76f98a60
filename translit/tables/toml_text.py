"""TOML files with the lines of what is in them, and syntax errors in our words."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from translit.tables.errors import TableError
from translit.tables.source_file import read_text
from translit.tables.spelling import type_name

_PART = r"""(?:[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[(\[?)[ \t]*({_PATH})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_PATH})[ \t]*=")
_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*'''
    r"|\n|[\[\]{}]",
    re.DOTALL,
)
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or an assignment: its line (from 1) and the whole path of its key."""

    line: int
    path: tuple[str, ...]
    header: bool
    repeatable: bool  # [[path]]


@dataclass(frozen=True, slots=True)
class TomlText:
    """A parsed file without its `schema`."""

    path: str
    content: dict[str, Any]
    statements: tuple[Statement, ...]

    def line(self, *path: str) -> int:
        """The line where something under this path is first written, or the nearest above it."""
        for n in range(len(path), 0, -1):
            for statement in self.statements:
                if statement.path[:n] == path[:n]:
                    return statement.line
        return 1


def read_toml(path: str) -> TomlText:
    """Reads a TOML file that begins with `schema = 1`. Raises TableError."""
    return parse_toml(path, read_text(path))


def parse_toml(path: str, text: str) -> TomlText:
    """Parses the text of a TOML file that begins with `schema = 1`. Raises TableError."""
    text = text.replace("\r\n", "\n")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _reworded(path, text, error) from None
    except (RecursionError, ValueError) as error:  # deep nesting; numbers of thousands of digits
        raise TableError(path, None, f"cannot be read as TOML ({error})", "simplify it") from None
    toml = TomlText(path, content, tuple(_statements(text)))
    if "schema" not in content:
        raise TableError(path, 1, "no schema is named", "make `schema = 1` the first line")
    check_schema(path, toml.line("schema"), content.pop("schema"))
    return toml


def check_schema(path: str, line: int, schema: object) -> None:
    """Raises TableError if a file is written for another version of this package."""
    if schema != 1 or isinstance(schema, bool):
        named = schema if isinstance(schema, int | str) else type_name(schema)
        cure = "write schema = 1, or update translit-fix if the file is newer than it"
        raise TableError(path, line, f"schema {named} is not known", cure)


def _statements(text: str) -> Iterator[Statement]:
    """Headers and assignments of valid TOML; of invalid TOML, those before the error."""
    pos, line = 0, 1
    prefix: tuple[str, ...] = ()
    while pos < len(text):
        if found := _HEADER.match(text, pos):
            prefix = _parts(found[2])
            yield Statement(line, prefix, True, bool(found[1]))
        elif found := _KEY.match(text, pos):
            yield Statement(line, prefix + _parts(found[1]), False, False)
        pos, lines = _next_statement(text, found.end() if found else pos)
        line += lines


def _next_statement(text: str, pos: int) -> tuple[int, int]:
    """Where the next statement begins, and how many lines further."""
    depth = lines = 0
    for token in _TOKEN.finditer(text, pos):
        mark = token[0]
        lines += mark.count("\n")
        if mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "\n" and depth <= 0:
            return token.end(), lines
    return len(text), lines


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, path))


def _reworded(path: str, text: str, error: tomllib.TOMLDecodeError) -> TableError:
    message = str(error)
    position = _POSITION.search(message)
    if position and position[1]:
        line, column = int(position[1]), int(position[2])
    else:
        line, column = text.count("\n") + (not text.endswith("\n")), 0
    statements = [s for s in _statements(text) if s.line <= line]
    last = statements[-1] if statements else None
    if last and "Cannot" in message:
        for first in statements[:-1]:
            if first.path == last.path and not first.repeatable:
                return _repeated(path, first, last)
    what = _POSITION.sub("", message)
    where = f", at column {column}" if column else ""
    return TableError(
        path,
        line,
        f"not valid TOML: {what[:1].lower()}{what[1:]}{where}",
        "strings stand in quotes, lists in [ ], and a map in { } ends on its own line",
    )


def _repeated(path: str, first: Statement, last: Statement) -> TableError:
    what = "id" if last.header and len(last.path) == 1 else "field"
    name = last.path[0] if what == "id" else ".".join(last.path[1:] or last.path)
    problem = f"{what} `{name}` is given twice, first in line {first.line}"
    return TableError(path, last.line, problem, "join the two, or rename one")
