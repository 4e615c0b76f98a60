"""Reading a Latin word back: the likeliest originals, by all schemes of all languages at once.

The word is read from its start, by all families of languages in step. At each letter the likeliest
beginnings are kept, each with the schemes that may still be meant. A family whose names are never
spelled like the word is not asked.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.names.families import Family
from translit.names.letters import END, LONGEST, START
from translit.names.reversed import NEAR, Choice, Place, Reversed
from translit.schemes import fold, fold_marked

VOWELS = frozenset("aeiouy")
_WIDTH = 7  # beginnings that a family keeps at a letter
_MARGIN = 5.6  # how much less likely than the likeliest they may be
_LEAST_SHARE = -7.5  # logarithm of how much rarer a family's names may be, of those spelled so
_LONGEST_WORD = 40
_ACCENTS = frozenset("\u0300\u0301\u0302\u0304")  # grave, acute, circumflex, macron
# What the logarithm of a family's share counts; and what an added ending and a mark that is no
# letter cost. Fitted, as are those of `ranking`, on names of the half for training that the model
# was then trained without.
SHARE = 0.237
_ENDING = -2.65
_ACCENT, _OTHER_MARK = -0.26, -1.9
_CONTEXT = LONGEST - 1
_LOOK = 12  # no scheme writes more letters for one

# How likely it is in all, and the schemes that may be meant.
Reached = tuple[float, int]
Beam = dict[str, Reached]
_NOWHERE = -1e9
_NO_PLACES: dict[str, Place] = {}


class Found(NamedTuple):
    """An original in small letters, how likely it is, and which schemes may be meant."""

    original: str
    family: Family
    likely: float
    mask: int


def read(
    word: str, families: Sequence[Family], shares: Sequence[float], mask: int, *, is_open: bool
) -> list[Found]:
    """Return the originals that a Latin word may stand for in the schemes of a mask.

    `shares` are of the families: how likely names spelled so are theirs, as logarithms. `is_open`
    if the word is of open syllables, by which letters are weighed.
    """
    marked = fold_marked(word)
    if not marked or len(marked) > _LONGEST_WORD or not mask:
        return []
    bare = bare_vowels(marked)
    size = len(marked)
    around = _list_around(marked)
    without = around if bare == marked else _list_around(bare)
    beginnings = [text[:NEAR] for text in around]
    asked = [
        (family, both, share)
        for family, share in zip(families, shares, strict=True)
        if (both := mask & family.reversed.mask)
    ]
    least = max(share for _, _, share in asked) + _LEAST_SHARE
    readers = [
        _Reader(family, marked, (around, without, beginnings), both, SHARE * share, is_open)
        for family, both, share in asked
        if share >= least
    ]
    leasts = [_NOWHERE] * (size + 1)
    leasts[0] = max(reader.beams[0][""][0] for reader in readers) - _MARGIN
    for at in range(size):
        for reader in readers:
            if reader.beams[at]:
                reader.step(at, leasts)
    found: list[Found] = []
    for reader in readers:
        if reader.beams[-1] or reader.may_have_ending:
            found += reader.finish(leasts)
    return found


def _list_around(word: str) -> list[str]:
    """Return for each letter the one before and what follows, as far as any scheme looks."""
    text = START + word + END
    return [text[at : at + _LOOK] for at in range(len(word))]


def bare_vowels(word: str) -> str:
    """Return a word without the marks of its vowels."""
    if word.isascii():
        return word
    return "".join(fold(c) if fold(c) in VOWELS else c for c in word)


class _Reader:
    """A word as one family reads it."""

    def __init__(
        self,
        family: Family,
        marked: str,
        places: tuple[Sequence[str], Sequence[str], Sequence[str]],
        mask: int,
        likely: float,
        is_open: bool,
    ) -> None:
        self.family = family
        self.letters = family.weighed[is_open]
        self.marked = marked
        self.around, self.without, self.beginnings = places
        self.may_have_ending = marked[-1] in family.reversed.endings
        # With accents each place is two.
        self.places = family.reversed.near if self.around is self.without else _NO_PLACES
        self.beams: list[Beam] = [{} for _ in range(len(marked) + 1)]
        self.beams[0][""] = (likely, mask)

    def step(self, at: int, leasts: list[float]) -> None:
        """Go on from all beginnings that end here. What is less likely than `leasts` is not meant.

        This is run most of all, so what it asks is at hand and nothing is called in its middle.
        """
        least = leasts[at]
        items = [
            (likely, prefix, schemes)
            for prefix, (likely, schemes) in self.beams[at].items()
            if likely >= least
        ]
        if not items:
            return
        items.sort(reverse=True)
        del items[_WIDTH:]
        letters = self.letters
        remembered = letters.remembered
        beams = self.beams
        place = self.places.get(self.beginnings[at]) or self._find_place(at)
        for before, prefix, schemes in items:
            end = prefix[-_CONTEXT:] if len(prefix) >= _CONTEXT else START + prefix
            known = remembered.get(end) or letters.known(end)
            for cost, length, source, allowed in place[end[-1]]:
                both = schemes & allowed
                if not both:
                    continue
                stop = at + length
                total = before + cost
                least = leasts[stop]
                if total < least:
                    continue
                step = known.get(source)
                if step is None:
                    step = known[source] = letters.weigh(known.context, source)
                total += step
                if total < least:
                    continue
                if total - _MARGIN > least:
                    leasts[stop] = total - _MARGIN
                original = prefix + source
                target = beams[stop]
                old = target.get(original)
                if old is None:
                    target[original] = total, both
                else:
                    target[original] = max(total, old[0]), both | old[1]

    def _find_place(self, at: int) -> "Place | _Accented":
        """Return what the letters here may stand for, by what was read before."""
        reversed_ = self.family.reversed
        marked = self.around[at]
        place = reversed_.at(marked)
        bare = self.without[at]
        return place if bare == marked else _Accented(place, reversed_.at(bare), marked, bare)

    def finish(self, leasts: list[float]) -> list[Found]:
        """Return what was read to the end of the word, or to an ending that a language adds."""
        found: dict[str, Found] = {}
        letters = self.letters
        for at, mask, cost in self._list_ends():
            least = leasts[at]
            for prefix, (total, schemes) in self.beams[at].items():
                both = schemes & mask
                if both and total >= least:
                    beginning = (START + prefix)[-_CONTEXT:]
                    known = letters.known(beginning)
                    end = known.get(END)
                    if end is None:
                        end = known[END] = letters.weigh(known.context, END)
                    old = found.get(prefix)
                    if old is None:
                        found[prefix] = Found(prefix, self.family, total + cost + end, both)
                    else:
                        found[prefix] = old._replace(mask=old.mask | both)
        return list(found.values())

    def _list_ends(self) -> list[tuple[int, int, float]]:
        reversed_ = self.family.reversed
        word = self.marked
        ends = [(len(word), reversed_.mask, 0.0)]
        for add, after_and_masks in reversed_.endings.get(word[-1], {}).items():
            at = len(word) - len(add)
            if at >= 0 and self.beams[at] and word.endswith(add):
                stem = fold(word[:at])
                mask = 0
                for after, of_it in after_and_masks:
                    if stem.endswith(after):
                        mask |= of_it
                if mask:
                    ends.append((at, mask, _ENDING))
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
        for cost, length, source, mask in place[left]:
            written = self._around[1 : 1 + length]
            if written != self._without[1 : 1 + length]:
                lacking = mask & _find_lacking(written, place.reversed)
                yield cost + _find_accent_cost(written), length, source, lacking


def _find_accent_cost(form: str) -> float:
    """Return what it costs that the marks of vowels are an accent and not other letters."""
    marks = unicodedata.normalize("NFD", form)
    return _ACCENT if set(marks) & _ACCENTS else _OTHER_MARK


def _find_lacking(form: str, reversed_: Reversed) -> int:
    """Return the schemes that have none of the marked letters of a form."""
    mask = reversed_.mask
    for letter in form:
        if fold(letter) != letter:
            mask &= reversed_.lacking(letter)
    return mask
