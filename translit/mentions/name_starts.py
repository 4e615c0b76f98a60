"""What one word can start: a name by itself, the first word of a longer one, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from translit.lexicon import Lexicon, fold_phrase
from translit.mentions.damage import propose
from translit.mentions.inflected import find_bases
from translit.mentions.words import list_keys, list_word_forms
from translit.schemes import fold

_MOST_WORDS = 1 << 16
_SHORTEST_PLURAL = 3


@dataclass(frozen=True, slots=True)
class Rest:
    """How a name of several words goes on: with one of `keys`, or a spelling of one of `words`."""

    keys: frozenset[str] = frozenset()
    words: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.keys or self.words)


@dataclass(frozen=True, slots=True)
class NameStart:
    """What a word can start: a name by itself, or a longer one that has a `rest`.

    `small_rest` is that part of it that is written with a small letter.
    """

    is_name: bool = False
    rest: Rest = Rest()
    small_rest: Rest = Rest()


NOTHING = NameStart()


class NameStarts:
    """What words can start, remembered for so many words; thread-safe."""

    def __init__(self, lexicon: Lexicon, *, repairs: bool) -> None:
        self._lexicon = lexicon
        self._repairs = repairs
        self.find = lru_cache(maxsize=_MOST_WORDS)(self._find)

    def _find(self, word: str) -> NameStart:
        """Return what a word of a text can start, whatever stands beside it."""
        keys = [key for key in _list_all_keys(word) if not self._lexicon.is_blank(key)]
        if not keys:
            return NOTHING
        rest, small_rest = self._find_rest(keys)
        is_name = any(self._is_name(key, word) for key in keys)
        return NameStart(is_name, rest, small_rest) if is_name or rest else NOTHING

    def _is_name(self, key: str, word: str) -> bool:
        lexicon = self._lexicon
        if lexicon.is_anchor(key, whole=True) or lexicon.is_alias(key):
            return True
        if any(True for _ in find_bases(lexicon, key)):
            return True
        return self._repairs and not word.isupper() and propose(lexicon, key) is not None

    def _find_rest(self, keys: Iterable[str]) -> tuple[Rest, Rest]:
        follow: set[str] = set()
        small: set[str] = set()
        words: set[tuple[str, str]] = set()
        small_words: set[tuple[str, str]] = set()
        for key in keys:
            one, other = self.find_next_keys(key)
            follow |= one
            small |= other
            for _, known in self._lexicon.find_bearers(key) if self._lexicon.is_anchor(key) else ():
                for name in known.names:
                    core = name.core
                    words |= {(word.lang, word.text) for word in core[1:2]}
                    small_words |= {
                        (w.lang, w.text) for w in core[1:] if w.text in known.small_words
                    }
        return (
            Rest(frozenset(follow), frozenset(words)),
            Rest(frozenset(small), frozenset(small_words)),
        )

    def find_next_keys(self, phrase: str) -> tuple[set[str], set[str]]:
        """Return the keys with which aliases go on after a folded phrase: all, and the small."""
        follow, small = set(), set()
        at = phrase.count(" ") + 1
        for alias in self._lexicon.list_aliases(phrase):
            words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
            follow.add(fold(words[at]))
            if not words[at][0].isupper():
                small.add(fold(words[at]))
        return follow, small

    def goes_on(self, rest: Rest, word: str) -> bool:
        """Tell whether a name that has this rest may go on with a word."""
        for key in _list_all_keys(word):
            if key in rest.keys:
                return True
            found = self._lexicon.find_spellings(key) if rest.words else ()
            if any((one.word.lang, one.word.text) in rest.words for one in found):
                return True
        return False


def _list_all_keys(word: str) -> Iterable[str]:
    """Give the keys of a word, also as a plural, for which the word before must say *the*."""
    if word.isascii() and word.isalpha():
        keys = [word.lower()]
    else:
        keys = [form.key for form in list_word_forms(word)]
    if word[-1] in "sS" and len(word) > _SHORTEST_PLURAL:
        keys += list_keys(word[:-1])
    return keys


def fold_words(words: Iterable[str]) -> str:
    """Return the key of a phrase that stands in these words."""
    return fold_phrase(" ".join(words))
