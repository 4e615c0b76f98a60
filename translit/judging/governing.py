"""Governing: the cases in which a name stands by the word before it, a preposition or a title."""

from functools import cache

from translit.languages import (
    GENITIVE,
    NOMINATIVE,
    OPENING,
    find_language,
    list_neighbours,
    read_case,
)
from translit.page import TITLE, Page
from translit.readings import PlacedSegment, Reading
from translit.schemes import fold

_ADJECTIVE = 5  # letters of its ending, after the stem
_GIVEN = frozenset({"given"})


def narrow(page: Page, placed: PlacedSegment, reading: Reading) -> Reading | None:
    """Return a reading in the cases only that stand after the preposition before it, if one does;
    None if it is in none of them.

    *Lvivu* is a locative of Lviv too, and *do Lvivu* none.
    """
    if not reading.narrowed:
        return reading
    at = placed.first + reading.first
    governed, is_direct = find_governed(page, at)
    if not governed:
        is_direct = False
        governed = _find_cases_after_owned(page, at)
        if not governed and reading.known.entity.kind == "place":
            governed = _find_cases_of_place(page, at)
    narrowed = reading.narrowed.get(governed, reading)
    return narrowed if is_direct else narrowed or reading


def find_governed(page: Page, at: int) -> tuple[frozenset[str], bool]:
    """Return the cases that stand after the preposition before a word, none without one; and
    whether it stands directly before, and not before a title: *s prezidentem*."""
    prepositions = find_language(page.speech.code).prepositions
    for place in (at, at - 1) if prepositions else ():
        if not page.follows_in_line(place):
            break
        governed = prepositions.get(page.words[place - 1].text.lower())
        if governed:
            return governed, place == at
        if not (page.words[place - 1].facts & TITLE or _is_adjective(page, place - 1)):
            break
    return frozenset(), True


def _is_adjective(page: Page, at: int) -> bool:
    """Tell whether a word in small letters speaks of a country: *в украинском Львове*."""
    word, stems = page.words[at], page.speech.country_stems
    if not word.text.islower():
        return False
    return any(
        word.key[:stop] in stems for stop in range(len(word.key) - _ADJECTIVE, len(word.key))
    )


def _find_cases_after_owned(page: Page, at: int) -> frozenset[str]:
    """Return the genitive after a word for what somebody has or does: *брифинг Захаровой*."""
    owned = find_language(page.speech.code).around.owned
    if owned and page.follows_in_line(at) and page.words[at - 1].text.lower() in owned:
        return frozenset({GENITIVE})
    return frozenset()


def _find_cases_of_place(page: Page, at: int) -> frozenset[str]:
    """Return the cases of a place that follows no preposition, none if nothing tells: of *the mayor
    of* it, or where a sentence starts with it.

    So it is in the languages that have neighbours' words, case and all.
    """
    if not list_neighbours(page.speech.code):
        return frozenset()
    if page.starts_sentence(at):
        return OPENING
    if page.follows_in_line(at) and page.words[at - 1].facts & TITLE:
        return frozenset({GENITIVE})
    return frozenset()


def list_title_cases(page: Page, at: int) -> frozenset[str]:
    """Return the cases in which a word is a man's title, by its ending: *generała*.

    None for one that stands in no case, or that has no paradigm of names.
    """
    speech, word = page.speech, page.words[at]
    if not speech.declines:
        return frozenset()
    titles = _fold_titles(speech.code)
    return frozenset(
        case
        for read in read_case(word.text, speech.code, _GIVEN)
        if read.gender == "m" and read.base != word.text and fold(read.base) in titles
        for case in read.cases
        if case != NOMINATIVE
    )


@cache
def _fold_titles(lang: str) -> frozenset[str]:
    titles = find_language(lang).around.titles
    return frozenset(fold(one) for key in ("any", "m") for one in titles.get(key, ()))
