"""The judge: the stretches of a document, each by the sum of what it and its neighbours say.

A document that is not long has one. What is kept of a stretch is its hearing, and that only while
its neighbours are judged, so that a document of any length takes bounded memory.
"""

from collections.abc import Iterable, Iterator, Sequence

from translit.judging.deciding import (
    Decider,
    Settled,
    may_be_lifted,
)
from translit.judging.decision import Decision
from translit.judging.hearing import Hearing
from translit.judging.ledger import Belief, Ledger
from translit.judging.near import NOTHING
from translit.judging.talk import keep_forms_in_talk, keep_half_rewritten
from translit.judging.written import add_written, write_belief
from translit.options import Fuzzy, Renamed
from translit.page import Page
from translit.readings import PlacedSegment


class _Heard:
    """A stretch with what is known of it so far."""

    def __init__(self, hearing: Hearing) -> None:
        self.hearing = hearing
        self.ledger = Ledger()
        self.decisions: list[Decision] = []
        self.settled: Settled = {}
        self.belief = Belief()


class Judge:
    """Decides the mentions of documents; thread-safe, for it remembers nothing."""

    def __init__(self, *, fuzzy: Fuzzy, renamed: Renamed) -> None:
        self._decider = Decider(fuzzy=fuzzy, renamed=renamed)

    def judge(self, read: Iterable[tuple[Page, Sequence[PlacedSegment]]]) -> Iterator[Decision]:
        """Give the decisions of a document's mentions in order; none overlap."""
        decider = self._decider
        heard = (
            _Heard(Hearing(page, segments, licenses_damage=decider.names_by_damage(page)))
            for page, segments in read
        )
        for before, one, after in _slide(heard, decider):
            decisions = one.decisions
            others = [other.belief for other in (before, after) if other is not None]
            if others and may_be_lifted(one.hearing, decisions, add_written(NOTHING, decisions)):
                belief = sum(others, Belief())
                decisions = decider.decide(one.hearing, one.ledger, belief, one.settled)
            for decided in keep_half_rewritten(keep_forms_in_talk(decisions)):
                if one.hearing.owns(decided.candidate):
                    yield decided


def _slide(
    stretches: Iterable[_Heard], decider: Decider
) -> Iterator[tuple[_Heard | None, _Heard, _Heard | None]]:
    """Give each stretch between its neighbours, when all three are judged by themselves."""
    judged = _judge_each(stretches, decider)
    before: _Heard | None = None
    heard = next(judged, None)
    while heard is not None:
        after = next(judged, None)
        yield before, heard, after
        before, heard = heard, after


def _judge_each(stretches: Iterable[_Heard], decider: Decider) -> Iterator[_Heard]:
    """Give each stretch judged by the sum of its own ledger and its neighbours'."""
    known: list[_Heard] = []
    waiting = iter(stretches)
    for heard in waiting:
        known.append(heard)
        if len(known) > 1:
            yield _judge_one(known[-2], known[-3:], decider)
        known = known[-2:]
    if known:
        yield _judge_one(known[-1], known, decider)


def _judge_one(heard: _Heard, around: Sequence[_Heard], decider: Decider) -> _Heard:
    of_women = bool(heard.hearing.cases)
    written = (one.hearing.write_ledger(of_women=of_women) for one in around)
    heard.ledger = sum(written, Ledger())
    heard.decisions = decider.decide(heard.hearing, heard.ledger, Belief(), heard.settled)
    heard.belief = write_belief(heard.decisions)
    return heard
