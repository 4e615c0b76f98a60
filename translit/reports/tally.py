"""A tally: what a run saw, counted as it goes, in memory that does not grow with the files."""

from collections import Counter
from dataclasses import dataclass, field

from translit.files import FilePiece, Outcome
from translit.review import Findings
from translit.rewriting import Mention

_MOST_SPELLINGS = 200  # of one entity

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


@dataclass(slots=True)
class Tally:
    """What was seen: entities, edits, suggestions, files; with `findings`, also the sentences."""

    findings: Findings | None = None
    entities: dict[str, EntityTally] = field(default_factory=dict)
    number_of_files: int = 0
    number_of_changed_files: int = 0
    number_of_edits: int = 0
    number_of_suggestions: int = 0
    _file: str = ""
    _is_changed: bool = False

    def begin(self, name: str) -> None:
        """Go on to the next file."""
        self._file, self._is_changed = name, False
        self.number_of_files += 1
        if self.findings is not None:
            self.findings.begin(name)

    def note_trouble(self, message: str) -> None:
        """Note what is wrong with the present file."""
        if self.findings is not None:
            self.findings.note_trouble(message)

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Count the mentions of a piece of the present file."""
        for mention in outcome.mentions:
            if mention.status in ("edit", "canonical"):
                self._count(mention)
            self.number_of_suggestions += mention.status in ("suggestion", "ambiguous")
        if self.findings is not None:
            self.findings.add(piece, outcome)

    def _count(self, mention: Mention) -> None:
        name = mention.entity_id or f"unlisted {mention.canonical}"
        entity = self.entities.setdefault(name, EntityTally())
        spelling = (" ".join(mention.text.split()), mention.status)
        if spelling in entity.spellings or len(entity.spellings) < _MOST_SPELLINGS:
            entity.spellings[spelling] += 1
            entity.forms[" ".join(mention.canonical.split())] += 1
        if entity.last_file != self._file:
            entity.files += 1
            entity.last_file = self._file
        if mention.status == "edit":
            entity.edits += 1
            self.number_of_edits += 1
            self.number_of_changed_files += not self._is_changed
            self._is_changed = True
