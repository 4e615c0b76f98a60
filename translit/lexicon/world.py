"""The world's names: what else a spelling may be, of a person or a place that no table knows.

*Sivas* is a town in Turkey and no spelling of Syvash; *Brack* is a family name. A name is found by
its letters; whether its marks are those of the word is told, for *Łuck* is not the village *Luck*.
Spellings of one name of persons share a number: *Selenskyj* is the same name as *Zelensky*,
*Gutierrez* another than *Guterres*.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

import marisa_trie

from translit.lexicon.numbers import Numbers, pack_numbers, rank
from translit.lexicon.phrases import fold_phrase, fold_phrase_marked
from translit.lexicon.records import Records, pack_records

_FAMILY, _GIVEN = 1, 2
_LARGE = 1 << 15
# In the numbers of names of persons: no name; one that no other spelling is of; from here on first
# the lists of several names that a spelling is of, then the names.
_NO_NAME, _OWN_NAME, _FIRST = 0, 1, 2

SECTIONS = (
    "world",
    "world_countries",
    "world_names",
    "world_numbers",
    "world_several",
    "world_sets",
    "world_written",
)
"""The sections of a lexicon file that hold the world's names."""


_Set = tuple[bool, bool, tuple[str, ...], tuple[str, ...]]


class WorldName(NamedTuple):
    """What else in the world bears a spelling.

    `family` and `given` tell whether persons have it as such a name; `places` are the ids of the
    countries in which a place is called so, sorted, `large` those in which one has more than
    100,000 people. `same` are numbers: two spellings that share one are of one name of persons.
    """

    family: bool
    given: bool
    places: tuple[str, ...]
    large: tuple[str, ...]
    same: tuple[int, ...]

    def is_same(self, other: "WorldName") -> bool:
        """Tell whether both are spellings of one name of persons."""
        return not set(self.same).isdisjoint(other.same)


@dataclass(slots=True)
class _Entry:
    kinds: int = 0
    places: dict[str, bool] = field(default_factory=dict)  # countries, and whether it is large
    numbers: set[int] = field(default_factory=set)

    def add(self, other: "_Entry") -> None:
        self.kinds |= other.kinds
        self.numbers |= other.numbers
        for country, large in other.places.items():
            self.places[country] = self.places.get(country, False) or large


class WorldNames:
    """Gathers the world's names, for `pack_world`."""

    def __init__(self) -> None:
        self.by_letters: dict[str, _Entry] = defaultdict(_Entry)
        self.as_written: dict[str, _Entry] = defaultdict(_Entry)

    def add_persons(
        self, groups: Iterable[Iterable[str]], family: Iterable[str], given: Iterable[str]
    ) -> None:
        """Add names of persons; `groups` are the spellings that are one name.

        A spelling of a name that is known as a given name is one, too; a name of which nothing is
        known is taken for a family name, as most are.
        """
        kinds = dict.fromkeys(given, _GIVEN)
        for name in family:
            kinds[name] = kinds.get(name, 0) | _FAMILY
        for name, kind in kinds.items():
            self._add(name, _Entry(kind))
        folded: dict[str, int] = defaultdict(int)
        for name, kind in kinds.items():
            folded[fold_phrase(name)] |= kind
        for number, group in enumerate(groups, 1):
            spellings = list(group)
            kind = 0
            for spelling in spellings:
                kind |= folded.get(fold_phrase(spelling), 0)
            for spelling in spellings:
                self._add(spelling, _Entry(kind or _FAMILY, {}, {number}))

    def add_places(self, places: Iterable[tuple[str, str, bool]]) -> None:
        """Add places: the name, the country's id, and whether more than 100,000 live there."""
        for name, country, large in places:
            self._add(name, _Entry(0, {country: large}))

    def _add(self, name: str, entry: _Entry) -> None:
        key = fold_phrase(name)
        if len(key) > 1:
            self.by_letters[key].add(entry)
            self.as_written[fold_phrase_marked(name)].add(entry)


def pack_world(names: WorldNames) -> dict[str, bytes]:
    """Return the sections of a lexicon file that hold these names."""
    found = {**names.as_written, **names.by_letters}
    nothing = _Entry()
    countries = sorted({country for one in found.values() for country in one.places})
    bits = {country: place for place, country in enumerate(countries)}
    packed = {key: _pack_entry(entry, bits) for key, entry in found.items()}
    written = {key: _pack_entry(names.as_written.get(key, nothing), bits) for key in found}
    sets = rank([*packed.values(), *written.values()])
    places = {one: place for place, one in enumerate(sets)}
    trie = marisa_trie.Trie(sorted(found))
    keys = [trie.restore_key(at) for at in range(len(trie))]
    differing = [places[written[k]] + 1 if written[k] != packed[k] else 0 for k in keys]
    same, several = _number_names([found[key].numbers for key in keys])
    return {
        "world": bytes(trie.tobytes()),
        "world_countries": " ".join(countries).encode(),
        "world_sets": pack_records(sets),
        "world_numbers": pack_numbers([places[packed[key]] for key in keys]),
        "world_written": pack_numbers(differing),
        "world_names": pack_numbers(same),
        "world_several": pack_records([array("I", one).tobytes() for one in several]),
    }


def _number_names(names: Sequence[Set[int]]) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return a number for the names that each spelling is of, and the lists of several names.

    Names are numbered anew as they are first met, so that their numbers pack well.
    """
    counts = Counter(name for some in names for name in some)
    met: dict[int, int] = {}
    shared = (name for some in names for name in sorted(some) if counts[name] > 1 or len(some) > 1)
    for name in shared:
        met.setdefault(name, len(met))
    several = rank(tuple(sorted(met[name] for name in some)) for some in names if len(some) > 1)
    lists = {one: place for place, one in enumerate(several)}

    def number(some: Set[int]) -> int:
        if len(some) > 1:
            return _FIRST + lists[tuple(sorted(met[name] for name in some))]
        for name in some:
            return _FIRST + len(lists) + met[name] if name in met else _OWN_NAME
        return _NO_NAME

    return list(map(number, names)), several


def _pack_entry(entry: _Entry, bits: Mapping[str, int]) -> bytes:
    places = [bits[country] | large * _LARGE for country, large in sorted(entry.places.items())]
    return bytes([entry.kinds]) + array("H", places).tobytes()


class WorldTable:
    """The world's names of one lexicon file."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self._mapped = sections["world"]  # the trie does not hold what it reads
        self._trie = marisa_trie.Trie().map(self._mapped)
        self._countries = bytes(sections["world_countries"]).decode().split()
        self._records, self._several = (
            Records(sections[name]) for name in ("world_sets", "world_several")
        )
        self._numbers = Numbers(sections["world_numbers"], len(self._trie))
        self._written = Numbers(sections["world_written"], len(self._trie))
        self._same = Numbers(sections["world_names"], len(self._trie))
        self._sets: dict[int, _Set] = {}

    def find(self, text: str, as_written: bool) -> WorldName | None:
        """Return what in the world is called so, or None; see `Lexicon.find_world`."""
        marked = as_written and not text.isascii()
        at = self._trie.get(fold_phrase_marked(text) if marked else fold_phrase(text))
        if at is None:
            return None
        written = self._written[at] if as_written else 0
        place = written - 1 if written else self._numbers[at]
        found = self._sets.get(place) or self._read_set(place)
        if not any(found):
            return None
        return WorldName(*found, self._read_same(at))

    def _read_set(self, place: int) -> _Set:
        record = self._records[place]
        numbers = array("H", record[1:]).tolist()
        places = tuple(self._countries[number & ~_LARGE] for number in numbers)
        large = tuple(self._countries[number & ~_LARGE] for number in numbers if number & _LARGE)
        found = (bool(record[0] & _FAMILY), bool(record[0] & _GIVEN), places, large)
        self._sets[place] = found
        return found

    def _read_same(self, at: int) -> tuple[int, ...]:
        same = self._same[at]
        if same == _NO_NAME:
            return ()
        if same == _OWN_NAME:  # below zero, where no shared name has its number
            return (-1 - at,)
        place = same - _FIRST - len(self._several)
        return (place,) if place >= 0 else tuple(array("I", self._several[same - _FIRST]))

    def list_keys(self) -> Iterator[str]:
        """Give the keys of all names, in no order."""
        yield from self._trie.iterkeys()
