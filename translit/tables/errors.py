"""What is wrong in a table, where, and what to do about it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

LIMIT = 50
"""So many errors of one file are collected; a file with more is wrong as a whole."""
_SHOWN = 20


class TableError(ValueError):
    """A table that cannot be used: the first error, and the others of the same reading.

    `str` gives one line for each: `names.toml:7: unknown field `nativ`; did you mean `native`?`

    Attributes: path, line (from 1; None where no line is meant), problem, cure, others.
    """

    def __init__(
        self,
        path: str,
        line: int | None,
        problem: str,
        cure: str,
        others: tuple["TableError", ...] = (),
    ) -> None:
        super().__init__(path, line, problem, cure, others)
        self.path = path
        self.line = line
        self.problem = problem
        self.cure = cure
        self.others = others

    def __str__(self) -> str:
        lines = [error._own_line() for error in (self, *self.others[: _SHOWN - 1])]
        if unshown := len(self.others) + 1 - len(lines):
            lines.append(f"{_printable(self.path)}: and {unshown} more")
        return "\n".join(lines)

    def _own_line(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return _printable(f"{place}: {self.problem}; {self.cure}")


class ErrorLog:
    """Collects the errors of one reading, so that all are shown at once."""

    def __init__(self) -> None:
        self._found: list[TableError] = []

    @property
    def full(self) -> bool:
        """Whether more errors would help nobody."""
        return len(self._found) >= LIMIT

    def add(self, path: str, line: int | None, problem: str, cure: str) -> None:
        self._found.append(TableError(path, line, problem, cure))

    def raise_any(self) -> None:
        """Raise the first error in the order of the file, with the others in `.others`."""
        if not self._found:
            return
        first, *others = sorted(self._found, key=lambda e: (e.path, e.line or 0))
        raise TableError(first.path, first.line, first.problem, first.cure, tuple(others))


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong in a row. `at` is the dotted field: `native.ru`, `aliases[2].as`."""

    at: str
    problem: str
    cure: str


class Flawed(Exception):
    """Raised by the checks of one value; the reader adds file and line."""

    def __init__(self, flaws: list[Flaw]) -> None:
        super().__init__(flaws)
        self.flaws = flaws


def flawed(at: str, problem: str, cure: str) -> Flawed:
    """One flaw, ready to raise. `problem` continues the field's name: *is empty*."""
    return Flawed([Flaw(at, f"`{at}` {problem}", cure)])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None if none is much like it."""
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None


def shown(value: object) -> str:
    """A value as an error shows it: short, and escaped where it does not print."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _printable(text: str) -> str:
    """Escapes what would garble a terminal (control characters) or fail to encode."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
