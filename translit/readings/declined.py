"""Declined names: words of a language with cases, read as cases of the names that it prints.

*Putina*, *Londynie*, *Unii Europejskiej*: each word is read back by the paradigms of the language,
and the name that they give is read as it would be in its base form. So it is known whether that is
right there; where it is not, the right name is put into the same case.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any, NamedTuple

from translit.forms import Change, Part, Piece, Shaper, apply_changes
from translit.languages import CaseReading, Kind, decline, read_case
from translit.lexicon import (
    ALIAS,
    BEARER,
    OPENS_ALIAS,
    Known,
    Lexicon,
    Name,
    Speech,
    Spelling,
    is_spelled,
)
from translit.lexicon import Word as LexiconWord
from translit.page import UPPER, Columns, Word
from translit.readings.persons import PersonReader
from translit.readings.reading import Reading
from translit.schemes import fold, is_latin

_SHORTEST = 3  # letters of a word, unless it is an acronym
_MOST_WORDS = 1 << 16
_LONGEST_PHRASE = 5  # words
_STEM = 3  # letters of a small word that no case touches
ANY = "*"
"""After a stem: whatever follows."""
_KINDS = frozenset({"family", "place", "organization", "acronym"})
_KIND_OF: dict[str, Kind] = {
    "family": "family", "given": "given", "place": "place", "organization": "organization",
}  # fmt: skip
_NOMINATIVE = ("nom",)
_POSSESSIVE = ("'s", "’s")


class _Base(NamedTuple):
    """A name, in its base form, that a word is a case of."""

    read: CaseReading
    spelling: Spelling | None
    known: Known
    alias: Mapping[str, Any] | None = None


class DeclinedReader:
    """Reads the words of one language as cases of names; thread-safe.

    What it remembers of words is bounded, and forgotten as a whole.
    """

    def __init__(
        self, lexicon: Lexicon, speech: Speech, persons: PersonReader, shaper: Shaper
    ) -> None:
        self._lexicon = lexicon
        self._lang = speech.code
        self._persons = persons
        self._shaper = shaper
        self._bases: dict[str, tuple[_Base, ...]] = {}

    def _read_word(self, word: str, kinds: Set[str] | None) -> Sequence[CaseReading]:
        return read_case(word, self._lang, kinds)

    def may_be_case(self, word: Word) -> bool:
        """Tell whether a word can be a case of a name, or of the first word of one."""
        return bool(self._list_bases(word)) or self._opens_phrase(word)

    def read(self, columns: Columns, at: int) -> list[Reading]:
        """Return the readings of word `at` and what belongs to it as a name in a case."""
        word = columns.words[at]
        readings = [self._read_base(columns, at, base) for base in self._list_bases(word)]
        readings += self._read_phrases(columns, at)
        found = [one for one in readings if one is not None]
        longest = max((one.last for one in found), default=at)
        return [one for one in found if one.last == longest]

    def _list_bases(self, word: Word) -> Sequence[_Base]:
        found = self._bases.get(word.text)
        if found is None:
            if len(self._bases) >= _MOST_WORDS:
                self._bases = {}
            found = self._bases[word.text] = tuple(self._find_bases(word))
        return found

    def _find_bases(self, word: Word) -> Iterator[_Base]:
        is_upper = bool(word.facts & UPPER)
        if len(word.key) < _SHORTEST and not is_upper:
            return
        seen: set[tuple[str, str]] = set()
        for read in self._read_word(word.text, _KINDS):
            if read.cases == _NOMINATIVE or (read.kind == "acronym") != (
                is_upper and read.base.isupper()
            ):
                continue
            key = fold(read.base)
            facts = self._lexicon.find_facts(key)
            if facts & BEARER:
                for spelling, known in self._lexicon.find_bearers(key):
                    if self._fits(read, spelling, known) and (known.id, read.base) not in seen:
                        seen.add((known.id, read.base))
                        yield _Base(read, spelling, known)
            if facts & ALIAS:
                for known, alias in self._lexicon.find_aliases(key):
                    if self._is_own(alias) and alias["text"].casefold() == read.base.casefold():
                        yield _Base(read, None, known, alias)

    def _fits(self, read: CaseReading, spelling: Spelling, known: Known) -> bool:
        entity = known.entity
        if entity.kind == "person":
            if read.kind != "family" or (read.gender and read.gender != entity.gender):
                return False
        elif read.kind not in (entity.kind, "acronym") and entity.kind in ("place", "organization"):
            return False
        if (read.kind == "acronym") != spelling.word.is_acronym:
            return False
        if not is_spelled(spelling, read.base):
            return False
        return any(
            len(name.core) == 1 and name.source not in ("other", "former")
            for name in known.find_names(spelling.word)
        )

    def _is_own(self, alias: Mapping[str, Any]) -> bool:
        return self._lang in alias.get("langs", ()) and not alias.get("suggest")

    def _read_base(self, columns: Columns, at: int, base: _Base) -> Reading | None:
        start, stop = columns.starts[at], columns.stops[at]
        is_acronym = base.read.kind == "acronym"
        if base.known.entity.kind != "person":
            if base.read.base == columns.text[start:stop]:
                return None  # it stands in no case
            part: Part = "word" if base.alias is None else "alias"
            piece = Piece(at, part, start, stop, "", base.spelling, is_acronym=is_acronym)
            reading = Reading(
                base.known,
                (piece,),
                "native" if base.alias is None else "alias",
                full=False,
                alias=base.alias,
                in_case=True,
            )
            return reading.decline((base.read.base,), base.read.cases)
        family = (Piece(at, "family", start, stop, "", base.spelling, meant=fold(base.read.base)),)
        reading = self._persons.read(
            columns, base.known, family, "native", case_of=self._lang, in_case=True
        )
        return self._agree(columns, reading, base.read)

    def _agree(self, columns: Columns, reading: Reading, family: CaseReading) -> Reading | None:
        """Return the reading of a person with the cases that all its words share, if any."""
        cases = dict.fromkeys(family.cases)
        bases = []
        for piece in reading.pieces:
            written = columns.text[piece.start : piece.stop]
            if piece.part == "family":
                bases.append(family.base)
                continue
            if piece.part not in ("given", "patronymic") or not piece.meant:
                bases.append(written)
                continue
            found = self._find_given(written, piece)
            if found is None:
                return None
            cases = {case: None for case in cases if case in found.cases}
            bases.append(found.base)
        words = [columns.text[piece.start : piece.stop] for piece in reading.pieces]
        if bases == words:
            return None  # it stands in no case
        return reading.decline(tuple(bases), tuple(cases)) if cases else None

    def _find_given(self, written: str, piece: Piece) -> CaseReading | None:
        for read in self._read_word(written, {"given"}):
            if fold(read.base) == piece.meant:
                return read
        return None

    def _opens_phrase(self, word: Word) -> bool:
        return any(
            self._lexicon.find_facts(fold(read.base)) & OPENS_ALIAS
            for read in self._read_word(word.text, None)
        )

    def list_small_stems(self, columns: Columns, at: int) -> set[str]:
        """Return how small words start with which a name that begins with word `at` may go on."""
        left = columns.words[at:]
        found: set[str] = set()
        for read in self._read_word(left[0].text, None):
            base = fold(read.base)
            if self._lexicon.find_facts(base) & OPENS_ALIAS:
                for alias in self._lexicon.list_aliases(base):
                    words = str(alias["text"]).split()
                    if self._is_own(alias) and len(words) > len(left):
                        following = words[len(left)]
                        if following.islower():
                            found.add(f"{fold(following)[:_STEM]}{ANY}")
        return found

    def _read_phrases(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the names of several words that the language prints: *Unii Europejskiej*."""
        readings = self._read_word(columns.words[at].text, None)
        for base in dict.fromkeys(fold(read.base) for read in readings):
            if not self._lexicon.find_facts(base) & OPENS_ALIAS:
                continue
            for alias in self._lexicon.list_aliases(base):
                if self._is_own(alias):
                    yield from self._read_phrase(columns, at, alias)
        yield from self._read_longer(columns, at)

    def _read_longer(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give names of several words of which the last is in a case: *New Yorku*."""
        word = columns.words[at]
        if not self._lexicon.find_facts(word.key) & BEARER:
            return
        for spelling, known in self._lexicon.find_bearers(word.key):
            if known.entity.kind == "person":
                continue
            for name in known.find_names(spelling.word):
                if len(name.core) > 1 and name.source in ("name", "native", "written"):
                    yield from self._read_core(columns, at, known, name)

    def _read_core(self, columns: Columns, at: int, known: Known, name: Name) -> Iterator[Reading]:
        if at + len(name.core) > len(columns):
            return
        cases: set[str] = set()
        bases, pieces = [], []
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
            pieces.append(Piece(place, "word", start, stop, "", Spelling(wanted, ())))
        if cases:
            reading = Reading(known, tuple(pieces), "native", full=True, in_case=True)
            yield reading.decline(tuple(bases), tuple(sorted(cases)))

    def _find_base(self, word: Word, wanted: LexiconWord, cases: set[str] | None) -> str | None:
        """Return a word as it stands, or the last of a name in its base form, adding its cases."""
        if cases is None:
            spelled = self._lexicon.find_spellings(word.key)
            return word.text if any(s.word == wanted for s in spelled) else None
        for read in self._read_word(word.text, _KINDS):
            if read.cases != _NOMINATIVE and any(
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
        if not cases or cases == set(_NOMINATIVE):
            return
        key = " ".join(map(fold, words))
        for known, found in self._lexicon.find_aliases(key):
            if self._is_own(found):
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
            for read in self._read_word(written, None)
            if read.kind != "derived" and read.base.casefold() == wanted.casefold()
            for case in read.cases
        }
        if cases:
            return tuple(cases)
        return () if written.casefold() == wanted.casefold() else None

    def list_changes(self, text: str, reading: Reading) -> tuple[Change, ...] | None:
        """Return what makes a mention in a case canonical, in that case.

        Nothing where its base form is right; None where the form in the case cannot be told.
        """
        base_text, base = _take_case_off(text, reading)
        found = []
        base_changes = self._shaper.list_changes(base_text, base)
        spans = [(one.start, one.end, one.after) for one in base_changes]
        reading.base_output = apply_changes(base_text, spans)
        for change in base_changes:
            pieces = [p for p in reading.pieces if change.first <= p.first <= change.last]
            after = self._decline(change.after, pieces, reading)
            if after is None:
                return None
            written = text[pieces[0].start : pieces[-1].stop]
            if any(mark in written and mark not in after for mark in _POSSESSIVE):
                return None  # *Akhmadulina's* is no genitive of German
            if "'" in written:  # the joint as it is written there
                after = after.replace("’", "'")
            if written != after:
                found.append(
                    change._replace(start=pieces[0].start, end=pieces[-1].stop, after=after)
                )
        return tuple(found)

    def _decline(self, after: str, pieces: Sequence[Piece], reading: Reading) -> str | None:
        """Return words in the cases of a mention, if all of them give one form."""
        words = after.split(" ")
        if len(words) != len(pieces):
            return None
        outputs = set()
        for case in reading.cases:
            put = [
                self._put(word, piece, reading, case)
                for word, piece in zip(words, pieces, strict=True)
            ]
            outputs.add(None if None in put else " ".join(map(str, put)))
        return outputs.pop() if len(outputs) == 1 else None

    def _put(self, word: str, piece: Piece, reading: Reading, case: str) -> str | None:
        known = reading.known
        if piece.part in ("particle", "initial"):
            return word
        person = known.entity.kind == "person"
        part = piece.part if person else known.entity.kind
        kind: Kind | None = "acronym" if piece.is_acronym else _KIND_OF.get(part)
        if kind is None:
            return None
        native = next(iter(known.entity.native.values()), None)
        foreign = native is None or is_latin(str(getattr(native, "family", native))[0])
        gender = known.entity.gender if person else None
        forms = decline(word, self._lang, kind, gender, foreign=foreign).get(case)
        return forms[0] if forms else None


def _take_case_off(text: str, reading: Reading) -> tuple[str, Reading]:
    """Return the words of a mention in their base forms, and the reading of these."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    gaps = ["", *(text[one.stop : two.start] for one, two in pairwise(reading.pieces))]
    for piece, base, gap in zip(reading.pieces, reading.bases, gaps, strict=True):
        start = length + len(gap)
        length = start + len(base)
        parts += (gap, base)
        pieces.append(piece._replace(start=start, stop=length, meant=""))
    base_reading = Reading(
        reading.known, tuple(pieces), reading.source, full=reading.full, alias=reading.alias
    )
    return "".join(parts), base_reading
