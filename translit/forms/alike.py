"""Alike: a foreign spelling with the ending that the language's own form of the name has in a case.

Whoever leaves *Andriyem* in a Czech text, of the English *Andriy*, declines by ear, as Czech has
*Andrijem*. The paradigms know no English spelling, so the two are compared from their last
consonant on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from translit.languages import (
    ENGLISH,
    NOMINATIVE,
    VOCATIVE,
    Gender,
    Kind,
    decline,
    find_language,
)
from translit.schemes import fold, is_latin

# Letters that stand for one sound, in one convention or another, at the end of a stem.
_GLIDE_LETTERS = "yijй"
_GLIDES = re.compile(f"[{_GLIDE_LETTERS}]+")
_MOST_GLIDES = 2  # in the last letters of one convention: *-yy, -iy*
_LEAST = 4  # letters of a stem
LEAST_OF_GIVEN = 3
"""Letters of the stem of a given name, of which the family name beside it says whose it is."""


@cache
def _find_vowels(lang: str) -> str:
    """Return the vowels that a name may end in: the language's, those of English, and glides."""
    vowels = {
        fold(vowel) for code in (lang, ENGLISH) for vowel in find_language(code).letters["vowels"]
    }
    return "".join(sorted(vowels)) + _GLIDE_LETTERS


def part_stems(word: str, lang: str, least: int = _LEAST) -> Iterator[tuple[str, str]]:
    """Give the places where an ending that starts with a vowel may begin: (stem, ending), folded.

    A stem has so many letters at `least`.

    >>> list(part_stems("Andriyem", "cs")), list(part_stems("Yuliji", "cs"))
    ([('andr', 'iyem')], [])
    >>> list(part_stems("Yuliji", "cs", LEAST_OF_GIVEN))
    [('yul', 'iji')]
    """
    key, vowels = fold(word), _find_vowels(lang)
    if len(key) != len(word):
        return
    for at in range(least, len(key)):
        if key[at] in vowels and key[at - 1] not in vowels:
            yield key[:at], key[at:]


def part_tail(key: str, lang: str) -> tuple[str, str]:
    """Return a folded word up to its last consonant, and what follows.

    >>> part_tail("zelenskyi", "pl"), part_tail("путин", "ru")
    (('zelensk', 'yi'), ('путин', ''))
    """
    stem = key.rstrip(_find_vowels(lang))
    return stem, key[len(stem) :]


def has_other_consonants(one: str, other: str) -> bool:
    """Tell whether two spellings of a name differ in more than vowels and marks.

    The *y* of *yes* is a consonant: it is English for what most write otherwise.

    >>> has_other_consonants("Khabarovsk", "Chabarowsk"), has_other_consonants("Penza", "Pienza")
    (True, False)
    >>> has_other_consonants("Mayakovsky", "Majakovski"), has_other_consonants("Andriy", "Andrij")
    (True, False)
    """
    return _list_consonants(one) != _list_consonants(other)


def _list_consonants(word: str) -> str:
    key, vowels = fold(word), _find_vowels(ENGLISH)
    syllabic = vowels.strip(_GLIDE_LETTERS)
    return "".join(
        letter
        for letter, after in zip(key, f"{key[1:]} ", strict=True)
        if letter not in vowels or (letter == "y" and after in syllabic)
    )


@lru_cache(maxsize=1 << 12)
def rank_tails(ending: str, tails: tuple[str, ...]) -> Sequence[str]:
    """Return how a foreign spelling may end where an ending stands: first what is written there.

    `tails` are all that may stand after the last consonant of a foreign spelling.

    >>> rank_tails("yym", ("", "a", "y", "yy"))
    ('yy', 'y', '', 'a')
    """
    return tuple(sorted(tails, key=lambda tail: (not ending.startswith(tail), -len(tail))))


def find_end(word: str, lang: str) -> str:
    """Return how a word ends, from its last vowels on, by its sound.

    >>> find_end("Lvivě", "cs"), find_end("Valeriya", "pl") == find_end("Walerija", "pl")
    ('e', True)
    >>> find_end("Путиным", "ru")
    'ым'
    """
    key = fold(word)
    stem, tail = part_tail(key, lang)
    if not tail:  # it ends in a consonant, which belongs to the ending
        stem, tail = part_tail(key[:-1], lang)
        tail = key[len(stem) :] if tail else ""
    return _GLIDES.sub("i", tail)


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
    ('loc',)
    >>> find_cases_alike("yga", "y", "Zelenskõi", "et", "family", "m")
    ('com',)
    """
    is_longer = bool(tail) and ending.startswith(tail) and len(ending) <= _MOST_GLIDES
    if ending == tail or (is_longer and _GLIDES.fullmatch(ending)):
        return ()  # *Zelenskyy* is in no case of *Zelensky*
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


@lru_cache(maxsize=1 << 14)
def keeps_marks(
    word: str, own: str, lang: str, kind: Kind, gender: Gender | None, cases: tuple[str, ...]
) -> bool:
    """Tell whether the mark of a word's last letter, if it has one, is what a case asks for.

    >>> keeps_marks("Zakharovą", "Zacharow", "pl", "family", "m", ("gen",))
    False
    """
    if word[-1:].isascii() or not is_latin(word[-1:]):
        return True
    forms = decline(own, lang, kind, gender)
    return any(form[-1:] == word[-1:] for case in cases for form in forms.get(case, ()))


@lru_cache(maxsize=1 << 12)
def _list_endings(
    own: str, lang: str, kind: Kind, gender: Gender | None
) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return by case what follows the last consonant of a name, and what follows all of it."""
    base = fold(own)
    forms = {
        case: tuple(map(fold, listed))
        for case, listed in decline(own, lang, kind, gender).items()
        if case not in (NOMINATIVE, VOCATIVE)
    }
    shared = (base[: _count_shared(base, form)] for listed in forms.values() for form in listed)
    stem = max((part_tail(one, lang)[0] for one in shared), key=len, default="")
    return {
        case: frozenset(_list_after(stem, base[len(stem) :], listed))
        for case, listed in forms.items()
        if stem
    }


def _count_shared(one: str, other: str) -> int:
    """Return how many letters two words start with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _list_after(stem: str, tail: str, forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    for form in forms:
        if form.startswith(stem):
            ending = form[len(stem) :]
            rest = ending[len(tail) :] if tail and ending.startswith(tail) else ""
            yield _GLIDES.sub("i", ending), _GLIDES.sub("i", rest)
