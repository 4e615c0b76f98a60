"""What is known of a folded word, as the bits of one number: found by one look-up in a layer.

The facts of all words are computed when a lexicon is built. Few sets of them occur, so each word
has the number of its set: a trie numbers the words, an array says the set of each. What lists say
of words that are no names is in `word_table.py`.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping

import marisa_trie

ORDINARY = 1 << 0
"""An English word that is written with a small letter."""
KNOWN_WORD = 1 << 1
"""A word of six letters or more that occurs in the large languages."""
SPELLED = 1 << 2
"""The spelling of a word of some name: `find_spellings` gives something."""
GIVEN = 1 << 3
"""The spelling of a given name that is one across languages: its word has groups."""
BEARER = 1 << 4
"""Some name is found by it: `find_bearers` gives something."""
WHOLE = 1 << 5
"""It is all of a bearer's family name, or of the name of one that has no family name."""
PERSONS_FAMILY = 1 << 6
"""Some bearer is a person."""
ALIAS = 1 << 7
"""`find_aliases` gives something."""
OPENS_ALIAS = 1 << 8
"""An alias of more words starts with it: `starts_alias`."""
BLANK = 1 << 9
"""It is known, and as nothing but a word: no name is found by it, and no case of one read. Never
stored: it follows from the others, of all layers."""

ENTITIES = BEARER | WHOLE | PERSONS_FAMILY | ALIAS
"""What is true of a word because of an entity, and not where that entity is hidden."""

_NAMES = BEARER | ALIAS | OPENS_ALIAS
_WORDS = ORDINARY | KNOWN_WORD
_MOST_SETS_OF_A_BYTE = 256


def add_blank(facts: int, is_case: Callable[[], bool]) -> int:
    """Return the facts of a word with BLANK, if they say so and no case of a name may be read.

    An ordinary word is never read as a case.
    """
    if not facts & _WORDS or facts & _NAMES:
        return facts
    return facts | BLANK if facts & ORDINARY or not is_case() else facts


def pack_facts(facts: Mapping[str, int]) -> tuple[dict[str, bytes], list[str]]:
    """Return the sections of a lexicon file that hold the facts of these words, and the words.

    The words come in the order of their numbers.
    """
    trie = marisa_trie.Trie(facts)
    keys = [""] * len(facts)
    sets = sorted(set(facts.values()))
    places = {one: place for place, one in enumerate(sets)}
    numbers = array(_find_type(len(sets)), [0]) * len(facts)
    for key, number in trie.iteritems():
        keys[number] = key
        numbers[number] = places[facts[key]]
    sections = {
        "facts": bytes(trie.tobytes()),
        "fact_numbers": numbers.tobytes(),
        "fact_sets": array("H", sets).tobytes(),
    }
    return sections, keys


def _find_type(count: int) -> str:
    """Return the type of an array of numbers below `count`."""
    return "B" if count <= _MOST_SETS_OF_A_BYTE else "H"


class FactTable:
    """The facts of one lexicon file."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self._mapped = sections["facts"]  # the trie does not hold what it reads
        self._trie = marisa_trie.Trie().map(self._mapped)
        self._sets = array("H", bytes(sections["fact_sets"])).tolist()
        self._numbers = sections["fact_numbers"].cast(_find_type(len(self._sets)))  # type: ignore[call-overload]

    def find(self, key: str) -> int:
        """Return what is known of a folded word or phrase, without BLANK; 0 if nothing is."""
        number = self._trie.get(key)
        return 0 if number is None else self._sets[self._numbers[number]]

    def number(self, key: str) -> int | None:
        """Return the number of a folded word or phrase of which something is known."""
        found: int | None = self._trie.get(key)
        return found

    def starts_any(self, prefix: str) -> bool:
        """Tell whether a word or phrase of which something is known starts so."""
        return next(self._trie.iterkeys(prefix), None) is not None

    def list_numbers(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Give the words and phrases that start with `prefix`, with their numbers."""
        yield from self._trie.iteritems(prefix)
