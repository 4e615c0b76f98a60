"""Splitting: the words of a run in which one name can stand, apart from those of the next.

*President Vladimir Putin* and *Mr. Vladimir Putin* are two runs, and one segment, read once. A word
that can be no part of any name parts two segments.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.lexicon import KNOWN_WORD, SPELLED, Lexicon
from translit.page import (
    ARTICLE,
    INITIAL,
    LONGEST_WORD,
    ORDINARY,
    UNSPACED,
    Columns,
    Vocabulary,
    Word,
)
from translit.readings.starts import ALIAS, CASE, HYPHENED, MOST_SYLLABLES, PLURAL, Starts
from translit.schemes import APOSTROPHES

_SHORTEST_DAMAGED = 6  # letters of a given name that is read although it is damaged
_SHORTEST_SPLIT = 2  # words


class Split(NamedTuple):
    """The text of a segment, and where in its run it starts: words and code points.

    Its columns are there if it is all of the run.
    """

    first: int
    start: int
    text: str
    columns: Columns | None = None


class Splitter:
    """Splits runs; thread-safe."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, starts: Starts) -> None:
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._starts = starts

    def split(self, run: str) -> tuple[list[Split], int]:
        """Return the segments of a run in which a name can start, and how many words it has."""
        if run.isalpha() and run[0] < UNSPACED:  # one word, as half of all runs
            starts_name = len(run) <= LONGEST_WORD and self._starts.find(self._vocabulary.find(run))
            return [Split(0, 0, run)] if starts_name else [], 1
        columns = Columns(run, self._vocabulary)
        words = columns.words
        starts = self._starts.find_all(columns)
        if not any(starts):
            return [], len(words)
        if len(words) < _SHORTEST_SPLIT or any(start & CASE for start in starts):
            return [Split(0, 0, run, columns)], len(words)
        held = self._find_held(columns, starts)
        splits = []
        for first, stop in _list_stretches(columns, held):
            if any(starts[first:stop]):
                start, end = columns.starts[first], columns.stops[stop - 1]
                end = len(run) if stop == len(words) else _take_mark(columns, stop - 1, end)
                splits.append(Split(first, 0 if first == 0 else start, run[start:end]))
        if splits and splits[0].first == 0:
            text = run[: columns.starts[0]] + splits[0].text
            splits[0] = Split(0, 0, text, columns if text == run else None)
        return splits, len(words)

    def _find_held(self, columns: Columns, starts: Sequence[int]) -> list[bool]:
        """Tell of each word whether it can be a part of a name here."""
        words = columns.words
        held = [
            bool(start) or self._is_of_names(word)
            for word, start in zip(words, starts, strict=True)
        ]
        for at, start in enumerate(starts):
            if start & ALIAS:
                key, last = words[at].key, at
                while last + 1 < len(words) and self._lexicon.starts_alias(key):
                    last += 1
                    held[last] = True
                    key = f"{key} {words[last].key}"
            if start & HYPHENED:
                held[at : at + MOST_SYLLABLES] = [True] * len(held[at : at + MOST_SYLLABLES])
            if start & PLURAL and at and words[at - 1].facts & ARTICLE:
                held[at - 1] = True
        for at in range(1, len(words)):
            if not (held[at - 1] and held[at]) and self._may_be_syllables(words[at - 1], words[at]):
                held[at - 1] = held[at] = True
        return held

    def _is_of_names(self, word: Word) -> bool:
        """Tell whether a word that starts no name can be within one, wherever it stands."""
        if word.spellings or not word.is_capital or word.facts & INITIAL:
            return True
        if any(
            self._lexicon.find_facts(one.key) & SPELLED for one in word.forms if one.key != word.key
        ):
            return True
        if len(word.key) < _SHORTEST_DAMAGED or word.facts & ORDINARY:
            return False
        return not word.known & KNOWN_WORD

    def _may_be_syllables(self, one: Word, other: Word) -> bool:
        """Tell whether two words are a name that some conventions part: *Kim Young Sam*."""
        return bool(self._lexicon.find_facts(one.key + other.key) & SPELLED)


def _list_stretches(columns: Columns, held: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the stretches of held words; a comma holds what is after it: *Putin, Vladimir*."""
    first = 0
    has_comma = False
    for at, is_held in enumerate((*held, False)):
        if at == len(held) or not (is_held or has_comma):
            if first < at:
                yield first, at
            first, has_comma = at + 1, False
        elif at > first and columns.gap(at) == ", ":
            has_comma = True


def _take_mark(columns: Columns, at: int, end: int) -> int:
    """Take in the apostrophe of a soft sign, or the full stop of an initial."""
    mark = columns.text[end : end + 1]
    is_initial = columns.words[at].facts & INITIAL and mark == "."
    return end + 1 if mark and (is_initial or mark in APOSTROPHES) else end
