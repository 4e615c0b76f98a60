"""Sentences: as far as a word can say what another one means."""

import re
from bisect import bisect_right

# A full stop after one letter (an initial) or a short title does not end a sentence.
_END = re.compile(
    r"(?<!\b\w)(?<!\bMr)(?<!\bMs)(?<!\bSt)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bLt)"
    r"(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bProf)(?<!\bi\.e)(?<!\be\.g)"
    r"[.!?…。！？]+[\"'”’»)\]]*(?=\s)|\n+"
)


class Sentences:
    """Where the sentences of a text start."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _END.finditer(text))]
        self._length = len(text)

    def number(self, at: int) -> int:
        """Return the number of the sentence that holds the code point `at`."""
        return bisect_right(self._starts, at) - 1

    def span(self, number: int) -> tuple[int, int]:
        """Return the half-open code points of a sentence."""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._length
        return self._starts[number], end
