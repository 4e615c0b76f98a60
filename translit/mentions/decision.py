"""Decisions: what became of a mention, and why nothing did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translit.mentions.reading import Reading
from translit.mentions.reasons import SUGGESTED, Reason, Status
from translit.mentions.scene import Scene
from translit.mentions.spelling_talk import sets_forms_side_by_side


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one span: its best reading, a status and, where nothing is done, why."""

    reading: Reading
    status: Status
    reason: Reason | None
    candidates: tuple[str, ...]


def undo(reading: Reading, reason: Reason, candidates: tuple[str, ...]) -> Decision:
    """Return the decision that a mention stays, for a reason's code."""
    status: Status = "suggestion" if reason in SUGGESTED else "kept"
    if reason == "several":
        status = "ambiguous"
    return Decision(reading, status, reason, candidates)


def part_overlapping(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions in the order of the text, of any that overlap only the strongest.

    What names somebody surely is stronger than a doubt, then the longer span, then the first.
    """
    ranked = sorted(
        decisions,
        key=lambda d: (
            d.status not in ("edit", "canonical"),
            -len(d.reading.tokens),
            d.reading.start,
        ),
    )
    taken: set[int] = set()
    parted = []
    for found in ranked:
        if taken.isdisjoint(found.reading.tokens):
            taken.update(found.reading.tokens)
            parted.append(found)
    return sorted(parted, key=lambda d: d.reading.start)


def keep_forms_in_talk(scene: Scene, decisions: Sequence[Decision]) -> list[Decision]:
    """Keep both forms where the text sets two forms of one name side by side."""
    last: dict[str, Decision] = {}
    talked = set()
    for found in decisions:
        if found.status not in ("edit", "canonical", "kept"):
            continue
        before = last.get(found.reading.known.id)
        if before and sets_forms_side_by_side(scene, before.reading, found.reading):
            talked |= {before.reading.start, found.reading.start}
        last[found.reading.known.id] = found
    return [
        replace(d, status="suggestion", reason="side-by-side")
        if d.status == "edit" and d.reading.start in talked
        else d
        for d in decisions
    ]
