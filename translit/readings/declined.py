"""Declined names: words of a language with cases, read as cases of the names that it prints.

*Putina*, *Londynie*, *Unii Europejskiej*: each word is read back by the paradigms of the language.
What the name that they give becomes is told by its base form.
"""

from collections.abc import Collection, Iterator, Sequence, Set
from typing import NamedTuple

from translit.forms import Part, Piece, Shaper
from translit.languages import CaseReading, list_joints, list_neighbours, read_case_in_text
from translit.lexicon import (
    NAMES,
    OPENS_ALIAS,
    Known,
    Lexicon,
)
from translit.page import UPPER, Columns, Word
from translit.readings.alike import AlikeReader
from translit.readings.base_names import BaseFinder, BaseName, count_sure
from translit.readings.heard import HeardReader
from translit.readings.long_names import IN_NO_CASE, KINDS_OF_NAMES, LongName, LongNameReader
from translit.readings.neighbours import (
    is_given_of_neighbour,
    is_oblique,
)
from translit.readings.persons import PersonReader
from translit.readings.phrases import PhraseReader
from translit.readings.reading import Reading
from translit.readings.turned import TurnedReader
from translit.schemes import fold, unify_script

_MOST_WORDS = 1 << 16
_LONGEST_JOINED = 4  # letters of an ending after a hyphen: *-ként*
_STEM = 3  # letters of a small word that no case touches
ANY = "*"
"""After a stem: whatever follows."""


class _Cases(NamedTuple):
    """What one word can be a case of: names, the first words of aliases, folded, and longer names
    that start with it."""

    bases: tuple[BaseName, ...]
    openings: tuple[str, ...]
    longer: Sequence[LongName] = ()
    opens_phrase: bool = False


class DeclinedReader:
    """Reads the words of one language as cases of names; thread-safe.

    What it remembers of words is bounded, and forgotten as a whole.
    """

    def __init__(self, lexicon: Lexicon, lang: str, shaper: Shaper) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._alike = AlikeReader(lexicon, lang, shaper)
        self._longer = LongNameReader(lexicon, lang, self._alike)
        self._has_hyphens = "-" in list_joints(lang)
        self._heard = HeardReader(lexicon, lang)
        self._bases = BaseFinder(lexicon, lang, self._alike, self._heard, self._longer.is_own)
        self._turned = TurnedReader(lexicon, lang, self._heard)
        self._phrases = PhraseReader(lexicon, lang)
        self._persons = PersonReader(
            lexicon, lang, repairs=False, alike=self._alike, heard=self._heard
        )
        self._words: dict[str, _Cases] = {}

    def _read_word(self, word: str, kinds: Set[str] | None) -> Sequence[CaseReading]:
        """Return the cases that a word may be, with its letters of another script made one's."""
        return read_case_in_text(unify_script(word), self._lang, kinds)

    def may_be_case(self, word: Word) -> bool:
        """Tell whether a word can be a case of a name, or of the first word of one."""
        return any(self._find(word)) or self._turned.may_lead(word)

    def read(self, columns: Columns, at: int) -> list[Reading]:
        """Return the readings of word `at` and what belongs to it as a name in a case."""
        found = self._find(columns.words[at])
        readings = [self._read_base(columns, at, base) for base in found.bases]
        readings += self._read_joined(columns, at)
        phrases = list(self._phrases.read(columns, at)) if found.opens_phrase else []
        # *Верховною Радою* is how a neighbour declines it, if Russian poets do as well
        longer = self._longer.read(columns, at, found.openings, found.longer)
        readings += [one for one in longer if not any(map(one.is_of_same_words, phrases))]
        readings += self._turned.read(columns, at)
        readings += phrases
        every = [one for one in readings if one is not None]
        longest = max((one.last for one in every), default=at)
        return [one for one in every if one.last == longest]

    def _read_joined(self, columns: Columns, at: int) -> Iterator[Reading | None]:
        """Give names whose ending a joint sets off, as in no name of their own: *Zelensky-nek*."""
        after, word = at + 1, columns.words[at]
        if not self._has_hyphens or not columns.is_hyphened(after) or word.facts & UPPER:
            return
        ending = columns.words[after].text
        if ending.islower() and len(ending) <= _LONGEST_JOINED:
            reads = self._read_word(word.text + ending, KINDS_OF_NAMES)
            declined = (one for one in reads if one.base == word.text and one.cases != IN_NO_CASE)
            for base in self._bases.find_names(declined, word.text + ending):
                yield self._read_base(columns, at, base, width=2)

    def _find(self, word: Word) -> _Cases:
        found = self._words.get(word.text)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words = {}
            reads = self._read_word(word.text, None)
            known = self._bases.list_known(reads)
            alike = tuple(self._alike.list_bearers(word.text))
            found = self._words[word.text] = _Cases(
                tuple(self._bases.list_bases(word, reads, known, alike)),
                tuple(self._find_openings(known)),
                self._longer.list_names(word, known, alike),
                any(True for _ in self._phrases.list_openings(word.text)),
            )
        return found

    def _find_openings(self, reads: Sequence[CaseReading]) -> Iterator[str]:
        for base in dict.fromkeys(fold(read.base) for read in reads):
            if self._lexicon.find_facts(base) & OPENS_ALIAS:
                yield base

    def _read_base(
        self, columns: Columns, at: int, base: BaseName, width: int = 1
    ) -> Reading | None:
        reading = self._read_name(columns, at, base, width)
        if reading is not None:
            reading.is_mixed = base.is_mixed
        return reading

    def _read_name(self, columns: Columns, at: int, base: BaseName, width: int) -> Reading | None:
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
        if base.is_heard and not (reading.full or base.known.entity.alone):
            return None
        if not reading.full and self._is_called_so_elsewhere(base):
            return None
        return self._agree(columns, reading, base)

    def _is_called_so_elsewhere(self, base: BaseName) -> bool:
        """Tell whether only rows for other languages have a family name so: *Venu* in Latvian is a
        man called Vens, and not as Serbian has Vance."""
        own = [NAMES + lang for lang in (self._lang, *list_neighbours(self._lang))]
        sources = [
            name.source
            for spelling, known in self._lexicon.find_bearers(fold(base.read.base))
            if known.id == base.known.id
            for name in known.find_names(spelling.word)
        ]
        # by ear, *Львив*, it is in no row
        return bool(sources) and not any(one in own or not one.startswith(NAMES) for one in sources)

    def _agree(self, columns: Columns, reading: Reading, family: BaseName) -> Reading | None:
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
        may_be_bare = family.is_bare and is_oblique(cases) and not self._names_him(columns, reading)
        if bases == words and not (family.is_heard or may_be_bare):
            return None  # it stands in no case
        return reading.decline(tuple(bases), tuple(cases)) if cases else None

    def _names_him(self, columns: Columns, reading: Reading) -> bool:
        """Tell whether a given name stands there in the nominative: *Светлана Алексиевич*."""
        genders = (None, reading.known.entity.gender)
        for piece in reading.pieces:
            if piece.part == "given" and not piece.meant:
                word = columns.text[piece.start : piece.stop]
                reads = [one for one in self._read_word(word, {"given"}) if one.base == word]
                cases = [one.cases for one in reads if one.gender in genders]
                if cases and not any(map(is_oblique, cases)):
                    return True
        return False

    def _choose_given(
        self, written: str, piece: Piece, known: Known, cases: Collection[str]
    ) -> tuple[str, Sequence[str]]:
        """Return the base form of a given name that shares most of these cases, and which."""
        name = known.entity.name
        # *Dmytra* is of Dmytro, though Lithuanian papers have a *Dmytra* too.
        usual = "" if isinstance(name, str) else fold(name.given)
        best: tuple[str, Sequence[str]] = (written, ())
        most = (count_sure(()), False)
        for base, of_given in self._list_given(written, piece, known):
            shared = [case for case in cases if case in of_given]
            rank = (count_sure(shared), fold(base) == usual)
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
        heard = None if found else self._heard.find_given(written, known)
        if heard is not None:
            yield heard[0], heard[2]

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
