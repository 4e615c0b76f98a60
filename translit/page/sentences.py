"""Sentences: as far as a word can say what another one means."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from translit.schemes import INVISIBLE

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s)|\n+")
# A full stop after one letter (an initial) or a short title does not end a sentence. The letter
# after the mark of one in NFD, or after what is invisible, is no initial.
_ABBREVIATED = re.compile(
    rf"(?<![\u0300-\u036f{INVISIBLE}])\b(?:\w|Mr|Ms|St|Dr|Mrs|Gen|Col|Lt|Sen|Rep|Gov|Prof|No|Nr|Op|Vol|i\.e|e\.g)$"
)
_LONGEST_ABBREVIATION = 4


class Sentences:
    """Where the sentences of a text, or of these parts of it, start; a part is some whole ones."""

    def __init__(self, text: str, parts: Sequence[tuple[int, int]] = ()) -> None:
        self._starts = [0]
        for begin, stop in parts or [(0, len(text))]:
            if begin > self._starts[-1]:
                self._starts.append(begin)
            for match in _END.finditer(text, begin, stop):
                at = match.start()
                head = text[max(0, at - _LONGEST_ABBREVIATION - 1) : at]
                if text[at] == "\n" or not _ABBREVIATED.search(head):
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
