"""A hearing: the candidates of one page by span, and the facts that their readings alone tell."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from translit.judging import rules
from translit.judging.candidate import Candidate
from translit.judging.ledger import Belief, Ledger
from translit.judging.near import Near
from translit.judging.reasons import Reason
from translit.page import Page
from translit.readings import PlacedSegment, Reading

Group = Sequence[Candidate]
"""The candidates of one span."""

# Obstacles that are another bearer of the name, whom the document then may mean by it elsewhere.
_OTHER_BEARER = frozenset({"other-given-name", "other-initials", "apposition", "other-gender"})
_NOTHING_WRITTEN: dict[int, frozenset[str]] = {}


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
        self.obstacles: dict[Candidate, Reason | None] = {}
        nothing = Near(Ledger(), Belief(), _NOTHING_WRITTEN)
        for group in (*self.exact, *self.damaged, *self.cases):
            for one in group:
                self.obstacles[one] = rules.find_refusal(
                    rules.READING_RULES, one, nothing, lifts=False
                )

    def owns(self, candidate: Candidate) -> bool:
        """Tell whether a candidate starts among the words that are this page's own."""
        first, stop = self.page.own
        return first <= candidate.start < stop

    def list_phrases(self) -> frozenset[str]:
        """Return the words and phrases of places that its candidates ask the document for."""
        return frozenset(
            phrase
            for group in (*self.exact, *self.damaged, *self.cases)
            for one in group
            for phrase in (
                *one.known.entity.place,
                *(one.known.entity.near if one.known.entity.shares else ()),
            )
        )

    def write_ledger(self, asked: Iterable[str]) -> Ledger:
        """Return what the page says of who is meant; of `asked`, the phrases that it holds."""
        every = [*self.exact, *(self.damaged if self._licenses_damage else ())]
        groups = [group for group in every if self.owns(group[0])]
        named, spelled, contested = set(), set(), set()
        for group in groups:
            is_contested = True
            for one in group:
                obstacle = self.obstacles[one]
                is_contested = is_contested and obstacle in _OTHER_BEARER
                if one.reading.full and obstacle is None and one.reading.has_given:
                    named.add(one.known.id)
                    spelled.add((one.known.id, spell_family(one)))
            if is_contested:
                contested |= {(one.known.id, one.reading.family) for one in group}
        return Ledger(
            frozenset(named),
            frozenset(spelled),
            frozenset(contested),
            self.page.women if self.cases else frozenset(),
            frozenset(phrase for phrase in asked if self.page.holds(phrase)),
        )


def spell_family(candidate: Candidate) -> str:
    """Return the family name as it stands in the text."""
    return "".join(candidate.written(p) for p in candidate.pieces if p.part == "family")


def _place(
    page: Page,
    segments: Iterable[PlacedSegment],
    choose: Callable[[PlacedSegment], Sequence[Sequence[Reading]]],
) -> Iterator[Group]:
    for placed in segments:
        for group in choose(placed):
            yield [Candidate(page, placed, reading) for reading in group]
