"""Preferring: which of several readings of one span something speaks for more strongly."""

from collections.abc import Callable
from functools import partial

from translit.judging.candidate import Candidate
from translit.judging.near import Near


def prefer(fit: list[Candidate], near: Near) -> list[Candidate]:
    """Narrow readings of one span to those that something speaks for more strongly."""
    if len(fit) < 2:
        return fit
    fit = _keep(partial(_is_surer_than_former, fit), fit)
    strongest = max(one.known.layer for one in fit)
    for test in (
        lambda one: one.known.layer == strongest,
        lambda one: one.reading.source not in ("former", "other"),
        lambda one: one.reading.source != "style",  # a scheme explains more than another style
        _is_named_in_full,
    ):
        fit = _keep(test, fit)
    if len({one.known.id for one in fit}) == 1:
        return _keep(_is_as_printed, fit)
    # What will be written counts where nothing that stands there has told.
    for stands in (near.without_written(), near):
        fit = _keep(partial(_has_word_near, stands), fit)
        fit = _keep(lambda one: one.known.entity.alone, fit)
        fit = _keep(partial(_has_country, stands), fit)
    return fit


def _is_surer_than_former(fit: list[Candidate], one: Candidate) -> bool:
    """Tell whether it stands by itself, if a former name that does so is spelled alike.

    *Dnepropetrovsk* by itself is the city that was called so, and not the region around it.
    """
    alone = one.known.entity.alone
    return alone or not any(o.reading.source == "former" and o.known.entity.alone for o in fit)


def _is_named_in_full(one: Candidate) -> bool:
    """Tell whether given and family name are there, or words that are one: *Mahmoud Abbas*."""
    reading = one.reading
    is_one = len(reading.pieces) > 1 and not one.known.find_words("given")
    return reading.full and (reading.has_given or is_one)


def _is_as_printed(one: Candidate) -> bool:
    """Tell which reading of one entity counts: its row says what a language prints, or nothing.

    Czech has *Lvov*, though its convention would make *Lviv* of the original. A name in a case that
    may be right is: *Donbasu* is of Donbas, and not of a *Donbass* in another case.
    """
    is_told = one.page.speech.code in one.known.entity.names and not one.reading.cases
    return one.is_changed == is_told


def _has_word_near(near: Near, one: Candidate) -> bool:
    return near.holds(one, (*one.known.entity.near, *one.known.entity.place))


def _has_country(near: Near, one: Candidate) -> bool:
    return near.hears_country(one)


def _keep(test: Callable[[Candidate], bool], fit: list[Candidate]) -> list[Candidate]:
    """Return those that pass a test; all, if none does."""
    if len(fit) < 2:
        return fit
    return [one for one in fit if test(one)] or fit
