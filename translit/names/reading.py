"""Reading a Latin word back: the likeliest originals, by all schemes of all languages at once.

The word is read from its start, by all families of languages in step. At each letter the likeliest
beginnings are kept, each with the schemes that may still be meant.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.names.families import Family
from translit.names.letters import END, LONGEST, START
from translit.names.reversed import Choice, Place, Reversed
from translit.schemes import fold, fold_marked

VOWELS = frozenset("aeiouy")
_WIDTH = 7  # beginnings that a family keeps at a letter
_MARGIN = 7.5  # logarithm of how much less likely than the likeliest they may be
_ENDING = -2.5
_LONGEST_WORD = 40
_ACCENTS = frozenset("\u0300\u0301\u0302\u0304")  # grave, acute, circumflex, macron
_ACCENT, _OTHER_MARK = -0.7, -5.0
SHARPNESS = 0.6
_CONTEXT = LONGEST - 1
_LOOK = 12  # no scheme writes more letters for one

# How likely it is in all, how likely its being written so, the schemes that may be meant.
Reached = tuple[float, float, int]
Beam = dict[str, Reached]
_NOWHERE: Reached = (-1e9, 0.0, 0)


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
    bests = [_NOWHERE[0]] * (size + 1)
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
    return [found for reader in readers for found in reader.finish(bests)]


def bare_vowels(word: str) -> str:
    """Return a word without the marks of its vowels."""
    if word.isascii():
        return word
    return "".join(fold(c) if fold(c) in VOWELS else c for c in word)


class _Reader:
    """A word as one family reads it."""

    def __init__(self, family: Family, marked: str, bare: str, mask: int) -> None:
        self.family = family
        self.marked = START + marked + END
        self.bare = START + bare + END
        self.beams: list[Beam] = [{} for _ in range(len(marked) + 1)]
        self.beams[0][""] = (family.log_share, 0.0, mask)

    def step(self, at: int, bests: list[float]) -> None:
        """Go on from all beginnings that end here. `bests` are the likeliest of all families.

        This is run most of all, so what it asks is at hand and nothing is called in its middle.
        """
        beam = self.beams[at]
        least = bests[at] - _MARGIN
        items = [(reached[0], prefix) for prefix, reached in beam.items() if reached[0] >= least]
        if len(items) > 1:
            items.sort(reverse=True)
        letters = self.family.letters
        beams = self.beams
        place = self._find_place(at)
        for before, prefix in items[:_WIDTH]:
            _, written, schemes = beam[prefix]
            context, known = letters.known((START + prefix)[-_CONTEXT:])
            for cost, length, source, allowed, _ in place[prefix[-1:] or START]:
                stop = at + length
                total = before + cost
                best = bests[stop]
                both = schemes & allowed
                if not both or total < best - _MARGIN:
                    continue
                step = known.get(source)
                if step is None:
                    step = known[source] = SHARPNESS * letters.score(context, source)
                total += step
                if total < best - _MARGIN:
                    continue
                if total > best:
                    bests[stop] = total
                original = prefix + source
                target = beams[stop]
                old = target.get(original, _NOWHERE)
                if total > old[0]:
                    target[original] = (total, written + cost, both | old[2])
                else:
                    target[original] = (old[0], old[1], both | old[2])

    def _find_place(self, at: int) -> "Place | _Accented":
        """Return what the letters here may stand for, by what was read before."""
        reversed_ = self.family.reversed
        marked = self.marked[at : at + _LOOK]
        place = reversed_.at(marked)
        bare = self.bare[at : at + _LOOK]
        return place if bare == marked else _Accented(place, reversed_.at(bare), marked, bare)

    def finish(self, bests: list[float]) -> list[Found]:
        """Return what was read to the end of the word, or to an ending that a language adds."""
        found: dict[str, Found] = {}
        letters = self.family.letters
        for at, mask, cost in self._list_ends():
            for prefix, (total, written, schemes) in self.beams[at].items():
                if schemes & mask and total >= bests[at] - _MARGIN:
                    context, known = letters.known((START + prefix)[-_CONTEXT:])
                    end = known.get(END)
                    if end is None:
                        end = known[END] = SHARPNESS * letters.score(context, END)
                    old = found.get(prefix)
                    if old is None:
                        likely = total - written + end
                        both = schemes & mask
                        found[prefix] = Found(prefix, self.family, likely, written + cost, both)
                    else:
                        found[prefix] = old._replace(mask=old.mask | schemes & mask)
        return list(found.values())

    def _list_ends(self) -> list[tuple[int, int, float]]:
        reversed_ = self.family.reversed
        word = self.marked[1:-1]
        ends = [(len(word), reversed_.mask, 0.0)]
        for ending in reversed_.endings.get(word[-1], ()):
            if word.endswith(ending.add):
                stem = word.removesuffix(ending.add)
                if self.beams[len(stem)] and fold(stem).endswith(ending.after_folded):
                    ends.append((len(stem), ending.mask, _ENDING))
        return ends


class _Accented:
    """What letters may stand for with their marks, and as if the marks of vowels were accents."""

    def __init__(self, place: Place, bare: Place, around: str, without: str) -> None:
        self._places = place, bare
        self._around = around
        self._without = without
        self._found: dict[str, Sequence[Choice]] = {}

    def __getitem__(self, left: str) -> Sequence[Choice]:
        found = self._found.get(left)
        if found is None:
            found = self._found[left] = [*self._places[0][left], *self._list_dropped(left)]
        return found

    def _list_dropped(self, left: str) -> Iterator[Choice]:
        place = self._places[1]
        for cost, length, source, mask, form in place[left]:
            written = self._around[1 : 1 + length]
            if written != self._without[1 : 1 + length]:
                lacking = mask & _find_lacking(written, place.reversed)
                yield cost + _find_accent_cost(written), length, source, lacking, form


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
