"""Weights of letters: what each letter of an original counts beside others, for its family.

Fitted on names that the counts were made without: the half for training is parted, each part read
with the counts of the others, and the weights make the right ones of what was read the likeliest.
Names whose language is sure count oftener, so that the languages that few pairs are of gain, too.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log, sqrt
from typing import NamedTuple

from tests.bench.original_pairs import Pair, Pairs, sample
from translit.names.families import FAMILIES
from translit.names.finding import rank_word
from translit.names.letters import has_open_syllables
from translit.names.model import Model
from translit.names.reading import bare_vowels
from translit.names.reversed import UNSTRESSED
from translit.schemes import fold, fold_marked

PARTS = 4
_OTHERS = 0.9  # of names whose language is not sure, for each whose language is
_MOST = 12
_STEPS, _STEP = 60, 0.05
_HELD = 8e-4  # how strongly the weights are held near nothing
_LEAST = 0.02

Key = tuple[str, str, str]  # family, letter, and of which words


class Reading(NamedTuple):
    """An original as one family reads it: what it counts without the weights, and which it has."""

    weight: float
    keys: tuple[Key, ...]


class Example(NamedTuple):
    """What a spelling may be of, and which of it is right."""

    readings: tuple[tuple[Reading, ...], ...]
    right: tuple[bool, ...]


def part_of(pairs: Pairs, cluster: str) -> int:
    """Return the part of the half for training that a cluster is of."""
    return hashlib.sha256(pairs.groups[cluster].encode()).digest()[1] % PARTS


def choose(pairs: Pairs) -> list[Pair]:
    """Return the pairs to fit on, of the half for training."""
    found = pairs.half(aside=False)
    own = [pair for pair in found if pair.own_languages]
    others = [pair for pair in found if not pair.own_languages]
    return own + sample(others, int(_OTHERS * len(own)))


def list_examples(pairs: Sequence[Pair], model: Model) -> Iterator[Example]:
    """Give what a model that has no weights reads, where something of it is right."""
    for pair in pairs:
        word = pair.spelling
        kinds = ("any", "open") if has_open_syllables(bare_vowels(fold_marked(word))) else ("any",)
        names = {fold(name) for name in pair.all_originals}
        candidates = rank_word(word, model.mask, model, _MOST)
        right = tuple(fold(one.original) in names for one in candidates)
        if any(right) and not all(right):
            readings = tuple(
                tuple(
                    Reading(part, _list_keys(family.name, one.original, kinds))
                    for family, _, part in one.readings
                )
                for one in candidates
            )
            yield Example(readings, right)


def _list_keys(family: str, original: str, kinds: Sequence[str]) -> tuple[Key, ...]:
    letters = original.translate(UNSTRESSED)
    return tuple((family, letter, kind) for letter in letters for kind in kinds)


def fit(examples: Sequence[Example]) -> dict[str, dict[str, dict[str, float]]]:
    """Return by family and letter the weights that make right originals the likeliest (Adam)."""
    weights: dict[Key, float] = defaultdict(float)
    means: dict[Key, float] = defaultdict(float)
    squares: dict[Key, float] = defaultdict(float)
    for step in range(1, _STEPS + 1):
        slopes = _find_slopes(examples, weights)
        for key, slope in slopes.items():
            slope = slope / len(examples) + _HELD * weights[key]
            means[key] = 0.9 * means[key] + 0.1 * slope
            squares[key] = 0.999 * squares[key] + 0.001 * slope * slope
            mean, square = means[key] / (1 - 0.9**step), squares[key] / (1 - 0.999**step)
            weights[key] -= _STEP * mean / (sqrt(square) + 1e-8)
    found: dict[str, dict[str, dict[str, float]]] = {family: {} for family in FAMILIES}
    for (family, letter, kind), weight in sorted(weights.items()):
        if abs(weight) >= _LEAST:
            found[family].setdefault(letter, {})[kind] = round(weight, 2)
    return found


def _find_slopes(examples: Sequence[Example], weights: Mapping[Key, float]) -> dict[Key, float]:
    slopes: dict[Key, float] = defaultdict(float)
    for readings, right in examples:
        scores = [
            [one.weight + sum([weights[key] for key in one.keys]) for one in ones]
            for ones in readings
        ]
        totals = [_add(row) for row in scores]
        everything = _add(totals)
        all_right = _add([total for total, is_right in zip(totals, right, strict=True) if is_right])
        for ones, row, total, is_right in zip(readings, scores, totals, right, strict=True):
            slope = exp(total - everything) - (exp(total - all_right) if is_right else 0.0)
            for one, score in zip(ones, row, strict=True):
                share = slope * exp(score - total)
                for key in one.keys:
                    slopes[key] += share
    return slopes


def _add(logarithms: Sequence[float]) -> float:
    best = max(logarithms)
    return best + log(sum(exp(one - best) for one in logarithms))
