"""Relays: press conventions of languages whose letters are first written as Ukrainian ones.

A paper that prints Georgian or Kyrgyz names has a convention for sounds, not for each alphabet. So
the letters of the original are mapped to Ukrainian letters once (`data/relays/`), which tell h from
g and y from i, and the paper's convention for Ukrainian does the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from translit.schemes.scheme import Scheme, split_words

_MOST_SPELLINGS = 64
VIA = "uk"


@dataclass(frozen=True, slots=True)
class RelayScheme:
    """A press convention for Ukrainian, applied to what `relay` makes of another language."""

    id: str
    relay: Scheme
    via: Scheme

    @property
    def title(self) -> str:
        return self.via.title

    @property
    def target(self) -> str | None:
        return self.via.target

    def romanize(self, name: str) -> str:
        """Return the primary spelling of a name; SchemeError if a letter is not in the relay."""
        return "".join(part if gap else next(self.spell(part)) for gap, part in split_words(name))

    def needs_marks(self, spelling: str) -> bool:
        """Tell whether this spelling without its diacritics would be another name's."""
        return self.via.needs_marks(spelling)

    def spell(self, word: str, kind: str | None = None) -> Iterator[str]:
        """Give every spelling of one word, the primary first, each once."""
        spellings = (
            spelling
            for relayed in self.relay.spell(word)
            for spelling in self.via.spell(relayed, kind)
        )
        yield from islice(dict.fromkeys(islice(spellings, 4 * _MOST_SPELLINGS)), _MOST_SPELLINGS)
