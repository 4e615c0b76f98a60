"""Rates of what is rare: how many in a million, and what they may be at 95 %."""

from collections.abc import Callable
from math import exp

_TAIL = 0.025
_STEPS = 60
_MILLION = 1_000_000


def bound_count(count: int) -> tuple[float, float]:
    """Return the exact 95 % bounds of what is counted, as Poisson has it (Garwood).

    >>> [round(bound, 2) for count in (0, 3) for bound in bound_count(count)]
    [0.0, 3.69, 0.62, 8.77]
    """
    most = count + 10 + 10 * count**0.5
    low = _solve(lambda mean: 1 - _sum(count - 1, mean) < _TAIL, most) if count else 0.0
    return low, _solve(lambda mean: _sum(count, mean) > _TAIL, most)


def tell_rate(count: int, words: int) -> str:
    """Return a rate in a million words, with its bounds."""
    low, high = (bound * _MILLION / words for bound in bound_count(count))
    return f"{count * _MILLION / words:.2f} ({low:.2f} to {high:.2f})"


def _sum(count: int, mean: float) -> float:
    """Return how likely it is that at most so many are counted where `mean` are expected."""
    term = total = exp(-mean)
    for number in range(1, count + 1):
        term *= mean / number
        total += term
    return total if count >= 0 else 0.0


def _solve(is_below: Callable[[float], bool], most: float) -> float:
    """Return the mean up to which something holds, by halving."""
    low, high = 0.0, most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return low
