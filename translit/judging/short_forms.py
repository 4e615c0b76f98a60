"""Short forms: family names and other parts of a name that stand by themselves."""

from translit.judging import words
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.schemes import fold


def is_short_form(candidate: Candidate, near: Near) -> bool:
    """Tell whether less than the full name stands there, and its row has a form for that."""
    return not candidate.reading.full and candidate.known.entity.short is not False


def is_refused(candidate: Candidate, near: Near) -> bool:
    """Tell whether less than the full name stands there, and its row allows of none.

    A number is a part of a name: *the Paris Bourse* is no *Paris 02 Bourse*.
    """
    if not candidate.reading.full:
        return candidate.known.entity.short is False
    return candidate.is_changed and any(
        letter.isdigit() and letter not in candidate.text for letter in candidate.output
    )


def is_changed_shared_family(candidate: Candidate, near: Near) -> bool:
    """Tell whether one of the few names that all bear stands in a case, or damaged."""
    reading = candidate.reading
    return reading.is_shared_family and (reading.in_case or reading.is_damaged)


def is_otherwise_spelled_family(candidate: Candidate, near: Near) -> bool:
    """Tell whether a family name that millions bear is spelled otherwise than in the full name.

    *NO* is not *Roh*. Nor is one taken that may be a brand, or another's, and that no press prints
    so: *Tinkoff bank*.
    """
    reading = candidate.reading
    if not candidate.is_person or candidate.known.entity.alone:
        return False
    if (candidate.known.id, candidate.family) in near.ledger.spelled:
        return False
    is_named = candidate.known.id in near.ledger.named
    is_anothers = is_named and words.is_anothers_form(candidate, candidate.family)
    return reading.is_shared_family or reading.is_seldom or is_anothers


def is_contested(candidate: Candidate, near: Near) -> bool:
    """Tell whether another bearer of a family name that stands by itself is in the document.

    Of a place that few know, a person: *Oumansky*, who is *Constantine Oumansky* elsewhere.
    """
    if candidate.is_obscure_place:
        return _is_a_persons(candidate, near)
    if not candidate.is_person or candidate.reading.full:
        return False
    contested = near.ledger.contested
    return any((candidate.known.id, family) in contested for family in candidate.reading.families)


def _is_a_persons(candidate: Candidate, near: Near) -> bool:
    key = fold(candidate.text)
    if (candidate.known.id, key) in near.ledger.contested:
        return True
    return any(
        other.entity.kind == "person" and other.id in near.ledger.named
        for _, other in candidate.page.lexicon.find_bearers(key)
    )
