"""Families: where a family name is written alike of all who bear it, so that it may be anybody's.

A head of state is meant by it; and in a language that writes all of that name alike, it matters
little who is.
"""

from translit.judging.candidate import Candidate
from translit.judging.cases import has_title_in_case
from translit.judging.near import Near
from translit.judging.what_else import is_something_else
from translit.languages import find_language, find_way_abroad
from translit.readings import is_unlike_its_form
from translit.schemes import fold

_LEAST_LETTERS = 6  # of a family name that is nothing else in any language: *Jakob* is shorter


def heads_state(candidate: Candidate, near: Near) -> bool:
    """Tell whether a head of state is meant by a family name.

    In another language than English the form is the same for all who bear the name; but what is
    to be changed in a case may be another name: *Rahmani*, of Rahman and not of Rahmon.
    Nor is it so where another language's form is put in its place: *Korea* would be *Correa*.
    What a neighbour has in his own letters is as he has it: *Ельцина* in Ukrainian.
    """
    reading = candidate.reading
    is_in_doubt = candidate.page.speech.is_english or _is_doubtful_family(candidate)
    is_in_doubt |= (
        candidate.is_changed
        and bool(reading.cases)
        and not (_is_as_neighbour_has_it(candidate) or _is_english_in_case(candidate))
    )
    return bool(candidate.known.entity.heads) and not is_in_doubt


def is_family_of_country(candidate: Candidate, near: Near) -> bool:
    """Tell whether all of a family name in a country that is spoken of are printed alike.

    In another language than English, what English prints for a family name, *Zakharova*, is
    printed alike of whoever bears it in a country that is spoken of; and of somebody known, where
    the language has it otherwise by more than vowels.
    """
    reading, known = candidate.reading, candidate.known
    name = known.entity.name
    if isinstance(name, str) or candidate.page.speech.is_english:
        return False
    if reading.cases and not _is_english_in_case(candidate):
        return False
    own = next(iter(known.entity.native), "")
    if find_way_abroad(own) != "derived" or fold(name.family) != fold(candidate.name):
        return False
    is_else = len(name.family) < _LEAST_LETTERS or is_something_else(candidate, name.family)
    bearers = candidate.page.lexicon.find_bearers(fold(name.family))
    is_else |= any(one.entity.alone or one.entity.heads for _, one in bearers)  # then it means him
    if is_else:
        return False
    is_unlike = is_unlike_its_form(candidate.page.text, reading, candidate.offset)
    return is_unlike or near.hears_country(candidate)


def _is_as_neighbour_has_it(candidate: Candidate) -> bool:
    """Tell whether the family name, without its case, is as a neighbour of the language has it."""
    pairs = zip(candidate.pieces, candidate.reading.bases, strict=True)
    family = [base for piece, base in pairs if piece.part == "family"]
    return any(
        all(candidate.known.has_word(base, lang) for base in family)
        for lang in find_language(candidate.page.speech.code).neighbours
    )


def _is_english_in_case(candidate: Candidate) -> bool:
    """Tell whether a family name is what English prints with an ending, and as it stands nobody's:
    *Medvedevowi*, but not *Rahmani*. Or a man's title in that case stands before it."""
    name, page = candidate.known.entity.name, candidate.page
    if isinstance(name, str) or not candidate.reading.cases:
        return False
    pairs = zip(candidate.pieces, candidate.reading.bases, strict=True)
    family = [base for piece, base in pairs if piece.part == "family"]
    if [fold(one) for one in family] != [fold(name.family)]:
        return False
    if has_title_in_case(candidate):
        return True
    world = page.lexicon.find_world(candidate.family)
    is_known = world is not None and (world.family or world.given)
    return not (is_known or any(page.lexicon.find_bearers(fold(candidate.family))))


def _is_doubtful_family(candidate: Candidate) -> bool:
    """Tell whether a family name becomes another language's, and is short or something else too."""
    if not candidate.reading.is_translated:
        return False
    own = next(iter(candidate.known.entity.native), "")
    if own and find_way_abroad(own) == "heard":
        return True  # each bearer has an English form of his own: *Abdelaziz, Abdul Aziz*
    name, lexicon = candidate.name, candidate.page.lexicon
    world, made = lexicon.find_world(name), lexicon.find_world(candidate.output)
    is_given = world is not None and world.given
    # *Esmail* may be nothing else, but *Ismail*, which it would become, is.
    becomes_common = made is not None and made.given and made.family
    is_else = is_given or becomes_common or is_something_else(candidate, name)
    return is_else or len(name) < _LEAST_LETTERS
