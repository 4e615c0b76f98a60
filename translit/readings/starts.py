"""Starts: whether a name can start with a word at all, asked once of each word."""

from typing import Final

from translit.lexicon import Lexicon
from translit.page import CAPITAL, UPPER, Word
from translit.readings.cases import find_families, list_bases
from translit.readings.damage import propose
from translit.schemes import fold

NAME: Final = 1 << 0  # some name is found by it
ALIAS: Final = 1 << 1  # it is an alias, or opens one
CASE: Final = 1 << 2  # it may be a case of a family name
DAMAGED: Final = 1 << 3  # it may be a damaged name
PLURAL: Final = 1 << 4  # it may be a plural after *the*

_MOST_WORDS = 1 << 16
_SHORTEST_CASE = 5


class Starts:
    """What words can start, remembered; thread-safe. With `damage`, damaged names too."""

    def __init__(self, lexicon: Lexicon, *, damage: bool) -> None:
        self._lexicon = lexicon
        self._damage = damage
        self._known: dict[str, int] = {}
        self._small: dict[str, frozenset[str]] = {}

    def find(self, word: Word) -> int:
        """Return bits for what the word can start, whatever stands beside it."""
        found = self._known.get(word.text)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known = {}
            found = self._known[word.text] = self._find(word)
        return found

    def _find(self, word: Word) -> int:
        if not word.facts & CAPITAL:
            return 0
        lexicon = self._lexicon
        if all(lexicon.is_blank(form.key) for form in word.forms):
            return self._find_plural(word)
        found = self._find_plural(word)
        for form in word.forms:
            if lexicon.is_anchor(form.key):
                found |= NAME
            if lexicon.is_alias(form.key) or lexicon.starts_alias(form.key):
                found |= ALIAS
        if lexicon.is_alias(word.key) or lexicon.starts_alias(word.key):
            found |= ALIAS
        if len(word.key) >= _SHORTEST_CASE and self._may_be_case(word):
            found |= CASE
        if self._damage and not word.facts & UPPER:
            if any(propose(lexicon, form.key) for form in word.forms):
                found |= DAMAGED
        return found

    def _find_plural(self, word: Word) -> int:
        lexicon = self._lexicon
        for form in word.plurals:
            if lexicon.is_anchor(form.key) or lexicon.is_alias(form.key):
                return PLURAL
        return 0

    def _may_be_case(self, word: Word) -> bool:
        if list_bases(self._lexicon, word.forms[0].key):
            return True
        if word.text[-1] not in "sS" or word.spellings:
            return False
        return any(True for _ in find_families(self._lexicon, word.key[:-1]))

    def list_small_keys(self, phrase: str) -> frozenset[str]:
        """Return the keys of small words with which an alias goes on after a folded phrase."""
        found = self._small.get(phrase)
        if found is None:
            if len(self._small) >= _MOST_WORDS:
                self._small = {}
            found = self._small[phrase] = frozenset(self._read_small_keys(phrase))
        return found

    def _read_small_keys(self, phrase: str) -> set[str]:
        at = phrase.count(" ") + 1
        small = set()
        for alias in self._lexicon.list_aliases(phrase):
            words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
            if not words[at][0].isupper():
                small.add(fold(words[at]))
        return small
