"""Words that a spelling may also be: an ordinary word, a plural, a given name, half of a name."""

from collections.abc import Iterable

from translit.forms import has_whole_given_name, keeps_line_ends
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import is_small_word
from translit.lexicon import LATIN, Known, fold_phrase
from translit.page import DETERMINER, PARTICLE, SIBILANTS
from translit.schemes import APOSTROPHES, adds_endings, fold
from translit.tables import PersonName

_LEAST_ALIKE = 50  # of 100: *Chuguev* and Chuhuyiv are 67, *Pervomaiske* and Sosnove 33


def is_ordinary_in_doubt(candidate: Candidate, near: Near) -> bool:
    """Tell whether it is an ordinary word, and not surely the name of somebody who is named."""
    return candidate.reading.is_ordinary and not _is_sure_name(candidate, near)


def may_be_the_word(candidate: Candidate, near: Near) -> bool:
    """Tell whether a sentence of another language than English may start with an ordinary word that
    is a name as well, or have a small one in capitals: Lithuanian *Viena*, which is Vienna, and
    *one*; Czech *Ano*, of Anah, and *yes*."""
    page, first = candidate.page, candidate.first
    if page.speech.is_english or first < candidate.last or candidate.known.layer:
        return False
    is_small = is_small_word(candidate.text.lower(), page.speech.code)
    is_acronym = candidate.pieces[0].is_acronym
    is_ordinary = candidate.reading.is_ordinary and not is_acronym
    if not (is_small or is_ordinary):
        return False  # as nearly all names
    if page.starts_sentence(first):
        return is_small or not _is_well_known(candidate, near)
    return is_small and candidate.text.isupper() and not is_acronym


def _is_well_known(candidate: Candidate, near: Near) -> bool:
    """Tell whether a name at the start of a sentence is that of somebody who is named in full, or
    of what everyone knows as it is spelled: Turkish *Erdoğan*."""
    known, lang = candidate.known, candidate.page.speech.code
    if candidate.is_person and known.id in near.ledger.named:
        return True
    is_so_spelled = any(known.has_word(candidate.text, code) for code in (lang, LATIN))
    return is_so_spelled and candidate.page.lexicon.alone.is_eligible(known)


def _is_sure_name(candidate: Candidate, near: Near) -> bool:
    page, first = candidate.page, candidate.first
    if candidate.known.id not in near.ledger.named or page.starts_sentence(first):
        return False
    before = page.words[first - 1]
    return not before.is_capital and not before.facts & DETERMINER


def may_be_a_plural(candidate: Candidate, near: Near) -> bool:
    """A Latvian or Lithuanian nominative in -s is one with the full name only: *the Putins*.

    With an apostrophe, *Kercs’ port*, it is the possessive of one, unless the new name has an s.
    """
    reading = candidate.reading
    if _is_possessive_of_many(candidate):
        return True
    if reading.full or candidate.page.text[candidate.end - 1] not in "sS":
        return False
    if candidate.page.speech.is_english and not _may_be_many(candidate):
        return False
    spellings = [one.pieces[-1].spelling for one in (reading, *reading.twins)]
    return all(
        spelling is not None and spelling.schemes and all(map(adds_endings, spelling.schemes))
        for spelling in spellings
    )


def _may_be_many(candidate: Candidate) -> bool:
    """Tell whether what stands before the -s of a place is its name too: *Minskas* is one Minsk.

    A person's is asked for the given name in any case: *the Putinas*.
    """
    lexicon, one = candidate.page.lexicon, fold(candidate.text)[:-1]
    return candidate.is_person or any(
        known.id == candidate.known.id and not all(map(adds_endings, spelling.schemes))
        for spelling, known in lexicon.find_bearers(one)
    )


def _is_possessive_of_many(candidate: Candidate) -> bool:
    text, end = candidate.page.text, candidate.end
    if not candidate.is_changed or text[end - 1] not in SIBILANTS:
        return False
    follows = text[end : end + 1]
    if not follows or follows not in APOSTROPHES or text[end + 1 : end + 2].isalnum():
        return False
    return candidate.output[-1] not in SIBILANTS


def is_bare_given_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a family name that stands alone is also a given name: *Boris* for Borys."""
    reading = candidate.reading
    if len(candidate.pieces) > 1:
        return False
    if reading.full:
        return _is_end_of_one_name(candidate)
    if reading.is_damaged or reading.in_case or reading.alias is not None:
        return False
    return candidate.page.words[candidate.first].is_given_name


def _is_end_of_one_name(candidate: Candidate) -> bool:
    """Tell whether a given name is all that is read of a name whose row parts it not: *Ali*, of
    Zine El Abidine Ben Ali."""
    name, reading = candidate.known.entity.name, candidate.reading
    if isinstance(name, str) or name.given or " " not in name.family or reading.alias is not None:
        return False
    base = reading.bases[0] if reading.bases else candidate.text
    found = candidate.page.lexicon.find_world(base)
    return found is not None and found.given


def is_anothers_form(candidate: Candidate, family: str) -> bool:
    """Tell whether a short form to be changed is how another one of the tables is printed.

    *Litvinenko* is Alexander, where only a Lytvynenko is named.
    """
    reading = candidate.reading
    if reading.full or reading.in_case or reading.is_damaged or not candidate.is_changed:
        return False
    return any(
        isinstance(other.entity.name, PersonName) and other.entity.name.family == family
        for _, other in candidate.page.lexicon.find_bearers(fold(family))
        if other.id != candidate.known.id
    )


def is_half_of_a_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a given name stands there of which only a part was read, and no canonical one.

    Half a name rewritten is worse than none: *Abd al-Fattah al-Sisi*.
    """
    name = candidate.known.entity.name
    given = [p for p in candidate.pieces if p.part == "given"]
    if not given or isinstance(name, str) or has_whole_given_name(candidate.reading):
        return False
    page, first = candidate.page, candidate.first
    if first and candidate.pieces[0].part == "given":
        joined = not page.follows(first, hyphen=False) and page.follows(first)
        if joined and page.words[first - 1].facts & PARTICLE:
            return True
    own = {fold(word) for word in (name.given or "").replace("-", " ").split()}
    return any(fold(candidate.written(p)) not in own for p in given)


def loses_line_end(candidate: Candidate, near: Near) -> bool:
    """Tell whether more lines end within the mention than its canonical form has room for.

    A text of a name or a token to a line is put beside another by its lines, and one line less
    shifts all that follow: *Rostov⏎na⏎Donu*.
    """
    text = candidate.page.text
    return not all(
        keeps_line_ends(text[change.start : change.end], change.after)
        for change in candidate.list_changes()
    )


def _lie_together(candidate: Candidate) -> bool:
    """Tell whether one that shares the spelling is in the same country: a city and its river."""
    known, lexicon = candidate.known, candidate.page.lexicon
    others = map(lexicon.find_entity, known.entity.shares)
    return any(other and not set(other.countries).isdisjoint(known.countries) for other in others)


def _is_one_family(candidate: Candidate, shares: Iterable[Known]) -> bool:
    """Tell whether all have one family name, which another language than English prints alike."""
    if not candidate.is_person or candidate.page.speech.is_english:
        return False
    roots = candidate.known.find_roots("family")
    return not any(roots.isdisjoint(known.find_roots("family")) for known in shares)


def _is_called_as_a_country(candidate: Candidate) -> bool:
    """Tell whether the text's language calls a whole country as it calls a place in it, whose
    English forms differ: Spanish *Túnez* is Tunis, and Tunisia.
    """
    known, reading = candidate.known, candidate.reading
    if known.entity.kind != "place" or not reading.is_translated:
        return False
    inside = candidate.page.speech.countries.get(fold_phrase(candidate.name))
    is_country = known.id in candidate.page.lexicon.countries
    return inside is not None and not is_country and known.id not in inside


def is_shared_in_doubt(candidate: Candidate, near: Near) -> bool:
    """A spelling knowingly shared needs a word that decides, or the full name."""
    entity = candidate.known.entity
    if _is_called_as_a_country(candidate):
        return True
    if not entity.shares or len(candidate.words) > 1 or entity.id in near.ledger.named:
        return False
    key = fold(candidate.text)
    sharing = {known.id: known for _, known in candidate.page.lexicon.find_bearers(key)}
    shares = [sharing[one] for one in entity.shares if one in sharing]
    if not shares or _is_one_family(candidate, shares):
        return False
    if near.holds(candidate, (*entity.near, *entity.place)):
        return False
    return _lie_together(candidate) or not near.hears_country(candidate)


def is_another_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a row of a gazetteer, which says nowhere where its place is, calls it otherwise
    than its original.

    It was renamed then, as many were together: *Pervomaiske* is no Sosnove, but any of the places
    that are still called so.
    """
    known, reading = candidate.known, candidate.reading
    if reading.source == "other":
        return True
    is_nowhere = known.entity.kind == "place" and known.layer > 0 and not known.countries
    if not is_nowhere or reading.alias is not None or not candidate.page.speech.is_english:
        return False
    if not candidate.page.lexicon.is_gazetteer:
        return False  # whoever wrote the row knows what he wants: *Qahira* is Cairo
    from rapidfuzz.fuzz import ratio

    name = str(known.entity.name)
    words = {fold(one) for one in (name, *name.replace("-", " ").split())}
    return all(ratio(fold(candidate.text), one) < _LEAST_ALIKE for one in words)
