"""Drafts: what an importer reads of one entity, before it is made into a row."""

from dataclasses import dataclass, field

from translit.tables import Gender, Kind


@dataclass(slots=True)
class Draft:
    """One entity as a source has it. `line` counts from 1; `names` are (text, language or "").

    `kind` is None where the source does not tell; then `label` is what it calls it, if anything.
    `readings` are by language, for scripts that hide their sounds. `former` are (text,
    language, last year or None). `country` is what it is called in the source.
    """

    line: int
    id: str
    kind: Kind | None = None
    name: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    former: list[tuple[str, str, int | None]] = field(default_factory=list)
    gender: Gender | None = None
    label: str = ""
    readings: dict[str, str] = field(default_factory=dict)
    wikidata: str | None = None
    titles: list[str] = field(default_factory=list)
    country: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """What of a source could not be used: its line (from 1), the text, and why with the cure.

    `is_malformed` if it is not what the format asks for: a file that has nothing else is of
    another format.
    """

    line: int
    what: str
    reason: str
    is_malformed: bool = False


class UnreadableError(ValueError):
    """A source that is not what its format says; `line` is where, the text has the cure."""

    def __init__(self, line: int | None, problem: str, cure: str) -> None:
        super().__init__(line, problem, cure)
        self.line = line
        self.problem = problem
        self.cure = cure
