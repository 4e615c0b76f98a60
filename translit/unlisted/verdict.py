"""Verdicts: whether spellings that share an original are one name, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from math import exp
from typing import Literal, NamedTuple

from translit.languages import find_region
from translit.names import VOWELS, NameReading, choose_original, compare_names
from translit.schemes import fold
from translit.unlisted.evidence import Evidence

Surety = Literal["sure", "likely", ""]

# Logarithms, found on half of the documents of four collections (`python -m tests.bench survey`).
_HERE, _ELSEWHERE = 2.0, -3.0  # its language is spoken of near it, or is not


class _Bar(NamedTuple):
    """What the odds of each spelling must be, and those of the best and the worst together."""

    each: float
    two: float


_SURE, _LIKELY = _Bar(2.5, 11.5), _Bar(1.0, 6.1)
_SURE_IF_SHORT = _Bar(4.5, 12.0)  # short words are of many languages by chance
_SURE_IF_STRANGE = _Bar(4.5, 14.0)  # where nothing near speaks of where it is a name
_SHORT, _SHORTEST = 6, 5  # letters
_LEAST_CHANCE = 0.4  # that a spelling is of this original, and not of another

Parted = Set[tuple[str, str]]
"""Pairs of spellings that a document has as two names, each pair sorted: see `list_parted`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of the spellings of one original.

    `surety` is sure, likely, or nothing where they are not believed to be one name; `score` the
    probability of the original; `against` says what speaks against it, a sentence each.
    """

    spellings: tuple[str, ...]
    original: NameReading
    surety: Surety
    score: float
    against: tuple[str, ...]


def join_spellings(
    spellings: Iterable[str],
    readings: Mapping[str, NameReading],
    seen: Mapping[str, Evidence],
    parted: Parted = frozenset(),
) -> list[Verdict]:
    """Return what is thought of spellings with one key: one name, or several by given names.

    Those that are `parted` are of two names.
    """
    ranked = sorted(spellings, key=lambda one: (-seen[one].count, one))
    groups: list[list[str]] = []
    for one in ranked:
        fitting = [
            group
            for group in groups
            if all(
                (min(one, other), max(one, other)) not in parted and agree(seen[one], seen[other])
                for other in group
            )
        ]
        if fitting:
            fitting[0].append(one)
        else:
            groups.append([one])
    against = _tell_parted(groups)
    return [
        _judge(group, readings, seen, against)
        for group in groups
        if len({fold(one) for one in group}) > 1
    ]


def _tell_parted(groups: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Say that others of the same original are other people: who is meant is less sure."""
    return tuple(
        f"“{group[0]}” may be spelled so too, and stands beside other given names"
        for group in groups[1:]
    )


def _judge(
    group: Sequence[str],
    readings: Mapping[str, NameReading],
    seen: Mapping[str, Evidence],
    parted: Sequence[str],
) -> Verdict:
    """Return what is thought of a group, or of most of it where that is surer.

    A spelling that could be a word of another language does not take from the others.
    """
    odds = {one: _weigh(readings[one], seen[one]) for one in group}
    ranked = sorted(group, key=lambda one: (-odds[one], one))
    parts = [ranked[:size] for size in range(len(ranked), 1, -1)]
    parts = [part for part in parts if len({fold(one) for one in part}) > 1]
    for wanted in ("sure", "likely"):
        for part in parts:
            if _find_surety(part, odds, readings, seen, parted) == wanted:
                return _explain(part, wanted, odds, readings, seen, parted)
    return _explain(group, "", odds, readings, seen, parted)


def _find_surety(
    group: Sequence[str],
    odds: Mapping[str, float],
    readings: Mapping[str, NameReading],
    seen: Mapping[str, Evidence],
    parted: Sequence[str],
) -> Surety:
    """Return how sure it is that some spellings, those with the best odds first, are one name."""
    length = min(map(len, group))
    if length < _SHORTEST:
        return ""
    least, two = odds[group[-1]], odds[group[0]] + odds[group[-1]]
    strange = any(_is_strange(readings[one], seen[one]) for one in group)
    bar = _SURE_IF_STRANGE if strange else _SURE_IF_SHORT if length < _SHORT else _SURE
    is_clear = not parted and min(readings[one].chance for one in group) >= _LEAST_CHANCE
    is_clear = is_clear and not _list_longer(group)
    if is_clear and least >= bar.each and two >= bar.two and not (strange and length < _SHORT):
        return "sure"
    is_likely = not strange and least >= _LIKELY.each and two >= _LIKELY.two
    return "likely" if is_likely else ""


def _explain(
    group: Sequence[str],
    surety: Surety,
    odds: Mapping[str, float],
    readings: Mapping[str, NameReading],
    seen: Mapping[str, Evidence],
    parted: Sequence[str],
) -> Verdict:
    original = choose_original(readings[one] for one in group)
    against = [*parted]
    against += [
        f"nothing near “{one}” speaks of where {_title(original)} is a name"
        for one in group
        if _is_strange(readings[one], seen[one])
    ]
    against += [
        f"“{one}” has a vowel more at its end, as another name may have"
        for one in _list_longer(group)
    ]
    if min(map(len, group)) < _SHORT:
        against.append("a word so short is a name in many languages")
    chance = min(readings[one].chance for one in group)
    least = max(-50.0, min(50.0, *(odds[one] for one in group)))
    score = round(chance / (1 + exp(-least)), 3)
    return Verdict(tuple(sorted(group)), original, surety, score, tuple(against))


def _list_longer(group: Sequence[str]) -> list[str]:
    """Return the spellings that have a vowel after the last consonant of another one.

    Some press adds a letter that is not heard, *Potemkine*; but a village is named so, too.
    """
    keys = {fold(one) for one in group}
    return sorted(
        one
        for one in group
        if (key := fold(one))[-1:] in VOWELS and key[-2:-1] not in VOWELS and key[:-1] in keys
    )


def _is_strange(reading: NameReading, evidence: Evidence) -> bool:
    """Tell whether nothing near a spelling speaks of where its original is a name."""
    return not evidence.find_share(find_region(reading.lang))


def _weigh(reading: NameReading, evidence: Evidence) -> float:
    share = evidence.find_share(find_region(reading.lang))
    return reading.odds + share * _HERE + (1 - share) * _ELSEWHERE


def _title(reading: NameReading) -> str:
    return reading.text[:1].title() + reading.text[1:]


def agree(one: Evidence, other: Evidence) -> bool:
    """Tell whether the given names beside two spellings agree, or one has none beside it."""
    if not one.given or not other.given:
        return not (one.genders and other.genders and not one.genders & other.genders)
    return any(are_one_given_name(a, b) for a, b in product(sorted(one.given), sorted(other.given)))


@lru_cache(maxsize=8192)
def are_one_given_name(one: str, other: str) -> bool:
    """Tell whether two given names, or initials, may be one person's."""
    if fold(one) == fold(other):
        return True
    same = compare_names(one, other).same
    return same is True or (same is None and (_has_initial(one) or _has_initial(other)))


def _has_initial(given: str) -> bool:
    """Tell whether a word of it is an initial: *V.*, of which one cannot tell more than it fits."""
    return any(len(word.strip(".")) == 1 for word in given.replace(".", ". ").split())


def list_parted(document: Mapping[str, Evidence]) -> list[tuple[str, str]]:
    """Return the spellings that one document has beside different given names: two people.

    Each pair is sorted.
    """
    named = sorted(one for one, evidence in document.items() if evidence.given)
    return [
        (one, other)
        for one, other in combinations(named, 2)
        if _are_alike(one, other) and not agree(document[one], document[other])
    ]


def _are_alike(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return bool(ratio(fold(one), fold(other)) >= _LEAST_ALIKE)


_LEAST_ALIKE = 50  # in a hundred: no less have two spellings of one original
