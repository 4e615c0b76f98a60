"""Guards: word groups in which a spelling is not the entity it seems to be."""

import os
import re
from dataclasses import dataclass

from translit.tables.checks import Check, identifier, list_of, record, takes
from translit.tables.errors import ErrorLog, Flawed, flawed, shown
from translit.tables.fields import KINDS
from translit.tables.spelling import clean
from translit.tables.toml_text import TomlText, read_toml

_SHAPE = re.compile(r"([^{}]*)\{([^{}]*)\}([^{}]*)")
_GAP = re.compile(r"[\s\-\u2010\u2011]+")
_KIND_TARGETS = frozenset(kind.upper() for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Guard:
    """*chicken {kyiv}*: what stands between these words is not Kyiv.

    `before` and `after` are case-folded words; `target` is an entity's id, or a kind in
    capitals (`PLACE`) for every entity of it.
    """

    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    target: str
    because: str


def load_guards(path: str | os.PathLike[str]) -> tuple[Guard, ...]:
    """Reads `guards.toml`: `[[guards]]`, then `text` and `because`.

    Returns the guards in the file's order. Raises TableError with all that is wrong.
    """
    toml = read_toml(os.fspath(path))
    errors = ErrorLog()
    guards: list[Guard] = []
    for raw, line in _raw_guards(toml, errors):
        try:
            guards.append(_guard(raw))
        except Flawed as error:
            for flaw in error.flaws:
                errors.add(toml.path, line, flaw.problem, flaw.cure)
    errors.raise_any()
    return tuple(guards)


def read_guard(text: str, because: str) -> Guard:
    """A guard from its text. Raises Flawed unless it has one target and a word beside it.

    >>> read_guard("the {PLACE}-class ships", "a class of ships").after
    ('class', 'ships')
    """
    found = _SHAPE.fullmatch(text)
    if found is None:
        cure = 'put the entity in one pair of braces: "chicken {kyiv}"'
        raise flawed("text", f"({shown(text)}) has not exactly one pair of braces", cure)
    before, target, after = found.groups()
    if target not in _KIND_TARGETS:
        identifier(target, "text")
    if (before and not _GAP.match(before[-1])) or (after and not _GAP.match(after[0])):
        cure = "put a space or a hyphen between"
        raise flawed("text", f"({shown(text)}) has something sticking to its braces", cure)
    guard = Guard(text, _words(before), _words(after), target, because)
    if not guard.before + guard.after:
        cure = "add the words that tell it: without them the entity would never be found"
        raise flawed("text", f"({shown(text)}) has no word beside its braces", cure)
    return guard


_FIELDS: dict[str, Check] = {"text": clean, "because": clean}


@takes({"type": "object"})
def _anything(value: object, at: str) -> object:
    return value


_ROWS = list_of(_anything)


def _raw_guards(toml: TomlText, errors: ErrorLog) -> list[tuple[object, int]]:
    for key in toml.content:
        if key != "guards":
            cure = "start each guard with [[guards]]"
            errors.add(toml.path, toml.line(key), f"unknown table `{key}`", cure)
    raw = toml.content.get("guards", [])
    try:
        rows = _ROWS(raw, "guards")
    except Flawed:
        cure = "start each guard with [[guards]], in double brackets"
        errors.add(toml.path, toml.line("guards"), "`guards` must be a list", cure)
        return []
    lines = [s.line for s in toml.statements if s.path == ("guards",)]
    return list(zip(rows, lines if len(lines) == len(rows) else lines * len(rows), strict=False))


def _guard(raw: object) -> Guard:
    fields = record(raw, _FIELDS, "guard", ("text", "because"))
    return read_guard(fields["text"], fields["because"])


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _GAP.split(text) if word)
