"""Heard: names that are written by ear in the letters of the text's language.

Whoever hears Ukrainian writes *Чернивци, Днипро* in Russian letters; and whoever has such a form
before him declines it by his own language, *во Львиве*, or as it is declined there, *из Чернивцив*.
Whoever has an English text before him makes *Бейджинг* of Beijing, and *Хирошима*.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import product

from translit.forms import is_heard
from translit.languages import (
    NOMINATIVE,
    UNTOLD,
    CaseReading,
    decline,
    find_language,
    find_way_abroad,
    read_case,
)
from translit.lexicon import BEARER, LATIN, OFTEN, Known, Lexicon, Spelling
from translit.schemes import fold
from translit.tables import spell_out

_KINDS = frozenset({"family", "place"})
_GIVEN = frozenset({"given"})
_MOST = 64  # ways to read a word in a neighbour's letters
_MOST_STEPS = 1024  # to all the ways to read one in Latin letters
_LEAST = 3  # letters
_LONG = 7  # letters, by which a word can hardly be another
_GAPS = re.compile(r"[\s-]")
_DOUBLED = re.compile(r"(.)\1")

Letters = Mapping[str, Sequence[str]]
Heard = tuple[CaseReading, Spelling, Known]


class HeardReader:
    """Reads such spellings in the text of one language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._language = find_language(lang)
        tables = self._language.by_ear
        self._neighbours = [one for one in tables if not find_language(one).is_latin]
        self._abroad = [tables[one] for one in tables if find_language(one).is_latin]
        self._spell_abroad = lru_cache(maxsize=1 << 12)(self._find_abroad)
        self._longest = max((len(key) for table in self._abroad for key in table), default=0)

    def list_bases(self, word: str, reads: Sequence[CaseReading]) -> Iterator[Heard]:
        """Give the names that a word may be by ear: as that of the name declines it, else as its
        own language does, of which `reads` are the readings."""
        reads = tuple(dict.fromkeys(reads))
        for found, base in self._list_bases(word, reads):
            read, _, known = found
            if known.entity.kind == "person":
                if not self._is_own(read.base, known):
                    yield found
            elif not base or (self._may_be_place(word) and self._may_be_place(base)):
                yield found

    def _list_bases(self, word: str, reads: Sequence[CaseReading]) -> Iterator[tuple[Heard, str]]:
        """Give such names, and the word that is heard so; nothing for a neighbour's, as it is in
        no case."""
        for lang in self._neighbours:
            seen = set()
            for read in self._hear_case(word, lang, _KINDS):
                for found in self._find(read, read.base, lang):
                    seen.add(found[2].id)
                    yield found, "" if NOMINATIVE in read.cases else word
            for read, base in self._hear_bases(reads, lang):
                for found in self._find(read, base, lang):
                    is_left = base != read.base == word and self._wavers(read)
                    if is_left or found[2].id not in seen:
                        yield found, read.base
        for read in (one for one in reads if not one.neighbour):
            for spelling, known in self.list_abroad(read.base):
                if _is_of_kind(read, known):
                    yield (read, spelling, known), read.base

    def _wavers(self, read: CaseReading) -> bool:
        """Tell whether a name may be left in no case, or not: *в Днипро* may be *в Днипре*."""
        if read.kind != "place":
            return False
        forms = decline(read.base, self._language.code, "place")
        return any(read.base in listed[:1] and len(listed) > 1 for listed in forms.values())

    def _may_be_place(self, word: str) -> bool:
        """Tell whether a word can hardly be another: *Жилин* is no Jilin."""
        return len(word) >= _LONG or not self._lexicon.find_listed(fold(word)) & OFTEN

    def _hear_case(self, word: str, lang: str, kinds: Set[str]) -> Iterator[CaseReading]:
        """Give how a word may be a case by the grammar of a neighbour."""
        for one in self._hear(word, lang):
            yield from read_case(one, lang, kinds)

    def _hear_bases(
        self, reads: Iterable[CaseReading], lang: str
    ) -> Iterator[tuple[CaseReading, str]]:
        """Give what the base forms of a word may have been heard of."""
        for read in reads:
            for base in self._hear(read.base, lang):
                yield read, base

    def _hear(self, word: str, lang: str) -> Sequence[str]:
        return _list_heard(word, tuple(self._language.by_ear[lang].items()))

    def find_given(self, word: str, known: Known) -> tuple[str, Spelling, tuple[str, ...]] | None:
        """Return a given name of a person that a word may be by ear: its base form, and the cases
        in which the word has it."""
        roots = known.find_roots("given", self._language.code)
        found = [
            (read, spelling)
            for read, spelling in self._list_given(word, known)
            if read.gender in (None, known.entity.gender)
            and not roots.isdisjoint(spelling.word.roots)
            and not self._is_own(read.base, known)
        ]
        for first, spelling in found[:1]:
            cases = (case for read, _ in found if read.base == first.base for case in read.cases)
            return first.base, spelling, tuple(dict.fromkeys(cases))
        return None

    def _list_given(self, word: str, known: Known) -> Iterator[tuple[CaseReading, Spelling]]:
        reads = read_case(word, self._language.code, _GIVEN)
        # Of a name that both languages hear, *Эммануэль* is as good as *Эмманюэль*.
        is_read = find_way_abroad(next(iter(known.entity.native), UNTOLD)) == "derived"
        for lang in self._neighbours if is_read else ():
            for read in self._hear_case(word, lang, _GIVEN):
                for spelling in self._list_spellings(read.base, lang):
                    yield read, spelling
            for read, base in self._hear_bases(reads, lang):
                for spelling in self._list_spellings(base, lang):
                    yield read, spelling
        for read in reads:
            for spelling in self.list_given_abroad(read.base, known):
                yield read, spelling

    def _list_spellings(self, word: str, lang: str) -> Iterator[Spelling]:
        for spelling in self._lexicon.find_spellings(fold(word)):
            if spelling.word.lang == lang and not spelling.schemes:
                yield spelling

    def list_given_abroad(self, base: str, known: Known) -> Iterator[Spelling]:
        """Give the English spellings of a person's given name that a word may be by ear."""
        name = known.entity.name
        if isinstance(name, str) or not self._abroad or not self._is_foreign(base, known):
            return
        wanted = fold(_GAPS.sub("", name.given))
        if wanted in self._spell_abroad(base):
            yield from self._list_spellings(wanted, LATIN)

    def list_abroad(self, base: str) -> Iterator[tuple[Spelling, Known]]:
        """Give the names, in their English spelling, that a word may be by ear: *Бейджинг*.

        Only of what papers hear and cannot read, for which the language has another form.
        """
        if self._abroad and len(base) >= _LEAST:
            for key in self._spell_abroad(base):
                for spelling, known in self._lexicon.find_bearers(key):
                    is_name = spelling.word.lang == LATIN and any(
                        name.source == "name" and len(name.core) == 1
                        for name in known.find_names(spelling.word)
                    )
                    if is_name and self._is_foreign(base, known):
                        yield spelling, known

    def _is_foreign(self, base: str, known: Known) -> bool:
        """Tell whether the language has surely heard a name otherwise."""
        return is_heard(known) and self._is_own(base, known) is False

    def _is_own(self, base: str, known: Known) -> bool | None:
        """Tell whether the language has a name so, but for what it wavers in; None if none."""
        own = {*known.list_words(self._language.code), *self._list_printed(known)}
        return self._blur(base) in map(self._blur, own) if own else None

    def _list_printed(self, known: Known) -> Sequence[str]:
        """Return the words that a row says the language prints."""
        name = known.entity.names.get(self._language.code)
        return _GAPS.split(spell_out(name)) if name is not None else ()

    def _blur(self, word: str) -> str:
        """Return a word without what papers of the language waver in: *Асад, Ассад*."""
        return _DOUBLED.sub(r"\1", self._language.unify_wavering(fold(word)))

    def _find_abroad(self, word: str) -> Sequence[str]:
        """Return the words that the tables know, folded, as which a word may be heard."""
        small = _GAPS.sub("", word.lower())
        found: list[str] = []
        for letters in self._abroad:
            ways, steps = [("", 0)], 0
            while ways and steps < _MOST_STEPS:
                steps += 1
                key, at = ways.pop()
                if at == len(small):
                    if self._lexicon.find_facts(key):
                        found.append(key)
                    continue
                for length in range(1, min(self._longest, len(small) - at) + 1):
                    for heard in _find_letters(letters, small[at : at + length]):
                        if self._lexicon.starts_word(key + heard):
                            ways.append((key + heard, at + length))
        return tuple(dict.fromkeys(found))

    def _find(self, read: CaseReading, base: str, lang: str) -> Iterator[Heard]:
        key = fold(base)
        if self._lexicon.find_facts(key) & BEARER:
            for spelling, known in self._lexicon.find_bearers(key):
                is_spelled = spelling.word.lang == lang and not spelling.schemes
                if is_spelled and _is_of_kind(read, known):
                    yield read, spelling, known


def _find_letters(letters: Letters, written: str) -> Sequence[str]:
    """Return as what letters are heard; one for which nothing is given is silent."""
    return letters[written] or ("",) if written in letters else ()


def _is_of_kind(read: CaseReading, known: Known) -> bool:
    return (read.kind == "family") == (known.entity.kind == "person")


@lru_cache(maxsize=1 << 12)
def _list_heard(word: str, by_ear: tuple[tuple[str, tuple[str, ...]], ...]) -> Sequence[str]:
    """Return what a word may have been heard of; nothing if it may be too much.

    >>> _list_heard("Львив", (("и", ("і", "ї")),))
    ('Львів', 'Львїв')
    """
    letters = dict(by_ear)
    choices = [(letter, *letters.get(letter, ())) for letter in word]
    count = 1
    for one in choices:
        count *= len(one)
    if not 1 < count <= _MOST:
        return ()
    return tuple("".join(one) for one in product(*choices))[1:]
