"""Countries: of which ones the words around a name speak."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from translit.lexicon import WHOLE, Known, Lexicon, Speech, Spelling, is_printed
from translit.page.words import LONGEST_WORD, WORD
from translit.schemes import APOSTROPHES, fold

Ids = frozenset[str]

_APOSTROPHE = re.compile(f"[{re.escape(APOSTROPHES)}]")
_NONE: Ids = frozenset()
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5  # letters after the stem of an adjective or a people
_LONGEST_NAME = 4  # words
_MOST_WORDS = 1 << 15


class Countries:
    """Tells of which countries words of a language speak; thread-safe, what it remembers bounded.

    >>> from translit.lexicon import open_lexicon
    >>> lexicon = open_lexicon((), default_tables=True)
    >>> countries = Countries(lexicon, lexicon.load_speech("de"))
    >>> sorted(countries.find_all("die ukrainische Armee vor Minsk"))
    ['belarus', 'ukraine']
    """

    def __init__(self, lexicon: Lexicon, speech: Speech) -> None:
        self._lexicon = lexicon
        self._speech = speech
        self._words: dict[str, Ids] = {}
        self._longer = {name.split()[0] for name in speech.country_names if " " in name}

    def find_all(self, text: str) -> Ids:
        """Return the ids of the countries of which a text speaks.

        That is by their names, adjectives and peoples, or by a name of what lies in them.
        """
        words = [word for word in WORD.findall(text) if len(word) <= LONGEST_WORD]
        return _NONE.union(*map(self.find, words), *self._find_longer(words))

    def find(self, word: str) -> Ids:
        """Return the countries of which one word speaks."""
        if len(word) > LONGEST_WORD:
            return _NONE
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words = {}
            parts = _APOSTROPHE.split(word)  # *Ukraine's*, *l’Ukraine*
            found = self._words[word] = _NONE.union(*map(self._look_up, parts))
        return found

    def _find_longer(self, words: Sequence[str]) -> Iterator[Ids]:
        """Give the countries whose names are of several words: *Saudi Arabia*."""
        names = self._speech.country_names
        for at, word in enumerate(words):
            if fold(word) in self._longer:
                keys = [fold(one) for one in words[at : at + _LONGEST_NAME]]
                for length in range(2, len(keys) + 1):
                    yield names.get(" ".join(keys[:length]), _NONE)

    def _look_up(self, word: str) -> Ids:
        key = fold(word)
        speech = self._speech
        found = speech.country_names.get(key, _NONE)
        for length in range(max(_SHORTEST_STEM, len(key) - _LONGEST_ENDING), len(key) + 1):
            found |= speech.country_stems.get(key[:length], _NONE)
        if found or word[:1].islower():
            return found
        return self._find_bearers(word, key)

    def _find_bearers(self, word: str, key: str) -> Ids:
        """Return the countries in which everybody and everything is that a name may surely name."""
        if not self._lexicon.find_facts(key) & WHOLE:
            return _NONE
        sure = [
            frozenset(known.countries)
            for spelling, known in self._lexicon.find_bearers(key)
            if known.countries and self._is_sure(spelling, known, word)
        ]
        return reduce(frozenset.__and__, sure) if sure else _NONE

    def _is_sure(self, spelling: Spelling, known: Known, word: str) -> bool:
        if not known.entity.alone or spelling.word.is_acronym:
            return False
        is_whole = any(len(name.core) == 1 for name in known.find_names(spelling.word))
        return is_whole and is_printed(spelling, word, self._speech.code)
