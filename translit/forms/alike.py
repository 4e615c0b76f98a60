"""Alike: a foreign spelling with the ending that the language's own form of the name has in a case.

Whoever leaves *Andriyem* in a Czech text, of the English *Andriy*, declines by ear, as Czech has
*Andrijem*. The paradigms know no English spelling, so the two are compared from their last
consonant on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from translit.languages import NOMINATIVE, Gender, Kind, decline, find_language
from translit.schemes import fold

_VOWELS = "aeiouyj"  # and what sounds like one at the end of a stem
_ALL_VOWELS = f"{_VOWELS}аеиоуыэюяіїєйьў"
_END = re.compile(rf"[{_ALL_VOWELS}]+[^{_ALL_VOWELS}]?$")
_NOMINATIVE = re.compile(rf"[{_VOWELS}]*s$")  # of Latvian and Lithuanian men
_GLIDES = re.compile("[yij]+")
# A stem may lose a vowel, or change one, before an ending: *Lwów, Lwowie*.
_CHANGED = 2
_LEAST = 4  # letters of a stem
# How foreign spellings may end after their last consonant.
_TAILS = ("", "a", "e", "i", "o", "y", "yi", "yy", "iy", "ii", "ij", "ey", "ei", "ej", "ay", "ai",
         "ia", "iya", "ija", "ya", "ja", "aya", "aja")  # fmt: skip


def part_stems(word: str) -> Iterator[tuple[str, str]]:
    """Give the places where an ending that starts with a vowel may begin: (stem, ending), folded.

    >>> list(part_stems("Andriyem"))
    [('andr', 'iyem')]
    """
    key = fold(word)
    if len(key) != len(word):
        return
    for at in range(_LEAST, len(key)):
        if key[at] in _VOWELS and key[at - 1] not in _VOWELS:
            yield key[:at], key[at:]


def part_tail(key: str) -> tuple[str, str]:
    """Return a folded word up to its last consonant, and what follows.

    >>> part_tail("zelenskyi"), part_tail("путин")
    (('zelensk', 'yi'), ('путин', ''))
    """
    stem = key.rstrip(_ALL_VOWELS)
    return stem, key[len(stem) :]


@lru_cache(maxsize=1 << 12)
def rank_tails(ending: str) -> Sequence[str]:
    """Return how a foreign spelling may end where an ending stands: first what is written there.

    >>> rank_tails("yym")[:2]
    ('yy', 'y')
    """
    return tuple(sorted(_TAILS, key=lambda tail: (not ending.startswith(tail), -len(tail))))


def find_end(word: str) -> str:
    """Return how a word ends, from its last vowels on, by its sound.

    >>> find_end("Lvivě"), find_end("Valeriya") == find_end("Walerija"), find_end("Путиным")
    ('e', True, 'ым')
    """
    found = _END.search(fold(word))
    return _GLIDES.sub("i", found[0]) if found else ""


@lru_cache(maxsize=1 << 14)
def find_cases_alike(
    ending: str, tail: str, own: str, lang: str, kind: Kind, gender: Gender | None
) -> tuple[str, ...]:
    """Return the cases in which the language's own form has an ending.

    Args:
        ending: What follows the last consonant of the stem, folded.
        tail: What follows there in the base form of the foreign spelling, folded.
        own: One word, as the language prints it, in its base form.
        lang: The code of the language.
        kind: Which kind of name it is.
        gender: Of the person.

    >>> find_cases_alike("iyem", "iy", "Andrij", "cs", "given", "m")
    ('ins',)
    >>> find_cases_alike("ie", "", "Lwów", "pl", "place", None)
    ('loc', 'voc')
    >>> find_cases_alike("yga", "y", "Zelenskõi", "et", "family", "m")
    ('com',)
    """
    if ending == tail:
        return ()
    whole = _GLIDES.sub("i", ending)
    # *Zelenskyog*, *Zelenskyga*: the ending stands after the whole name
    rest = _GLIDES.sub("i", ending[len(tail) :]) if tail and ending.startswith(tail) else ""
    return tuple(
        case
        for case, endings in _list_endings(own, lang, kind, gender).items()
        if any(whole == one or (rest and rest in (one, after)) for one, after in endings)
    )


@lru_cache(maxsize=1 << 14)
def is_own_form(word: str, own: str, lang: str, kind: Kind, gender: Gender | None) -> bool:
    """Tell whether a word is what the language prints, in some case.

    >>> is_own_form("Lwowie", "Lwów", "pl", "place", None)
    True
    """
    forms = decline(own, lang, kind, gender)
    return any(fold(word) == fold(form) for listed in forms.values() for form in listed)


@lru_cache(maxsize=1 << 12)
def _list_endings(
    own: str, lang: str, kind: Kind, gender: Gender | None
) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return by case what follows the last consonant of a name, and what follows all of it."""
    forms = decline(own, lang, kind, gender)
    base = fold(own)
    has_nominatives = "nominative" in find_language(lang).grammar and gender != "f"
    stem = _NOMINATIVE.sub("", base) if has_nominatives else base
    stem = stem.rstrip(_VOWELS)
    if not stem:
        return {}
    return {
        case: frozenset(_list_after(stem, base[len(stem) :], listed))
        for case, listed in forms.items()
        if case != NOMINATIVE
    }


def _list_after(stem: str, tail: str, forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    for form in map(fold, forms):
        at = form.find(stem[-1], max(0, len(stem) - _CHANGED))
        if 0 <= at <= len(stem) and form[: len(stem) - _CHANGED] == stem[:-_CHANGED]:
            ending = form[at + 1 :]
            rest = ending[len(tail) :] if tail and ending.startswith(tail) else ""
            yield _GLIDES.sub("i", ending), _GLIDES.sub("i", rest)
