"""Starts: whether a name can start with a word at all, asked once of each word."""

from collections.abc import Iterable
from typing import Final

from translit import lexicon
from translit.lexicon import Lexicon, Speech
from translit.page import CAPITAL, ORDINARY, UPPER, Columns, Word
from translit.readings.cases import find_families, find_singular, list_bases
from translit.readings.damage import propose
from translit.readings.declined import DeclinedReader
from translit.schemes import APOSTROPHES, fold

NAME: Final = 1 << 0  # some name is found by it
ALIAS: Final = 1 << 1  # it is an alias, or opens one
CASE: Final = 1 << 2  # it may be a case of a family name
DAMAGED: Final = 1 << 3  # it may be a damaged name
PLURAL: Final = 1 << 4  # it may be a plural after *the*
HYPHENED: Final = 1 << 5  # with what a hyphen joins to it, it is a name: *Kuang-chou*

MOST_SYLLABLES: Final = 3  # that hyphens part: *Shih-chia-chuang*

_ALIASES = lexicon.ALIAS | lexicon.OPENS_ALIAS
_MOST_WORDS = 1 << 16
_SHORTEST_CASE = 5
# What another reading explains is no damage.
_EXPLAINED = lexicon.ORDINARY | lexicon.KNOWN_WORD | lexicon.SPELLED


class Starts:
    """What words can start, remembered; thread-safe. With `damage`, damaged names too."""

    def __init__(
        self, source: Lexicon, speech: Speech, declined: DeclinedReader | None, *, damage: bool
    ) -> None:
        self._lexicon = source
        self._declined = declined
        self._damage = damage
        self._lang = speech.code
        self._drops_cases = speech.drops_cases
        self._speech = speech
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

    def find_all(self, columns: Columns) -> list[int]:
        """Return the bits of each word; of one before a hyphen also what it starts with others."""
        starts = [self.find(word) for word in columns.words]
        for at in range(len(starts) - 1) if columns.has_hyphen else ():
            if columns.is_hyphened(at + 1) and columns.words[at].is_capital:
                starts[at] |= HYPHENED * any(
                    self._lexicon.find_facts(key) & lexicon.BEARER
                    for key in columns.list_hyphened(at, MOST_SYLLABLES)
                )
        return starts

    def _find(self, word: Word) -> int:
        if not word.facts & CAPITAL:
            return 0
        every = 0
        for facts in self._list_facts(word):
            every |= facts
        named = every | word.known  # *Partij van de Regio's* is no possessive, nor *People's*
        found = NAME * bool(named & lexicon.BEARER) | ALIAS * bool(named & _ALIASES)
        if self._drops_cases and self._may_be_plural(word):
            found |= PLURAL
        if self._drops_cases and len(word.key) >= _SHORTEST_CASE and self._may_be_case(word):
            found |= CASE
        if self._declined is not None and self._declined.may_be_case(word):
            found |= CASE
        may_be_damaged = self._damage and not (
            every & _EXPLAINED or word.facts & (UPPER | ORDINARY) or self._has_joint(word)
        )
        if may_be_damaged and any(
            propose(self._lexicon, form.key, self._lang) for form in word.forms
        ):
            found |= DAMAGED
        return found

    def _has_joint(self, word: Word) -> bool:
        """Tell whether a case may follow a name: Turkish *Zelensky'yi*, in which none is a slip."""
        is_declined = self._declined is not None
        return is_declined and any(letter in APOSTROPHES for letter in word.text)

    def _list_facts(self, word: Word) -> Iterable[int]:
        if len(word.forms) == 1 and word.forms[0].cut == len(word.text):
            return (word.known,)
        return [self._lexicon.find_facts(form.key) for form in word.forms]

    def _may_be_plural(self, word: Word) -> bool:
        if not word.key.endswith(self._speech.plurals):
            return False
        find_facts = self._lexicon.find_facts
        return any(find_facts(form.key) & (lexicon.BEARER | lexicon.ALIAS) for form in word.plurals)

    def _may_be_case(self, word: Word) -> bool:
        if self._lexicon.is_case(word.forms[0].key):
            return bool(list_bases(self._lexicon, word.forms[0].key))
        singular = find_singular(word, self._speech)
        if not singular or word.spellings:
            return False
        if not self._lexicon.find_facts(singular) & lexicon.PERSONS_FAMILY:
            return False
        return any(True for _ in find_families(self._lexicon, singular))

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
