"""Columns: words in a row with where they stand, and what stands between them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from translit.page.gaps import HYPHENS, is_hyphen_gap, is_space_gap
from translit.page.words import ARTICLE, LONGEST_WORD, UNSPACED, Form, Vocabulary, Word
from translit.schemes import APOSTROPHES

_MOST_PLAIN = 64  # words; a text of more is no run


class Columns:
    """The words of a text by number: `words`, and where each starts and stops in code points."""

    words: list[Word]
    starts: list[int]
    stops: list[int]

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        parts = text.split(" ", _MOST_PLAIN) if text.isascii() else ()
        if parts and all(part.isalpha() and len(part) <= LONGEST_WORD for part in parts):
            # nothing but letters and single spaces, as most runs: no need to look for words
            self.words = [vocabulary.find(part) for part in parts]
            self.starts = [0, *accumulate(len(part) + 1 for part in parts[:-1])]
            self.stops = [start + len(part) for start, part in zip(self.starts, parts, strict=True)]
        else:
            self.words, self.starts, self.stops = vocabulary.cut(text)

    def cut_out(self, start: int, stop: int) -> "Columns":
        """Return the columns of the code points from `start` to `stop`, which part no word."""
        first, last = self.find(start), self.find(stop)
        part = object.__new__(Columns)
        part.text = self.text[start:stop]
        part.words = self.words[first:last]
        part.starts = [at - start for at in self.starts[first:last]]
        part.stops = [at - start for at in self.stops[first:last]]
        return part

    def __len__(self) -> int:
        return len(self.words)

    def find(self, start: int) -> int:
        """Return the number of the first word that starts at this code point or after it."""
        return bisect_left(self.starts, start)

    def gap(self, at: int) -> str:
        """Return what stands between word `at` and the one before it."""
        return self.text[self.stops[at - 1] : self.starts[at]] if at > 0 else ""

    def follows(self, at: int, *, hyphen: bool = True) -> bool:
        """Tell whether word `at` follows the one before it as in one name."""
        if not 0 < at < len(self.words):
            return False
        gap = self.text[self.stops[at - 1] : self.starts[at]]
        if not gap:  # 习近平: two words
            return self.words[at].text[0] >= UNSPACED
        return gap == " " or is_space_gap(gap) or (hyphen and is_hyphen_gap(gap))

    @property
    def has_hyphen(self) -> bool:
        """Whether a hyphen is in the text, as in few runs."""
        return not HYPHENS.isdisjoint(self.text)

    def is_hyphened(self, at: int) -> bool:
        """Tell whether a hyphen is all that parts word `at` from the one before it."""
        return 0 < at < len(self.words) and is_hyphen_gap(self.gap(at))

    def list_hyphened(self, at: int, most: int) -> Iterator[str]:
        """Give the keys, joined, of word `at` with the next, and so on: at most of `most` words."""
        key = self.words[at].key
        for place in range(at + 1, at + most):
            if not self.is_hyphened(place):
                return
            key += self.words[place].key
            yield key

    def follows_in_line(self, at: int) -> bool:
        """Tell whether white space of the same line is all that parts word `at` from the last."""
        return self.follows(at, hyphen=False) and "\n" not in self.gap(at)

    def follows_soft_sign(self, at: int) -> bool:
        """Tell whether white space and an apostrophe before it part word `at` from the last."""
        gap = self.gap(at) if at < len(self.words) else ""
        return len(gap) > 1 and gap[0] in APOSTROPHES and is_space_gap(gap[1:])

    def list_forms(self, at: int) -> Sequence[Form]:
        """Return the word without a possessive and, after *the*, also without a plural ending."""
        word = self.words[at]
        if word.plurals and at and self.words[at - 1].facts & ARTICLE:
            return (*word.forms, *word.plurals)
        return word.forms
