"""Families: where a family name is written alike of all who bear it, so that it may be anybody's.

A head of state is meant by it; and in a language that writes all of that name alike, it matters
little who is.
"""

from translit.forms import is_of_latin_original
from translit.judging.candidate import Candidate
from translit.judging.cases import has_title_in_case
from translit.judging.near import Near
from translit.judging.what_else import is_something_else
from translit.languages import find_way_abroad, list_neighbours
from translit.readings import is_english_family, is_unlike_its_form
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
    reading, known, page = candidate.reading, candidate.known, candidate.page
    name = known.entity.name
    if isinstance(name, str) or page.speech.is_english or not _is_english_family(candidate):
        return False
    if reading.cases and not _is_english_in_case(candidate):
        return False
    way = find_way_abroad(next(iter(known.entity.native), ""))
    is_near = way == "derived" and near.hears_country(candidate)
    if len(name.family) < _LEAST_LETTERS or _is_else(candidate, name.family, is_near=is_near):
        return False
    is_unlike = is_unlike_its_form(page.text, reading, page.speech.code, candidate.offset)
    return is_near or (is_unlike and (way != "heard" or is_of_latin_original(known)))


def is_full_name_alike(candidate: Candidate, near: Near) -> bool:
    """Tell whether all of a full name in its English form are printed alike, whoever is meant.

    As a family name is, *Andriy Shevchenko* in Czech, and as a neighbour has it; but *Alexander
    Popov*, whose given name is as English has it, may be a Canadian, unless the country is spoken
    of.
    """
    reading, known, page = candidate.reading, candidate.known, candidate.page
    name = known.entity.name
    if isinstance(name, str) or page.speech.is_english or not reading.full:
        return False
    if find_way_abroad(next(iter(known.entity.native), "")) != "derived":
        return False
    if [piece.part for piece in candidate.pieces] != ["given", "family"]:
        return False
    given, family = reading.bases or [candidate.written(piece) for piece in candidate.pieces]
    neighbours = list_neighbours(page.speech.code)
    if any(known.has_word(given, lang) and known.has_word(family, lang) for lang in neighbours):
        return True
    own = (reading.base_output if reading.cases else candidate.output).split()[0]
    is_told = fold(own) != fold(name.given) or near.hears_country(candidate)
    if not is_told or fold(given) not in (fold(name.given), fold(own)):
        return False
    is_english = is_english_family(family, reading)
    return is_english and is_unlike_its_form(page.text, reading, page.speech.code, candidate.offset)


def _is_else(candidate: Candidate, family: str, *, is_near: bool) -> bool:
    """Tell whether a family name is something else, or means another of the tables by itself.

    With its country near it is no place of another: *Yermak* beside Ukraine, of Kazakhstan.
    """
    lexicon = candidate.page.lexicon
    others = lexicon.alone.find_others(candidate.known, family)
    if not all(is_near and one.startswith("place ") for one in others):
        return True
    bearers = lexicon.find_bearers(fold(family))
    return any(one.entity.alone or one.entity.heads for _, one in bearers)


def _is_as_neighbour_has_it(candidate: Candidate) -> bool:
    """Tell whether the family name, without its case, is as a neighbour of the language has it."""
    pairs = zip(candidate.pieces, candidate.reading.bases, strict=True)
    family = [base for piece, base in pairs if piece.part == "family"]
    return any(
        all(candidate.known.has_word(base, lang) for base in family)
        for lang in list_neighbours(candidate.page.speech.code)
    )


def _is_english_in_case(candidate: Candidate) -> bool:
    """Tell whether a family name is what English prints with an ending, and as it stands nobody's:
    *Medvedevowi*, but not *Rahmani*. Or a man's title in that case stands before it."""
    if not candidate.reading.cases or not _is_english_family(candidate):
        return False
    if has_title_in_case(candidate):
        return True
    lexicon, written = candidate.page.lexicon, candidate.family
    world = lexicon.find_world(written)
    is_known = world is not None and (world.family or world.given)
    return not (is_known or any(lexicon.find_bearers(fold(written))))


def _is_english_family(candidate: Candidate) -> bool:
    """Tell whether the one word of a name is the family name as English has it."""
    bases = candidate.reading.bases or (candidate.name,)
    return len(bases) == 1 and is_english_family(bases[0], candidate.reading)


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
