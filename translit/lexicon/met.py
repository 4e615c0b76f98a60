"""Words that are met in other scripts, remembered without the words.

A set of a million words in two bytes for each: a word that was put in is always found, and of
others one in two thousand is found too (Bloom). What ends in a sign says more of a word: that it is
met often, that it is in a list of names.
"""

import zlib
from collections.abc import Collection

OFTEN, LISTED = "+", "="
_BITS_FOR_A_WORD = 16
_TRIES = 10


def pack_met(words: Collection[str]) -> bytes:
    """Return the set of some folded words."""
    size = max(8, _BITS_FOR_A_WORD * len(words)) // 8 + 1
    bits = bytearray(size)
    for word in words:
        first, step = _hash(word)
        for number in range(_TRIES):
            place = (first + number * step) % (8 * size)
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def is_met(word: str, bits: memoryview) -> bool:
    """Tell whether a folded word is in a set, or seems to be.

    >>> bits = memoryview(pack_met(["пушкин", "чехов"]))
    >>> is_met("чехов", bits), is_met("чиков", bits)
    (True, False)
    """
    size = 8 * len(bits)
    if not size:
        return False
    first, step = _hash(word)
    for number in range(_TRIES):
        place = (first + number * step) % size
        if not bits[place >> 3] & 1 << (place & 7):
            return False
    return True


def _hash(word: str) -> tuple[int, int]:
    data = word.encode()
    return zlib.crc32(data), zlib.crc32(data, 0x5EED) | 1
