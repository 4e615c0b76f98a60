"""Grouping: spellings that one original explains, found by keys and not two by two.

A spelling may be read in several ways. Which of them is meant is told by the others: the originals
that explain many spellings are likelier than those that explain one.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from translit.names.families import NUMBERS
from translit.names.finding import read_word, weigh_met
from translit.names.latin import weigh_latin
from translit.names.model import load_model
from translit.names.ranking import Candidate
from translit.names.sounds import find_letter_key
from translit.names.writing import writes
from translit.schemes import fold, load_scheme

# The weights of what is read, on the scale of those of Latin words.
_SHARPER = 2.0
_RARITY = -2.0
_LEAST_CHANCE = 0.04
_MOST = 3
_ROUNDS = 4
_LONELY = 0.05  # what a reading that no other spelling has is worth beside one that another has
_LONGEST_WORD = 40


class Relative(NamedTuple):
    """An original that a spelling may be of as well, in a language that is related."""

    chance: float
    text: str
    lang: str
    scheme: str


class NameReading(NamedTuple):
    """What a spelling may be of: an original, in small letters, of a language.

    Readings with the same `key` are one original, or what relatives of its language write for it.
    `chance` is the probability that it is meant, from 0.0 to 1.0, if the spelling is of any;
    `odds` the logarithm of how much likelier that is than a word of a language with Latin letters.
    `relatives` are other originals with the key that it may be, each with its share of the chance;
    `masks` the schemes that may have made the spelling, by the names of their families.
    """

    key: str
    text: str
    lang: str
    scheme: str
    chance: float
    odds: float
    relatives: tuple[Relative, ...] = ()
    masks: tuple[tuple[str, int], ...] = ()

    def may_be(self, original: "NameReading") -> bool:
        """Tell whether an original explains the spelling: it has no letters but those read."""
        return original.text in {self.text, *(one.text for one in self.relatives)}

    def find_maker(self, spelling: str, lang: str = "") -> str:
        """Return the convention that makes the spelling of a text: the id of its scheme.

        That of the text's language or another press is named before one that mixes two.
        """
        families = load_model().families
        ids = [
            scheme_id
            for name, mask in self.masks
            for scheme_id in families[NUMBERS[name]].list_ids_by_use(mask)
        ]
        ranked = sorted(ids, key=lambda one: _rank_scheme(one, lang))
        makers = (one for one in ranked if writes(load_scheme(one), self.text, spelling))
        return next(makers, self.scheme)


def _rank_scheme(scheme_id: str, lang: str) -> tuple[bool, bool, bool]:
    _, _, name = scheme_id.partition("/")
    return name.startswith("hybrid"), name != f"press-{lang}", not name.startswith("press-")


@lru_cache(maxsize=8192)
def read_name(
    word: str, lang: str = "", among: frozenset[str] = frozenset()
) -> tuple[NameReading, ...]:
    """Return what a Latin word may be of, likeliest first, at most three readings.

    `lang` is the language of the text; what another language puts to a name's end is not read.
    `among` are the codes of the languages that it may be of, if that is known.

    >>> [(one.text, one.lang) for one in read_name("Motuzianyk")]
    [('мотузяник', 'uk')]
    """
    if len(word) > _LONGEST_WORD:
        return ()
    latin = weigh_latin(word)
    found: dict[str, NameReading] = {}
    for candidate, chance in read_word(word, _find_mask(lang, among)):
        key = find_letter_key(fold(candidate.original))
        if key in found:
            old = found[key]
            lang_of, _, _ = candidate.scheme.partition("/")
            one = Relative(chance, candidate.original, lang_of, candidate.scheme)
            found[key] = old._replace(chance=old.chance + chance, relatives=(*old.relatives, one))
        elif chance >= _LEAST_CHANCE and len(found) < _MOST:
            found[key] = _make(key, candidate, chance, latin)
    return tuple(found.values())


def _make(key: str, candidate: Candidate, chance: float, latin: float) -> NameReading:
    lang = candidate.scheme.partition("/")[0]
    # An ordinary word of the language is no likelier to be a name.
    weight = candidate.likely - weigh_met(fold(candidate.original), candidate.readings[0][0])
    odds = _SHARPER * weight + _RARITY - latin
    masks = tuple((family.name, mask) for family, mask, _ in candidate.readings)
    return NameReading(key, candidate.original, lang, candidate.scheme, chance, odds, (), masks)


@cache
def _find_mask(lang: str, among: frozenset[str]) -> int:
    """Return the schemes that are read in text of a language, of names of some or of all.

    Those that put an ending to a name, as Latvian does, write for text of their own language.
    """
    model = load_model()
    mask = model.mask
    for family in model.families:
        for pieces in family.languages:
            added = 0
            for ending in pieces.endings():
                added |= ending.mask
            for bit, scheme_id in pieces.by_bit():
                if bit & added and load_scheme(scheme_id).target != lang:
                    mask &= ~bit
    return mask & reduce(or_, (model.masks.get(one, 0) for one in among), 0) if among else mask


def choose_readings(
    read: Mapping[str, Sequence[NameReading]],
) -> dict[str, NameReading]:
    """Return which of its readings each spelling has beside the others; order plays no part.

    >>> words = ("Kabaeva", "Kabajewa", "Shmygal", "Shmyhal")
    >>> chosen = choose_readings({word: read_name(word) for word in words})
    >>> [chosen[word].text for word in words]
    ['кабаева', 'кабаева', 'шмигаль', 'шмигаль']
    """
    words = sorted(word for word, readings in read.items() if readings)
    table = ReadingTable()
    for word in words:
        table.add(read[word])
    return {word: read[word][place] for word, place in zip(words, table.choose(), strict=True)}


class ReadingTable:
    """What the spellings of a corpus may be of, in few bytes for each: keys and chances alone.

    They are added in an order that only the spellings decide, such as that of the alphabet.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._keys = array("I")
        self._chances = array("d")
        self._stops = array("I")

    def add(self, readings: Sequence[NameReading]) -> None:
        """Add the readings of the next spelling, one or more."""
        for one in readings:
            self._keys.append(self._numbers.setdefault(one.key, len(self._numbers)))
            self._chances.append(one.chance)
        self._stops.append(len(self._keys))

    def choose(self) -> bytearray:
        """Return for each spelling which of its readings it has, by number from 0."""
        shares = self._chances[:]
        for _ in range(_ROUNDS):
            support = array("d", bytes(8 * len(self._numbers)))
            for key, share in zip(self._keys, shares, strict=True):
                support[key] += share
            shares = self._share_out(shares, support)
        names = list(self._numbers)
        places = bytearray()
        start = 0
        for stop in self._stops:
            best = max(range(start, stop), key=lambda at: (shares[at], names[self._keys[at]]))
            places.append(best - start)
            start = stop
        return places

    def find_shared(self, places: Sequence[int]) -> bytearray:
        """Return 1 for each spelling whose reading, by number, has the key of another's, else 0."""
        starts = chain((0,), self._stops)
        keys = [self._keys[start + place] for start, place in zip(starts, places, strict=False)]
        counts = array("I", bytes(4 * len(self._numbers)))
        for key in keys:
            counts[key] += 1
        return bytearray(counts[key] > 1 for key in keys)

    def _share_out(self, shares: "array[float]", support: "array[float]") -> "array[float]":
        """Return the shares of the readings of all spellings, by what the others support."""
        keys, chances = self._keys, self._chances
        new = array("d")
        start = 0
        for stop in self._stops:
            if stop - start == 1:
                new.append(1.0)
            else:
                worth = [
                    chances[at] * (_LONELY + support[keys[at]] - shares[at])
                    for at in range(start, stop)
                ]
                total = sum(worth)
                new.extend(one / total for one in worth)
            start = stop
        return new


def group_names(words: Iterable[str], lang: str = "") -> list[tuple[str, ...]]:
    """Return the spellings of each name that has several among some words, sorted.

    `lang` is the language of the text that they are from. It speaks of the spellings alone;
    whether they are names at all, their text must say.

    >>> group_names(["Szojgu", "Petrov", "Shoygu", "Schoigu"])
    [('Schoigu', 'Shoygu', 'Szojgu')]
    """
    chosen = choose_readings({word: read_name(word, lang) for word in words})
    groups: dict[str, list[str]] = {}
    for word, reading in chosen.items():
        groups.setdefault(reading.key, []).append(word)
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def choose_original(readings: Iterable[NameReading]) -> NameReading:
    """Return the reading that several spellings of one key most likely have in common.

    Of the originals that relatives of a language write, it is the one with most chances.
    """
    found: dict[tuple[str, str], NameReading] = {}
    chances: dict[tuple[str, str], list[float]] = {}
    for one in sorted(readings):
        rest = one.chance - sum(other.chance for other in one.relatives)
        for other in (Relative(rest, one.text, one.lang, one.scheme), *one.relatives):
            key = other.lang, other.text
            found.setdefault(
                key, one._replace(text=other.text, lang=other.lang, scheme=other.scheme)
            )
            chances.setdefault(key, []).append(other.chance)
    # what explains more of the spellings, and these better
    return found[max(found, key=lambda key: (len(chances[key]), sum(chances[key]), key))]
