"""Which of the originals that can be read is meant, and how sure that is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, log1p

from translit.names.families import Family
from translit.names.model import Model
from translit.names.reading import Found, read
from translit.names.stress import set_stress
from translit.names.writing import find_schemes

# Weights, chosen on names for training, for what is read: how it is written, which schemes.
_WRITTEN = 0.7
_SCHEMES = 0.6
_KNOWN = 4.0
_RARE_SCHEME = 1e-4
_MOST = 8

IsKnown = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An original in small letters, with the schemes of each family that make the spelling.

    `weight` is the logarithm of how likely it is beside the others; `likely` of its letters.
    """

    original: str
    weight: float
    likely: float
    masks: tuple[tuple[Family, int], ...]
    is_known: bool


def rank(word: str, model: Model, mask: int, is_known: IsKnown, most: int = _MOST) -> list[Candidate]:
    """Return the likeliest originals of a Latin word, confirmed by writing them forward."""
    found: dict[str, list[tuple[float, Found]]] = {}
    for one in read(word, model.families, mask):
        found.setdefault(one.original, []).append((_weigh(one), one))
    weighed = []
    for original, ones in found.items():
        known = any(is_known(original, one.family.name) for _, one in ones)
        weighed.append((_add([weight for weight, _ in ones]) + _KNOWN * known, original, known))
    weighed.sort(key=lambda row: (-row[0], row[1]))
    candidates: list[Candidate] = []
    for weight, original, known in weighed:
        ones = sorted(found[original], key=lambda row: -row[0])
        candidate = _confirm(word, original, weight, [one for _, one in ones], known)
        if candidate:
            candidates.append(candidate)
            if len(candidates) >= most:
                break
    return candidates


def _weigh(found: Found) -> float:
    counted = found.family.counted
    schemes = found.family.weigh(found.mask)
    return (
        found.likely
        + _WRITTEN * found.written
        + log(counted.share)
        + _SCHEMES * log(schemes + _RARE_SCHEME)
    )


def _add(weights: list[float]) -> float:
    best = max(weights)
    return best + log(sum(exp(weight - best) for weight in weights))


def _confirm(
    word: str, original: str, weight: float, ones: list[Found], known: bool
) -> Candidate | None:
    masks = []
    for one in ones:
        stressed = set_stress(original, one.family.counted.stress)
        mask = find_schemes(stressed, word, one.family.reversed, one.mask)
        if mask:
            masks.append((one.family, mask))
            written = stressed
    if not masks:
        return None
    return Candidate(written, weight, ones[0].likely, tuple(masks), known)
