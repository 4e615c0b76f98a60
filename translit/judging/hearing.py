"""A hearing: the candidates of one page by span, and the facts that their readings alone tell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from translit.judging import rules
from translit.judging.around_places import names_a_person
from translit.judging.candidate import Candidate
from translit.judging.cases import is_sure_case
from translit.judging.governing import narrow
from translit.judging.ledger import Ledger
from translit.judging.near import NOTHING, Near
from translit.judging.reasons import Reason
from translit.page import Page
from translit.readings import PlacedSegment, Reading
from translit.schemes import fold
from translit.tables import is_parted

Group = Sequence[Candidate]
"""The candidates of one span."""

# Obstacles that are another bearer of the name, whom the document then may mean by it elsewhere.
_OTHER_BEARER = frozenset({"other-given-name", "other-initials", "apposition", "other-gender"})


class Hearing:
    """The candidates of a page, each asked once what the words around it say against it.

    `exact` and `damaged` are groups by span; `cases` those of words as cases of names. With
    `licenses_damage`, damaged full names name their bearers too.
    """

    def __init__(
        self, page: Page, segments: Iterable[PlacedSegment], *, licenses_damage: bool
    ) -> None:
        segments = list(segments)
        self.page = page
        self.exact = list(_place(page, segments, lambda placed: placed.segment.exact))
        self.damaged = list(_place(page, segments, lambda placed: placed.segment.damaged))
        self.cases = list(_place(page, segments, lambda placed: placed.segment.cases))
        self._licenses_damage = licenses_damage
        self._near = NOTHING
        self.obstacles = {one: _find_obstacle(one, self._near) for one in self._list_candidates()}

    def _list_candidates(self) -> Iterator[Candidate]:
        for group in (*self.exact, *self.damaged, *self.cases):
            yield from group

    def relieve(self, near: Near) -> "Hearing":
        """Return this hearing, or one in which names of rewritten places are nobody's names.

        *Odessa* is a given name as well, but not where it is surely the place and becomes *Odesa*.
        """
        beside = [
            one
            for one, obstacle in self.obstacles.items()
            if obstacle is not None and near.stands_beside_rewritten(one)
        ]
        if not beside:
            return self
        relieved = copy(self)
        relieved.__dict__.pop("_facts", None)
        relieved._near = near
        relieved.obstacles = self.obstacles | {one: _find_obstacle(one, near) for one in beside}
        return relieved

    def owns(self, candidate: Candidate) -> bool:
        """Tell whether a candidate starts among the words that are this page's own."""
        first, stop = self.page.own
        return first <= candidate.start < stop

    def list_contested(self) -> frozenset[tuple[str, str]]:
        """Return the family names, by entity, that another bearer has here.

        So has a person what is also a place that few know: its spelling counts, too.
        """
        groups = list(self._list_own())
        families = frozenset(
            (one.known.id, family)
            for group in groups
            if all(self._is_anothers(one) for one in group)
            for one in group
            for family in one.reading.families
        )
        places = (one for group in groups for one in group if names_a_person(one))
        return families | {(one.known.id, fold(one.text)) for one in places}

    def _is_anothers(self, one: Candidate) -> bool:
        """Tell whether what stands beside it makes another its bearer, whatever else is said."""
        obstacle = self.obstacles[one]
        if obstacle is None or obstacle in _OTHER_BEARER:
            return obstacle is not None
        return rules.READING_RULES.holds_one(_OTHER_BEARER, one, self._near)

    def _list_own(self) -> Iterator[Group]:
        """Give the groups that may name somebody and are the page's own."""
        every = (*self.exact, *(self.damaged if self._licenses_damage else ()))
        return (group for group in every if self.owns(group[0]))

    def write_ledger(self, *, of_women: bool) -> Ledger:
        """Return what the page says of who is meant, perhaps with the women that it speaks of."""
        return replace(self._facts, women=self.page.women) if of_women else self._facts

    @cached_property
    def _facts(self) -> Ledger:
        whole = [
            one
            for group in self._list_own()
            for one in group
            if one.reading.full and self.obstacles[one] is None and one.reading.has_given
        ]
        # What is written of a full name in a case is that name.
        in_case = [
            one
            for group in self.cases
            if self.owns(group[0])
            for one in group
            if one.reading.full and self.obstacles[one] is None and is_sure_case(one, NOTHING)
        ]
        return Ledger(
            frozenset(one.known.id for one in (*whole, *in_case)),
            frozenset((one.known.id, one.family) for one in whole),
            self.list_contested(),
        )


def _find_obstacle(candidate: Candidate, near: Near) -> Reason | None:
    return rules.READING_RULES.find_refusal(candidate, near, lifts=False)


def _place(
    page: Page,
    segments: Iterable[PlacedSegment],
    choose: Callable[[PlacedSegment], Sequence[Sequence[Reading]]],
) -> Iterator[Group]:
    for placed in segments:
        for group in choose(placed):
            readings = (narrow(page, placed, one) for one in group)
            heard = [Candidate(page, placed, one) for one in readings if one is not None]
            heard = [one for one in heard if not is_parted(one.text, one.known.entity.not_same)]
            if heard:  # what a person has parted from an entity is not heard as it
                yield heard
