"""Turned: persons whose family name stands first, in a case by their given name: *Xi Jinpinga*.

A family name of China, Korea or Vietnam has no ending where the given name follows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from translit.forms import Piece
from translit.languages import NOMINATIVE, Gender, list_neighbours, read_case_in_text
from translit.lexicon import BEARER, NAMES, Known, Lexicon, Spelling
from translit.page import INITIAL, Columns, Word
from translit.readings.heard import HeardReader
from translit.readings.reading import Reading
from translit.readings.ways import find_ways
from translit.schemes import fold

_GIVEN = frozenset({"given"})
_NATIVE = "native"
_NAME = "name"
_MOST_SYLLABLES = 3
_GAPS = re.compile(r"[\s\-\u2010\u2011]+")


class TurnedReader:
    """Reads such names in the cases of one language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str, heard: HeardReader) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._heard = heard

    def may_lead(self, word: Word) -> bool:
        """Tell whether a word is a family name after which a given name in a case may stand."""
        return any(True for _ in self._list_families(word))

    def _list_families(self, word: Word) -> Iterator[tuple[Spelling, Known]]:
        """Give the persons whose family name a word is, or may be by ear: *Кси*."""
        found = self._lexicon.find_facts(word.key) & BEARER
        bearers: Iterable[tuple[Spelling, Known]] = (
            self._lexicon.find_bearers(word.key) if found else self._heard.list_abroad(word.text)
        )
        for spelling, known in bearers:
            name = known.entity.name
            if not isinstance(name, str) and name.order == "family-first" and name.given:
                yield spelling, known

    def read(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the names that start with word `at`, of which the given name is in a case."""
        if not _goes_on(columns, at + 1):
            return
        families = list(self._list_families(columns.words[at]))
        if not families:
            return
        longest = 0
        while longest < _MOST_SYLLABLES and _goes_on(columns, at + longest + 1):
            longest += 1
        for width in range(longest, 0, -1):
            found = list(self._read_width(columns, at, width, families))
            if found:
                yield from found
                return

    def _read_width(
        self, columns: Columns, at: int, width: int, families: list[tuple[Spelling, Known]]
    ) -> Iterator[Reading]:
        """Give the names with so many words after the family name."""
        start, stop = columns.starts[at + 1], columns.stops[at + width]
        for base, by_gender in self._list_bases(columns.text[start:stop]):
            key = "".join(map(fold, _GAPS.split(base)))
            for family, known in families:
                cases = by_gender.get(known.entity.gender) or by_gender.get(None)
                given, source = self._find_given(key, known, columns.words[at].key)
                if given is None:
                    heard = self._heard.list_given_abroad(base, known)
                    given, source = next(heard, None), _NAME
                is_foreign = source != _NATIVE  # a neighbour's, which may stand in no case too
                if given and cases and (is_foreign or cases != (NOMINATIVE,)):
                    pieces = (
                        Piece(at, "family", columns.starts[at], columns.stops[at], "", family),
                        Piece(at + 1, "given", start, stop, "", given, width, meant=key),
                    )
                    one = Reading(known, pieces, source, full=True, in_case=True)
                    yield one.decline((columns.words[at].text, base), cases)

    def _list_bases(
        self, written: str
    ) -> Iterator[tuple[str, Mapping[Gender | None, tuple[str, ...]]]]:
        """Give the names of which these words are a case by the last of them, and which cases."""
        last = _GAPS.split(written)[-1]
        head = written[: len(written) - len(last)]
        found: dict[str, dict[Gender | None, tuple[str, ...]]] = {}
        for read in read_case_in_text(last.capitalize(), self._lang, _GIVEN):
            base = head + (read.base.lower() if last.islower() else read.base)
            if base != written or NOMINATIVE in read.cases:
                of_one = found.setdefault(base, {})
                every = (*of_one.get(read.gender, ()), *read.cases)
                of_one[read.gender] = tuple(dict.fromkeys(every))
        yield from found.items()

    def _find_given(self, key: str, known: Known, family: str) -> tuple[Spelling | None, str]:
        """Return a given name of a person that came by the same way as his family name, and from
        which of his names: his own, or what a neighbour prints.

        *Wang Yana* is of Wang Yan, who is no Wang Yang.
        """
        for lang in (self._lang, *list_neighbours(self._lang)):
            roots = known.find_roots("given", lang)
            for spelling in self._lexicon.find_spellings(key):
                if not roots.isdisjoint(spelling.word.roots):
                    ways = find_ways(self._lexicon, lang, known, "given", key)
                    of_family = find_ways(self._lexicon, lang, known, "family", family)
                    source = _NATIVE if lang == self._lang else f"{NAMES}{lang}"
                    return (spelling if ways & of_family else None), source
        return None, _NATIVE


def _goes_on(columns: Columns, at: int) -> bool:
    """Tell whether a word may be a syllable of the given name: *Jong-una*, *Jong Una*."""
    if at >= len(columns) or not columns.follows(at) or columns.words[at].facts & INITIAL:
        return False
    return columns.words[at].is_capital or not columns.follows(at, hyphen=False)
