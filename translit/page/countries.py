"""Countries: of which ones the words around a name speak."""

from collections.abc import Iterator, Sequence
from functools import reduce

from translit.lexicon import WHOLE, Known, Lexicon, Speech, Spelling, is_printed
from translit.page.words import Form, Vocabulary, Word

Ids = frozenset[str]

_NONE: Ids = frozenset()
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5  # letters after the stem of an adjective or a people
_LONGEST_NAME = 4  # words
_MOST_REMEMBERED = 1 << 15


class Countries:
    """Tells of which countries words of a language speak; thread-safe, what it remembers bounded.

    >>> from translit.lexicon import open_lexicon
    >>> lexicon = open_lexicon((), default_tables=True)
    >>> german = lexicon.load_speech("de")
    >>> countries = Countries(lexicon, german, Vocabulary(lexicon, german))
    >>> sorted(countries.find_all("die ukrainische Armee vor Minsk"))
    ['belarus', 'ukraine']
    """

    def __init__(self, lexicon: Lexicon, speech: Speech, vocabulary: Vocabulary) -> None:
        self._lexicon = lexicon
        self._speech = speech
        self._vocabulary = vocabulary
        self._words: dict[str, Ids] = {}
        self._runs: dict[str, Ids] = {}
        self._longer = {name.split()[0] for name in speech.country_names if " " in name}

    @property
    def are_in_runs(self) -> bool:
        """Whether all words that speak of a country have a capital, so that they are in runs."""
        return not self._speech.writes_peoples_small

    def find_all(self, text: str, start: int = 0, stop: int | None = None) -> Ids:
        """Return the ids of the countries of which a text speaks between two code points.

        That is by their names, adjectives and peoples, or by a name of what lies in them.
        """
        end = len(text) if stop is None else stop
        words, _, _ = self._vocabulary.cut(text, [(start, end)])
        return _NONE.union(*map(self._find, words), *self._find_longer(words))

    def find_in_run(self, run: str) -> Ids:
        """Return what `find_all` does of a run, which is remembered: most are met again."""
        found = self._runs.get(run)
        if found is None:
            if len(self._runs) >= _MOST_REMEMBERED:
                self._runs = {}
            found = self._runs[run] = self.find_all(run)
        return found

    def _find(self, word: Word) -> Ids:
        found = self._words.get(word.text)
        if found is None:
            if len(self._words) >= _MOST_REMEMBERED:
                self._words = {}
            heard = (self._look_up(word, form) for form in word.forms)
            found = self._words[word.text] = _NONE.union(*heard)
        return found

    def _find_longer(self, words: Sequence[Word]) -> Iterator[Ids]:
        """Give the countries whose names are of several words: *Saudi Arabia*."""
        names = self._speech.country_names
        for at, word in enumerate(words):
            if word.key in self._longer:
                keys = [one.forms[0].key for one in words[at : at + _LONGEST_NAME]]
                for length in range(2, len(keys) + 1):
                    yield names.get(" ".join(keys[:length]), _NONE)

    def _look_up(self, word: Word, form: Form) -> Ids:
        speech, key = self._speech, form.key
        is_small = word.text[:1].islower()
        if is_small and not speech.writes_peoples_small:
            return _NONE
        found = speech.country_names.get(key, _NONE)
        for length in range(max(_SHORTEST_STEM, len(key) - _LONGEST_ENDING), len(key) + 1):
            found |= speech.country_stems.get(key[:length], _NONE)
        return found if found or is_small else self._find_bearers(word.text[: form.cut], key)

    def _find_bearers(self, written: str, key: str) -> Ids:
        """Return the countries in which everybody and everything is that a name may surely name."""
        if not self._lexicon.find_facts(key) & WHOLE:
            return _NONE
        sure = [
            frozenset(known.countries)
            for spelling, known in self._lexicon.find_bearers(key)
            if known.countries and self._is_sure(spelling, known, written)
        ]
        return reduce(frozenset.__and__, sure) if sure else _NONE

    def _is_sure(self, spelling: Spelling, known: Known, written: str) -> bool:
        if not known.entity.alone or spelling.word.is_acronym:
            return False
        is_whole = any(len(name.core) == 1 for name in known.find_names(spelling.word))
        return is_whole and is_printed(spelling, written, self._speech.code)
