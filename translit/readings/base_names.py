"""Base names: the names, in their base forms, that a word may be a case of."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from translit.languages import ENGLISH, VOCATIVE, CaseReading
from translit.lexicon import (
    ALIAS,
    BEARER,
    LATIN,
    OPENS_ALIAS,
    Known,
    Lexicon,
    Spelling,
    is_printed,
    is_spelled,
)
from translit.page import ORDINARY, UPPER, Word
from translit.readings.alike import AlikeBearer, AlikeReader
from translit.readings.heard import HeardReader
from translit.readings.long_names import IN_NO_CASE, KINDS_OF_NAMES
from translit.readings.neighbours import is_bare_in_case
from translit.schemes import fold

_NAMED = BEARER | ALIAS | OPENS_ALIAS
_SHORTEST = 3  # letters of a word, unless it is an acronym


def count_sure(cases: Collection[str]) -> tuple[bool, int]:
    """Rank cases in which a word may stand: one that is no vocative first."""
    return any(case != VOCATIVE for case in cases), len(cases)


def _may_be(read: CaseReading, word: Word) -> bool:
    """Tell whether a word is in a case, and an acronym if it is written as one.

    A nominative that the language has made is one too: *Mishustinas*, *Tymoshenková*.
    """
    is_acronym = bool(word.facts & UPPER) and read.base.isupper()
    is_made = read.cases != IN_NO_CASE or bool(read.way)
    return is_made and (is_acronym or read.kind != "acronym")


class BaseName(NamedTuple):
    """A name, in its base form, that a word is a case of."""

    read: CaseReading
    spelling: Spelling | None
    known: Known
    alias: Mapping[str, Any] | None = None
    is_heard: bool = False
    is_bare: bool = False
    is_mixed: bool = False  # the language's own name, with a neighbour's ending

    def add_cases(self, cases: Sequence[str]) -> "BaseName":
        """Return this with more cases in which the word may have the name."""
        every = tuple(dict.fromkeys((*self.read.cases, *cases)))
        return self._replace(read=self.read._replace(cases=every))


class BaseFinder:
    """Finds such names for the words of one language; thread-safe, for it remembers nothing.

    `is_own` tells of a row of an alias whether the language has it.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        lang: str,
        alike: AlikeReader,
        heard: HeardReader,
        is_own: Callable[[Mapping[str, Any]], bool],
    ) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._alike = alike
        self._is_own = is_own
        self._heard = heard

    def list_known(self, reads: Iterable[CaseReading]) -> Sequence[CaseReading]:
        """Return those of the readings of a word whose base form is a name, or opens one: few."""
        facts: dict[str, int] = {}
        for read in reads:
            if read.base not in facts:
                facts[read.base] = self._lexicon.find_facts(fold(read.base)) & _NAMED
        return [read for read in reads if facts[read.base]]

    def list_bases(
        self,
        word: Word,
        every: Sequence[CaseReading],
        known: Sequence[CaseReading],
        alike: Iterable[AlikeBearer],
    ) -> Iterator[BaseName]:
        """Give the names of which a word may be a case, of theirs or of a foreign spelling.

        `every` are all readings of the word by the paradigms, and `known` those of known names;
        `alike` are the bearers of foreign spellings that it may be a case of.
        """
        if len(word.key) < _SHORTEST and not word.facts & UPPER:
            return
        reads = [read for read in known if read.kind in KINDS_OF_NAMES and _may_be(read, word)]
        yield from self._find_aliases(reads)
        found = self.find_names(reads, word.text)
        if len(found) > 1:
            found = sorted(found, key=self._is_otherwise_printed)
        sure = {one.known.id for one in found if count_sure(one.read.cases)[0]}
        for one in found:
            if one.known.id not in sure or self._is_likely(word, one):
                yield one
        foreign = list(self._find_alike(word, alike, sure))
        yield from foreign
        if not (found or foreign or word.spellings):
            yield from self._find_heard(word, [one for one in every if one.kind in KINDS_OF_NAMES])

    def find_names(self, reads: Iterable[CaseReading], word: str) -> Collection[BaseName]:
        """Return the names that the readings of a word give, each with all of its cases."""
        found: dict[tuple[str, str], BaseName] = {}
        mixed: dict[tuple[str, str], BaseName] = {}
        for read in reads:
            key = fold(read.base)
            if not self._lexicon.find_facts(key) & BEARER:
                continue
            for spelling, known in self._lexicon.find_bearers(key):
                if not self._fits(read, spelling, known):
                    continue
                into = found
                if read.neighbour and not known.has_word(read.base, read.neighbour):
                    if not known.has_word(read.base, self._lang):
                        continue  # Belarusian does not decline *Набиуллина*
                    into = mixed
                one = into.get((known.id, read.base)) or BaseName(read, spelling, known)
                one = one._replace(is_mixed=into is mixed)
                if read.joint and self._is_printed_here_alone(spelling, read.base):
                    one = one._replace(spelling=spelling)  # Turkish *Zelenski'yle* is right
                one = one._replace(is_bare=one.is_bare or self._is_bare(read, word, known))
                into[known.id, read.base] = one.add_cases(read.cases)
        return found.values() or mixed.values()

    def _find_heard(self, word: Word, reads: Sequence[CaseReading]) -> Iterator[BaseName]:
        """Give the names of neighbours that are written by ear, in a case or not: *Львив*."""
        if word.facts & (UPPER | ORDINARY) or word.is_given_name:
            return
        if any(self._lexicon.find_facts(fold(read.base)) & BEARER for read in reads):
            return  # *Скрипали* are several who are called so
        found: dict[tuple[str, str], BaseName] = {}
        for read, spelling, known in self._heard.list_bases(word.text, reads):
            if self._is_of_kind(read, spelling, known) and self._is_known(spelling, known):
                one = found.get((known.id, read.base))
                one = one or BaseName(read, spelling, known, is_heard=True)
                found[known.id, read.base] = one.add_cases(read.cases)
        yield from found.values()

    def _is_known(self, spelling: Spelling, known: Known) -> bool:
        """Tell whether a name by ear may be this one: what is heard in English may be any small
        place's. A family name may be another's; the given name has to tell."""
        if known.entity.kind == "person" or spelling.word.lang != LATIN:
            return True
        return self._lexicon.alone.is_eligible(known)

    def _find_aliases(self, reads: Iterable[CaseReading]) -> Iterator[BaseName]:
        for read in reads:
            key = fold(read.base)
            if self._lexicon.find_facts(key) & ALIAS:
                for known, alias in self._lexicon.find_aliases(key):
                    is_acronym = alias["text"].isupper() and read.kind != "acronym"
                    if is_acronym or not self._is_own(alias):
                        continue
                    if alias["text"].casefold() == read.base.casefold():
                        yield BaseName(read, None, known, alias)

    def _find_alike(
        self, word: Word, bearers: Iterable[AlikeBearer], found: Set[str]
    ) -> Iterator[BaseName]:
        """Give the foreign spellings of other names than were found."""
        found = set(found)
        for one in self._alike.list_bases(word.text, bearers):
            if one.known.id not in found:
                found.add(one.known.id)
                gender = one.known.entity.gender if one.kind == "family" else None
                base = one.text.upper() if word.text.isupper() else one.text
                read = CaseReading(base, one.kind, gender, None, one.cases)
                yield BaseName(read, one.spelling, one.known)

    def _is_otherwise_printed(self, one: BaseName) -> bool:
        """Tell whether a name is read in another base form than the language prints: not Latvian
        *Zelenska* as of *Zelenskis*."""
        own = self._alike.find_own(one.known)
        return own is None or fold(own) != fold(one.read.base)

    def _is_likely(self, word: Word, one: BaseName) -> bool:
        """Tell whether a name is spoken of, or to as the language prints it."""
        return count_sure(one.read.cases)[0] or self._alike.is_own(word.text, one.known)

    def _is_bare(self, read: CaseReading, word: str, known: Known) -> bool:
        """Tell whether a word may be a neighbour's in a case, though it is the name as he has it,
        and the language prints the name otherwise."""
        if not is_bare_in_case(read, word) or read.kind == "acronym":
            return False
        own = self._alike.find_own(known)
        return own is not None and fold(own) != fold(word)

    def _is_printed_here_alone(self, spelling: Spelling, base: str) -> bool:
        """Tell whether papers of the language print a word so, and those of English do not."""
        if not spelling.schemes or is_printed(spelling, base, ENGLISH):
            return False
        return is_printed(spelling, base, self._lang)

    def _fits(self, read: CaseReading, spelling: Spelling, known: Known) -> bool:
        return is_spelled(spelling, read.base) and self._is_of_kind(read, spelling, known)

    def _is_of_kind(self, read: CaseReading, spelling: Spelling, known: Known) -> bool:
        entity = known.entity
        if entity.kind == "person":
            if read.kind != "family" or read.number == "pl":  # a family is not he
                return False
            if read.gender and read.gender != entity.gender:
                return False
        elif read.kind not in (entity.kind, "acronym") and entity.kind in ("place", "organization"):
            return False
        if (read.kind == "acronym") != spelling.word.is_acronym:
            return False
        return any(
            len(name.core) == 1 and name.source not in ("other", "former")
            for name in known.find_names(spelling.word)
        )
