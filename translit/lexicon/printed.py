"""Printed: whether the press of a language writes a spelling.

By its own convention, or by a plain one.
"""

from contextlib import suppress
from functools import lru_cache

from translit.languages import ENGLISH, UNTOLD
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

    >>> from translit.lexicon.known import Word
    >>> word = Word("uk", "Львів", frozenset(), "l", frozenset())
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
    if any(f"{_PRESS}{lang}" in scheme_id for scheme_id in spelling.schemes):
        return True
    return any(_writes(scheme_id, spelling.word.text, written, lang) for scheme_id in ids)


@lru_cache(maxsize=1 << 14)
def is_spelled(spelling: Spelling, written: str) -> bool:
    """Tell whether a scheme spells a word so, marks and all; what has no marks may have lost them.

    >>> from translit.lexicon.known import Word
    >>> word = Word("uk", "Луцьк", frozenset(), "l", frozenset())
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


def _writes(scheme_id: str, word: str, written: str, lang: str) -> bool:
    target = load_scheme(scheme_id).target
    if target is not None or lang != ENGLISH:
        return target == lang
    try:
        return fold_marked(romanize(word, scheme_id)) == fold_marked(written)
    except SchemeError:
        return False
