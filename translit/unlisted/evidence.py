"""Evidence: all that was seen of one spelling, as a value that adds up, in whatever order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from translit.unlisted.noticing import Sighting

# Kept of each: those that come first in the alphabet, so that it never matters who was met first.
_MOST_KINDS = 24


@dataclass(slots=True)
class Evidence:
    """What was seen of a spelling: how often, in how many documents, and what was beside it.

    `opening` counts where it opens a sentence; `given`, `titles` and `genders` what was beside it,
    `regions` how often languages of a region were spoken of near it, `langs` the languages of its
    texts, `first` where it was first seen.
    """

    count: int = 0
    documents: int = 0
    opening: int = 0
    places: int = 0
    talk: int = 0
    given: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    langs: Counter[str] = field(default_factory=Counter)

    def add(self, one: Sighting, lang: str) -> None:
        """Count one sighting in a text of a language."""
        self.count += 1
        self.opening += one.opens
        self.places += one.is_place
        self.talk += one.is_spoken_of
        self.langs[lang] += 1
        for counted, value in (
            (self.given, one.given),
            (self.titles, one.title),
            (self.genders, one.gender),
        ):
            if value:
                counted[value] += 1
        self.regions.update(one.regions)

    def __iadd__(self, other: "Evidence") -> Self:
        self.count += other.count
        self.documents += other.documents
        self.opening += other.opening
        self.places += other.places
        self.talk += other.talk
        self.given = _bound(self.given + other.given)
        self.titles = _bound(self.titles + other.titles)
        self.genders += other.genders
        self.regions += other.regions
        self.langs += other.langs
        return self

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital where an ordinary word has none."""
        return self.opening < self.count

    @property
    def lang(self) -> str:
        """The language that most of its texts are in."""
        return max(self.langs, key=lambda code: (self.langs[code], code), default="")

    @property
    def kind(self) -> str:
        """What it is by what is beside it: person, place, or name where nothing tells."""
        if self.given or self.titles:
            return "person"
        return "place" if self.places else "name"

    def find_share(self, region: str) -> float:
        """Return in how many of its places the languages of a region are spoken of, of all."""
        return self.regions[region] / self.count if self.count else 0.0


def gather(sightings: Iterable[Sighting], lang: str) -> dict[str, Evidence]:
    """Return what one document says of each spelling."""
    found: dict[str, Evidence] = {}
    for one in sightings:
        found.setdefault(one.spelling, Evidence()).add(one, lang)
    for evidence in found.values():
        evidence.documents = 1
        evidence.given = _bound(evidence.given)
        evidence.titles = _bound(evidence.titles)
    return found


def _bound(counted: Counter[str]) -> Counter[str]:
    """Keep the first keys of the alphabet: the same whatever was added first."""
    if len(counted) <= _MOST_KINDS:
        return counted
    return Counter({key: counted[key] for key in sorted(counted)[:_MOST_KINDS]})
