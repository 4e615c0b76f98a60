"""Readings: what the spellings of a corpus may be of, kept small until it is known which are meant.

A million spellings and all their readings as objects are too much for one process: they are kept
packed, and only those come out again of which several spellings are of one original.
"""

import pickle
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
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
        counts = Counter(self._table.list_keys(places))
        shared: list[Shared] = []
        chosen = zip(self._words, places, self._unpack(), strict=True)
        for word, place, readings in chosen:
            one = readings[place]
            if counts[one.key] > 1:
                shared.append((word, _slim(one)))
        del self._table, self._words, counts
        shared.sort(key=lambda row: row[1].key)  # and of one key in the order of the alphabet
        for _, rows in groupby(shared, key=lambda row: row[1].key):
            yield list(rows)

    def _unpack(self) -> Iterator[tuple[NameReading, ...]]:
        self._batches.reverse()
        while self._batches:
            yield from pickle.loads(zlib.decompress(self._batches.pop()))


def _slim(one: NameReading) -> NameReading:
    """Return a reading whose codes are no strings of its own."""
    return one._replace(key=intern(one.key), lang=intern(one.lang), scheme=intern(one.scheme))
