"""Schemes reversed: what each group of Latin letters may stand for, and how often it does."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from translit.schemes import AllPieces, Group, Pieces

_DOUBLED = frozenset("бвгґджзклмнпрстўфхцчшщ")
_LEAST = 5e-5  # what is seldomer is not read
_WINDOW = 3
_MOST_WINDOWS = 6000
_MADE_UP = 0.1  # the share of readings that a scheme gives and nobody counted
_DOUBLING = 0.04
_NEVER = 1e-6

# The vowel that is stressed is found at the end, by the word's ending.
UNSTRESSED = str.maketrans("άέήίόύώΐΰ", "αεηιουωϊϋ")

Forms = Mapping[str, Mapping[str, float]]
Windows = Mapping[str, Mapping[str, float]]
Choice = tuple[float, int, str, str]  # logarithm, length, form, source


class Reversed:
    """The schemes of some languages, to be read from Latin letters.

    `forms` are counts of what letters were written as.
    """

    def __init__(self, languages: Iterable[Pieces], forms: Forms, windows: Windows) -> None:
        self.languages = tuple(languages)
        self.mask = sum(pieces.mask for pieces in self.languages)
        self.pieces = AllPieces(self.languages)
        self.endings = tuple(ending for p in self.languages for ending in p.endings())
        self._forms = forms
        self._totals = {source: sum(counts.values()) for source, counts in forms.items()}
        self._groups: dict[str, list[Group]] = defaultdict(list)
        self._silent: list[Group] = []
        self._having: dict[str, int] = defaultdict(int)
        self._shares: dict[tuple[str, str], int] = defaultdict(int)
        self._written: dict[str, int] = defaultdict(int)
        self._read: dict[str, int] = defaultdict(int)
        for pieces in self.languages:
            for group in pieces.groups():
                self._add(group)
        self._lengths = sorted({len(form) for form in self._groups if len(form) > _WINDOW})
        self._by_form: dict[str, Sequence[str]] = {}
        self._at: dict[str, list[Choice]] = {}
        self._masks: dict[tuple[str, str], dict[str, int]] = {}
        self._conventions = Conventions(windows, self)

    def share(self, source: str, form: str) -> float:
        """Return the share of schemes, of those of a form, that read it so; less for more letters.

        A doubled letter may be written once, and a silent one follows any.
        """
        if len(source) > 1 and (source, form) not in self._shares:
            return (_DOUBLING if source[-1] == source[-2] else 0.1) * self.share(source[:-1], form)
        return self._shares.get((source, form), 0) / max(1, self._read[form])

    def cost(self, source: str, form: str) -> float:
        """Return the logarithm of how often letters are written so."""
        source = source.translate(UNSTRESSED)
        counts = self._forms.get(source, {})
        share = self._shares.get((source, form), 0) / max(1, self._written[source])
        made_up = _MADE_UP * share + _NEVER
        return log((counts.get(form, 0.0) + made_up) / (self._totals.get(source, 0.0) + _MADE_UP))

    def lacking(self, letter: str) -> int:
        """Return the schemes that never write a letter: there an accent marks stress or length."""
        return self.mask & ~self._having.get(letter, 0)

    def at(self, left: str, rest: str) -> Sequence[Choice]:
        """Return what Latin letters may stand for where a word goes on like this, likeliest first.

        `left` is the Latin letter before, or `^`; `rest` ends in `$`.
        """
        longest = max(_WINDOW, *(n for n in self._lengths if rest[:n] in self._groups), 0)
        key = left + rest[:longest]
        found = self._at.get(key)
        if found is None:
            if len(self._at) > _MOST_WINDOWS:
                self._at.clear()
            found = self._at[key] = self._list_choices(left, rest, longest)
        return found

    def masks_after(self, form: str, left: str) -> dict[str, int]:
        """Return the schemes in which Latin letters stand for others after a letter."""
        key = form, left
        found = self._masks.get(key)
        if found is None:
            found = self._masks[key] = self._list_masks(form, left)
        return found

    def _add(self, group: Group) -> None:
        source = group.source.translate(UNSTRESSED)
        self._shares[source, group.form] += group.mask.bit_count()
        self._written[source] += group.mask.bit_count()
        self._read[group.form] += group.mask.bit_count()
        if group.form:
            self._groups[group.form].append(group._replace(source=source))
        elif len(source) == 1:
            self._silent.append(group._replace(source=source))
        for letter in group.form:
            self._having[letter] |= group.mask

    def _list_choices(self, left: str, rest: str, longest: int) -> list[Choice]:
        window = left + rest[:_WINDOW]
        found = [
            (log(chance), length, form, source)
            for length in range(1, min(longest, len(rest)) + 1)
            for form in (rest[:length],)
            for source in self._sources(form)
            if (chance := self._conventions.find(window, form, source)) > _LEAST
        ]
        return sorted(found, reverse=True)

    def _sources(self, form: str) -> Sequence[str]:
        found = self._by_form.get(form)
        if found is None:
            masks: set[str] = set()
            for group in self._groups.get(form, ()):
                masks.add(group.source)
            masks |= {source * 2 for source in masks & _DOUBLED}
            masks |= {s + silent.source for s in masks for silent in self._silent}
            found = self._by_form[form] = sorted(masks)
        return found

    def _list_masks(self, form: str, left: str) -> dict[str, int]:
        masks: dict[str, int] = defaultdict(int)
        for group in self._groups[form]:
            if group.left is None or group.left.fits(left):
                masks[group.source] |= group.mask
        for source in list(masks):
            if source in _DOUBLED:
                masks[source * 2] |= masks[source]
        for source in list(masks):
            for silent in self._silent:
                mask = masks[source] & silent.mask
                if mask and (silent.left is None or silent.left.fits(source[-1])):
                    masks[source + silent.source] |= mask
        return dict(masks)


class Conventions:
    """How likely letters are read as others, by the letters around: what was counted.

    `windows` has for each window of Latin letters the counts of `form source` at its second.
    """

    def __init__(self, windows: Windows, reversed_: Reversed) -> None:
        self._windows = windows
        self._totals = {window: sum(counts.values()) for window, counts in windows.items()}
        self._reversed = reversed_

    def find(self, window: str, form: str, source: str) -> float:
        """Return the probability that letters are cut so and read so in a window."""
        found = _MADE_UP * self._reversed.share(source, form)
        event = f"{form} {source}"
        for context in list_contexts(window):
            counts = self._windows.get(context)
            if counts:
                kinds = len(counts)
                found = (counts.get(event, 0.0) + kinds * found) / (self._totals[context] + kinds)
        return found


def list_contexts(window: str) -> tuple[str, ...]:
    """Return the parts of a window that are asked, the widest last; `.` is any letter."""
    return (
        "." + window[1:2],
        "." + window[1:3],
        window[:3],
        window[:4],
    )
