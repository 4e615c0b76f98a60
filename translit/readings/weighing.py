"""Weighing: what the readings of a segment can change, and what the text must say for it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translit.lexicon import Lexicon, Root, Speech
from translit.readings.needs import find_need
from translit.readings.reading import NOTHING, Need, Reading, Segment
from translit.readings.spans import list_rivals

Groups = Sequence[Sequence[Reading]]


class Heard(NamedTuple):
    """The readings of a segment in groups, each of one span.

    `shorter` are of names within longer ones, which are read where the longer is not: a part of it
    stands in an address.
    """

    exact: Groups
    damaged: Groups
    cases: Groups
    shorter: Groups


class Weigher:
    """Weighs what is read in the text of one language; thread-safe.

    With `repairs`, damaged names may be rewritten. Former names change nothing with `keeps_former`.
    """

    def __init__(
        self, lexicon: Lexicon, speech: Speech, *, repairs: bool, keeps_former: bool
    ) -> None:
        self._lexicon = lexicon
        self._speech = speech
        self._repairs = repairs
        self._keeps_former = keeps_former

    def weigh(
        self, text: str, heard: Heard, small: frozenset[Root], *, may_be_plural: bool
    ) -> Segment:
        """Return the segment; `small` are the small words with which its last name may go on."""
        exact, damaged, cases, shorter = heard
        groups = (*exact, *cases, *shorter, *(damaged if self._repairs else ()))
        takes_before = may_be_plural
        needs: dict[Need | None, None] = {}
        named: set[str] = set()
        disputed: set[str] = set()
        for reading in (reading for group in groups for reading in group):
            entity_id = reading.known.id
            if reading.first == 0 and reading.known.find_words("particle"):
                takes_before = True
            elif self._stays(reading):
                named.add(entity_id)
                continue
            disputed.add(entity_id)
            need = self._find_need(text, reading)
            needs[need] = None
            if need is None:
                named.add(entity_id)
        rivals = list_rivals(groups)
        return Segment(
            tuple(exact),
            tuple(damaged),
            tuple(cases),
            None in needs,
            tuple(need for need in needs if need is not None),
            frozenset(named) or NOTHING,
            frozenset(_list_written(groups)) or NOTHING,
            rivals,
            tuple(ids for ids in rivals if not ids.isdisjoint(disputed)),
            small,
            takes_before,
        )

    def _find_need(self, text: str, reading: Reading) -> Need | None:
        """Return what a change of a reading needs, in whichever of its ways it has one."""
        changed = (one for one in reading.list_ways() if one.changes)
        return find_need(self._lexicon, text, next(changed, reading), self._speech)

    def _stays(self, reading: Reading) -> bool:
        """Tell whether a reading changes nothing, whatever the text says."""
        if reading.source == "other" or (self._keeps_former and reading.source == "former"):
            return True
        if reading.alias is not None and reading.alias.get("suggest"):
            return True
        return not reading.may_change


def _list_written(groups: Iterable[Sequence[Reading]]) -> Iterator[str]:
    for group in groups:
        for reading in group:
            for one in reading.list_ways():
                for change in one.changes:
                    yield from change.keys
