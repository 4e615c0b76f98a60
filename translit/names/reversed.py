"""Schemes reversed: what each group of Latin letters may stand for, and how often it does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from translit.schemes import AllPieces, Group, Pieces

_DOUBLED = frozenset("бвгґджзклмнпрстўфхцчшщ")
_LEAST = 2e-4  # what is seldomer is not read
_WINDOW = 2  # letters that a convention is told by, after the letter before
NEAR = _WINDOW + 1  # letters that tell a place, with the one before
_MOST_PLACES = 20_000
_MADE_UP = 0.1  # the share of readings that a scheme gives and nobody counted
_BY_SCHEMES = 3.0  # how many readings what the schemes give is worth beside those counted
_DOUBLING = 0.04
_NEVER = 1e-6
_SECOND = 2  # of the contexts: the one that tells two letters, see `list_contexts`
# What the logarithm of how letters are written counts beside what else is known of a reading.
WRITTEN = 0.373

# The vowel that is stressed is found at the end, by the word's ending.
UNSTRESSED = str.maketrans("άέήίόύώΐΰ", "αεηιουωϊϋ")

Forms = Mapping[str, Mapping[str, float]]
Windows = Mapping[str, Mapping[str, float]]
Reading = tuple[float, str, str, int]  # how likely (see `WRITTEN`), form, source, form's length
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
        # By their last letter: what is added, after what, and by which schemes.
        self.endings: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
        for ending in (ending for p in self.languages for ending in p.endings()):
            added = self.endings.setdefault(ending.add[-1], {}).setdefault(ending.add, [])
            added.append((ending.after_folded, ending.mask))
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
        # By the letters there: of those that no longer form begins with, and of the others.
        self.near: dict[str, Place] = {}
        self._far: dict[str, Place] = {}
        self._alike: dict[tuple[str, str], Place] = {}
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
        key = around[:NEAR]
        longer = self._long.get(key[1:])
        if longer is None:
            place = self.near.get(key)
            return self._keep_place(self.near, key) if place is None else place
        for form in longer:
            if around.startswith(form, 1):
                key = key[0] + form
                break
        place = self._far.get(key)
        return self._keep_place(self._far, key) if place is None else place

    def _keep_place(self, places: "dict[str, Place]", key: str) -> "Place":
        """Keep the place of some letters; what was counted alike of several is one place."""
        alike = self._conventions.find_context(key[:NEAR]), key[1:]
        place = self._alike.get(alike)
        if place is None:
            if max(len(self._alike), len(places)) > _MOST_PLACES:
                for kept in (self._alike, self.near, self._far):
                    kept.clear()
            place = self._alike[alike] = Place(self, *alike)
        places[key] = place
        return place

    def list_readings(self, context: str, latin: str) -> Sequence[Reading]:
        """Return what Latin letters may begin with in a context, likeliest first."""
        by_form = self._conventions.list_readings(context)
        rows: tuple[Reading, ...] = ()
        for stop in range(1, len(latin) + 1):
            rows += by_form.get(latin[:stop], ())
        return tuple(sorted(rows, reverse=True))

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

    def __init__(self, reversed_: Reversed, context: str, latin: str) -> None:
        super().__init__()
        self.reversed = reversed_
        self._readings = reversed_.list_readings(context, latin)

    def __missing__(self, left: str) -> Sequence[Choice]:
        find_mask = self.reversed.find_mask
        found = self[left] = tuple([
            (cost, length, source, mask)
            for cost, form, source, length in self._readings
            if (mask := find_mask(form, source, left))
        ])  # fmt: skip
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
        self._readings: dict[str, Mapping[str, tuple[Reading, ...]]] = {}

    def find_context(self, window: str) -> str:
        """Return the widest part of a window that was counted, or any letter and its second."""
        for context in (window, "." + window[1:]):
            if context in self._counts:
                return context
        return "." + window[1]

    def list_readings(self, context: str) -> Mapping[str, tuple[Reading, ...]]:
        """Return by form what may be read in a context, with how likely (see `WRITTEN`).

        What is longer than the context may not stand there.
        """
        found = self._readings.get(context)
        if found is None:
            contexts = [one for one in list_contexts(context) if one in self._counts]
            chances = self._find_chances(tuple(dict.fromkeys(contexts)) or (context,))
            rows: dict[str, list[Reading]] = {}
            for event, chance in chances.items():
                form, source = event
                row = WRITTEN * log(chance), form, source, len(form)
                rows.setdefault(form, []).append(row)
            found = self._readings[context] = {form: tuple(of_it) for form, of_it in rows.items()}
        return found

    def _find_chances(self, contexts: tuple[str, ...]) -> Chances:
        """Return how likely each reading is in the last of some contexts, each within the next.

        Where the second letter is told, what has another there is left out.
        """
        context = contexts[-1]
        found = self._chances.get(context)
        if found is not None:
            return found
        if len(contexts) > 1:
            wider = self._find_chances(contexts[:-1])
            if len(contexts) == _SECOND:
                start = context[1:3]
                wider = {e: part for e, part in wider.items() if e[0][:2] in (start, start[0])}
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
