"""Readings: what the spellings of a corpus may be of, kept small until it is known which are meant.

A million spellings and all their readings as objects are too much for one process: they are kept
packed, and only those come out again of which several spellings are of one original.
"""

import pickle
import zlib
from collections.abc import Iterator, Sequence
from sys import intern

from translit.names import NameReading, ReadingTable

_FAST = 1  # a level of compression

Shared = tuple[str, NameReading]
"""A spelling and what it is of."""


class Readings:
    """The readings of the spellings of a corpus, which come in the order of the alphabet."""

    def __init__(self) -> None:
        self._table = ReadingTable()
        self._words: list[str] = []
        self._batches: list[bytes] = []

    def add(self, words: Sequence[str], readings: Sequence[tuple[NameReading, ...]]) -> None:
        """Add the next spellings, each with its readings; what has none is left out."""
        read = []
        for word, some in zip(words, readings, strict=True):
            if some:
                self._words.append(word)
                self._table.add(some)
                read.append(some)
        self._batches.append(zlib.compress(pickle.dumps(read), _FAST))

    def take_shared(self) -> Iterator[list[Shared]]:
        """Give the spellings that share an original, by the keys of these; nothing is left."""
        places = self._table.choose()
        is_shared = self._table.find_shared(places)
        self._table = ReadingTable()
        shared = [
            _pack(word, readings[place])
            for word, place, one, readings in zip(
                self._words, places, is_shared, self._unpack(), strict=True
            )
            if one
        ]
        self._words = []
        shared.sort(reverse=True)  # from the end they are taken in order
        while shared:
            key = shared[-1][0]
            rows = []
            while shared and shared[-1][0] == key:
                _, word, packed = shared.pop()
                rows.append((word, NameReading(*pickle.loads(packed))))
            yield rows

    def _unpack(self) -> Iterator[tuple[NameReading, ...]]:
        self._batches.reverse()
        while self._batches:
            yield from pickle.loads(zlib.decompress(self._batches.pop()))


def _pack(word: str, one: NameReading) -> tuple[str, str, bytes]:
    """Return the key, the spelling, and the reading in half the bytes that it has as an object."""
    return intern(one.key), word, pickle.dumps(tuple(one))
