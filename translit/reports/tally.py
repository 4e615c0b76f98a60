"""A tally: what a run saw, counted as it goes, in memory that does not grow with the files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from translit.documents import Outcome, Piece
from translit.reports.json_lines import find_line, list_line_starts
from translit.rewriting import Mention

_MOST_SAMPLES = 1000
_MOST_SPELLINGS = 200  # of one entity
_MOST_FILES = 10_000
_REACH = 60  # code points of a sample on each side

Printed = tuple[str, str]
"""How a name is written, and its status: edit or canonical."""


@dataclass(slots=True)
class EntityTally:
    """One entity: the spellings that were met, how often, and what they become."""

    spellings: Counter[Printed] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    edits: int = 0
    files: int = 0
    last_file: str = ""

    @property
    def form(self) -> str:
        """The canonical form that is met most."""
        return max(sorted(self.forms), key=self.forms.__getitem__)

    @property
    def mentions(self) -> int:
        """How often it is named."""
        return sum(self.spellings.values())


@dataclass(frozen=True, slots=True)
class Sample:
    """A mention in its context; the text on both sides is of its line."""

    path: str
    line: int
    left: str
    mention: Mention
    right: str


@dataclass(slots=True)
class FileTally:
    """One file: how many edits it has, and its troubles."""

    name: str
    edits: int = 0
    mentions: int = 0
    troubles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """What was seen: entities, edits in context, suggestions, files."""

    entities: dict[str, EntityTally] = field(default_factory=dict)
    edits: list[Sample] = field(default_factory=list)
    suggestions: dict[tuple[str, str, str], list[Sample]] = field(default_factory=dict)
    suggested: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    files: list[FileTally] = field(default_factory=list)
    number_of_files: int = 0
    number_of_edits: int = 0
    _file: FileTally = field(default_factory=lambda: FileTally(""))

    def begin(self, name: str) -> None:
        """Go on to the next file."""
        self._file = FileTally(name)
        self.number_of_files += 1
        if len(self.files) < _MOST_FILES:
            self.files.append(self._file)

    def note_trouble(self, message: str) -> None:
        """Note what is wrong with the present file."""
        if len(self._file.troubles) < _MOST_SAMPLES:
            self._file.troubles.append(message)

    def add(self, piece: Piece, outcome: Outcome) -> None:
        """Count the mentions of a piece of the present file."""
        starts = list_line_starts(piece) if outcome.mentions else []
        for mention in outcome.mentions:
            line = find_line(mention, piece, starts)
            if mention.status in ("edit", "canonical"):
                self._count(mention)
            if mention.status == "edit" and len(self.edits) < _MOST_SAMPLES:
                self.edits.append(self._sample(piece, line, mention, starts))
            if mention.status in ("suggestion", "ambiguous"):
                self._note_suggestion(self._sample(piece, line, mention, starts))

    def _count(self, mention: Mention) -> None:
        name = mention.entity_id or f"unlisted {mention.canonical}"
        entity = self.entities.setdefault(name, EntityTally())
        spelling = (" ".join(mention.text.split()), mention.status)
        if spelling in entity.spellings or len(entity.spellings) < _MOST_SPELLINGS:
            entity.spellings[spelling] += 1
            entity.forms[" ".join(mention.canonical.split())] += 1
        if entity.last_file != self._file.name:
            entity.files += 1
            entity.last_file = self._file.name
        self._file.mentions += 1
        if mention.status == "edit":
            entity.edits += 1
            self._file.edits += 1
            self.number_of_edits += 1

    def _note_suggestion(self, sample: Sample) -> None:
        mention = sample.mention
        key = (mention.text, mention.canonical, mention.reason or "")
        if key in self.suggested or len(self.suggested) < _MOST_SAMPLES:
            self.suggested[key] += 1
            self.suggestions.setdefault(key, [sample])

    def _sample(self, piece: Piece, line: int, mention: Mention, starts: Sequence[int]) -> Sample:
        at = line - piece.line
        first = starts[at - 1] if at else 0
        source = piece.source
        left = source[max(first, mention.start - _REACH) : mention.start].lstrip()
        right = source[mention.end : mention.end + _REACH].split("\n")[0].rstrip()
        return Sample(self._file.name, line, left, mention, right)
