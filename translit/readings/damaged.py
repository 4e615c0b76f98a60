"""Damaged names: capitalised words that no table explains, read as a name near them."""

from translit.forms import Piece
from translit.lexicon import Known, Lexicon
from translit.page import Columns
from translit.readings.damage import Proposal, propose
from translit.readings.persons import PersonReader
from translit.readings.reading import Reading


class DamageReader:
    """Reads words as damaged names; thread-safe."""

    def __init__(self, lexicon: Lexicon, persons: PersonReader, lang: str) -> None:
        self._lexicon = lexicon
        self._persons = persons
        self._lang = lang

    def read(self, columns: Columns, at: int) -> list[Reading]:
        """Return the readings of word `at` as a damaged name.

        A possessive is no part of the damage; a plural of a damaged name is too far from any.
        """
        forms = columns.words[at].forms
        start = columns.starts[at]
        for form in [form for form in forms if form.ending] or forms:
            proposal = propose(self._lexicon, form.key, self._lang)
            if proposal:
                piece = Piece(at, "word", start, start + form.cut, form.ending)
                return [
                    self._read_as(
                        columns,
                        one.known,
                        piece._replace(spelling=one.spelling, meant=one.key),
                        proposal,
                    )
                    for one in proposal.meant
                ]
        return []

    def _read_as(self, columns: Columns, known: Known, piece: Piece, proposal: Proposal) -> Reading:
        if known.entity.kind != "person":
            return Reading(known, (piece,), "native", full=False, damage=proposal)
        family = (piece._replace(part="family"),)
        return self._persons.read(columns, known, family, "native", damage=proposal)
