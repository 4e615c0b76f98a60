"""The forms of a name in the cases of a language, as the paradigms of its file give them."""

from collections.abc import Iterable
from functools import cache
from itertools import product

from translit.languages.declension import Declension, Forms
from translit.languages.errors import LanguageError
from translit.languages.loading import (
    find_language,
    find_language_code,
    list_language_codes,
    load_languages,
)
from translit.languages.paradigm import (
    KINDS,
    Gender,
    Kind,
    Number,
)


@cache
def load_declension(lang: str) -> Declension:
    """Return how a language declines. Raises LanguageError for an unknown code."""
    language = find_language(lang)
    return Declension(language) if language.code == lang else load_declension(language.code)


@cache
def list_joints(lang: str) -> frozenset[str]:
    """Return what may part a name from its ending in a language: Hungarian *Chilcote-nak*.

    >>> "-" in list_joints("hu")
    True
    """
    paradigms = load_declension(lang).paradigms
    every = (one.block for fitting in paradigms.by_key.values() for one in fitting)
    return frozenset(joint for one in every for joint in one.joints)


@cache
def list_declining_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have paradigms."""
    return tuple(code for code, one in load_languages().items() if one.grammar.get("paradigms"))


def check_declines(lang: str) -> None:
    """Raise LanguageError for a language that is unknown or has no paradigms, with those that do.

    >>> check_declines("pl")
    """
    listed = f"paradigms have {', '.join(list_declining_languages())}"
    if find_language_code(lang) not in list_language_codes():
        raise LanguageError(f"unknown language “{lang}”; {listed}")
    language = find_language(lang)
    if not language.grammar.get("paradigms"):
        raise LanguageError(f"“{lang}” ({language.title}) does not decline names; {listed}")


def decline(
    name: str,
    lang: str,
    kind: Kind,
    gender: Gender | None = None,
    *,
    number: Number | None = None,
    foreign: bool = False,
    declines: int | None = None,
) -> Forms:
    """Return the forms of a name by case: the first of a case is written, all are read.

    Args:
        name: The base form, as the language writes it: a family or given name by itself.
        lang: The code of the language that the text is in.
        kind: Which kind of name it is.
        gender: Of the person, or of the word; if not given, the longest ending tells it.
        number: `pl` for a family (*Łukaszenkowie*), or for a name that is a plural.
        foreign: Whether it is of Latin original (*Kennedy*), so that its letters do not tell
            its sound: paradigms of foreign names hold too, and any harmony is read.
        declines: How many words at the start decline, or, below zero, at the end; the rest stays.

    Returns nothing for a name that no paradigm fits, as for one of several words of which it is
    not said which decline. Raises LanguageError for an unknown language or kind.

    >>> decline("Zełenski", "pl", "family", "m")["gen"]
    ('Zełenskiego',)
    >>> decline("Kijów", "pl", "place")["loc"]
    ('Kijowie',)
    """
    if kind not in KINDS:
        raise LanguageError(f"unknown kind of name “{kind}”; it is one of {', '.join(KINDS)}")
    declension = load_declension(lang)
    words = name.split(" ")
    if declines:
        declining = words[:declines] if declines > 0 else words[declines:]
        each = [declension.decline(one, kind, gender, number, foreign) for one in declining]
        before, after = (words[:declines], []) if declines < 0 else ([], words[declines:])
        return _join_words(before, each, after, declension.language.cases)
    head, tail = declension.part_place(name) if kind == "place" else (name, "")
    if tail:
        forms = declension.decline(head, kind, gender, number, foreign)
        return {case: tuple(form + tail for form in listed) for case, listed in forms.items()}
    if len(words) > 1 and not _is_phrase(declension, name):
        return {}
    return declension.decline(name, kind, gender, number, foreign)


def _is_phrase(declension: Declension, name: str) -> bool:
    """Whether several words have one ending: by a paradigm, by the language, or after particles."""
    small = declension.letters.lower(name)
    key = declension.paradigms.find_key(small)
    if key is None or " " in key:
        return key is not None
    before = small.split(" ")[:-1]
    if declension.language.phrases == "last":
        return not any(word.endswith(declension.language.agreeing) for word in before)
    return name.split(" ")[:-1] == before


def _join_words(
    before: list[str], each: list[Forms], after: list[str], cases: Iterable[str]
) -> Forms:
    """Return the forms of words that decline together, for the cases that all of them have."""
    joined: Forms = {}
    for case in cases:
        if all(case in forms for forms in each):
            choices = product(*(forms[case] for forms in each))
            joined[case] = tuple(" ".join((*before, *words, *after)) for words in choices)
    return joined


def make_nominative(name: str, lang: str, gender: Gender) -> tuple[str, ...]:
    """Return a name as a language that gives every name an ending writes it; the first is written.

    Returns the name itself for other languages. Raises LanguageError for an unknown language.

    >>> make_nominative("Putin", "lt", "m")
    ('Putinas',)
    >>> make_nominative("Putin", "pl", "m")
    ('Putin',)
    """
    declension = load_declension(lang)
    return declension.make_names(declension.nominatives, name, gender) or (name,)


def gives_endings(lang: str) -> bool:
    """Tell whether a language gives every name an ending.

    >>> gives_endings("lt"), gives_endings("cs")
    (True, False)
    """
    return bool(find_language(lang).grammar.get("nominative"))


def write_in_capitals(text: str, lang: str) -> str:
    """Return a text in capitals, as a language has them. Raises LanguageError for an unknown one.

    >>> write_in_capitals("Hüseyin", "tr"), write_in_capitals("Hüseyin", "de")
    ('HÜSEYİN', 'HÜSEYIN')
    """
    return load_declension(lang).letters.upper(text)


def make_feminine(name: str, lang: str) -> tuple[str, ...]:
    """Return the family name of a woman as a language that gives it an ending writes it.

    Returns the name itself for other languages. Raises LanguageError for an unknown language.

    >>> make_feminine("Merkel", "cs")
    ('Merkelová', 'Merkel')
    """
    declension = load_declension(lang)
    return declension.make_names(declension.feminines, name, None) or (name,)
