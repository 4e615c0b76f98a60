"""Which blocks of a language fit a name, by its ending: one look-up for each length."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from translit.languages.language import Language
from translit.languages.paradigm import CLASSES, WHOLE

T = TypeVar("T")
START = "^"
_BEFORE_A_WORD = " -"
_MARKED = [chr(code) for code in range(0xC0, 0x250)]  # Latin letters with a mark, and some others
_DOTTED = str.maketrans({"İ": "i", "I": "ı"})


class Orthography:
    """The letters of a language: its small ones, the classes of sounds, harmony."""

    def __init__(self, language: Language) -> None:
        self._dotted = language.casing == "dotted"
        self._harmony = language.harmony_after
        self._classes = {key: _add_marked(key, language.sounds) for key in ("C", "V")}
        self._classes["any"] = ("",)

    def lower(self, text: str) -> str:
        """Return a text in small letters, as many as it had."""
        if self._dotted:
            text = text.translate(_DOTTED)
        return text.replace("İ", "i").lower()

    def upper(self, text: str) -> str:
        """Return a text in capitals: Turkish *HÜSEYİN* of *Hüseyin*."""
        return (text.replace("i", "İ") if self._dotted else text).upper()

    def list_keys(self, after: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Give the endings that are meant, small, and whether by a class; a word has a mark."""
        for one in after:
            if one in CLASSES:
                yield from ((letter, True) for letter in self._classes[one])
            else:
                whole = one[0].isupper() and len(one) > 1
                yield (START if whole else "") + self.lower(one), False

    def list_letters(self, key: str) -> tuple[str, ...]:
        """Return what a letter in braces can be, but the last letter of a name."""
        return tuple(dict.fromkeys(self._harmony[key].values()))

    def fill(self, key: str, name: str) -> str:
        """Return what a letter in braces is after a name in small letters."""
        after = self._harmony.get(key)
        if after is None:
            return name[-1:]
        return next((after[letter] for letter in reversed(name) if letter in after), after[""])

    def harmonizes(self, key: str) -> bool:
        """Whether a letter in braces goes by the vowels of a name."""
        return key in self._harmony


def _add_marked(key: str, sounds: Mapping[str, str]) -> tuple[str, ...]:
    """Return the letters of a class, with those that are one of them with a mark."""
    known = set().union(*sounds.values())
    letters = sounds.get(key, "")
    more = [
        letter
        for letter in _MARKED
        if letter not in known and unicodedata.normalize("NFD", letter)[0] in letters
    ]
    return (*letters, *more)


@dataclass(frozen=True, slots=True)
class Fitting(Generic[T]):
    """A block that fits a name by an ending: its length, and whether a class of sounds has it."""

    length: int
    by_class: bool
    whole_word: bool
    block: T

    @property
    def rank(self) -> int:
        """The longest is least; a whole word is longer than an ending of its letters."""
        return -self.length - self.whole_word


class EndingTable(Generic[T]):
    """Blocks by the endings that they fit; the longest ending of a name tells all that fit."""

    def __init__(self, letters: Orthography, blocks: Iterable[tuple[tuple[str, ...], T]]) -> None:
        own: dict[str, list[Fitting[T]]] = {}
        for after, block in blocks:
            for key, by_class in letters.list_keys(after):
                whole = key.startswith(START)
                fitting = Fitting(len(key) - whole, by_class, whole, block)
                own.setdefault(key, []).append(fitting)
        self._longest = max(map(len, own), default=0)
        self.by_key = {key: _join_fitting(own, key) for key in own}

    def find_key(self, name: str) -> str | None:
        """Return the longest ending of a name in small letters that any block is for."""
        size = len(name)
        keys = self.by_key
        for start in range(max(0, size - self._longest), size):
            ending = name[start:]
            if start == 0 or name[start - 1] in _BEFORE_A_WORD:
                whole = START + ending
                if whole in keys:
                    return whole
            if ending in keys:
                return ending
        return "" if "" in keys else None


def _join_fitting(own: Mapping[str, list[Fitting[T]]], key: str) -> tuple[Fitting[T], ...]:
    bare = key.removeprefix(START)
    fits = list(own[key]) if key != bare else []
    for start in range(len(bare) + 1):
        fits.extend(own.get(bare[start:], ()))
    return tuple(sorted(fits, key=lambda one: (one.rank, one.by_class)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form: what of a name stays, and what is put to it; letters in braces by their keys."""

    whole: bool
    parts: tuple[str, ...]
    """Texts and keys in turn."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The letters in braces."""
        return self.parts[1::2]

    def spell(self, letters: Iterable[str]) -> str:
        """Return what is put to the name, with these letters in its braces."""
        parts = list(self.parts)
        parts[1::2] = letters
        return "".join(parts)


@cache
def read_pattern(form: str) -> Pattern:
    """Read a form of a file."""
    whole = form.startswith(WHOLE)
    rest = form.removeprefix(WHOLE).replace("}", "{")
    return Pattern(whole, tuple(rest.split("{")))
