"""Stretches: a long document is judged by what stands in the same stretch, or a neighbouring one.

So a collection in one file is judged much as its parts. Stretches are counted in words from the
start of the document, and not by how it was read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from translit.page.protected import FENCE

# A document of so many words is one; of a longer one each stretch has so many.
LONGEST_WHOLE = 20_000
LENGTH = 10_000
# What has fewer words than that, as data have, is cut by its code points.
LONGEST = 1 << 19
# Read on both sides of a stretch: more code points than any rule looks at.
HALO = 1 << 13

# White space between words that have a letter: not exactly the words that are looked up.
_WORD = re.compile(r"[^\W\d_]\S*")
_SPACE = re.compile(r"\s")
# Where no name can be cut in two: at the end of a paragraph, or among small words.
_SAFE = re.compile(r"\n\s*\n|[.!?]\s*\n|\b(?:[a-z]+ ){4}(?=[a-z]+ [a-z]+ )")
# So many words after where a stretch could end, such a place is looked for. In words, so that what
# is rewritten does not move it.
_REACH = 600


class Stretch(NamedTuple):
    """A part of a text: the code points that are its own, and those that are read with it."""

    start: int
    end: int
    begin: int
    stop: int


def cut_stretches(text: str) -> Sequence[Stretch]:
    """Return the stretches of a text; a text of at most `LONGEST_WHOLE` words is one.

    >>> cut_stretches("Kijów, Charków")
    [Stretch(start=0, end=14, begin=0, stop=14)]
    """
    length = len(text)
    if length <= 2 * LONGEST_WHOLE or not _is_long(text):
        return [Stretch(0, length, 0, length)]
    stretches = []
    for start, end in pairwise((0, *find_bounds(text), length)):
        begin = _find_space(text, start - HALO) if start > HALO else 0
        stop = _find_space(text, end + HALO) if end + HALO < length else length
        stretches.append(Stretch(start, end, begin, stop))
    return stretches


def find_bounds(text: str) -> Iterator[int]:
    """Give where the stretches of a long text start, after the first."""
    at = 0
    while at + LENGTH < len(text):
        last = next(islice(_WORD.finditer(text, at, at + LONGEST), LENGTH, None), None)
        if last is None and at + LONGEST >= len(text):
            return
        start = last.start() if last else at + LONGEST
        far = next(islice(_WORD.finditer(text, start, start + LONGEST), _REACH, None), None)
        safe = _SAFE.search(text, start, far.start() if far else start + LONGEST)
        at = _leave_fence(text, at, safe.end() if safe else _find_space(text, start))
        yield at


def _leave_fence(text: str, outside: int, at: int) -> int:
    """Return a place that is not within a fence of code: `at`, or where the fence around it ends.

    So it is known of each stretch, without those before it, that none is open where it starts.
    """
    while (mark := text.find("```", outside, at)) >= 0:
        fence = FENCE.match(text, mark)
        outside = fence.end() if fence else mark + 1
    return max(outside, at)


def _is_long(text: str) -> bool:
    many = next(islice(_WORD.finditer(text), LONGEST_WHOLE, None), None)
    return many is not None or len(text) > 2 * LONGEST


def _find_space(text: str, at: int) -> int:
    found = _SPACE.search(text, at, at + HALO)
    return found.start() if found else at
