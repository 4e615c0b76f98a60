"""Licences: what lifts a rule, such as the full name that lets a short form be believed."""

from collections.abc import Callable
from typing import NamedTuple

from translit.forms import is_heard
from translit.judging.candidate import Candidate
from translit.judging.families import (
    heads_state,
    is_family_of_country,
    is_full_name_alike,
)
from translit.judging.near import Near
from translit.judging.neighbours import is_known_word_before
from translit.judging.surroundings import stands_by_title
from translit.judging.what_else import (
    is_name_of_people,
    is_often_another,
    is_something_else,
    may_be_a_person,
    may_be_else,
)
from translit.lexicon import fold_phrase
from translit.page import LATIN
from translit.readings import stands_alone
from translit.schemes import APOSTROPHES, fold, unify_script


class Licence(NamedTuple):
    """What lifts a rule where it `holds`, and what it says to a newcomer."""

    code: str
    holds: Callable[[Candidate, Near], bool]
    sentence: str


def _is_named(candidate: Candidate, near: Near) -> bool:
    return candidate.known.id in near.ledger.named


def _is_named_person(candidate: Candidate, near: Near) -> bool:
    return candidate.is_person and _is_named(candidate, near)  # a place names itself


def _has_word_near(candidate: Candidate, near: Near) -> bool:
    entity = candidate.known.entity
    if entity.kind == "place" and _is_put_from_abroad(candidate):
        return False
    return near.holds(candidate, (*entity.near, *entity.place))


def _is_put_from_abroad(candidate: Candidate) -> bool:
    """Tell whether English is put into a text whose press prints the name otherwise.

    Or would print a Latin name as it is. What is near is then too little: *Kabala* is no Kavala
    where Slovak speaks of Greece, *Lech* in Portuguese no Leh.
    """
    reading = candidate.reading
    return reading.is_translated and (reading.is_foreign or reading.source == "written")


def _has_country(candidate: Candidate, near: Near) -> bool:
    # An organization of a country is known by its field: many acronyms are of one country. Where
    # nothing changes, *the SBU* in Odesa, its country is enough.
    # Where no press prints it so, its country makes it no likelier than what else it may be.
    is_of_field = candidate.known.entity.kind not in ("person", "place") and candidate.is_changed
    if is_of_field or candidate.reading.is_seldom or _is_put_from_abroad(candidate):
        return False
    if is_name_of_people(candidate, ("given",)):
        return False
    return near.hears_country(candidate)


def _is_own_form(candidate: Candidate, near: Near) -> bool:
    # What another language prints for a place, and nothing is to be changed.
    return candidate.known.entity.kind == "place" and _is_right(candidate)


def _is_in_own_script(candidate: Candidate, near: Near) -> bool:
    # *Херсон*, *بغداد*: no other place is spelled so, whatever its Latin spellings may be.
    reading = candidate.reading
    if candidate.known.entity.kind != "place" or reading.source != "native":
        return False
    if any(candidate.page.words[at].facts & LATIN for at in candidate.words):
        return False
    return not (
        is_something_else(candidate, candidate.text)
        or is_often_another(candidate)
        or may_be_a_person(candidate)
    )


def _is_own_name(candidate: Candidate, near: Near) -> bool:
    return candidate.reading.full and _is_right(candidate)


def _is_right(candidate: Candidate) -> bool:
    # In another language than English nothing is to be changed, so nothing can be harmed; or only
    # letters that look alike are, *Oдессе* with a Latin O.
    is_same = not candidate.is_changed or candidate.output == unify_script(candidate.text)
    return is_same and not candidate.page.speech.is_english


def _stands_alone(candidate: Candidate, near: Near) -> bool:
    page = candidate.page
    return stands_alone(
        page.lexicon,
        page.text,
        candidate.reading,
        candidate.offset,
        is_english=page.speech.is_english,
    )


def _has_soft_sign(candidate: Candidate, near: Near) -> bool:
    # with a soft sign, *Kazan'*, it is nothing else
    is_place = candidate.known.entity.kind == "place"
    return is_place and candidate.page.text[candidate.end - 1] in APOSTROPHES


def _is_alone(candidate: Candidate, near: Near) -> bool:
    if not candidate.known.entity.alone or may_be_else(candidate):
        return False
    if may_be_a_person(candidate):
        return False
    is_looked_at = "alone" in candidate.known.fields  # the row says that nothing else is meant
    return is_looked_at or not is_name_of_people(candidate, ("given", "family"))


def _is_known_word_before(candidate: Candidate, near: Near) -> bool:
    # Only for somebody whose full name is in the document: who else bears the name is not.
    return candidate.known.id in near.ledger.named and is_known_word_before(candidate)


def _fits_title(candidate: Candidate, near: Near) -> bool:
    # *Armenian foreign minister A. Mirsojan, Ararad Mirsojan*: hardly anybody else of that office
    # is called so. Of family names that millions bear, and full names that many do, others may be.
    if candidate.reading.is_shared_family or candidate.known.entity.common:
        return False
    fits = any(
        piece.part == "initial" or (piece.part == "given" and piece.meant)
        for piece in candidate.pieces
    )
    return fits and stands_by_title(candidate) and near.hears_country(candidate)


def _was_told(candidate: Candidate, near: Near) -> bool:
    alias = candidate.reading.alias
    needs_telling = candidate.pieces[0].is_acronym if alias is None else bool(alias.get("near"))
    return needs_telling and (candidate.known.id, fold(candidate.text)) in near.belief.told


def _is_english_form(candidate: Candidate, near: Near) -> bool:
    # In another language the form that English prints, *Lviv*, is nothing else.
    name, page = candidate.known.entity.name, candidate.page
    if page.speech.is_english or not isinstance(name, str) or candidate.name != name:
        return False
    if candidate.is_changed and not candidate.known.entity.alone:
        others = page.lexicon.alone.find_others(candidate.known, name)
        # *Tula* is also a given name. What is heard has an English name of its own, which people
        # bear as well, *Jericho*, unless the place is large.
        entity = candidate.known.entity
        is_told = is_heard(candidate.known) and not (entity.size or entity.capital_of)
        # *mecca* is a word of English alone.
        if any(one != "word" and (one != "family" or is_told) for one in others):
            return False
    return fold_phrase(name) not in page.speech.countries  # *Georgia* is also a state


ALONE = Licence("alone", _is_alone, "its row says that it is known by this name alone")
NAMED = Licence("named", _is_named, "its full name is in the document")
NAMED_PERSON = Licence("named", _is_named_person, "the person's full name is in the document")
NEAR_WORD = Licence("near-word", _has_word_near, "a word that tells it is near")
COUNTRY = Licence("country", _has_country, "its country is spoken of near it")
NOTHING_ELSE = Licence("nothing-else", _stands_alone, "so spelled, it is known as nothing else")
SOFT_SIGN = Licence("soft-sign", _has_soft_sign, "with its soft sign it is nothing else")
KNOWN_WORD = Licence(
    "known-word",
    _is_known_word_before,
    "the word before it is a word of some language, and its full name is in the document",
)
ENGLISH_FORM = Licence(
    "english-form", _is_english_form, "in another language it is how English prints the place"
)
OWN_NAME = Licence("own-name", _is_own_name, "it is a full name as the language prints it")
HEAD = Licence("head", heads_state, "a head of state, and all of that name are printed alike")
FAMILY_OF_COUNTRY = Licence(
    "family-of-country",
    is_family_of_country,
    "its country is spoken of near it, and all of that name there are printed alike",
)
FULL_NAME_ALIKE = Licence(
    "full-name-alike",
    is_full_name_alike,
    "it is a full name as English has it, and all of that name are printed alike",
)
OWN_SCRIPT = Licence("own-script", _is_in_own_script, "it is the name in its own script")
OWN_FORM = Licence("own-form", _is_own_form, "it stands there as the language prints it")
TOLD = Licence("told", _was_told, "a word near the same spelling elsewhere tells whom it names")
TITLED = Licence(
    "titled",
    _fits_title,
    "its initials or damaged given name fit, after a title of the person whose country is near",
)

SHORT_FORM = (ALONE, NAMED, NEAR_WORD, HEAD, FAMILY_OF_COUNTRY, TOLD, TITLED)
"""One of them is enough for a short form, such as a family name by itself."""
PLACE = (
    ALONE,
    NAMED,
    OWN_SCRIPT,
    OWN_FORM,
    NEAR_WORD,
    NOTHING_ELSE,
    COUNTRY,
    SOFT_SIGN,
    ENGLISH_FORM,
    TOLD,
)
"""One of them is enough for what is also another place, a name or a word."""
FOREIGN = (NAMED_PERSON, NOTHING_ELSE, COUNTRY, NEAR_WORD)
"""One of them is enough for a spelling that another language has."""

ABROAD = (COUNTRY,)
"""It is wanted for what another language calls a place."""
