"""Printed: whether the press of a language writes a spelling.

By its own convention, or by a plain one.
"""

from contextlib import suppress
from functools import cache, lru_cache

from translit.languages import (
    ENGLISH,
    UNTOLD,
    find_language,
    find_language_code,
    list_adopted,
    list_language_codes,
    list_text_languages,
)
from translit.lexicon.known import Spelling
from translit.schemes import SchemeError, fold_marked, load_scheme, romanize

_PRESS = "/press-"


@lru_cache(maxsize=1 << 16)
def is_printed(spelling: Spelling, written: str, lang: str) -> bool:
    """Tell whether text in a language has a word so: by one of its schemes, or one of no language.

    What no scheme gives is a name as a table has it. In English a scheme that is meant for no
    language (BGN, ISO, passports) counts with its first letters and their marks only: by others it
    makes *Sivas* of Сиваш, and *Recica* of Речица. In other languages it does not count: *Brańsk*
    is a town in Poland.

    >>> from translit.lexicon.known import WordOfName
    >>> word = WordOfName("uk", "Львів", frozenset(), "l", frozenset())
    >>> schemes = ("uk/national-2010", "uk/press-pl")
    >>> is_printed(Spelling(word, schemes), "Lviv", "en"), is_printed(
    ...     Spelling(word, ("uk/press-pl",)), "Lwiw", "en"
    ... )
    (True, False)
    """
    lang = ENGLISH if lang == UNTOLD else lang
    if not spelling.schemes:
        return True
    ids = [scheme_id for scheme_id in spelling.schemes if _PRESS not in scheme_id]
    if any(_find_press(scheme_id) == lang for scheme_id in spelling.schemes):
        return True
    return any(_writes(scheme_id, spelling.word.text, written, lang) for scheme_id in ids)


@lru_cache(maxsize=1 << 14)
def is_spelled(spelling: Spelling, written: str) -> bool:
    """Tell whether a scheme spells a word so, marks and all; what has no marks may have lost them.

    >>> from translit.lexicon.known import WordOfName
    >>> word = WordOfName("uk", "Луцьк", frozenset(), "l", frozenset())
    >>> is_spelled(Spelling(word, ("uk/press-pl",)), "Łućk"), is_spelled(
    ...     Spelling(word, ("uk/press-pl",)), "Lúck"
    ... )
    (True, False)
    """
    marked = fold_marked(written)
    if written.isascii() or not spelling.schemes:
        return True
    for scheme_id in spelling.schemes:
        with suppress(SchemeError):
            if any(
                fold_marked(one) == marked
                for one in load_scheme(scheme_id).spell(spelling.word.text)
            ):
                return True
    return False


@lru_cache(maxsize=1 << 16)
def is_printed_elsewhere(spelling: Spelling, lang: str) -> bool:
    """Tell whether only the conventions of other languages, and not of English, write a word so.

    Nor of one as which those spell their own names who have it: *Moualem* may stand in any paper.

    >>> from translit.lexicon.known import WordOfName
    >>> word = WordOfName("he", "netanyahu", frozenset(), "n", frozenset())
    >>> is_printed_elsewhere(Spelling(word, ("he/press-fr",)), "it"), is_printed_elsewhere(
    ...     Spelling(word, ("he/press-de", "he/press-en")), "it"
    ... )
    (True, False)
    """
    own = {None, ENGLISH, *_list_relatives(lang), *list_adopted(spelling.word.lang)}
    # no text is told to be in Esperanto, whose names end as those of other languages do
    known = {None, *list_language_codes()}
    targets = known.intersection(map(_find_target, spelling.schemes))
    return bool(targets) and own.isdisjoint(targets)


@cache
def _list_relatives(lang: str) -> frozenset[str]:
    """Return a language and those that are close to it: Danish, Norwegian, Swedish."""
    if lang not in list_language_codes() or not find_language(lang).family:
        return frozenset({lang})
    family = find_language(lang).family
    return frozenset(one.code for one in list_text_languages() if one.family == family)


@cache
def _find_press(scheme_id: str) -> str:
    """Return the language whose press has a convention, if it is one."""
    return find_language_code(scheme_id.partition(_PRESS)[2])


@cache
def _find_target(scheme_id: str) -> str | None:
    """Return the language that a scheme is meant for, if it is meant for one."""
    target = load_scheme(scheme_id).target
    return target and find_language_code(target)


def _writes(scheme_id: str, word: str, written: str, lang: str) -> bool:
    target = _find_target(scheme_id)
    if target is not None or lang != ENGLISH:
        return target == lang
    try:
        return fold_marked(romanize(word, scheme_id)) == fold_marked(written)
    except SchemeError:
        return False
