"""Notes: what was seen in some documents, as a value that adds up, in whatever order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from translit.survey.found import Example
from translit.unlisted import Evidence

MOST_EXAMPLES = 3


@dataclass(slots=True)
class Notes:
    """What was seen of each unlisted spelling, where, and which ones a document has parted.

    A pair that is parted is sorted. `trouble` says why a document was not read.
    """

    seen: dict[str, Evidence] = field(default_factory=dict)
    examples: dict[str, tuple[Example, ...]] = field(default_factory=dict)
    parted: set[tuple[str, str]] = field(default_factory=set)
    documents: int = 0
    trouble: str = ""

    def __iadd__(self, other: "Notes") -> Self:
        for spelling, evidence in other.seen.items():
            own = self.seen.get(spelling)
            if own is None:
                self.seen[spelling] = evidence
            else:
                own += evidence
        for spelling, examples in other.examples.items():
            mine = self.examples.get(spelling)
            self.examples[spelling] = first_examples((*mine, *examples)) if mine else examples
        self.parted |= other.parted
        self.documents += other.documents
        return self


def first_examples(examples: Iterable[Example]) -> tuple[Example, ...]:
    """Return a few examples: the first by file and place, whoever met them first."""
    return tuple(sorted(examples)[:MOST_EXAMPLES])
