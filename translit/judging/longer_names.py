"""Longer names: of a house, a paper, a dish, an event, in which a place's name is fixed."""

from translit.judging.beside import is_country_at
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.lexicon import BEARER
from translit.page import AUXILIARY, CAPITAL, LABEL, ORDINARY, TITLE, UPPER, Page, Word

_SHORTEST = 4  # letters of a word that shows how the sentence is written
_LEAST_SMALL = 2  # small words for each capitalised one, in a sentence that is no headline


def stands_in_longer_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a place's name is a part of another one: *Peking Garden, Hotel Kijów*,
    *the novel Moskau*.

    An ordinary word with a capital follows it, or what is called after places stands before it, in
    a sentence whose other words are small. What such a word is to a place is none: *Kiev Airport*.
    """
    if candidate.pieces[-1].ending:
        return False
    page = candidate.page
    kind = candidate.known.entity.kind
    if kind != "place":
        return kind == "other" and _goes_on(candidate, near)
    if _follows_letters(candidate):
        return True
    if page.speech.writes_nouns_with_capitals:
        return _is_called_after_places(candidate)
    is_part = _makes_a_name(candidate, near) or _is_called_after_places(candidate)
    return (is_part or _follows_noun(candidate)) and _is_written_small(candidate)


def _makes_a_name(candidate: Candidate, near: Near) -> bool:
    page, after = candidate.page, candidate.last + 1
    if after in near.rewritten or not page.follows_in_line(after):
        return False
    word = page.words[after]
    return (
        _is_noun_of_a_name(page, word)
        and not _is_of_a_place(page, word)
        and not is_country_at(page, after)
    )


def _goes_on(candidate: Candidate, near: Near) -> bool:
    """Tell whether a word that nobody knows follows: *Shahid Beheshti* is no drone."""
    page, after = candidate.page, candidate.last + 1
    if after in near.rewritten or not page.follows_in_line(after):
        return False
    word = page.words[after]
    is_known = word.known & BEARER or word.facts & (ORDINARY | UPPER)
    return word.is_capital and not is_known


def _is_called_after_places(candidate: Candidate) -> bool:
    page, first = candidate.page, candidate.first
    if not page.follows_in_line(first):
        return False
    word, lists = page.words[first - 1], page.speech.lists
    return word.key in lists["houses" if word.facts & CAPITAL else "works"]


def _follows_noun(candidate: Candidate) -> bool:
    """Tell whether a noun with a capital makes somebody or something else of what few know as a
    place: *Admiral Vladimirsky, Fort Shevchenko*.
    """
    page, first = candidate.page, candidate.first
    if not candidate.is_obscure_place or not page.follows_in_line(first):
        return False
    if page.starts_sentence(first - 1) or not page.gap(first).isspace():
        return False
    word = page.words[first - 1]
    is_noun = word.facts & CAPITAL and word.facts & ORDINARY
    return bool(is_noun and not word.facts & (UPPER | LABEL | AUXILIARY)) and not (
        _is_a_places(page, word)
    )


def _follows_letters(candidate: Candidate) -> bool:
    """Tell whether a club's letters stand before a place that is not in capitals: *FC København*.

    Not in English, whose headlines set acronyms before places: *UN Kiev office*.
    """
    page, first = candidate.page, candidate.first
    if page.speech.is_english or page.words[first].facts & UPPER or not page.follows_in_line(first):
        return False
    return bool(page.words[first - 1].facts & UPPER)


def _is_noun_of_a_name(page: Page, word: Word) -> bool:
    facts = word.facts
    return bool(facts & CAPITAL and facts & ORDINARY) and not facts & (UPPER | TITLE)


def _is_of_a_place(page: Page, word: Word) -> bool:
    return _is_a_places(page, word) or word.key in page.speech.lists["neutral"]


def _is_a_places(page: Page, word: Word) -> bool:
    return word.key in page.speech.lists["parts_of_places"]


def _is_written_small(candidate: Candidate) -> bool:
    page = candidate.page
    beside = range(candidate.first - 1, candidate.last + 2)
    long = [
        page.words[at]
        for at in page.find_sentence(candidate.start)
        if at not in beside and len(page.words[at].text) >= _SHORTEST
    ]
    capitals = sum(bool(word.facts & CAPITAL) for word in long[1:])
    small = sum(not word.facts & CAPITAL for word in long)
    return small > _LEAST_SMALL * capitals
