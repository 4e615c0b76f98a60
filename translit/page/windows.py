"""Windows: what stands within so many words of a mention, on both sides of it.

Words of four letters or more without a capital are counted: about half of all. No edit touches
them, so that what is rewritten, a mention of however many words, moves no window.
"""

import re
from collections.abc import Iterator, MutableMapping
from typing import Any

from translit.page.countries import Countries, Ids
from translit.page.words import Vocabulary

_SMALL = re.compile(r"[^\W\d_]{4,}")
_FARTHEST = 1500  # code points, in a list without small words
_MOST = 256  # remembered of each kind: names that stand together have windows in common


class Windows:
    """The windows of one text, each read when it is first asked for."""

    def __init__(self, text: str, vocabulary: Vocabulary, countries: Countries) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._countries = countries
        self._spans: dict[tuple[int, int, int], tuple[int, int]] = {}
        self._keys: dict[tuple[int, int], tuple[frozenset[str], str]] = {}
        self._heard: dict[tuple[int, int], Ids] = {}

    def find(self, start: int, end: int, most: int) -> tuple[int, int]:
        """Return the code points around a mention in which `most` such words stand on a side."""
        found = self._spans.get((start, end, most))
        if found is None:
            first, last = max(start - _FARTHEST, 0), min(end + _FARTHEST, len(self._text))
            before = list(_find_small(self._text, first, start))
            after = list(_find_small(self._text, end, last))
            first = before[-most - 1] if len(before) > most else first
            last = after[most] if len(after) > most else last
            found = _remember(self._spans, (start, end, most), (first, last))
        return found

    def list_keys(self, start: int, stop: int) -> tuple[frozenset[str], str]:
        """Return the keys of the words between two code points, and all in a row.

        The row has a space before and after each; a possessive or plural ending is also taken off.
        """
        found = self._keys.get((start, stop))
        if found is None:
            words, _, _ = self._vocabulary.cut(self._text, [(start, stop)])
            keys = {form.key for word in words for form in word.forms}
            find_singular = self._vocabulary.speech.find_singular
            for word in words:
                keys |= {word.key, find_singular(word.key)}
            row = " ".join(word.key for word in words)
            found = _remember(self._keys, (start, stop), (frozenset(keys), f" {row} "))
        return found

    def list_countries(self, start: int, stop: int) -> Ids:
        """Return the ids of the countries of which the words between two code points speak."""
        found = self._heard.get((start, stop))
        if found is None:
            heard = self._countries.find_all(self._text, start, stop)
            found = _remember(self._heard, (start, stop), heard)
        return found


def _remember(known: MutableMapping[Any, Any], key: Any, value: Any) -> Any:
    if len(known) >= _MOST:
        known.clear()
    known[key] = value
    return value


def _find_small(text: str, start: int, stop: int) -> Iterator[int]:
    """Give where the long words without a capital start between two code points."""
    return (one.start() for one in _SMALL.finditer(text, start, stop) if one[0].islower())
