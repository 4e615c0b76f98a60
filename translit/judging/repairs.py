"""Repairs: whether a damaged spelling is surely the name that it looks like."""

from translit.judging import surroundings
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.readings import may_be_another_name
from translit.schemes import fold

_ENDING = 2  # letters in which the cases of a name differ


def is_licensed_damage(candidate: Candidate, near: Near) -> bool:
    """Tell whether a damaged spelling is sure: the whole name, or its bearer is spoken of.

    A given name, which thousands bear, says nothing of what may well be another family name. In
    another language than English it may be a right name in a case, so a title of the person must
    stand before it, and the damage not at its end.
    """
    reading = candidate.reading
    if not candidate.page.speech.is_english:
        if not surroundings.follows_title(candidate) or reading.has_rival:
            return False
        return _keeps_ending(candidate) and not _is_another_name(candidate)
    present = candidate.known.id in near.belief.present
    is_spoken_of = present or surroundings.follows_last_word_of_title(candidate)
    # Of a person whose row has one name only, that name is no whole one.
    if candidate.known.entity.kind == "place" and len(candidate.pieces) == 1:
        if may_be_another_name(candidate.text, reading.distance):
            return False  # villages are named alike: *Ozerianivka* is no Ozarianivka
        if reading.full:
            return is_spoken_of or near.hears_country(candidate)
    if reading.full and (reading.has_given or not candidate.is_person):
        return is_spoken_of or not _is_another_name(candidate)
    return is_spoken_of and not reading.has_rival


def _is_another_name(candidate: Candidate) -> bool:
    """Tell whether a damaged family name may as well be a name of its own: *Mychelski*."""
    family = next((piece for piece in candidate.pieces if piece.part == "family"), None)
    return family is not None and may_be_another_name(
        candidate.written(family), candidate.reading.distance
    )


def _keeps_ending(candidate: Candidate) -> bool:
    """Tell whether a damaged name ends as the name does: no case, *Łukaszenki*, is the damage."""
    damaged = [piece for piece in candidate.pieces if piece.meant]
    return all(
        fold(candidate.written(piece))[-_ENDING:] == piece.meant[-_ENDING:] for piece in damaged
    )
