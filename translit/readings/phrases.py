"""Phrases: names of several words that a neighbour's text has in a case: *в Кривому Розі*.

Each word is declined there, or stands as it does in the name: *Івано-Франківську*.
"""

from collections.abc import Iterator

from translit.forms import Piece
from translit.languages import NOMINATIVE, CaseReading, list_neighbours, read_case
from translit.lexicon import BEARER, Known, Lexicon, Name, Spelling, WordOfName
from translit.page import Columns
from translit.readings.reading import Reading
from translit.schemes import fold

_KINDS = frozenset({"place", "organization"})
_SHORTEST = 3  # letters of the first word


class PhraseReader:
    """Reads such names in the text of one language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._neighbours = list_neighbours(lang)

    def list_openings(self, word: str) -> Iterator[tuple[str, Spelling, Known]]:
        """Give the names of several words of which a word may be the first in a case, and the
        neighbour that has them."""
        if len(word) < _SHORTEST:
            return
        seen = set()
        for lang in self._neighbours:
            for read in read_case(word, lang, _KINDS):
                key = fold(read.base)
                if (lang, key) in seen or not self._lexicon.find_facts(key) & BEARER:
                    continue
                seen.add((lang, key))
                for spelling, known in self._lexicon.find_bearers(key):
                    if spelling.word.lang == lang and any(self._list_names(spelling, known)):
                        yield lang, spelling, known

    def _list_names(self, spelling: Spelling, known: Known) -> Iterator[Name]:
        if known.entity.kind in _KINDS:
            for name in known.find_names(spelling.word):
                if len(name.core) > 1 and name.source in ("native", "written"):
                    yield name

    def read(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the names in a case that start with word `at`."""
        for lang, spelling, known in self.list_openings(columns.words[at].text):
            for name in self._list_names(spelling, known):
                reading = self._read_name(columns, at, lang, known, name)
                if reading is not None:
                    yield reading

    def _read_name(
        self, columns: Columns, at: int, lang: str, known: Known, name: Name
    ) -> Reading | None:
        if at + len(name.core) > len(columns):
            return None
        cases: list[str] | None = None
        bases: list[str] = []
        pieces = []
        for place, wanted in enumerate(name.core, at):
            if place > at and not columns.follows(place):
                return None
            is_joined = place > at and not columns.follows(place, hyphen=False)
            if is_joined and bases[-1] != columns.words[place - 1].text:
                # *Кам'янці-Подільському*: what two words have for one ending is not told
                return None
            word = columns.words[place]
            found = _read_word(word.text, lang, known, wanted) if word.is_capital else ()
            if not found:
                return None
            of_word = {case for one in found for case in one.cases}
            cases = [case for case in cases or sorted(of_word) if case in of_word]
            bases.append(found[0].base)
            start, stop = columns.starts[place], columns.stops[place]
            pieces.append(Piece(place, "word", start, stop, "", Spelling(wanted, ())))
        if not cases or cases == [NOMINATIVE]:
            return None
        reading = Reading(known, tuple(pieces), "native", full=True, in_case=True)
        return reading.decline(tuple(bases), tuple(cases))


def _read_word(word: str, lang: str, known: Known, wanted: WordOfName) -> tuple[CaseReading, ...]:
    """Return how a word is one of a name in a case."""
    return tuple(
        one
        for one in read_case(word, lang, {known.entity.kind})
        if fold(one.base) == fold(wanted.text)
    )
