"""A number for each of many keys, stored by planes: all lowest bytes, then all second ones, ….

Numbers that are small for what is frequent leave the upper planes all but empty, so that they pack
well in a wheel and few pages of them are ever read.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

_WIDE = 8  # bytes of the widest number
_One = TypeVar("_One", bound=Hashable)


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Return the section of these numbers, which are not negative and of less than 65 bits.

    >>> pack_numbers([1, 258])
    b'\\x01\\x02\\x00\\x01'
    """
    wide = array("Q", numbers)
    if sys.byteorder == "big":
        wide.byteswap()
    content = wide.tobytes()
    count = max(1, (max(numbers, default=0).bit_length() + 7) // 8)
    return b"".join(content[plane::_WIDE] for plane in range(count))


class Numbers:
    """The numbers of a section that `pack_numbers` made; `count` is how many there are."""

    def __init__(self, section: memoryview, count: int) -> None:
        planes = [section[at : at + count] for at in range(0, len(section), count or 1)]
        self._low = planes[0] if planes else section
        self._above = [(plane, 8 * number) for number, plane in enumerate(planes)][1:]

    def __getitem__(self, at: int) -> int:
        number = self._low[at]
        for plane, shift in self._above:
            number |= plane[at] << shift
        return number


def rank(values: Iterable[_One]) -> list[_One]:
    """Return the values, each once, the most frequent first; those as frequent in their order.

    >>> rank([3, 1, 2, 2, 1])
    [1, 2, 3]
    """
    counts = Counter(values)
    return sorted(counts, key=lambda one: (-counts[one], one))
