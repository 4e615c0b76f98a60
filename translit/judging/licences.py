"""Licences: what lifts a rule, such as the full name that lets a short form be believed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.judging.candidate import Candidate
from translit.judging.cases import has_title_in_case
from translit.judging.near import Near
from translit.judging.neighbours import is_known_word_before
from translit.judging.surroundings import stands_by_title
from translit.languages import UNTOLD, find_language, find_way_abroad, read_case_in_text
from translit.lexicon import fold_phrase
from translit.page import LATIN
from translit.readings import stands_alone
from translit.schemes import APOSTROPHES, fold

_LEAST_LETTERS = 6  # of a family name that is nothing else in any language: *Jakob* is shorter
_LONG = 7  # letters of a town's name, which can hardly be another's


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
    if _is_name_of_people(candidate, ("given",)):
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
        _is_something_else(candidate, candidate.text)
        or _is_often_another(candidate)
        or _may_be_a_person(candidate)
    )


def _may_be_a_person(candidate: Candidate) -> bool:
    """Tell whether what becomes the name of a town that few know may be a person's of the tables:
    *Ромни* in Russian is Romney, *Соловьева* in Ukrainian a Solovyov."""
    page, known = candidate.page, candidate.known
    lang = page.speech.code
    if not (candidate.is_changed and known.entity.kind == "place" and lang != UNTOLD):
        return False
    if not find_language(lang).neighbours or page.lexicon.alone.is_eligible(known):
        return False
    return any(
        bearer.entity.kind == "person"
        for read in read_case_in_text(candidate.text, lang, {"family"})
        for _, bearer in page.lexicon.find_bearers(fold(read.base))
    )


def _is_often_another(candidate: Candidate) -> bool:
    """Tell whether a neighbour's name of a town that few know may be another that is often met:
    *Бузова* in Russian is a woman, and no Buzova, unless Ukraine is spoken of."""
    page = candidate.page
    if not candidate.is_changed or page.speech.code == UNTOLD:
        return False
    language = find_language(page.speech.code)
    return (
        not language.is_latin
        and not language.is_strange(candidate.text)
        and len(candidate.text) < _LONG
        and page.lexicon.is_met_often(fold(candidate.text))
        and not page.lexicon.alone.is_eligible(candidate.known)
    )


def _is_own_name(candidate: Candidate, near: Near) -> bool:
    return candidate.reading.full and _is_right(candidate)


def _is_right(candidate: Candidate) -> bool:
    # In another language than English nothing is to be changed, so nothing can be harmed.
    return not candidate.page.speech.is_english and not candidate.is_changed


def _heads_state(candidate: Candidate, near: Near) -> bool:
    # In another language than English the form is the same for all who bear the name; but what is
    # to be changed in a case may be another name: *Rahmani*, of Rahman and not of Rahmon.
    # Nor is it so where another language's form is put in its place: *Korea* would be *Correa*.
    # What a neighbour has in his own letters is as he has it: *Ельцина* in Ukrainian.
    reading = candidate.reading
    is_in_doubt = candidate.page.speech.is_english or _is_doubtful_family(candidate)
    is_in_doubt |= (
        candidate.is_changed
        and bool(reading.cases)
        and not (_is_as_neighbour_has_it(candidate) or _is_english_in_case(candidate))
    )
    return bool(candidate.known.entity.heads) and not is_in_doubt


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
    is_else = is_given or becomes_common or _is_something_else(candidate, name)
    return is_else or len(name) < _LEAST_LETTERS


def _is_family_of_country(candidate: Candidate, near: Near) -> bool:
    # In another language than English, what English prints for a family name, *Zakharova*, is
    # printed alike of whoever bears it in a country that is spoken of.
    reading, known = candidate.reading, candidate.known
    name = known.entity.name
    if isinstance(name, str) or candidate.page.speech.is_english:
        return False
    if reading.cases and not _is_english_in_case(candidate):
        return False
    own = next(iter(known.entity.native), "")
    if find_way_abroad(own) != "derived" or fold(name.family) != fold(candidate.name):
        return False
    is_else = len(name.family) < _LEAST_LETTERS or _is_something_else(candidate, name.family)
    bearers = candidate.page.lexicon.find_bearers(fold(name.family))
    is_else |= any(one.entity.alone or one.entity.heads for _, one in bearers)  # then it means him
    return not is_else and near.hears_country(candidate)


def _is_something_else(candidate: Candidate, name: str) -> bool:
    """Tell whether a spelling is also a word, or the name of others, in the world or the tables."""
    return bool(candidate.page.lexicon.alone.find_others(candidate.known, name))


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
    if not candidate.known.entity.alone or _may_be_else(candidate):
        return False
    if _may_be_a_person(candidate):
        return False
    is_looked_at = "alone" in candidate.known.fields  # the row says that nothing else is meant
    return is_looked_at or not _is_name_of_people(candidate, ("given", "family"))


def _is_name_of_people(candidate: Candidate, kinds: Sequence[str]) -> bool:
    """Tell whether a spelling of a place that few know is a name of people: *Janet*, for Djanet."""
    known, alone = candidate.known, candidate.page.lexicon.alone
    if known.entity.kind != "place" or known.layer or not candidate.is_changed:
        return False
    if candidate.reading.alias is not None or alone.is_eligible(known):
        return False
    return not set(kinds).isdisjoint(alone.find_others(known, candidate.text))


def _may_be_else(candidate: Candidate) -> bool:
    """Tell whether the spelling of what is no person may be else, which a foreign form shows.

    In its own language's form it would look much as it does. So may that of a place which is not
    so well known that its name alone means it: *Bénech*, a Frenchman, and no Binnish in Syria.
    What users list is known to them.
    """
    reading, known = candidate.reading, candidate.known
    if known.entity.kind == "person" or not reading.is_translated:
        return False
    lang = candidate.page.speech.code
    if lang in known.entity.native:
        return False
    if reading.alias and lang in reading.alias.get("langs", ()):
        return _is_name_of_many(candidate)
    is_listed = known.layer > 0 or lang in known.entity.names
    is_known = is_listed or candidate.page.lexicon.alone.is_eligible(known)
    is_obscure = known.entity.kind == "place" and not is_known
    return is_obscure or any(
        _is_something_else(candidate, one) for one in {candidate.name, candidate.text}
    )


def _is_name_of_many(candidate: Candidate) -> bool:
    """Tell whether people and another place are called so: *Jarosław* is Polish for Yaroslavl."""
    others = candidate.page.lexicon.alone.find_others(candidate.known, candidate.text)
    is_of_people = not {"given", "family"}.isdisjoint(others)
    return is_of_people and any(one.startswith("place ") for one in others)


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
        if any(other != "family" for other in others):
            return False  # *Tula* is also a given name
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
HEAD = Licence("head", _heads_state, "a head of state, and all of that name are printed alike")
FAMILY_OF_COUNTRY = Licence(
    "family-of-country",
    _is_family_of_country,
    "its country is spoken of near it, and all of that name there are printed alike",
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
