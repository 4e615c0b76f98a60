"""Names of several words in a case: *Unii Europejskiej*, *New Yorku*."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from translit.forms import Part, Piece
from translit.languages import NOMINATIVE, CaseReading, declines_the_last, read_case_in_text
from translit.lexicon import BEARER, Known, Lexicon, Name, Spelling, WordOfName, fold_phrase
from translit.page import Columns, Word
from translit.readings.alike import AlikeBearer, AlikeReader, SpellingInCase
from translit.readings.reading import Reading
from translit.schemes import fold
from translit.tables import spell_out

_LONGEST_PHRASE = 5  # words
_SHORTEST = 3  # letters of a first word that tells: *Al-Arabi* is no case of *Al-Arabiya*
IN_NO_CASE = (NOMINATIVE,)
KINDS_OF_NAMES = frozenset({"family", "place", "organization", "acronym"})
"""The kinds of what names somebody or something by itself."""

LongName = tuple[Known, Name]
"""A name of several words, and whose it is."""


class LongNameReader:
    """Reads words of one language as longer names in a case; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str, alike: AlikeReader) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._alike = alike
        self._declines_the_last = declines_the_last(lang)

    def is_own(self, alias: Mapping[str, Any]) -> bool:
        """Tell whether an alias is what the language itself prints."""
        return self._lang in alias.get("langs", ()) and not alias.get("suggest")

    def read(
        self, columns: Columns, at: int, openings: Iterable[str], names: Iterable[LongName]
    ) -> Iterator[Reading]:
        """Give the names that start with word `at`: aliases of the language's own of which it may
        be a case of the first word, folded, and these longer `names`."""
        for base in openings:
            for alias in self._lexicon.list_aliases(base):
                if self.is_own(alias):
                    yield from self._read_phrase(columns, at, alias)
        for known, name in names:
            reading = self._read_core(columns, at, known, name)
            if reading is not None:
                yield reading

    def list_names(
        self, word: Word, reads: Iterable[CaseReading], alike: Iterable[AlikeBearer]
    ) -> Sequence[LongName]:
        """Return the names of several words of which this may be the first.

        It may be in a case, as these `reads` of known names and bearers of foreign spellings
        `alike` say, where each word of a name declines.
        """
        keys = [word.key]
        bearers: list[tuple[Spelling, Known]] = []
        if not self._declines_the_last:
            keys += [fold(one.base) for one in reads if one.kind in KINDS_OF_NAMES]
            bearers = [(one.spelling, one.known) for one in alike]
        for key in dict.fromkeys(keys):
            if self._lexicon.find_facts(key) & BEARER:
                bearers += self._lexicon.find_bearers(key)
        names = {
            (known.id, name.core): (known, name)
            for spelling, known in bearers
            if known.entity.kind != "person" or self._may_be_one(known)
            for name in known.find_names(spelling.word)
            if len(name.core) > 1 and name.core[0] == spelling.word
            if name.source in ("name", "native", "written")
        }
        return tuple(names.values())

    def _may_be_one(self, known: Known) -> bool:
        """Tell whether a person has one name of several words, whose last bears the ending."""
        return self._declines_the_last and not known.find_words("given", self._lang)

    def _read_core(self, columns: Columns, at: int, known: Known, name: Name) -> Reading | None:
        """Return the reading of words as a name of several in a case."""
        after = range(at + 1, at + len(name.core))
        if after.stop > len(columns) or not all(map(columns.follows, after)):
            return None
        words = columns.words[at : after.stop]
        if any(
            word.key[:1] not in one.initials for word, one in zip(words, name.core, strict=True)
        ):
            return None  # as of nearly all: what follows is no word of the name
        if all(map(self._find_bare, words, name.core)):
            return None  # *Moskovsky Komsomolets* is no genitive of its last word
        found = self._read_words(words, known, name)
        each = [one.cases for one in found if one.cases]
        cases = set.intersection(*each) if each else set()
        bases = tuple(one.base for one in found)
        if not cases or not self._is_told(known, name, bases):
            return None
        part: Part = "family" if known.entity.kind == "person" else "word"
        pieces = tuple(
            Piece(n, part, columns.starts[n], columns.stops[n], "", one.spelling)
            for n, one in enumerate(found, at)
        )
        reading = Reading(known, pieces, "native", full=True, in_case=True)
        return reading.decline(bases, tuple(sorted(cases)))

    def _read_words(
        self, words: Sequence[Word], known: Known, name: Name
    ) -> Sequence[SpellingInCase]:
        """Return what each word is of a name, if they are one: the last bears an ending, and those
        before it the same or none.

        What says where a place lies is in none, *Rostove-on-Don*, nor is a town after its club,
        *Spartakom Moscow*.
        """
        small = [place for place, word in enumerate(words) if not word.is_capital]
        stop = len(words) if self._declines_the_last else next(iter(small), len(words))
        own = self._alike.find_own_words(known)
        is_club = known.entity.kind == "organization" and not self._declines_the_last
        found: list[SpellingInCase] = []
        for place, (word, wanted) in enumerate(zip(words, name.core, strict=True)):
            printed = own[place] if len(own) == len(words) else None
            may_be_bare = place != stop - 1 or (is_club and any(one.cases for one in found))
            one = self._find_bare(word, wanted) if may_be_bare else None
            leads = place < stop - 1 and not self._declines_the_last
            if place < stop and (one is None or leads):
                one = self._find_case(word.text, wanted, printed) or one
            if one is None:
                return ()
            found.append(one)
        return found

    def _is_told(self, known: Known, name: Name, bases: Sequence[str]) -> bool:
        """Tell whether there is more than one word to tell a name by, or the English name."""
        if len(name.core[0].text) >= _SHORTEST:
            return True
        return fold_phrase(" ".join(bases)) == fold_phrase(spell_out(known.entity.name))

    def _find_bare(self, word: Word, wanted: WordOfName) -> SpellingInCase | None:
        """Return the spelling that a word is in no case, if it is one of a word of a name."""
        spelled = self._lexicon.find_spellings(word.key)
        found = (SpellingInCase(word.text, one, set()) for one in spelled if one.word == wanted)
        return next(found, None)

    def _find_case(
        self, word: str, wanted: WordOfName, printed: str | None
    ) -> SpellingInCase | None:
        """Return of which spelling of a word of a name this may be a case, if of any; `printed` is
        what the language has for it, if that is one word."""
        found: dict[str, SpellingInCase] = {}
        for read in read_case_in_text(word, self._lang, KINDS_OF_NAMES):
            for spelling in self._lexicon.find_spellings(fold(read.base)):
                if spelling.word == wanted and read.base != word:
                    one = SpellingInCase(read.base, spelling, set())
                    found.setdefault(read.base, one).cases.update(read.cases)
        if found:
            return found.get(printed or "") or next(iter(found.values()))
        return None if printed is None else self._alike.find_case(word, wanted, printed)

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
            leads = place < at + len(words) - 1 and word.text.casefold() == wanted.casefold()
            if shared and not (leads and self._declines_the_last):
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
