"""Drafts: what an importer reads of one entity, before it is made into a row."""

from dataclasses import dataclass, field

from translit.tables.entity import Gender, Kind


@dataclass(slots=True)
class Draft:
    """One entity as a source has it. `line` counts from 1; `names` are (text, language or "").

    `kind` is None where the source does not tell; `former` are (text, language, last year or None).
    """

    line: int
    id: str
    kind: Kind | None = None
    name: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    former: list[tuple[str, str, int | None]] = field(default_factory=list)
    gender: Gender | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """What of a source could not be used: its line (from 1), the text, and why."""

    line: int
    what: str
    reason: str


class UnreadableError(ValueError):
    """A source that is not what its format says; `line` is where, the text has the cure."""

    def __init__(self, line: int | None, problem: str, cure: str) -> None:
        super().__init__(line, problem, cure)
        self.line = line
        self.problem = problem
        self.cure = cure
