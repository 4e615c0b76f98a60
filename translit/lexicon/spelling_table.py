"""Which words a spelling may be, and which schemes write them so: for each spelling in its place.

The trie of facts numbers the spellings. How many words each may be is one byte of it; the words,
and the sets of schemes, stand one after another, and where those of a spelling start is told for
every 64th, from which one counts on.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translit.lexicon.numbers import Numbers, pack_numbers

_BLOCK = 64
_MOST = 255  # words that one spelling may be

Derived = tuple[str, int, int]
"""A spelling, the number of its word, and that of the set of schemes that give it."""


def pack_spellings(spellings: Iterable[Derived], keys: Sequence[str]) -> dict[str, bytes]:
    """Return the sections that hold these spellings; `keys` are all that have facts, by number."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for spelling, word, schemes in spellings:
        found[spelling].append((word, schemes))
    starts, counts = array("I"), bytearray()
    words: list[int] = []
    sets: list[int] = []
    for at, key in enumerate(keys):
        if at % _BLOCK == 0:
            starts.append(len(words))
        read = sorted(found.get(key, ()))[:_MOST]
        counts.append(len(read))
        words += [word for word, _ in read]
        sets += [schemes for _, schemes in read]
    return {
        "spelling_counts": bytes(counts),
        "spelling_starts": starts.tobytes(),
        "spelling_words": pack_numbers(words),
        "spelling_sets": pack_numbers(sets),
    }


class SpellingTable:
    """The spellings of one lexicon file, by their number in the trie of facts."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self._counts = sections["spelling_counts"]
        self._starts = sections["spelling_starts"].cast("I")
        block = len(self._starts) - 1
        total = self._starts[block] + sum(self._counts[block * _BLOCK :]) if block >= 0 else 0
        self._words = Numbers(sections["spelling_words"], total)
        self._sets = Numbers(sections["spelling_sets"], total)

    def find(self, number: int) -> Iterator[tuple[int, int]]:
        """Give the numbers of each word that a spelling may be, and of its set of schemes."""
        count = self._counts[number]
        if count:
            block = number // _BLOCK
            start = self._starts[block] + sum(self._counts[block * _BLOCK : number])
            for at in range(start, start + count):
                yield self._words[at], self._sets[at]
