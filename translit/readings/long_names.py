"""Names of several words in a case: *Unii Europejskiej*, *New Yorku*."""

from collections.abc import Iterator, Mapping
from typing import Any

from translit.forms import Part, Piece
from translit.languages import NOMINATIVE, find_language, read_case_in_text
from translit.lexicon import BEARER, Known, Lexicon, Name, Spelling, WordOfName
from translit.page import Columns, Word
from translit.readings.reading import Reading
from translit.schemes import fold

_LONGEST_PHRASE = 5  # words
IN_NO_CASE = (NOMINATIVE,)
KINDS_OF_NAMES = frozenset({"family", "place", "organization", "acronym"})
"""The kinds of what names somebody or something by itself."""


class LongNameReader:
    """Reads words of one language as longer names in a case; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._lang = lang

    def is_own(self, alias: Mapping[str, Any]) -> bool:
        """Tell whether an alias is what the language itself prints."""
        return self._lang in alias.get("langs", ()) and not alias.get("suggest")

    def read(self, columns: Columns, at: int, openings: tuple[str, ...]) -> Iterator[Reading]:
        """Give the names that start with word `at`, which may be a case of these folded words."""
        for base in openings:
            for alias in self._lexicon.list_aliases(base):
                if self.is_own(alias):
                    yield from self._read_phrase(columns, at, alias)
        yield from self._read_longer(columns, at)

    def _read_longer(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give names of several words of which the last is in a case: *New Yorku*."""
        word = columns.words[at]
        if not self._lexicon.find_facts(word.key) & BEARER:
            return
        for spelling, known in self._lexicon.find_bearers(word.key):
            if known.entity.kind == "person" and not self._may_be_one(known):
                continue
            for name in known.find_names(spelling.word):
                if len(name.core) > 1 and name.source in ("name", "native", "written"):
                    yield from self._read_core(columns, at, known, name)

    def _may_be_one(self, known: Known) -> bool:
        """Tell whether a person has one name of several words, whose last bears the ending."""
        is_last = find_language(self._lang).phrases == "last"
        return is_last and not known.find_words("given", self._lang)

    def _read_core(self, columns: Columns, at: int, known: Known, name: Name) -> Iterator[Reading]:
        if at + len(name.core) > len(columns):
            return
        cases: set[str] = set()
        bases, pieces = [], []
        part: Part = "family" if known.entity.kind == "person" else "word"
        for place, wanted in enumerate(name.core, at):
            if place > at and not columns.follows(place):
                return
            word = columns.words[place]
            last = place == at + len(name.core) - 1
            base = self._find_base(word, wanted, cases if last else None)
            if base is None:
                return
            bases.append(base)
            start, stop = columns.starts[place], columns.stops[place]
            pieces.append(Piece(place, part, start, stop, "", Spelling(wanted, ())))
        if cases:
            reading = Reading(known, tuple(pieces), "native", full=True, in_case=True)
            yield reading.decline(tuple(bases), tuple(sorted(cases)))

    def _find_base(self, word: Word, wanted: WordOfName, cases: set[str] | None) -> str | None:
        """Return a word as it stands, or the last of a name in its base form, adding its cases."""
        if cases is None:
            spelled = self._lexicon.find_spellings(word.key)
            return word.text if any(s.word == wanted for s in spelled) else None
        for read in read_case_in_text(word.text, self._lang, KINDS_OF_NAMES):
            if read.cases != IN_NO_CASE and any(
                s.word == wanted for s in self._lexicon.find_spellings(fold(read.base))
            ):
                cases.update(read.cases)
                return read.base
        return None

    def _read_phrase(
        self, columns: Columns, at: int, alias: Mapping[str, Any]
    ) -> Iterator[Reading]:
        words = str(alias["text"]).split()
        if not 1 < len(words) <= _LONGEST_PHRASE or at + len(words) > len(columns):
            return
        cases: set[str] | None = None
        pieces = []
        for place, wanted in enumerate(words, at):
            if place > at and not columns.follows(place, hyphen=False):
                return
            word = columns.words[place]
            shared = self._find_cases(word.text, wanted)
            if shared is None or word.is_capital != wanted[0].isupper():
                return
            if shared:
                cases = set(shared) if cases is None else cases & set(shared)
            pieces.append(Piece(place, "alias", columns.starts[place], columns.stops[place]))
        if not cases or cases == set(IN_NO_CASE):
            return
        key = " ".join(map(fold, words))
        for known, found in self._lexicon.find_aliases(key):
            if self.is_own(found):
                reading = Reading(
                    known, tuple(pieces), "alias", full=True, alias=found, in_case=True
                )
                yield reading.decline(tuple(words), tuple(sorted(cases)))

    def _find_cases(self, written: str, wanted: str) -> tuple[str, ...] | None:
        """Return the cases in which a word of a phrase stands; none if it does not decline.

        None if it is another word.
        """
        cases = {
            case
            for read in read_case_in_text(written, self._lang)
            if read.kind != "derived" and read.base.casefold() == wanted.casefold()
            for case in read.cases
        }
        if cases:
            return tuple(cases)
        return () if written.casefold() == wanted.casefold() else None
