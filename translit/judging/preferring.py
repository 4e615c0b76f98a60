"""Preferring: which of several readings of one span something speaks for more strongly."""

from collections.abc import Callable

from translit.judging.candidate import Candidate
from translit.judging.near import Near


def prefer(fit: list[Candidate], near: Near) -> list[Candidate]:
    """Narrow readings of one span to those that something speaks for more strongly."""
    if len(fit) < 2:
        return fit
    tests: list[Callable[[Candidate], bool]] = [
        lambda one: one.known.layer == max(other.known.layer for other in fit),
        lambda one: one.reading.source not in ("former", "other"),
        lambda one: one.reading.source != "style",  # a scheme explains more than another style
        lambda one: one.reading.full and one.reading.has_given,
        lambda one: near.holds_near(one, _list_words(one), written=False),
        lambda one: near.holds(one.known.entity.place, written=False),
        # What will be written counts where nothing that stands there has told.
        lambda one: near.holds_near(one, _list_words(one)),
        lambda one: near.holds(one.known.entity.place),
    ]
    for test in tests:
        fit = [candidate for candidate in fit if test(candidate)] or fit
        if len(fit) < 2:
            break
    return fit


def _list_words(candidate: Candidate) -> tuple[str, ...]:
    return *candidate.known.entity.near, *candidate.known.entity.place
