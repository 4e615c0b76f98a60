"""What else a spelling may be: another name, in the world or the tables, or a word.

Well-known places mean themselves; what few know is asked here, and what is put from one language
into another.
"""

from collections.abc import Sequence

from translit.judging.candidate import Candidate
from translit.languages import UNTOLD, find_language, list_neighbours, read_case_in_text
from translit.lexicon import OFTEN
from translit.schemes import fold

_LONG = 7  # letters of a town's name, which can hardly be another's


def is_something_else(candidate: Candidate, name: str) -> bool:
    """Tell whether a spelling is also a word, or the name of others, in the world or the tables."""
    return bool(candidate.page.lexicon.alone.find_others(candidate.known, name))


def is_name_of_people(candidate: Candidate, kinds: Sequence[str]) -> bool:
    """Tell whether a spelling of a place that few know is a name of people: *Janet*, for Djanet."""
    known, alone = candidate.known, candidate.page.lexicon.alone
    if known.entity.kind != "place" or known.layer or not candidate.is_changed:
        return False
    if candidate.reading.alias is not None or alone.is_eligible(known):
        return False
    return not set(kinds).isdisjoint(alone.find_others(known, candidate.text))


def is_name_of_many(candidate: Candidate) -> bool:
    """Tell whether people and another place are called so: *Jarosław* is Polish for Yaroslavl."""
    others = candidate.page.lexicon.alone.find_others(candidate.known, candidate.text)
    is_of_people = not {"given", "family"}.isdisjoint(others)
    return is_of_people and any(one.startswith("place ") for one in others)


def may_be_else(candidate: Candidate) -> bool:
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
        return is_name_of_many(candidate)
    is_listed = known.layer > 0 or lang in known.entity.names
    is_known = is_listed or candidate.page.lexicon.alone.is_eligible(known)
    is_obscure = known.entity.kind == "place" and not is_known
    return is_obscure or any(
        is_something_else(candidate, one) for one in {candidate.name, candidate.text}
    )


def may_be_a_person(candidate: Candidate) -> bool:
    """Tell whether what becomes the name of a town that few know may be a person's of the tables:
    *Ромни* in Russian is Romney, *Соловьева* in Ukrainian a Solovyov."""
    page, known = candidate.page, candidate.known
    lang = page.speech.code
    if not (candidate.is_changed and known.entity.kind == "place" and lang != UNTOLD):
        return False
    if not list_neighbours(lang) or page.lexicon.alone.is_eligible(known):
        return False
    return any(
        bearer.entity.kind == "person"
        for read in read_case_in_text(candidate.text, lang, {"family"})
        for _, bearer in page.lexicon.find_bearers(fold(read.base))
    )


def is_often_another(candidate: Candidate) -> bool:
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
        and bool(page.lexicon.find_listed(fold(candidate.text)) & OFTEN)
        and not page.lexicon.alone.is_eligible(candidate.known)
    )
