"""Evidence: all that was seen of one spelling, as a value that adds up, in whatever order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from translit.languages import list_languages_of
from translit.unlisted.noticing import Sighting

_MOST_BESIDE = 64


Beside = tuple[str, str]
"""What something beside a name is, and its text: `("given", "Denys")`."""


@dataclass(slots=True)
class Evidence:
    """What was seen of a spelling: how often, in how many documents, and what was beside it.

    `opening` counts where it opens a sentence, `places` where its country follows; `beside` how
    often something was seen with it: its given names, titles and genders, the regions that are
    spoken of near it, the languages of its texts.
    """

    count: int = 0
    documents: int = 0
    opening: int = 0
    places: int = 0
    beside: dict[Beside, int] = field(default_factory=dict)

    def add(self, one: Sighting, lang: str) -> None:
        """Count one sighting in a text of a language."""
        self.count += 1
        self.opening += one.opens
        self.places += one.is_place
        seen = [("lang", lang), ("given", one.given), ("title", one.title), ("gender", one.gender)]
        for what in (*seen, *(("region", region) for region in one.regions)):
            if what[1]:
                self.beside[what] = self.beside.get(what, 0) + 1

    def __iadd__(self, other: "Evidence") -> Self:
        self.count += other.count
        self.documents += other.documents
        self.opening += other.opening
        self.places += other.places
        for what, count in other.beside.items():
            self.beside[what] = self.beside.get(what, 0) + count
        self.bound()
        return self

    def bound(self) -> None:
        """Keep of what is beside it what is first in the alphabet: the same in any order."""
        if len(self.beside) > _MOST_BESIDE:
            kept = sorted(self.beside)[:_MOST_BESIDE]
            self.beside = {what: self.beside[what] for what in kept}

    def list_beside(self, kind: str) -> dict[str, int]:
        """Return what of a kind was beside it, with how often."""
        return {text: count for (what, text), count in self.beside.items() if what == kind}

    @property
    def given(self) -> frozenset[str]:
        """The given names and initials beside it."""
        return frozenset(self.list_beside("given"))

    @property
    def genders(self) -> frozenset[str]:
        """The genders of the titles beside it."""
        return frozenset(self.list_beside("gender"))

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital where an ordinary word has none."""
        return self.opening < self.count

    @property
    def lang(self) -> str:
        """The language that most of its texts are in."""
        langs = self.list_beside("lang")
        return max(langs, key=lambda code: (langs[code], code), default="")

    @property
    def kind(self) -> str:
        """What it is by what is beside it: person, place, or name where nothing tells."""
        if self.given or self.list_beside("title"):
            return "person"
        return "place" if self.places else "name"

    @property
    def langs(self) -> frozenset[str]:
        """The languages that its name may be of: those of the regions that are spoken of near it.

        None if none is: then it may be of any.
        """
        return list_languages_of(frozenset(self.list_beside("region")))

    def find_share(self, region: str) -> float:
        """Return in how many of its places the languages of a region are spoken of, of all."""
        return self.beside.get(("region", region), 0) / self.count if self.count else 0.0


def gather(sightings: Iterable[Sighting], lang: str) -> dict[str, Evidence]:
    """Return what one document says of each spelling."""
    found: dict[str, Evidence] = {}
    for one in sightings:
        found.setdefault(one.spelling, Evidence()).add(one, lang)
    for evidence in found.values():
        evidence.documents = 1
        evidence.bound()
    return found
