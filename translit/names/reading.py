"""Reading a Latin word back: the likeliest originals, by all schemes of all languages at once.

The word is read from its start, by all families of languages in step. At each letter the likeliest
beginnings are kept, each with the schemes that may still be meant.
"""

import unicodedata
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from translit.names.families import Family
from translit.names.letters import END, LONGEST, START
from translit.names.reversed import Choice, Reversed
from translit.schemes import fold, fold_marked

VOWELS = frozenset("aeiouy")
_WIDTH = 9  # beginnings that a family keeps at a letter
_MARGIN = 8.0  # logarithm of how much less likely than the likeliest they may be
_ENDING = -2.5
_LONGEST_WORD = 40
_ACCENTS = frozenset("\u0300\u0301\u0302\u0304")  # grave, acute, circumflex, macron
_ACCENT, _OTHER_MARK = -0.7, -5.0
SHARPNESS = 0.6
_CONTEXT = LONGEST - 1

Reached = tuple[float, float, int]  # likely, written, schemes
Beam = dict[str, Reached]


class Found(NamedTuple):
    """An original in small letters, and which schemes may be meant.

    `likely` and `written` are logarithms: of its family and letters, and of their being written so.
    """

    original: str
    family: Family
    likely: float
    written: float
    mask: int


def read(word: str, families: Sequence[Family], mask: int) -> list[Found]:
    """Return the originals that a Latin word may stand for in the schemes of a mask."""
    marked = fold_marked(word)
    if not marked or len(marked) > _LONGEST_WORD:
        return []
    bare = bare_vowels(marked)
    size = len(marked)
    bests = [-1e9] * (size + 1)
    bests[0] = 0.0
    readers = [
        _Reader(family, marked, bare, mask & family.reversed.mask)
        for family in families
        if mask & family.reversed.mask
    ]
    for at in range(size):
        for reader in readers:
            if reader.beams[at]:
                reader.step(at, bests)
    return [found for reader in readers for found in reader.finish()]


def bare_vowels(word: str) -> str:
    """Return a word without the marks of its vowels."""
    if word.isascii():
        return word
    return "".join(fold(c) if fold(c) in VOWELS else c for c in word)


class _Reader:
    """A word as one family reads it."""

    def __init__(self, family: Family, marked: str, bare: str, mask: int) -> None:
        self.family = family
        self.marked = marked
        self.bare = bare
        self.beams: list[Beam] = [{} for _ in range(len(marked) + 1)]
        self._choices: dict[str, Sequence[Choice]] = {}
        self.beams[0][""] = (log(family.counted.share), 0.0, mask)

    def step(self, at: int, bests: list[float]) -> None:
        """Go on from all beginnings that end here. `bests` are the likeliest of all families."""
        items = sorted(self.beams[at].items(), key=_weigh, reverse=True)[:_WIDTH]
        least = bests[at] - _MARGIN
        self._choices.clear()
        for prefix, (likely, written, schemes) in items:
            before = likely + written
            if before < least:
                break
            left = prefix[-1:] or START
            choices = self._choices.get(left)
            if choices is None:
                choices = self._choices[left] = self._list_choices(at, left)
            self._extend(prefix, (likely, written, schemes), at, choices, bests)

    def _extend(
        self, prefix: str, reached: Reached, at: int, choices: Sequence[Choice], bests: list[float]
    ) -> None:
        """Add to a beginning what the letters here may stand for. This is run most of all."""
        likely, written, schemes = reached
        before = likely + written
        letters = self.family.letters
        context, known = letters.known((START + prefix)[-_CONTEXT:])
        for cost, length, source, allowed, _ in choices:
            stop = at + length
            bound = bests[stop] - _MARGIN - before
            if cost < bound:
                continue
            both = schemes & allowed
            if not both:
                continue
            step = known.get(source)
            if step is None:
                step = known[source] = SHARPNESS * letters.score(context, source)
            if cost + step < bound:
                continue
            original = prefix + source
            now = (likely + step, written + cost, both)
            target = self.beams[stop]
            old = target.get(original)
            if old is not None:
                now = (old[0], max(old[1], now[1]), both | old[2])
            target[original] = now
            if before + cost + step > bests[stop]:
                bests[stop] = before + cost + step

    def _list_choices(self, at: int, left: str) -> Sequence[Choice]:
        """List what the letters here may stand for after what was read, with the schemes."""
        reversed_ = self.family.reversed
        before = self.marked[at - 1] if at else START
        found = reversed_.at(before, self.marked[at:] + END, left)
        if self.bare == self.marked:
            return found
        before = self.bare[at - 1] if at else START
        more = [*found]
        for cost, length, source, mask, form in reversed_.at(before, self.bare[at:] + END, left):
            as_written = self.marked[at : at + length]
            if as_written != self.bare[at : at + length]:
                dropped = cost + _find_accent_cost(as_written)
                lacking = _find_lacking(as_written, reversed_)
                more.append((dropped, length, source, mask & lacking, form))
        return more

    def finish(self) -> list[Found]:
        """Return what was read to the end of the word, or to an ending that a language adds."""
        found: dict[str, Found] = {}
        letters = self.family.letters
        for at, mask, cost in self._list_ends():
            for prefix, (likely, written, schemes) in self.beams[at].items():
                if schemes & mask:
                    total = likely + SHARPNESS * letters.score((START + prefix)[-_CONTEXT:], END)
                    old = found.get(prefix)
                    if old is None:
                        found[prefix] = Found(
                            prefix, self.family, total, written + cost, schemes & mask
                        )
                    else:
                        found[prefix] = old._replace(mask=old.mask | schemes & mask)
        return list(found.values())

    def _list_ends(self) -> list[tuple[int, int, float]]:
        reversed_ = self.family.reversed
        ends = [(len(self.marked), reversed_.mask, 0.0)]
        for ending in reversed_.endings:
            if self.marked.endswith(ending.add):
                stem = self.marked.removesuffix(ending.add)
                if fold(stem).endswith(ending.after_folded):
                    ends.append((len(stem), ending.mask, _ENDING))
        return ends


def _weigh(item: tuple[str, Reached]) -> float:
    return item[1][0] + item[1][1]


def _find_accent_cost(form: str) -> float:
    """Return how unlikely it is that the marks of vowels are an accent and not other letters."""
    marks = unicodedata.normalize("NFD", form)
    return _ACCENT if set(marks) & _ACCENTS else _OTHER_MARK


def _find_lacking(form: str, reversed_: Reversed) -> int:
    """Return the schemes that have none of the marked letters of a form."""
    mask = reversed_.mask
    for letter in form:
        if fold(letter) != letter:
            mask &= reversed_.lacking(letter)
    return mask
