"""What `--check` finds, as other programs read it: GitHub annotations, SARIF, JSON."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from urllib.parse import quote

from translit import __version__
from translit.files import FilePiece, Outcome, Source, splice
from translit.showing import escape_annotation, show, show_in_json

_NEWLINE = re.compile(r"\r\n|\r|\n")
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# Why a spelling is believed to be a name, which is the rule of a finding.
_RULES = {
    "scheme": "A romanization scheme or a press convention gives this spelling of a name",
    "alias": "A table lists this spelling of a name",
    "case": "This is a case of a name in another form",
    "fuzzy": "This is a damaged spelling of a name",
    "name": "This is a name in another form",
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A name that would change: lines and columns from 1, in code points, the end after it."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    before: str
    after: str
    entity_id: str
    evidence: str
    why: str


class Annotations:
    """Collects what would change in all files, to be printed in one form at the end."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._found: list[Annotation] = []

    def open(self, source: Source) -> "FoundInFile":
        """Return what takes the pieces of one file."""
        return FoundInFile(source, self._found)

    def list_lines(self) -> Iterator[str]:
        """Yield the lines that tell what was found."""
        if self._form == "github":
            yield from map(_annotate, self._found)
        else:
            value = [asdict(one) for one in self._found] if self._form == "json" else self._sarif()
            yield show_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"

    def _sarif(self) -> dict[str, object]:
        rules = [{"id": rule, "shortDescription": {"text": text}} for rule, text in _RULES.items()]
        driver = {"name": "translit-fix", "version": __version__, "rules": rules}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": [_write_result(one) for one in self._found],
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


class FoundInFile:
    """Takes the pieces of one file and keeps what would change in them."""

    def __init__(self, source: Source, found: list[Annotation]) -> None:
        self._source = source
        self._all = found
        self._found: list[Annotation] = []

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Take a piece."""
        starts = [0, *(newline.end() for newline in _NEWLINE.finditer(piece.source))]
        column = _count_column(piece)
        for mention in outcome.mentions:
            if mention.status != "edit":
                continue
            changes = [
                (max(start - mention.start, 0), end - mention.start, after)
                for start, end, after in outcome.changes
                if mention.start <= start and end <= mention.end
            ]
            before = piece.source[mention.start : mention.end]
            first, last = (_find(at, starts, column) for at in (mention.start, mention.end))
            self._found.append(
                Annotation(
                    self._source.name,
                    piece.line + first[0],
                    first[1],
                    piece.line + last[0],
                    last[1],
                    before,
                    splice(before, changes),
                    mention.entity_id or "",
                    mention.evidence,
                    mention.why,
                )
            )

    def finish(self) -> None:
        """Keep what was found."""
        self._all += self._found

    def abandon(self) -> None:
        """The file is in trouble: what was found of it does not count."""


def _count_column(piece: FilePiece) -> int:
    """Return how many code points of its line stand before a piece: part of a text that is cut."""
    newlines = list(_NEWLINE.finditer(piece.before))
    return len(piece.before) - newlines[-1].end() if newlines else len(piece.before)


def _find(at: int, starts: list[int], column: int) -> tuple[int, int]:
    number = bisect_right(starts, at) - 1
    return number, at - starts[number] + 1 + (column if number == 0 else 0)


def _say(found: Annotation) -> str:
    return f"{found.before} → {found.after}: {found.why}"


def _annotate(found: Annotation) -> str:
    place = f"file={escape_annotation(found.path, ':,')},line={found.line},col={found.column}"
    place += f",endLine={found.end_line},endColumn={found.end_column}"
    return show(f"::warning {place},title=translit-fix::{escape_annotation(_say(found))}") + "\n"


def _write_result(found: Annotation) -> dict[str, object]:
    region = {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
    }
    artifact = {"uri": quote(found.path)}
    replacement = {"deletedRegion": region, "insertedContent": {"text": found.after}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {
        "ruleId": found.evidence,
        "level": "warning",
        "message": {"text": _say(found)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "fixes": [{"artifactChanges": [change]}],
    }
