"""The word before a name, which changes with how the name begins: *de/d’*, *a/az*, *w/we*."""

from functools import cache
from typing import NamedTuple

from translit.languages.endings import Orthography
from translit.languages.loading import find_language
from translit.languages.paradigm import Before, make_before

_APOSTROPHES = str.maketrans("'ʼ‘", "’’’")


class WordBefore(NamedTuple):
    """What stands before a name; `check` where the language does not tell it by letters."""

    word: str
    check: bool


@cache
def _load_before(lang: str) -> tuple[Orthography, dict[str, list[Before]]]:
    language = find_language(lang)
    by_word: dict[str, list[Before]] = {}
    for block in language.grammar.get("before", ()):
        before = make_before(block, language.sounds)
        for pair in before.words:
            for word in pair:
                by_word.setdefault(word, []).append(before)
    return Orthography(language), by_word


def find_word_before(lang: str, before: str, name: str) -> WordBefore | None:
    """Return the word that stands before a name in place of another one, or of itself.

    Args:
        lang: The code of the language of the text.
        before: The word as it stands (*de*, *d’*), in capitals or not.
        name: The name that is to stand after it.

    None if the language does not change this word. Where the language writes it by ear, it is the
    word as it stands, with `check`. Raises LanguageError for an unknown language.

    >>> find_word_before("fr", "de", "Odessa")
    WordBefore(word='d’', check=False)
    >>> find_word_before("hu", "A", "Odessza")
    WordBefore(word='Az', check=False)
    """
    letters, by_word = _load_before(lang)
    key = letters.lower(before.translate(_APOSTROPHES))
    rules = by_word.get(key)
    if not rules or not name:
        return None
    small = letters.lower(name)
    if any(not rule.first or small.startswith(rule.mute) for rule in rules):
        return WordBefore(before, True)
    choices = dict.fromkeys(
        pair[small[0] in rule.first] for rule in rules for pair in rule.words if key in pair
    )
    if key in choices:
        return WordBefore(before, False)
    # One word may stand for two, and does not say for which: *l’* for *le* and for *la*.
    check = len(choices) > 1 or any(rule.check for rule in rules)
    return WordBefore(_write_like(before, next(iter(choices))), check)


def _write_like(before: str, word: str) -> str:
    """Return a word with the capitals of another."""
    if before[0].islower():
        return word
    if before.isupper() and before[1:2].isalpha():
        return word.upper()
    return word[0].upper() + word[1:]
