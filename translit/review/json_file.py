"""A JSON file with one list that matters, read so that each item of it knows its line."""

import json
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NoReturn

from translit.files import read_text
from translit.review.errors import ReviewError
from translit.showing import show

_SPACE = re.compile(r"[ \t\r\n]*")
_LONGEST_SHOWN = 40
_DECODER = json.JSONDecoder()


class Record:
    """One object of the file: its fields, asked for by their kind, and where it stands.

    Whatever is wrong with a field is a ReviewError that names it and the line of its object.
    """

    def __init__(self, path: str, line: int, name: str, value: object, cure: str) -> None:
        self.path, self.line, self._name, self._cure = path, line, name, cure
        if not isinstance(value, dict):
            raise self.refuse("", f"must be an object, not {_show(value)}")
        self._fields: dict[str, Any] = value

    def refuse(self, key: str, problem: str) -> ReviewError:
        """Return the error that names a field (or the record, for an empty key)."""
        name = ".".join(filter(None, (self._name, key)))
        problem = f"`{name}` {problem}" if name else problem
        return ReviewError(self.path, self.line, problem, self._cure)

    def refuse_others(self, known: Collection[str]) -> None:
        """Refuse fields that are not known."""
        for key in self._fields:
            if key not in known:
                raise self.refuse(_show(key, quoted=False), "is no field that is known")

    def has(self, key: str) -> bool:
        """Tell whether a field is there, and not null."""
        return self._fields.get(key) is not None

    def text(self, key: str, *, optional: bool = False) -> str:
        """Return a string; an empty one if it is `optional` and not there."""
        value = self._fields.get(key)
        if optional and value is None:
            return ""
        if not isinstance(value, str) or not (value or optional):
            raise self.refuse(key, f"must be a string, not {_show(value)}")
        return value

    def choice(self, key: str, *options: str) -> str:
        """Return a string that is one of these."""
        value = self.text(key)
        if value not in options:
            raise self.refuse(key, f"must be one of {', '.join(options)}, not {_show(value)}")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is not there."""
        value = self._fields.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(key, f"must be true or false, not {_show(value)}")
        return value

    def number(self, key: str) -> float:
        """Return a number from 0 up; 0 if it is not there."""
        value = self._fields.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e15:
            raise self.refuse(key, f"must be a number from 0 up, not {_show(value)}")
        return value

    def texts(self, key: str) -> list[str]:
        """Return a list of strings; an empty one if it is not there."""
        value = self._fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.refuse(key, "must be a list of strings")
        return value

    def record(self, key: str) -> "Record":
        """Return an object."""
        name = ".".join(filter(None, (self._name, key)))
        return Record(self.path, self.line, name, self._fields.get(key), self._cure)

    def records(self, key: str) -> list["Record"]:
        """Return a list of objects; an empty one if it is not there."""
        value = self._fields.get(key, [])
        if not isinstance(value, list):
            raise self.refuse(key, f"must be a list, not {_show(value)}")
        name = ".".join(filter(None, (self._name, key)))
        return [
            Record(self.path, self.line, f"{name}[{n}]", one, self._cure)
            for n, one in enumerate(value, 1)
        ]


def read_records(path: str, what: str, key: str, cure: str) -> tuple[Record, list[Record]]:
    """Read a JSON file of ours: an object with `schema` 1, `what` it is, and a list under `key`.

    Returns the object and the items of the list, each with its line.
    Raises ReviewError for a file that is something else, with `cure`, and DocumentError for one
    that cannot be read.
    """
    text = read_text(Path(path))
    value = _parse(path, text, cure)
    head = Record(path, 1, "", value, cure)
    if not isinstance(value, dict) or value.get("what") != what:
        raise ReviewError(path, 1, f'is no file of {what} (it has no "what": "{what}")', cure)
    if value.get("schema") != 1 or isinstance(value["schema"], bool):
        schema = _show(value.get("schema"))
        raise ReviewError(
            path, 1, f"schema {schema} is not known", "update translit-fix, or make it again"
        )
    if not isinstance(value.get(key), list):
        raise head.refuse(key, "must be a list")
    lines = _find_lines(text, key)
    return head, [
        Record(path, line, f"{key}[{n}]", one, cure)
        for n, (line, one) in enumerate(zip(lines, value[key], strict=True), 1)
    ]


def is_of(path: str, what: str) -> bool:
    """Tell whether a file looks like a JSON file of ours: by what stands at its start."""
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(200)
    except (OSError, ValueError):
        return False
    start = rb'\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"what"\s*:\s*"' + what.encode() + b'"'
    return re.match(start, head) is not None


def _parse(path: str, text: str, cure: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        said = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}, at column {error.colno}"
        raise ReviewError(path, error.lineno, said, cure) from None
    except (RecursionError, ValueError) as error:  # nested deep; numbers of thousands of digits
        raise ReviewError(path, None, f"cannot be read as JSON ({error})", cure) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _find_lines(text: str, wanted: str) -> list[int]:
    """Return the line (from 1) on which each item of a list of the outermost object starts.

    The text is an object that was parsed before.
    """
    newlines = [match.start() for match in re.finditer("\n", text)]
    lines: list[int] = []
    at = _skip(text, _skip(text, 0) + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)  # past the colon
        if key == wanted and text[at] == "[":
            starts = list(_list_items(text, at))
            lines = [bisect_right(newlines, start) + 1 for start in starts[:-1]]
            at = starts[-1]
        else:
            _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
    return lines


def _list_items(text: str, at: int) -> Iterator[int]:
    """Give where each item of the list at `at` starts, and at last where the list ends."""
    at = _skip(text, at + 1)
    while text[at] != "]":
        yield at
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
    yield at + 1


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _show(value: object, *, quoted: bool = True) -> str:
    text = json.dumps(value, ensure_ascii=False) if quoted else str(value)
    text = "nothing" if value is None else show(text)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
