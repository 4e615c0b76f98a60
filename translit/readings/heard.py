"""Heard: names that are written by ear in the letters of a neighbour: *Львив* in Russian.

Whoever hears Ukrainian writes *Чернивци, Днипро* in Russian letters; and whoever has such a form
before him declines it by his own language, *во Львиве*, or as it is declined there, *из Чернивцив*.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from translit.languages import CaseReading, find_language, read_case
from translit.lexicon import BEARER, Known, Lexicon, Spelling
from translit.schemes import fold

_KINDS = frozenset({"family", "place"})
_MOST = 64  # ways to read a word


class HeardReader:
    """Reads such spellings in the text of one language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._lang = lang
        self._by_ear = find_language(lang).by_ear

    def list_bases(
        self, word: str, reads: Sequence[CaseReading]
    ) -> Iterator[tuple[CaseReading, Spelling, Known]]:
        """Give the names that a word may be by ear: as that of the name declines it, else as its
        own language does, of which `reads` are the readings."""
        for lang in self._by_ear:
            seen = set()
            for one in self._hear(word, lang):
                for read in read_case(one, lang, _KINDS):
                    for found in self._find(read, read.base, lang):
                        seen.add(found[2].id)
                        yield found
            for read in dict.fromkeys(reads):
                for base in self._hear(read.base, lang):
                    for found in self._find(read, base, lang):
                        if found[2].id not in seen:
                            yield found

    def _hear(self, word: str, lang: str) -> Sequence[str]:
        return _list_heard(word, tuple(self._by_ear[lang].items()))

    def _find(
        self, read: CaseReading, base: str, lang: str
    ) -> Iterator[tuple[CaseReading, Spelling, Known]]:
        key = fold(base)
        if self._lexicon.find_facts(key) & BEARER:
            for spelling, known in self._lexicon.find_bearers(key):
                if spelling.word.lang == lang and not spelling.schemes:
                    yield read, spelling, known


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
