"""A reading: one way to understand a run of words as the name of an entity."""

from collections.abc import Iterator, Mapping, Sequence, Set
from copy import copy
from typing import Any, NamedTuple

from translit.forms import Change, Piece
from translit.languages import has_few_families
from translit.lexicon import Known, Root
from translit.readings.damage import Proposal

NOTHING: frozenset[Any] = frozenset()
"""The one empty set of all that name and write nothing: each makes one of its own otherwise."""


class Reading:
    """These pieces name this entity: what a span may be, whatever stands around it.

    It holds no position: `start`, `end` (code points) and `first`, `last` (words) count from the
    segment that it was read in, and so do `changes`, which make it canonical. `full` says that the
    whole name stands there, not a short form of it.
    """

    __slots__ = (
        "alias",
        "base_output",
        "bases",
        "cases",
        "changes",
        "damage",
        "end",
        "first",
        "full",
        "in_case",
        "is_damaged",
        "is_foreign",
        "is_left",
        "is_mixed",
        "is_ordinary",
        "is_person",
        "is_seldom",
        "is_strange",
        "is_translated",
        "is_unmade",
        "keeps_script",
        "known",
        "last",
        "narrowed",
        "opening",
        "pieces",
        "source",
        "start",
        "twins",
    )

    def __init__(
        self,
        known: Known,
        pieces: tuple[Piece, ...],
        source: str,
        *,
        full: bool,
        alias: Mapping[str, Any] | None = None,
        in_case: bool = False,
        damage: Proposal | None = None,
    ) -> None:
        self.known = known
        self.pieces = pieces
        self.source = source
        self.full = full
        self.alias = alias
        self.in_case = in_case
        self.damage = damage  # of its family name, or of its one word
        self.start = pieces[0].start
        self.end = pieces[-1].stop
        self.first = pieces[0].first
        self.last = pieces[-1].last
        self.is_person = known.entity.kind == "person"
        self.is_damaged = not in_case and any(piece.meant for piece in pieces)
        # The same of another original: Зеленський, Зеленский
        self.twins: tuple[Reading, ...] = ()
        self.bases: tuple[str, ...] = ()  # the pieces in their base forms
        self.base_output = ""  # what the style prints for them
        self.cases: tuple[str, ...] = ()  # in which all of them may stand, as the language says
        # By the cases after a preposition: this in fewer cases, or nothing if it is in none.
        self.narrowed: dict[frozenset[str], Reading | None] = {}
        self.is_unmade = False  # it is foreign, and its form in the case cannot be told
        self.is_foreign = False  # a place or a short form, spelled as another language has it
        self.is_seldom = False  # a word or another name, and no press prints this name so
        self.is_strange = False  # it is in letters that no name of the text's language has
        self.is_mixed = False  # the language's own name, with a neighbour's ending
        self.is_translated = False  # what it becomes is of another language than the text's
        self.is_ordinary = False  # its one word is also an ordinary one
        self.keeps_script = False  # its language writes it in the script that it is in
        self.is_left = False  # a part of it was taken by another mention of the same entity
        self.changes: tuple[Change, ...] = ()
        # What makes it canonical at the start of a sentence, where that may differ.
        self.opening: tuple[Change, ...] | None = None

    def __len__(self) -> int:
        """The number of its words."""
        return self.last - self.first + 1

    def is_of_same_words(self, other: "Reading") -> bool:
        """Tell whether another reading takes the same words for the same entity."""
        return (self.known.id, self.first, self.last) == (other.known.id, other.first, other.last)

    def move(self, words: int, points: int) -> "Reading":
        """Return this reading in a segment that starts so many words and code points before."""
        pieces = tuple(
            p._replace(first=p.first + words, start=p.start + points, stop=p.stop + points)
            for p in self.pieces
        )
        moved = Reading(
            self.known,
            pieces,
            self.source,
            full=self.full,
            alias=self.alias,
            in_case=self.in_case,
            damage=self.damage,
        )
        moved.twins = tuple(twin.move(words, points) for twin in self.twins)
        return moved

    def decline(self, bases: tuple[str, ...], cases: tuple[str, ...]) -> "Reading":
        """Return this as one whose pieces are these names in one of these cases."""
        self.bases, self.cases = bases, cases
        self.full = self.full or any(piece.part == "given" for piece in self.pieces)
        return self

    def narrow(self, cases: tuple[str, ...]) -> "Reading":
        """Return this as one in fewer cases, whose form is not made yet."""
        narrowed = copy(self)
        narrowed.cases, narrowed.narrowed = cases, {}
        return narrowed

    @property
    def distance(self) -> int:
        """How many letters are damaged."""
        return self.damage.distance if self.damage else 0

    @property
    def has_rival(self) -> bool:
        """Whether a damaged word is as near to a known word."""
        return self.damage is not None and self.damage.has_rival

    def list_ways(self) -> "list[Reading]":
        """Return this, and what it is after prepositions."""
        return [self, *(one for one in self.narrowed.values() if one is not None)]

    @property
    def may_change(self) -> bool:
        """Whether it changes, maybe only after a preposition."""
        return any(one.changes for one in self.list_ways())

    def find_base(self, written: str) -> str:
        """Return its words, which are `written` so, with the case taken off."""
        return " ".join(self.bases) if self.cases else written

    @property
    def has_given(self) -> bool:
        """Whether a person's given name is in it; other names have none.

        An alias of several words, *Davido Camerono*, stands for the whole name.
        """
        if not self.is_person or (self.alias is not None and self.full):
            return True
        return any(piece.part == "given" for piece in self.pieces)

    @property
    def is_shared_family(self) -> bool:
        """Whether it is a bare family name, and one of the few that all bear: *Kim, Zhou, Abe*."""
        entity = self.known.entity
        return self.is_person and not self.full and has_few_families(next(iter(entity.native), ""))

    @property
    def families(self) -> Iterator[str]:
        """The family name as its languages write it."""
        for one in (self, *self.twins):
            spellings = [piece.spelling for piece in one.pieces if piece.part == "family"]
            yield " ".join(spelling.word.text for spelling in spellings if spelling)

    def is_twin_of(self, other: "Reading") -> bool:
        """Tell whether two readings differ in nothing but the originals of the words."""
        return self.source == other.source and all(
            one[:5] == two[:5] and one[6:] == two[6:]
            for one, two in zip(self.pieces, other.pieces, strict=True)
        )


class Need(NamedTuple):
    """What a reading needs of its text to be believed.

    That is this entity named, one of these words, or talk of one of these countries.
    """

    entity_id: str
    words: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


class Segment(NamedTuple):
    """What stands in some words by themselves: its readings, by span and by how they were found.

    Something in it `changes`, or does so where one of its `needs` is met; `named` are the entities
    that it names whatever the text says, `written` the keys of the words that its changes write.
    `rivals` are the entities that the same words may name, `disputed` those of them where a word
    may change. `open` are the keys of small words with which its last name may go on; with
    `takes_before`, small words before it may belong to its first name, or make a plural of it.
    """

    exact: Sequence[Sequence[Reading]] = ()
    damaged: Sequence[Sequence[Reading]] = ()
    cases: Sequence[Sequence[Reading]] = ()
    changes: bool = False
    needs: tuple[Need, ...] = ()
    named: frozenset[str] = NOTHING
    written: frozenset[str] = NOTHING
    rivals: tuple[frozenset[str], ...] = ()
    disputed: tuple[frozenset[str], ...] = ()
    open: frozenset[Root] = NOTHING
    takes_before: bool = False

    def only(self, ids: Set[str]) -> "Segment":
        """Return the segment with the spans only that may name one of these entities."""
        if not self.damaged and all(span <= ids for span in self.rivals):
            return self
        exact, damaged, cases = (
            [group for group in groups if any(one.known.id in ids for one in group)]
            for groups in (self.exact, self.damaged, self.cases)
        )
        return self._replace(exact=exact, damaged=damaged, cases=cases)


class PlacedSegment(NamedTuple):
    """A segment where it stands: its first word's number and first code point."""

    segment: Segment
    first: int
    start: int


class Run(NamedTuple):
    """The segments of a run, placed in it, and what they can do together, as in `Segment`."""

    segments: tuple[PlacedSegment, ...] = ()
    changes: bool = False
    needs: tuple[Need, ...] = ()
    named: frozenset[str] = NOTHING
    written: frozenset[str] = NOTHING
    rivals: tuple[frozenset[str], ...] = ()
    disputed: tuple[frozenset[str], ...] = ()
    open: frozenset[Root] = NOTHING
    takes_before: bool = False

    @property
    def is_calm(self) -> bool:
        """Whether nothing in it can ever change."""
        return not (self.changes or self.needs or self.open)


def join_segments(placed: Sequence[PlacedSegment], *, is_open: bool, is_cut: bool) -> Run:
    """Return the run of these segments; with `is_open`, the last of them ends it.

    One that `is_cut`, for it is too long, may go on in the next, so that it can change.
    """
    if not placed:
        return EMPTY
    whole = placed[0].segment if len(placed) == 1 else _add_up([one.segment for one in placed])
    return Run(
        tuple(placed),
        is_cut or whole.changes,
        whole.needs,
        whole.named,
        whole.written,
        whole.rivals,
        whole.rivals if is_cut else whole.disputed,
        placed[-1].segment.open if is_open else NOTHING,
        placed[0].segment.takes_before and placed[0].first == 0,
    )


def _add_up(segments: Sequence[Segment]) -> Segment:
    """Return what several segments can do together."""
    return Segment(
        changes=any(one.changes for one in segments),
        needs=tuple({need: None for one in segments for need in one.needs}),
        named=NOTHING.union(*(one.named for one in segments)),
        written=NOTHING.union(*(one.written for one in segments)),
        rivals=tuple(ids for one in segments for ids in one.rivals),
        disputed=tuple(ids for one in segments for ids in one.disputed),
    )


EMPTY: Run = Run()
