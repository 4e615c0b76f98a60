"""Keys: spellings that share an original meet, without comparing them two by two."""

from functools import lru_cache

from translit.names.finding import read_word
from translit.names.model import load_model
from translit.names.ranking import Candidate
from translit.names.sounds import find_sound_key
from translit.schemes import fold, is_latin

_FAR = 3.0  # logarithm of how much less likely than the likeliest a reading may be
_MOST = 3
_LONGEST_WORD = 40


@lru_cache(maxsize=8192)
def list_keys(word: str) -> frozenset[str]:
    """Return the keys of a word in any script: two spellings of one original have one in common.

    A Latin word has the sounds of its likeliest originals, a word in another script its own.

    >>> bool(list_keys("Szojgu") & list_keys("Choïgou")), bool(list_keys("Petrov") & {"ivanov"})
    (True, False)
    """
    if not all(is_latin(letter) for letter in word if letter.isalpha()):
        return frozenset((find_sound_key(fold(word)),))
    return frozenset(key for key, _ in list_read_keys(word))


def list_read_keys(word: str) -> tuple[tuple[str, Candidate], ...]:
    """Return the keys of a Latin word, each with the original that it is of."""
    if len(word) > _LONGEST_WORD:
        return ()
    found: dict[str, Candidate] = {}
    candidates = [candidate for candidate, _ in read_word(word, load_model().mask)]
    for candidate in candidates:
        if candidate.weight >= candidates[0].weight - _FAR and len(found) < _MOST:
            found.setdefault(find_sound_key(fold(candidate.original)), candidate)
    return tuple(found.items())
