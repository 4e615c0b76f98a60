"""Which of the originals that can be read is meant, and how sure that is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, inf, log

from translit.names.families import NUMBERS, Family
from translit.names.letters import has_open_syllables
from translit.names.model import Model
from translit.names.reading import SHARE, Found, bare_vowels, read
from translit.names.reversed import UNSTRESSED
from translit.names.stress import set_stress
from translit.names.writing import writes
from translit.schemes import fold_marked, load_alphabets, load_scheme

_SCHEMES = 0.265  # what the logarithm of how often its schemes are used counts
_UNREAD = -2.5  # how it is written, of what was not read
_ALIKE = str.maketrans("ё", "е")  # print does not tell them apart, so one is given
_FARTHEST = 10.0  # and no being known makes up for this
_FAR = 6.5  # what is so much less likely than the likeliest is not meant

# How much more likely an original in small letters, without stress, is for being known.
Bonus = Callable[[str, Family], float]
# How likely in all, how much of it is for being known, and what was read.
Weighed = tuple[float, float, Found]


@dataclass(frozen=True)
class Candidate:
    """An original in small letters, and by family the schemes that may make the spelling.

    `weight` is the logarithm of how likely it is beside the others, and so is that of each family;
    `bonus` is how much of it is for being known. `scheme` is one that makes the spelling.
    `likely` is the weight without what letters weigh beside each other: that is for choosing alone.
    """

    word: str
    original: str
    weight: float
    bonus: float
    readings: tuple[tuple[Family, int, float], ...]
    scheme: str
    likely: float

    @cached_property
    def schemes(self) -> tuple[str, ...]:
        """The schemes that make the spelling, those of the likeliest language first."""
        return tuple(
            scheme_id
            for family, mask, _ in self.readings
            for scheme_id in family.list_ids_by_use(mask)
            if writes(load_scheme(scheme_id), self.original, self.word)
        )


def rank(
    word: str,
    model: Model,
    mask: int,
    bonus: Bonus,
    known: Iterable[tuple[str, str]],
    most: int,
) -> list[Candidate]:
    """Return the likeliest originals of a Latin word, confirmed by writing them forward.

    `known` are originals that are tried in any case, each with the name of its family.
    """
    found: dict[str, list[Weighed]] = {}
    marked = fold_marked(word)
    shares = model.shares.weigh(marked)
    is_open = has_open_syllables(bare_vowels(marked))
    read_back = read(word, model.families, shares, mask, is_open=is_open)
    best = -inf
    for one in [*read_back, *_list_others(known, read_back, model, shares, mask, is_open)]:
        weight = one.likely + _SCHEMES * one.family.weigh_use(one.mask)
        best = max(best, weight)
        found.setdefault(one.original, []).append((weight, 0.0, one))
    least = best - _FARTHEST
    weighed = []
    for original, ones in found.items():
        if ones[0][0] >= least or any(weight >= least for weight, _, _ in ones):
            found[original] = ones = [_add_bonus(row, bonus) for row in ones]
            weighed.append((_add(ones), original))
    weighed.sort(key=lambda row: (-row[0], row[1]))
    candidates: list[Candidate] = []
    taken: set[str] = set()
    for weight, original in weighed:
        if weight < weighed[0][0] - _FAR:
            break
        alike = original.translate(_ALIKE)
        if alike in taken:
            continue
        candidate = _confirm(word, original, weight, found[original], is_open=is_open)
        if candidate:
            candidates.append(candidate)
            taken.add(alike)
            if len(candidates) >= most:
                break
    return candidates


def _add_bonus(row: Weighed, bonus: Bonus) -> Weighed:
    weight, _, one = row
    known = bonus(one.original, one.family)
    return weight + known, known, one


def _list_others(
    known: Iterable[tuple[str, str]],
    read_back: Iterable[Found],
    model: Model,
    shares: Sequence[float],
    mask: int,
    is_open: bool,
) -> Iterator[Found]:
    """Give the known originals that were not read, for their spelling is rare."""
    there = {(one.family.name, one.original) for one in read_back}
    for name, text in known:
        number = NUMBERS[name]
        family = model.families[number]
        original = text.translate(UNSTRESSED)
        if (name, original) not in there and mask & family.reversed.mask:
            likely = SHARE * shares[number] + family.weighed[is_open].weigh_word(original)
            yield Found(original, family, likely + _UNREAD, mask & family.reversed.mask)


def _add(ones: Sequence[Weighed]) -> float:
    if len(ones) == 1:
        return ones[0][0]
    weights = [weight for weight, _, _ in ones]
    best = max(weights)
    return best + log(sum(exp(weight - best) for weight in weights))


def _is_impossible(bounded: str, lang: str) -> bool:
    """Tell whether an original, between spaces, has letters as no name of a language has: кы."""
    pattern = _find_impossible(lang)
    return pattern is not None and bool(pattern.search(bounded))


@cache
def _find_impossible(lang: str) -> re.Pattern[str] | None:
    patterns = load_alphabets()[lang].impossible
    return re.compile("|".join(patterns)) if patterns else None


def _confirm(
    word: str, original: str, weight: float, ones: Sequence[Weighed], *, is_open: bool
) -> Candidate | None:
    bounded = f" {original} "
    impossible: dict[str, bool] = {}

    def weigh_letters(family: Family) -> float:
        return family.weighed[is_open].add(original)

    if len(ones) > 1:
        # The weights of letters tell originals apart, and not whose an original is.
        ones = sorted(ones, key=lambda row: weigh_letters(row[2].family) - row[0])
    for number, (_, known, one) in enumerate(ones):
        stressed = set_stress(original, one.family.counted.stress)
        for scheme_id in one.family.list_ids_by_use(one.mask):
            lang = scheme_id.partition("/")[0]
            if lang not in impossible:
                impossible[lang] = _is_impossible(bounded, lang)
            if not impossible[lang] and writes(load_scheme(scheme_id), stressed, word):
                rest = tuple((other.family, other.mask, part) for part, _, other in ones[number:])
                likely = weight - weigh_letters(one.family)
                return Candidate(word, stressed, weight, known, rest, scheme_id, likely)
    return None
