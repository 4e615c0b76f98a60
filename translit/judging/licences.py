"""Licences: what lifts a rule, such as the full name that lets a short form be believed."""

from collections.abc import Callable
from typing import NamedTuple

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.judging.neighbours import is_known_word_before
from translit.lexicon import fold_phrase
from translit.schemes import APOSTROPHES, fold


class Licence(NamedTuple):
    """What lifts a rule where it `holds`, and what it says to a newcomer."""

    code: str
    holds: Callable[[Candidate, Near], bool]
    sentence: str


def _is_named(candidate: Candidate, near: Near) -> bool:
    return candidate.known.id in near.ledger.named


def _has_word_near(candidate: Candidate, near: Near) -> bool:
    return near.holds_near(candidate, candidate.known.entity.near)


def _has_place(candidate: Candidate, near: Near) -> bool:
    return near.holds(candidate.known.entity.place)


def _has_soft_sign(candidate: Candidate, near: Near) -> bool:
    # with a soft sign, *Kazan'*, it is nothing else
    is_place = candidate.known.entity.kind == "place"
    return is_place and candidate.page.text[candidate.end - 1] in APOSTROPHES


def _is_alone(candidate: Candidate, near: Near) -> bool:
    return candidate.known.entity.alone


def _is_known_word_before(candidate: Candidate, near: Near) -> bool:
    # Only for somebody whose full name is in the document: who else bears the name is not.
    return candidate.known.id in near.ledger.named and is_known_word_before(candidate)


def _was_told(candidate: Candidate, near: Near) -> bool:
    alias = candidate.reading.alias
    needs_telling = candidate.pieces[0].is_acronym if alias is None else bool(alias.get("near"))
    return needs_telling and (candidate.known.id, fold(candidate.text)) in near.belief.told


def _is_english_form(candidate: Candidate, near: Near) -> bool:
    # In another language the form that English prints, *Lviv*, is nothing else.
    name, page = candidate.known.entity.name, candidate.page
    if page.speech.is_english or candidate.text != name:
        return False
    return fold_phrase(candidate.text) not in page.speech.countries  # *Georgia* is also a state


ALONE = Licence("alone", _is_alone, "its row says that it is known by this name alone")
NAMED = Licence("named", _is_named, "its full name is in the document")
NEAR_WORD = Licence("near-word", _has_word_near, "a word that tells it is in the sentence")
PLACE_WORD = Licence("place-word", _has_place, "a word that tells where it is, in the document")
SOFT_SIGN = Licence("soft-sign", _has_soft_sign, "with its soft sign it is nothing else")
KNOWN_WORD = Licence(
    "known-word",
    _is_known_word_before,
    "the word before it is a word of some language, and its full name is in the document",
)
ENGLISH_FORM = Licence(
    "english-form", _is_english_form, "in another language it is how English prints the place"
)
TOLD = Licence("told", _was_told, "a word near the same spelling elsewhere tells whom it names")

SHORT_FORM = (ALONE, NAMED, NEAR_WORD, PLACE_WORD, SOFT_SIGN, ENGLISH_FORM, TOLD)
"""One of them is enough for a short form, such as a family name by itself."""
