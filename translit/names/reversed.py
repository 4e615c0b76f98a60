"""Schemes reversed: what each group of Latin letters may stand for, and how often it does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from translit.schemes import AllPieces, Ending, Group, Pieces

_DOUBLED = frozenset("бвгґджзклмнпрстўфхцчшщ")
_LEAST = 2e-4  # what is seldomer is not read
_WINDOW = 2  # letters that a convention is told by, after the letter before
_MOST_PLACES = 20_000
_MADE_UP = 0.1  # the share of readings that a scheme gives and nobody counted
_BY_SCHEMES = 3.0  # how many readings what the schemes give is worth beside those counted
_DOUBLING = 0.04
_NEVER = 1e-6
# What the logarithm of how letters are written counts beside what else is known of a reading.
WRITTEN = 0.373

# The vowel that is stressed is found at the end, by the word's ending.
UNSTRESSED = str.maketrans("άέήίόύώΐΰ", "αεηιουωϊϋ")

Forms = Mapping[str, Mapping[str, float]]
Windows = Mapping[str, Mapping[str, float]]
Reading = tuple[float, str, str]  # logarithm, form, source
# How likely it is (see `WRITTEN`), the length, what is read, and in which schemes.
Choice = tuple[float, int, str, int]


class Reversed:
    """The schemes of some languages, to be read from Latin letters.

    `forms` are counts of what letters were written as.
    """

    def __init__(self, languages: Iterable[Pieces], forms: Forms, windows: Windows) -> None:
        self.languages = tuple(languages)
        self.mask = sum(pieces.mask for pieces in self.languages)
        self.pieces = AllPieces(self.languages)
        self.endings: dict[str, list[Ending]] = defaultdict(list)  # by their last letter
        for ending in (ending for p in self.languages for ending in p.endings()):
            self.endings[ending.add[-1]].append(ending)
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
        # What is longer than a window, by how it begins, the longest first.
        self._long: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._groups, key=lambda form: (-len(form), form)):
            if len(form) > _WINDOW:
                self._long[form[:_WINDOW]].append(form)
        self._places: dict[str, Place] = {}
        self._masks: dict[tuple[str, str], dict[str, int]] = {}
        self._conventions = Conventions(windows, self)

    def list_shares(self, letter: str) -> dict[tuple[str, str], float]:
        """Return by form and source, of forms with a first letter, the share of schemes.

        A doubled letter may be written once, and a silent one follows any.
        """
        found: dict[tuple[str, str], float] = {}
        for form in self._groups:
            if form[0] == letter:
                for source in sorted({group.source for group in self._groups[form]}):
                    share = self._shares[source, form] / self._read[form]
                    found[form, source] = max(share, found.get((form, source), 0.0))
                    if source in _DOUBLED:
                        found[form, source * 2] = _DOUBLING * share
                    for silent in self._silent:
                        found.setdefault((form, source + silent.source), 0.1 * share)
        return found

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

    def at(self, around: str) -> "Place":
        """Return what Latin letters may stand for where a word goes on like this.

        `around` is the Latin letter before, or `^`, and what follows; the word ends in `$`. What
        is the same to all choices is one place, made once.
        """
        key = around[: _WINDOW + 1]
        for form in self._long.get(key[1:], ()):
            if around.startswith(form, 1):
                key = key[0] + form
                break
        found = self._places.get(key)
        if found is None:
            if len(self._places) > _MOST_PLACES:
                self._places.clear()
            found = self._places[key] = Place(self, key)
        return found

    def list_readings(self, around: str) -> list[tuple[float, int, str, str]]:
        """Return what letters may be read as at a place, likeliest first, after whatever letter.

        It is told how likely, how many they are, what is read, and the letters.
        """
        context = self._conventions.find_context(around[: _WINDOW + 1])
        by_form = self._conventions.list_readings(context)
        rows = [
            row for stop in range(2, len(around) + 1) for row in by_form.get(around[1:stop], ())
        ]
        rows.sort(reverse=True)
        return [(WRITTEN * cost, len(form), source, form) for cost, form, source in rows]

    def find_mask(self, form: str, source: str, left: str) -> int:
        """Return the schemes in which Latin letters stand for others after a letter."""
        return self._masks_after(form, left).get(source, 0)

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

    def _masks_after(self, form: str, left: str) -> dict[str, int]:
        """Return the schemes in which Latin letters stand for others after a letter."""
        key = form, left
        found = self._masks.get(key)
        if found is None:
            found = self._masks[key] = self._list_masks(form, left) if self.has(form) else {}
        return found

    def has(self, form: str) -> bool:
        """Tell whether Latin letters stand for something in any scheme."""
        return form in self._groups

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


class Place(dict[str, Sequence[Choice]]):
    """By the letter before, what some Latin letters may stand for, likeliest first."""

    def __init__(self, reversed_: Reversed, around: str) -> None:
        super().__init__()
        self.reversed = reversed_
        self._readings = reversed_.list_readings(around)

    def __missing__(self, left: str) -> Sequence[Choice]:
        found = self[left] = [
            (cost, length, source, mask)
            for cost, length, source, form in self._readings
            if (mask := self.reversed.find_mask(form, source, left))
        ]
        return found


Chances = Mapping[tuple[str, str], float]


class Conventions:
    """How likely letters are read as others, by the letters around: what was counted.

    `windows` has for each window of Latin letters the counts of `form source` at its second.
    """

    def __init__(self, windows: Windows, reversed_: Reversed) -> None:
        self._counts: dict[str, dict[tuple[str, str], float]] = {
            window: {_cut(event): count for event, count in counts.items()}
            for window, counts in windows.items()
        }
        self._reversed = reversed_
        self._chances: dict[str, Chances] = {}
        self._readings: dict[str, Mapping[str, list[Reading]]] = {}

    def find_context(self, window: str) -> str:
        """Return the widest part of a window that was counted, or any letter and its second."""
        for context in (window, "." + window[1:]):
            if context in self._counts:
                return context
        return "." + window[1]

    def list_readings(self, context: str) -> Mapping[str, Sequence[Reading]]:
        """Return by form what may be read in a context, with the logarithm of how likely.

        What is longer than the context may not stand there.
        """
        found = self._readings.get(context)
        if found is None:
            contexts = [one for one in list_contexts(context) if one in self._counts]
            chances = self._find_chances(tuple(dict.fromkeys(contexts)) or (context,))
            rows: dict[str, list[Reading]] = {}
            for event, chance in chances.items():
                rows.setdefault(event[0], []).append((log(chance), *event))
            found = self._readings[context] = rows
        return found

    def _find_chances(self, contexts: tuple[str, ...]) -> Chances:
        """Return how likely each reading is in the last of some contexts, each within the next."""
        context = contexts[-1]
        found = self._chances.get(context)
        if found is not None:
            return found
        if len(contexts) > 1:
            wider = self._find_chances(contexts[:-1])
        else:
            shares = self._reversed.list_shares(context[1])
            whole = sum(shares.values())
            wider = {event: part / whole for event, part in shares.items()}
        counts = self._counts.get(context)
        if counts:
            less = len(counts) if len(contexts) > 1 else _BY_SCHEMES
            total = sum(counts.values()) + less
            mixed = {event: less * chance / total for event, chance in wider.items()}
            for event, count in counts.items():
                mixed[event] = mixed.get(event, 0.0) + count / total
            wider = mixed
        found = {event: chance for event, chance in wider.items() if chance > _LEAST}
        self._chances[context] = found
        return found


def _cut(event: str) -> tuple[str, str]:
    form, _, source = event.partition(" ")
    return form, source


def list_contexts(window: str) -> tuple[str, ...]:
    """Return the parts of a window that are asked, the widest last; `.` is any letter."""
    return (
        "." + window[1:2],
        "." + window[1:3],
        window[:3],
    )
