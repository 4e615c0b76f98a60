"""Regions: the words of a text that say where the languages are spoken whose names are read back.

Next to names of Ukraine, *Semihiria* is a Ukrainian name; in a report from Texas it need not be.
"""

from collections.abc import Mapping
from functools import cache

from translit.languages import ENGLISH, LanguageError, find_language, find_region
from translit.schemes import fold

_LONGEST_ENDING = 3
_SHORTEST_STEM = 4


class RegionWords:
    """The words of a language that say where something is: countries, and who is of them."""

    def __init__(self, stems: Mapping[str, frozenset[str]]) -> None:
        self._stems = stems

    def find(self, key: str) -> frozenset[str]:
        """Return the regions of a folded word: *ukrainian*, *ukrainians*."""
        for cut in range(_LONGEST_ENDING + 1):
            stem = key[: len(key) - cut]
            if len(stem) < _SHORTEST_STEM:
                break
            if stem in self._stems:
                return self._stems[stem]
        return frozenset()


@cache
def load_region_words(lang: str) -> RegionWords:
    """Return these words of a language, or of English where it has none of its own."""
    stems: dict[str, frozenset[str]] = {}
    try:
        own = find_language(lang)
    except LanguageError:
        own = find_language(ENGLISH)
    english = find_language(ENGLISH)
    for language in {english.code: english, own.code: own}.values():
        for key, country in language.countries.items():
            inside = country.inside
            if not inside and key in english.countries:
                inside = english.countries[key].inside
            regions = frozenset(filter(None, map(find_region, inside)))
            if regions:
                for name in (*country.names, *country.adjective, *country.people):
                    word = fold(name)
                    stems[word] = stems.get(word, frozenset()) | regions
    return RegionWords(stems)
