"""A candidate: a reading where it stands, about which rules are asked."""

from collections.abc import Iterator, Sequence

from translit.forms import Change, Piece, apply_changes
from translit.lexicon import Known
from translit.page import Page, Word
from translit.readings import PlacedSegment, Reading


class Candidate:
    """A reading on a page.

    `first` and `last` number its words there, `start` and `end` its code points.
    """

    __slots__ = (
        "base",
        "end",
        "first",
        "is_person",
        "known",
        "last",
        "offset",
        "page",
        "pieces",
        "reading",
        "start",
    )

    def __init__(self, page: Page, placed: PlacedSegment, reading: Reading) -> None:
        self.page = page
        self.reading = reading
        self.known: Known = reading.known
        self.is_person = reading.is_person
        self.pieces: Sequence[Piece] = reading.pieces
        self.base = placed.first  # what the numbers of its words count from
        self.offset = placed.start  # and its code points
        self.first = placed.first + reading.first
        self.last = placed.first + reading.last
        self.start = placed.start + reading.start
        self.end = placed.start + reading.end

    @property
    def is_changed(self) -> bool:
        """Whether the mention is not canonical as it stands."""
        return bool(self.reading.changes)

    @property
    def is_obscure_place(self) -> bool:
        """Whether it would be changed to a place that few know, and so is soon something else."""
        if self.known.entity.kind != "place" or not self.is_changed:
            return False
        return not self.page.lexicon.alone.is_eligible(self.known)

    def list_changes(self) -> list[Change]:
        """Return what makes it canonical, in code points and words of the page."""
        changes = self.reading.changes
        if self.reading.opening is not None and self.page.starts_sentence(self.first):
            changes = self.reading.opening
        offset, base = self.offset, self.base
        return [
            Change(c.start + offset, c.end + offset, c.after, c.first + base, c.last + base)
            for c in changes
        ]

    @property
    def output(self) -> str:
        """The mention as it would be printed."""
        changes = [(c.start - self.start, c.end - self.start, c.after) for c in self.list_changes()]
        return apply_changes(self.text, changes) if changes else self.text

    def word(self, piece: Piece) -> Word:
        """Return the (first) word of a piece."""
        return self.page.words[self.base + piece.first]

    def written(self, piece: Piece) -> str:
        """Return a piece as it stands in the text."""
        return self.page.text[self.offset + piece.start : self.offset + piece.stop]

    @property
    def text(self) -> str:
        """The mention as it stands in the text."""
        return self.page.text[self.start : self.end]

    @property
    def name(self) -> str:
        """The mention with the case taken off in which it stands."""
        return self.reading.find_base(self.text)

    @property
    def family(self) -> str:
        """The family name as it stands in the text."""
        return "".join(self.written(piece) for piece in self.pieces if piece.part == "family")

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last + 1)

    def list_others(self, words: range) -> Iterator[Word]:
        """Give the words of a range that are not its own."""
        for at in words:
            if not self.first <= at <= self.last:
                yield self.page.words[at]
