"""Declined names: words of a language with cases, read as cases of the names that it prints.

*Putina*, *Londynie*, *Unii Europejskiej*: each word is read back by the paradigms of the language.
What the name that they give becomes is told by its base form.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from translit.forms import Part, Piece, Shaper
from translit.languages import ENGLISH, VOCATIVE, CaseReading, list_joints, read_case_in_text
from translit.lexicon import (
    ALIAS,
    BEARER,
    OPENS_ALIAS,
    Known,
    Lexicon,
    Spelling,
    is_printed,
    is_spelled,
)
from translit.page import ORDINARY, UPPER, Columns, Word
from translit.readings.alike import AlikeReader
from translit.readings.heard import HeardReader
from translit.readings.long_names import IN_NO_CASE, KINDS_OF_NAMES, LongNameReader
from translit.readings.neighbours import (
    is_bare_in_case,
    is_given_of_neighbour,
    is_oblique,
)
from translit.readings.persons import PersonReader
from translit.readings.phrases import PhraseReader
from translit.readings.reading import Reading
from translit.readings.turned import TurnedReader
from translit.schemes import fold

_SHORTEST = 3  # letters of a word, unless it is an acronym
_MOST_WORDS = 1 << 16
_LONGEST_JOINED = 4  # letters of an ending after a hyphen: *-ként*
_STEM = 3  # letters of a small word that no case touches
ANY = "*"
"""After a stem: whatever follows."""


def _count_sure(cases: Collection[str]) -> tuple[bool, int]:
    """Rank cases in which a word may stand: one that is no vocative first."""
    return any(case != VOCATIVE for case in cases), len(cases)


def _may_be(read: CaseReading, word: Word) -> bool:
    """Tell whether a word is in a case, and an acronym if it is written as one.

    A nominative that the language has made is one too: *Mishustinas*, *Tymoshenková*.
    """
    is_acronym = bool(word.facts & UPPER) and read.base.isupper()
    is_made = read.cases != IN_NO_CASE or bool(read.way)
    return is_made and (read.kind == "acronym") == is_acronym


class _Base(NamedTuple):
    """A name, in its base form, that a word is a case of."""

    read: CaseReading
    spelling: Spelling | None
    known: Known
    alias: Mapping[str, Any] | None = None
    is_heard: bool = False
    is_bare: bool = False
    is_mixed: bool = False  # the language's own name, with a neighbour's ending

    def add_cases(self, cases: Sequence[str]) -> "_Base":
        """Return this with more cases in which the word may have the name."""
        every = tuple(dict.fromkeys((*self.read.cases, *cases)))
        return self._replace(read=self.read._replace(cases=every))


class _Cases(NamedTuple):
    """What one word can be a case of: names, and the first words of longer ones, folded."""

    bases: tuple[_Base, ...]
    openings: tuple[str, ...]
    opens_phrase: bool = False


class DeclinedReader:
    """Reads the words of one language as cases of names; thread-safe.

    What it remembers of words is bounded, and forgotten as a whole.
    """

    def __init__(self, lexicon: Lexicon, lang: str, shaper: Shaper) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._alike = AlikeReader(lexicon, lang, shaper)
        self._longer = LongNameReader(lexicon, lang)
        self._has_hyphens = "-" in list_joints(lang)
        self._heard = HeardReader(lexicon, lang)
        self._turned = TurnedReader(lexicon, lang)
        self._phrases = PhraseReader(lexicon, lang)
        self._persons = PersonReader(lexicon, lang, repairs=False, alike=self._alike)
        self._words: dict[str, _Cases] = {}

    def _read_word(self, word: str, kinds: Set[str] | None) -> Sequence[CaseReading]:
        return read_case_in_text(word, self._lang, kinds)

    def may_be_case(self, word: Word) -> bool:
        """Tell whether a word can be a case of a name, or of the first word of one."""
        return any(self._find(word)) or self._turned.may_lead(word)

    def read(self, columns: Columns, at: int) -> list[Reading]:
        """Return the readings of word `at` and what belongs to it as a name in a case."""
        word = columns.words[at]
        readings = [self._read_base(columns, at, base) for base in self._find(word).bases]
        readings += self._read_joined(columns, at)
        readings += self._longer.read(columns, at, self._find(word).openings)
        readings += self._turned.read(columns, at)
        if self._find(word).opens_phrase:
            readings += self._phrases.read(columns, at)
        found = [one for one in readings if one is not None]
        longest = max((one.last for one in found), default=at)
        return [one for one in found if one.last == longest]

    def _read_joined(self, columns: Columns, at: int) -> Iterator[Reading | None]:
        """Give names whose ending a joint sets off, as in no name of their own: *Zelensky-nek*."""
        after, word = at + 1, columns.words[at]
        if not self._has_hyphens or not columns.is_hyphened(after) or word.facts & UPPER:
            return
        ending = columns.words[after].text
        if ending.islower() and len(ending) <= _LONGEST_JOINED:
            reads = self._read_word(word.text + ending, KINDS_OF_NAMES)
            declined = (one for one in reads if one.base == word.text and one.cases != IN_NO_CASE)
            for base in self._find_names(declined, word.text + ending):
                yield self._read_base(columns, at, base, width=2)

    def _find(self, word: Word) -> _Cases:
        found = self._words.get(word.text)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words = {}
            bases, openings = tuple(self._find_bases(word)), tuple(self._find_openings(word))
            opens_phrase = any(True for _ in self._phrases.list_openings(word.text))
            found = self._words[word.text] = _Cases(bases, openings, opens_phrase)
        return found

    def _find_openings(self, word: Word) -> Iterator[str]:
        readings = self._read_word(word.text, None)
        for base in dict.fromkeys(fold(read.base) for read in readings):
            if self._lexicon.find_facts(base) & OPENS_ALIAS:
                yield base

    def _find_bases(self, word: Word) -> Iterator[_Base]:
        if len(word.key) < _SHORTEST and not word.facts & UPPER:
            return
        reads = [read for read in self._read_word(word.text, KINDS_OF_NAMES) if _may_be(read, word)]
        yield from self._find_aliases(reads)
        found = self._find_names(reads, word.text)
        if len(found) > 1:
            found = sorted(found, key=self._is_otherwise_printed)
        sure = {one.known.id for one in found if _count_sure(one.read.cases)[0]}
        for one in found:
            if one.known.id not in sure or self._is_likely(word, one):
                yield one
        alike = list(self._find_alike(word, sure))
        yield from alike
        if not (found or alike or word.spellings):
            yield from self._find_heard(word)

    def _find_heard(self, word: Word) -> Iterator[_Base]:
        """Give the names of neighbours that are written by ear, in a case or not: *Львив*."""
        if word.facts & (UPPER | ORDINARY) or word.is_given_name:
            return
        reads = self._read_word(word.text, KINDS_OF_NAMES)
        if any(self._lexicon.find_facts(fold(read.base)) & BEARER for read in reads):
            return  # *Скрипали* are several who are called so
        found: dict[tuple[str, str], _Base] = {}
        for read, spelling, known in self._heard.list_bases(word.text, reads):
            # A family name by ear may be another's.
            if known.entity.kind == "place" and self._is_of_kind(read, spelling, known):
                one = found.get((known.id, read.base))
                one = one or _Base(read, spelling, known, is_heard=True)
                found[known.id, read.base] = one.add_cases(read.cases)
        yield from found.values()

    def _is_otherwise_printed(self, one: _Base) -> bool:
        """Tell whether a name is read in another base form than the language prints: not Latvian
        *Zelenska* as of *Zelenskis*."""
        own = self._alike.find_own(one.known)
        return own is None or fold(own) != fold(one.read.base)

    def _is_likely(self, word: Word, one: _Base) -> bool:
        """Tell whether a name is spoken of, or to as the language prints it."""
        return _count_sure(one.read.cases)[0] or self._alike.is_own(word.text, one.known)

    def _find_aliases(self, reads: Iterable[CaseReading]) -> Iterator[_Base]:
        for read in reads:
            key = fold(read.base)
            if self._lexicon.find_facts(key) & ALIAS:
                for known, alias in self._lexicon.find_aliases(key):
                    if (
                        self._longer.is_own(alias)
                        and alias["text"].casefold() == read.base.casefold()
                    ):
                        yield _Base(read, None, known, alias)

    def _find_names(self, reads: Iterable[CaseReading], word: str) -> Collection[_Base]:
        """Return the names that the readings of a word give, each with all of its cases."""
        found: dict[tuple[str, str], _Base] = {}
        mixed: dict[tuple[str, str], _Base] = {}
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
                one = into.get((known.id, read.base)) or _Base(read, spelling, known)
                one = one._replace(is_mixed=into is mixed)
                if read.joint and self._is_printed_here_alone(spelling, read.base):
                    one = one._replace(spelling=spelling)  # Turkish *Zelenski'yle* is right
                one = one._replace(is_bare=one.is_bare or self._is_bare(read, word, known))
                into[known.id, read.base] = one.add_cases(read.cases)
        return found.values() or mixed.values()

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

    def _find_alike(self, word: Word, found: Set[str]) -> Iterator[_Base]:
        """Give the foreign spellings of other names than were found."""
        found = set(found)
        for one in self._alike.list_bases(word.text):
            if one.known.id not in found:
                found.add(one.known.id)
                gender = one.known.entity.gender if one.kind == "family" else None
                read = CaseReading(one.text, one.kind, gender, None, one.cases)
                yield _Base(read, one.spelling, one.known)

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

    def _read_base(self, columns: Columns, at: int, base: _Base, width: int = 1) -> Reading | None:
        reading = self._read_name(columns, at, base, width)
        if reading is not None:
            reading.is_mixed = base.is_mixed
        return reading

    def _read_name(self, columns: Columns, at: int, base: _Base, width: int) -> Reading | None:
        start, stop = columns.starts[at], columns.stops[at + width - 1]
        is_acronym = base.read.kind == "acronym"
        if base.known.entity.kind != "person":
            if base.read.base == columns.text[start:stop] and not (base.is_heard or base.is_bare):
                return None  # it stands in no case
            part: Part = "word" if base.alias is None else "alias"
            piece = Piece(
                at, part, start, stop, "", base.spelling, width=width, is_acronym=is_acronym
            )
            reading = Reading(
                base.known,
                (piece,),
                "native" if base.alias is None else "alias",
                full=False,
                alias=base.alias,
                in_case=True,
            )
            return reading.decline((base.read.base,), base.read.cases)
        meant = fold(base.read.base)
        piece = Piece(at, "family", start, stop, "", base.spelling, width=width, meant=meant)
        reading = self._persons.read(
            columns, base.known, (piece,), "native", case_of=self._lang, in_case=True
        )
        return self._agree(columns, reading, base)

    def _agree(self, columns: Columns, reading: Reading, family: _Base) -> Reading | None:
        """Return the reading of a person with the cases that all its words share, if any."""
        cases = dict.fromkeys(family.read.cases)
        bases = []
        for piece in reading.pieces:
            written = columns.text[piece.start : piece.stop]
            if piece.part == "family":
                bases.append(family.read.base)
                continue
            if piece.part not in ("given", "patronymic") or not piece.meant:
                bases.append(written)
                continue
            base, shared = self._choose_given(written, piece, reading.known, cases)
            cases = dict.fromkeys(shared)
            bases.append(base)
        words = [columns.text[piece.start : piece.stop] for piece in reading.pieces]
        may_be_bare = family.is_bare and is_oblique(cases)
        if bases == words and not (family.is_heard or may_be_bare):
            return None  # it stands in no case
        return reading.decline(tuple(bases), tuple(cases)) if cases else None

    def _choose_given(
        self, written: str, piece: Piece, known: Known, cases: Collection[str]
    ) -> tuple[str, Sequence[str]]:
        """Return the base form of a given name that shares most of these cases, and which."""
        name = known.entity.name
        # *Dmytra* is of Dmytro, though Lithuanian papers have a *Dmytra* too.
        usual = "" if isinstance(name, str) else fold(name.given)
        best: tuple[str, Sequence[str]] = (written, ())
        most = (_count_sure(()), False)
        for base, of_given in self._list_given(written, piece, known):
            shared = [case for case in cases if case in of_given]
            rank = (_count_sure(shared), fold(base) == usual)
            if shared and rank > most:
                best, most = (base, shared), rank
        return best

    def _list_given(
        self, written: str, piece: Piece, known: Known
    ) -> Iterator[tuple[str, Collection[str]]]:
        """Give the names of a person, in base forms, of which a word may be a case, and which."""
        found: dict[str, set[str]] = {}
        roots = known.find_roots(piece.part, self._lang)
        for read in self._read_word(written, {"given"}):
            if read.gender not in (None, known.entity.gender):
                continue
            spellings = [
                one
                for one in self._lexicon.find_spellings(fold(read.base))
                if not roots.isdisjoint(one.word.roots)
            ]
            if spellings and is_given_of_neighbour(read, spellings):
                found.setdefault(read.base, set()).update(read.cases)
        yield from found.items()
        alike = self._alike.find_given(written, known)
        if alike is not None:
            yield alike.text, alike.cases

    def list_small_stems(self, columns: Columns, at: int) -> set[str]:
        """Return how small words start with which a name that begins with word `at` may go on."""
        left = columns.words[at:]
        following = (
            words[len(left)]
            for base in self._find(left[0]).openings
            for alias in self._lexicon.list_aliases(base)
            if self._longer.is_own(alias) and len(words := str(alias["text"]).split()) > len(left)
        )
        return {f"{fold(word)[:_STEM]}{ANY}" for word in following if word.islower()}
