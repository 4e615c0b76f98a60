"""Of which names a word of a text can be a case: the paradigms of a language read backward.

A base form counts only if no longer ending of it belongs to another paradigm.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from translit.languages.case_index import (
    ACRONYM,
    Entry,
    Template,
    Undoing,
    index_makings,
    index_paradigms,
)
from translit.languages.declension import Declension
from translit.languages.declining import load_declension
from translit.languages.endings import START, EndingTable, Orthography
from translit.languages.loading import find_language
from translit.languages.paradigm import Gender, Kind, Making, Number

_LEAST = 2  # letters of a name
_APOSTROPHES = str.maketrans("ʼ‘`´", "’’’’")


class CaseReading(NamedTuple):
    """A name of which a word can be a case, and how.

    `gender` and `number` are None where the form is the same for each; `foreign` says that it is
    one only if the name is of Latin original. `way` is what the language has made of the base
    first: `nominative` (*Putinas*), `feminine` (*Merkelová*); a reading of kind `derived` is in no
    case, and `way` is what it is: `possessive` (*Putinův*), `adjective`, `follower`. `neighbour` is
    the code of the language whose case it is, if that is not the text's own.
    """

    base: str
    kind: Kind | Literal["derived"]
    gender: Gender | None
    number: Number | None
    cases: tuple[str, ...]
    joint: str = ""
    foreign: bool = False
    way: str = ""
    neighbour: str = ""


class CaseReader:
    """Reads the cases of one language; made once, it only reads."""

    def __init__(self, declension: Declension) -> None:
        self._letters = declension.letters
        self._paradigms = declension.paradigms
        self._part_place = declension.part_place
        self._words, self._acronyms = index_paradigms(declension)
        self._derived = _Unmaking("derived", declension.derived, self._letters)
        self._ways = [
            _Unmaking(way, table, self._letters)
            for way, table in (
                ("feminine", declension.feminines),
                ("nominative", declension.nominatives),
            )
            if table.by_key
        ]
        self._longest = max(map(len, [*self._words, *self._acronyms]), default=0)

    def read(self, word: str, kinds: Collection[str] | None = None) -> tuple[CaseReading, ...]:
        """Return every reading of a word, of these kinds or of all."""
        small = self._letters.lower(word.translate(_APOSTROPHES))
        endings = _list_endings(small, self._longest)
        found = list(self._read_words(word, endings, kinds))
        if word[:2].isupper():
            found.extend(self._read_acronym(word, endings, kinds))
        head, tail = self._part_place(word) if kinds is None or "place" in kinds else (word, "")
        if tail:
            wholes = (one._replace(base=one.base + tail) for one in self.read(head, ("place",)))
            found.extend(one for one in wholes if self._part_place(one.base)[1] == tail)
        for way in self._ways:
            found.extend(_read_way(way, found))
        if kinds is None or "derived" in kinds:
            found.extend(
                CaseReading(base, "derived", making.gender, None, (), way=making.what)
                for base, making in self._derived.undo(word)
            )
        return tuple(found)

    def _read_words(
        self, word: str, endings: Iterable[str], kinds: Collection[str] | None
    ) -> Iterator[CaseReading]:
        capitals = word.isupper()
        keys: dict[str, str | None] = {}
        for ending in endings:
            for entry in self._words.get(ending, ()):
                base = _undo(word, entry.undoing)
                if base not in keys:
                    keys[base] = self._find_key(base, capitals)
                if keys[base] == entry.undoing.key:
                    for template in self._fit(entry, base):
                        if kinds is None or template.kind in kinds:
                            yield CaseReading(base, *template)

    def _read_acronym(
        self, word: str, endings: Iterable[str], kinds: Collection[str] | None
    ) -> Iterator[CaseReading]:
        """Give acronyms; what is put to them is in small letters."""
        for ending in endings:
            for entry in self._acronyms.get(ending, ()):
                base = _undo(word, entry.undoing)
                put = word[len(word) - entry.undoing.strip :]
                if put == put.lower() and self._find_key(base, True) == entry.undoing.key:
                    for template in self._fit(entry, base):
                        if kinds is None or template.kind in kinds:
                            yield CaseReading(base, *template)

    def _find_key(self, base: str, capitals: bool) -> str | None:
        """Return the ending that tells how a base form declines; None if it can be none."""
        if len(base) < _LEAST or (base.isupper() and not capitals):
            return None
        return self._paradigms.find_key(self._letters.lower(base))

    def _fit(self, entry: Entry, base: str) -> tuple[Template, ...]:
        """Return how a form is one of a base form: by its letters, else by how it may sound."""
        filled = entry.undoing.filled
        if filled:
            small = self._letters.lower(base)
            if any(self._letters.fill(key, small) != letter for key, letter in filled):
                return entry.by_sound
        return entry.templates


class _Unmaking:
    """What a language makes of names before they decline, or derives from them, undone."""

    def __init__(self, name: str, table: EndingTable[Making], letters: Orthography) -> None:
        self.name = name
        self._table = table
        self._letters = letters
        self._made = index_makings(table, letters)
        self._longest = max(map(len, self._made), default=0)
        self._made_once = name != "derived"  # derived words are not written: all blocks hold

    def undo(self, word: str) -> Iterator[tuple[str, Making]]:
        """Give each name of which a word was made, and by which block."""
        small = self._letters.lower(word.translate(_APOSTROPHES))
        for start in range(max(0, len(small) - self._longest), len(small)):
            for undoing, making in self._made.get(small[start:], ()):
                base = _undo(word, undoing)
                if len(base) >= _LEAST and (
                    not self._made_once
                    or self._table.find_key(self._letters.lower(base)) == undoing.key
                ):
                    yield base, making


def _read_way(way: _Unmaking, found: Iterable[CaseReading]) -> Iterator[CaseReading]:
    """Give the names of which the language has made those that were read."""
    bases: dict[str, list[tuple[str, Making]]] = {}
    for one in list(found):
        if one.way or one.number or one.kind == ACRONYM:
            continue
        if way.name == "feminine" and one.kind != "family":
            continue
        if one.base not in bases:
            bases[one.base] = list(way.undo(one.base))
        for base, making in bases[one.base]:
            gender: Gender = making.gender or "f"
            if one.gender in (None, gender):
                yield one._replace(base=base, gender=gender, way=way.name)


def _list_endings(small: str, longest: int) -> list[str]:
    """Return the endings of a word in small letters; of whole words with their mark."""
    starts = [0, *(place + 1 for place, letter in enumerate(small) if letter in " -")]
    endings = [small[start:] for start in range(max(0, len(small) - longest), len(small))]
    return [*(START + small[start:] for start in starts), *endings, ""]


def _undo(word: str, undoing: Undoing) -> str:
    """Return the base form, with the capitals of the word."""
    stem = word[: len(word) - undoing.strip]
    if not undoing.add:
        return stem
    if word.isupper() and len(word) > 1:
        return stem + undoing.add.upper()
    if " " not in undoing.add:
        return stem + undoing.add if stem else undoing.add.capitalize()
    words = zip((stem + undoing.add).split(" "), word.split(" "), strict=False)
    return " ".join(_write_like(one, was) for one, was in words)


def _write_like(word: str, was: str) -> str:
    """Return a word in small letters with the capitals of another."""
    if word == was.lower():
        return was
    return word[:1].upper() + word[1:] if was[:1].isupper() else word


@cache
def load_case_reader(lang: str) -> CaseReader:
    """Return the reader of a language. Raises LanguageError for an unknown code."""
    return CaseReader(load_declension(lang))


def read_case_in_text(
    word: str, lang: str, kinds: Collection[str] | None = None
) -> tuple[CaseReading, ...]:
    """Return the names of which a word can be a case where its text may have it from a neighbour.

    As `read_case`, by the paradigms of the language and of its `neighbours`: a Russian text has
    *Зеленським* from a Ukrainian one.

    >>> one = read_case_in_text("Зеленським", "ru", {"family"})[0]
    >>> one.base, one.cases
    ('Зеленський', ('ins',))
    """
    found = read_case(word, lang, kinds)
    neighbours = find_language(lang).neighbours
    if not neighbours:
        return found
    own = frozenset(found)
    more = (
        one._replace(neighbour=other)
        for other in neighbours
        for one in read_case(word, other, kinds)
        if one not in own
    )
    return (*found, *more)


def read_case(
    word: str, lang: str, kinds: Collection[str] | None = None
) -> tuple[CaseReading, ...]:
    """Return the names of which a word of a text can be a case, and how.

    Each is confirmed: `decline` gives the word for it. A word that is no case of a name has
    readings too (*Kota*, of Kot, and of Kota); which of the names there are, is not asked.

    Args:
        word: One word, or a name of several whose last bears the ending.
        lang: The code of the language that it stands in.
        kinds: The kinds to read, and `derived`; all if not given.

    Raises LanguageError for an unknown language.

    >>> [one.cases for one in read_case("Putinem", "pl", {"family"}) if one.base == "Putin"]
    [('ins',)]
    """
    return _read_case(word, lang, None if kinds is None else frozenset(kinds))


@lru_cache(maxsize=4096)  # a word of a text is asked for from several sides
def _read_case(word: str, lang: str, kinds: frozenset[str] | None) -> tuple[CaseReading, ...]:
    return load_case_reader(lang).read(word, kinds)
