"""Neighbours: whether the words beside a name leave it this person's.

*Petro Lukashenka*, *Mrs Putin*, *Zelenskyi-Kovalenko* are others; so are other names of places.
"""

from translit.forms import has_whole_given_name
from translit.judging.adjoining import (
    can_follow,
    can_precede,
    is_somebodys_given_name,
    may_be_a_given_name,
    opens_sentence,
)
from translit.judging.around_places import is_word_of_another_name
from translit.judging.beside import is_family_name, is_name_of_something
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import list_neighbours, read_case_in_text
from translit.page import FEMININE, MASCULINE, ORDINARY, UPPER, is_initial_gap


def has_other_initials(candidate: Candidate, near: Near) -> bool:
    """Tell whether initials are not those of the name, nor of parts that it lacks."""
    initials = [candidate.word(p).key for p in candidate.pieces if p.part == "initial"]
    if not initials:
        return False
    has_given = any(piece.part == "given" for piece in candidate.pieces)
    parts = ("patronymic",) if has_given else ("given", "patronymic")
    for letter, part in zip(initials, parts, strict=False):
        allowed = candidate.known.find_initials(part)
        if allowed and letter not in allowed:
            return True
    return False


def has_other_gender(candidate: Candidate, near: Near) -> bool:
    """Tell whether the word before, with or without a full stop, is said of the other gender."""
    page, first = candidate.page, candidate.first
    if not candidate.is_person or not first or candidate.reading.alias is not None:
        return False
    gender = candidate.known.entity.gender
    if gender not in ("m", "f"):
        return False
    if candidate.reading.full and candidate.reading.cases:
        return False  # Lithuanian *Prezidentas Sviatlanai Cichanouskajai pažadėjo*: two persons
    wrong = FEMININE if gender == "m" else MASCULINE
    return bool(page.words[first - 1].facts & wrong) and is_initial_gap(page.gap(first))


def stands_beside_other_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a word beside it is of another name.

    *Odessa* is a given name as well, but not where it is surely the place and becomes *Odesa*.
    """
    if not candidate.is_person:
        return candidate.reading.alias is None and is_word_of_another_name(candidate, near)
    if candidate.reading.alias is not None:
        return False  # a phrase by itself: *Johannes Paul II*
    page, first, last = candidate.page, candidate.first, candidate.last
    if _ends_double_name(candidate):
        return True
    if (
        first
        and page.follows(first)
        and first - 1 not in near.places
        and not near.stands_beside_rewritten(candidate)
        and not candidate.reading.is_left
    ):
        has_given = any(piece.part == "given" for piece in candidate.pieces)
        is_other = has_given or not can_precede(page, candidate.known, first - 1)
        is_other = is_other and _may_agree(candidate, page.words[first - 1].text)
        if is_other and not _has_initials(candidate) and is_somebodys_given_name(page, first - 1):
            return True
    return not can_follow(candidate, last + 1)


def _ends_double_name(candidate: Candidate) -> bool:
    """Tell whether a hyphen joins the name to another before it: *Tadeusz Boy-Żeleński*.

    Of two that each are somebody, *Putin-Zelenskyi talks*, none is a part of the other's name.
    """
    page, first = candidate.page, candidate.first
    if not first or not page.follows(first) or page.follows(first, hyphen=False):
        return False
    before = page.words[first - 1]
    if not before.is_capital or before.facts & UPPER or is_name_of_something(page, before.key):
        return False
    if first > 1 and page.follows(first - 1, hyphen=False) and page.words[first - 2].is_given_name:
        return True
    found = page.lexicon.find_world(before.key)
    is_name = not before.facts & ORDINARY and found is not None and found.family
    return is_name and not is_family_name(page, before.key)  # *Biden-Zelenskyi*


def _may_agree(candidate: Candidate, before: str) -> bool:
    """Tell whether a word may be the given name of a person who stands in a case, as it must be in
    that case too: *Роман Достоевского* is a novel. So it is where a neighbour's words are read.
    """
    cases, lang = candidate.reading.cases, candidate.page.speech.code
    if not cases or not list_neighbours(lang):
        return True
    gender = candidate.known.entity.gender
    reads = [one for one in read_case_in_text(before, lang, {"given"}) if not one.foreign]
    return not reads or any(
        one.gender in (None, gender) and not set(cases).isdisjoint(one.cases) for one in reads
    )


def stands_after_unknown_word(candidate: Candidate, near: Near) -> bool:
    """Tell whether a capitalised word before it that nothing explains may be of its name."""
    if not candidate.is_person:
        return candidate.reading.alias is not None and is_word_of_another_name(candidate, near)
    if candidate.reading.alias is not None:
        return False
    page, first = candidate.page, candidate.first
    if not first or not page.follows(first) or _has_initials(candidate):
        return False
    if near.stands_beside_rewritten(candidate) or candidate.reading.is_left:
        return False
    if any(piece.part == "given" for piece in candidate.pieces):
        # *Ibrahim Hassan al-Majid* is not *Ali Hassan al-Majid*
        return not has_whole_given_name(candidate.reading) and may_be_a_given_name(
            page, candidate.known, first - 1
        )
    if candidate.reading.is_strange and not _may_agree(candidate, page.words[first - 1].text):
        return False
    if opens_sentence(candidate):
        return False
    return not can_precede(page, candidate.known, first - 1)


def is_known_word_before(candidate: Candidate) -> bool:
    """Tell whether the word before is a known word of some language: *Freiheit Sacharow*."""
    before = candidate.page.words[candidate.first - 1]
    return candidate.is_person and candidate.page.lexicon.is_known_word(before.key)


def _has_initials(candidate: Candidate) -> bool:
    return any(piece.part == "initial" for piece in candidate.pieces)
