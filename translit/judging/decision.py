"""Decisions: what became of a mention, and why nothing did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translit.judging.candidate import Candidate
from translit.judging.reasons import Reason, Status
from translit.judging.rules import VERDICTS


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one span: its best reading, a status and, where nothing is done, why."""

    candidate: Candidate
    status: Status
    reason: Reason | None
    candidates: tuple[str, ...]
    group: Sequence[Candidate]  # all that the span may be

    @property
    def is_believed(self) -> bool:
        """Whether it is sure who is meant, and nothing keeps it from being written."""
        return self.reason is None and self.status in ("edit", "canonical")

    @property
    def place(self) -> int:
        """The code point of its text where the mention starts."""
        return self.candidate.page.origin + self.candidate.start


def refuse(
    candidate: Candidate, reason: Reason, candidates: tuple[str, ...], group: Sequence[Candidate]
) -> Decision:
    """Return the decision that a mention stays, for a reason's code."""
    return Decision(candidate, VERDICTS[reason], reason, candidates, group)


def part_overlapping(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions in the order of the text, of any that overlap only the strongest.

    What names somebody surely is stronger than a doubt, then the longer span, then the first.
    """
    ranked = sorted(
        decisions,
        key=lambda d: (
            d.status not in ("edit", "canonical"),
            -len(d.candidate.words),
            d.candidate.start,
        ),
    )
    taken: set[int] = set()
    parted = []
    for found in ranked:
        if taken.isdisjoint(found.candidate.words):
            taken.update(found.candidate.words)
            parted.append(found)
    return sorted(parted, key=lambda d: d.candidate.start)
