"""Names in a case: what a translation left of *Ławrowa* or *Zelenskyin*, on known persons only.

The word is taken for a case of a name where the name's own spelling in that language, with an
ending of that language, gives it. Who is meant is decided in the document, as for any short form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translit.forms import Piece
from translit.lexicon import Known, Lexicon, Speech, Spelling
from translit.page import UPPER, Columns, Word
from translit.readings.persons import PersonReader
from translit.readings.reading import Reading
from translit.schemes import APOSTROPHES, INVISIBLE, adds_endings

_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Base:
    """A spelling of a person's family name that a word is a case of, in the press of `lang`."""

    key: str
    lang: str
    spelling: Spelling
    known: Known


class FamilyCaseReader:
    """Reads words as cases of persons' family names; thread-safe."""

    def __init__(self, lexicon: Lexicon, speech: Speech, persons: PersonReader) -> None:
        self._lexicon = lexicon
        self._speech = speech
        self._persons = persons

    def read(self, columns: Columns, at: int) -> list[Reading]:
        """Return the readings of word `at` as a case of a family name."""
        word = columns.words[at]
        if len(word.key) < _SHORTEST:
            return []
        return [*self._read_case(columns, at), *self._read_genitive(columns, at)]

    def _read_case(self, columns: Columns, at: int) -> Iterator[Reading]:
        word, lexicon = columns.words[at], self._lexicon
        form = word.forms[0]
        if lexicon.is_ordinary(form.key) or word.is_given_name:
            return
        bases = list_bases(lexicon, form.key)
        if not bases:
            return
        if any(known.entity.gender != "f" for _, known in lexicon.find_bearers(form.key)):
            return
        start = columns.starts[at]
        stop = start + form.cut
        for base in bases:
            piece = Piece(at, "family", start, stop, form.ending, base.spelling, meant=base.key)
            reading = self._persons.read(
                columns, base.known, (piece,), "native", case_of=base.lang, in_case=True
            )
            if reading.full or not is_town(lexicon, form.key):
                yield reading

    def _read_genitive(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Read *Lukaschenkos*, whose *s* stays: a German genitive, and also an English plural."""
        word = columns.words[at]
        text, singular = word.text, find_singular(word, self._speech)
        if not singular or word.spellings:
            return
        if text[-1].isupper() and not word.facts & UPPER:
            return
        whole = text[: len(singular) - len(word.key)]
        if whole[-1] in APOSTROPHES:  # *Mistura's* is a possessive, and its apostrophe stays
            return
        start = columns.starts[at]
        for spelling, known in find_families(self._lexicon, singular):
            if any(not adds_endings(scheme) for scheme in spelling.schemes):
                stop = start + len(whole.rstrip(INVISIBLE))
                piece = Piece(at, "family", start, stop, "plural", spelling)
                yield self._persons.read(columns, known, (piece,), "native", in_case=True)


def find_singular(word: Word, speech: Speech) -> str:
    """Return the key of a word without the ending of a plural, or nothing if it has none."""
    if not word.text.lower().endswith(speech.plurals):
        return ""  # *Navalniš*: its key alone ends so
    return speech.find_singular(word.key)


def is_town(lexicon: Lexicon, key: str) -> bool:
    """Tell whether a word ends as towns do that are called after a family: *Lavrovo, Putino*."""
    return key.endswith(lexicon.name_endings["towns"])


def list_bases(lexicon: Lexicon, key: str) -> list[Base]:
    """Return the names that a folded word is a case of, each person once."""
    seen = set()
    found = []
    for lang, stem in lexicon.strip_case(key):
        for spelling, known in find_families(lexicon, stem):
            fits = any(scheme.endswith(f"/press-{lang}") for scheme in spelling.schemes)
            if fits and known.id not in seen:
                seen.add(known.id)
                found.append(Base(stem, lang, spelling, known))
    return found


def find_families(lexicon: Lexicon, key: str) -> Iterator[tuple[Spelling, Known]]:
    """Give the men whose whole family name is spelled so; a woman's is declined otherwise."""
    for spelling, known in lexicon.find_bearers(key):
        families = (
            [word for word, part in zip(name.words, name.parts, strict=True) if part == "family"]
            for name in known.names
        )
        is_man = known.entity.kind == "person" and known.entity.gender != "f"
        if is_man and [spelling.word] in families:
            yield spelling, known
