"""What the default tables know of a word: comparing asks no others."""

from functools import cache

from translit.lexicon import Lexicon, Spelling, open_lexicon
from translit.schemes import fold


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon of the default tables."""
    return open_lexicon((), True)


def look_up(word: str) -> tuple[Spelling, ...]:
    """Return what a word of a name may be."""
    return default_lexicon().find_spellings(fold(word))


def is_given_name(word: str) -> bool:
    """Tell whether a word is a form of a given name that the tables know."""
    return any(spelling.word.groups for spelling in look_up(word))
