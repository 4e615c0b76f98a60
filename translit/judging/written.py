"""Written: what the decisions of a page put into it, on which its other mentions may hang."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translit.judging.decision import Decision
from translit.judging.ledger import Belief
from translit.judging.near import Near
from translit.schemes import fold, is_latin


def write_belief(decisions: Iterable[Decision]) -> Belief:
    """Return what is believed of these decisions."""
    present, rewritten, told = set(), set(), set()
    for one in decisions:
        if not one.is_believed:
            continue
        present.add(one.candidate.known.id)
        if one.status == "edit":
            rewritten.add(one.candidate.known.id)
            told.add((one.candidate.known.id, fold(one.candidate.text)))
    return Belief(frozenset(present), frozenset(rewritten), frozenset(told))


def add_written(near: Near, decisions: Sequence[Decision]) -> Near:
    """Return what is near with what is believed of these decisions, and what they write."""
    edits = [one.candidate for one in decisions if one.status == "edit"]
    words = {one: frozenset(one.words) for one in edits}
    latin = [one for one in edits if any(map(is_latin, one.output))]
    return replace(
        near.believe(write_belief(decisions)),
        written={
            one.start: frozenset(key for change in one.list_changes() for key in change.keys)
            for one in edits
        },
        spoken={one.start: one.page.list_countries_of(one.output) for one in edits},
        places=near.places.union(*(words[one] for one in edits if not one.is_person)),
        rewritten=near.rewritten.union(*words.values()),
        latin=near.latin.union(*(words[one] for one in latin)),
    )
