"""Sentences: as far as a word can say what another one means."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from translit.schemes import INVISIBLE

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s)|\n+")


@cache
def _compile(abbreviations: Sequence[str]) -> tuple[re.Pattern[str], int]:
    """Return what a full stop that ends no sentence follows, and how long that is at most.

    That is one letter (an initial) or an abbreviation. The letter after the mark of one in NFD, or
    after what is invisible, is no initial.
    """
    heads = [one.removesuffix(".") for one in abbreviations]
    some = "|".join((r"\w", *map(re.escape, heads)))
    pattern = re.compile(rf"(?<![\u0300-\u036f{INVISIBLE}])\b(?:{some})$")
    return pattern, max(map(len, heads), default=1)


class Sentences:
    """Where the sentences of a text, or of these parts of it, start; a part is some whole ones.

    The stop of one of the `abbreviations` ends none.
    """

    def __init__(
        self, text: str, abbreviations: Sequence[str], parts: Sequence[tuple[int, int]] = ()
    ) -> None:
        abbreviated, longest = _compile(abbreviations)
        self._starts = [0]
        for begin, stop in parts or [(0, len(text))]:
            if begin > self._starts[-1]:
                self._starts.append(begin)
            for match in _END.finditer(text, begin, stop):
                at = match.start()
                head = text[max(0, at - longest - 1) : at]
                if text[at] == "\n" or not abbreviated.search(head):
                    self._starts.append(match.end())
            if parts and stop > self._starts[-1]:
                self._starts.append(stop)
        self._length = len(text)

    def number(self, at: int) -> int:
        """Return the number of the sentence that holds the code point `at`."""
        return bisect_right(self._starts, at) - 1

    def span(self, number: int) -> tuple[int, int]:
        """Return the half-open code points of a sentence."""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._length
        return self._starts[number], end
