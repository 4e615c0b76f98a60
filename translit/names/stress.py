"""The stress that Greek writes: set where names with the same ending have it."""

from collections.abc import Mapping

_STRESSED = dict(zip("αεηιουωϊϋ", "άέήίόύώΐΰ", strict=True))
_PAIRS = ("αι", "ει", "οι", "υι", "ου", "αυ", "ευ", "ηυ")
_LONGEST = 6


def set_stress(word: str, endings: Mapping[str, Mapping[str, float]]) -> str:
    """Return a Greek word in small letters with its stress; other words as they are.

    `endings` has for the ends of words how often which letter, counted from the end, is stressed.
    """
    if not endings or not any(letter in _STRESSED for letter in word):
        return word
    bounded = "^" + word
    for length in range(min(_LONGEST, len(bounded)), 0, -1):
        places = endings.get(bounded[-length:], {})
        for place in sorted(places, key=lambda place: (-places[place], place)):
            at = len(word) - int(place)
            if at >= 0 and word[at] in _STRESSED and word[at : at + 2] not in _PAIRS:
                return word[:at] + _STRESSED[word[at]] + word[at + 1 :]
    return word
