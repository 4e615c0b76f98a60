"""Families of languages whose names are read back together, with what is known of their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from translit.names.letters import Letters, WeighedLetters
from translit.names.reversed import Forms, Reversed, Windows
from translit.schemes import Pieces

_MOST_WEIGHTS = 20_000
_RARE_SCHEME = 1e-4

# Languages that are read by their letters. The others hide sounds, and known names serve for them.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "ru": ("ru",),
    "uk": ("uk",),
    "be": ("be",),
    "bg": ("bg", "mk"),
    "sr": ("sr",),
    "kk": ("kk", "ky", "tt", "uz", "tk", "az", "tg", "mn"),
    "el": ("el",),
    "ka": ("ka",),
    "hy": ("hy",),
}
NUMBERS = {name: number for number, name in enumerate(FAMILIES)}
FAMILY_OF = {lang: name for name, langs in FAMILIES.items() for lang in langs}


@dataclass(frozen=True)
class Counted:
    """What was counted of a family of languages.

    `runs` are letters of names, `latin` those of their spellings, `forms` how letters are written,
    `windows` how they are read, `schemes` how often each scheme is used, `stress` which letter of
    an ending is stressed. `weights` is no count: what each letter of an original counts in `any`
    word, and what it counts besides in those of `open` syllables.
    """

    runs: Mapping[str, float]
    latin: Mapping[str, float]
    forms: Forms
    windows: Windows
    schemes: Mapping[str, float]
    stress: Mapping[str, Mapping[str, float]]
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


class Family:
    """Languages that are read back together; the bit of their first scheme is `first`."""

    def __init__(self, name: str, first: int, counted: Counted) -> None:
        self.name = name
        self.counted = counted
        self.languages: list[Pieces] = []
        for lang in FAMILIES[name]:
            self.languages.append(Pieces(lang, first))
            first += len(self.languages[-1].ids)
        self.next = first
        self.reversed = Reversed(self.languages, counted.forms, counted.windows)
        self.letters = Letters(counted.runs)
        weights = counted.weights
        in_any = {letter: row.get("any", 0.0) for letter, row in weights.items()}
        in_open = {letter: sum(row.values()) for letter, row in weights.items()}
        # In words of open syllables, and in others.
        self.weighed = {
            True: WeighedLetters(self.letters, in_open),
            False: WeighedLetters(self.letters, in_any),
        }
        self._logarithms: dict[int, float] = {}

    @cached_property
    def ids(self) -> dict[int, str]:
        """The ids of the schemes by their bits."""
        return {bit: scheme_id for pieces in self.languages for bit, scheme_id in pieces.by_bit()}

    def weigh(self, mask: int) -> float:
        """Return how often the schemes of a mask are used, of all of the family."""
        return sum(self.counted.schemes.get(one, 0.0) for one in self.list_ids(mask))

    def weigh_use(self, mask: int) -> float:
        """Return the logarithm of how often the schemes of a mask are used, those never met too."""
        found = self._logarithms.get(mask)
        if found is None:
            if len(self._logarithms) > _MOST_WEIGHTS:
                self._logarithms.clear()
            found = self._logarithms[mask] = log(self.weigh(mask) + _RARE_SCHEME)
        return found

    @cached_property
    def _by_use(self) -> list[tuple[int, str]]:
        counts = self.counted.schemes
        return sorted(self.ids.items(), key=lambda row: (-counts.get(row[1], 0.0), row[1]))

    def list_ids_by_use(self, mask: int) -> Iterator[str]:
        """Give the ids of the schemes of a mask, the most used first."""
        for bit, scheme_id in self._by_use:
            if bit & mask:
                yield scheme_id

    def list_ids(self, mask: int) -> Iterator[str]:
        """Give the ids of the schemes of a mask."""
        while mask:
            bit = mask & -mask
            yield self.ids[bit]
            mask ^= bit
