"""Findings: what is wrong in a table, in which row and line, and what to do about it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from translit.showing import escape_annotation, show, show_in_json

FORMS = ("text", "json", "github")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend. `line` counts from 1 (None: the file as a whole), `row` is an id.

    `example` is a text that shows it, where one was searched for; `field` is the dotted field that
    it is in, such as `aliases[2]`; `other` is the id of another row that it speaks of.
    """

    path: str
    line: int | None
    row: str
    check: str
    problem: str
    cure: str
    example: str = ""
    field: str = ""
    other: str = ""

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        row = f"[{self.row}] " if self.row else ""
        shown = f"\n    shown by: {self.example!r}" if self.example else ""
        return show(f"{place}: {row}{self.problem}; {self.cure} ({self.check})") + shown


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of their files, each once."""
    return sorted(set(findings), key=lambda f: (f.path, f.line or 0, f.row, f.check, f.problem))


def format_findings(findings: Iterable[Finding], form: str) -> str:
    """Return findings as lines: `text`, `json` (JSON Lines) or `github` (workflow annotations).

    >>> found = Finding("a.toml", 7, "kyiv", "no-gender", "has no gender", "add it")
    >>> print(format_findings([found], "github"))
    ::error file=a.toml,line=7,title=no-gender::[kyiv] has no gender; add it
    """
    ways: dict[str, Callable[[Finding], str]]
    ways = {"text": str, "json": _as_json, "github": _as_annotation}
    write = ways[form]
    return "\n".join(map(write, findings))


def _as_json(finding: Finding) -> str:
    return show_in_json(json.dumps(asdict(finding), ensure_ascii=False))


def _as_annotation(finding: Finding) -> str:
    row = f"[{finding.row}] " if finding.row else ""
    shown = f"\nshown by: {finding.example!r}" if finding.example else ""
    place = escape_annotation(finding.path, ":,")
    line = "" if finding.line is None else f",line={finding.line}"
    message = escape_annotation(f"{row}{finding.problem}; {finding.cure}{shown}")
    return show(f"::error file={place}{line},title={finding.check}::{message}")
