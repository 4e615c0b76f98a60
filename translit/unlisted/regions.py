"""Regions: where the languages are spoken whose names are read back, and words that say so.

Next to names of Ukraine, *Semihiria* is a Ukrainian name; in a report from Texas it need not be.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from translit.languages import ENGLISH, LanguageError, find_language
from translit.schemes import fold

# Names of one of these are met wherever another of the same row is spoken.
_REGIONS: Mapping[str, tuple[str, ...]] = {
    "east": ("ru", "uk", "be", "kk", "ky", "tt", "uz", "tk", "az", "tg", "mn"),
    "balkans": ("bg", "mk", "sr"),
    "greece": ("el",),
    "georgia": ("ka",),
    "armenia": ("hy",),
}
_REGION_OF = {lang: region for region, langs in _REGIONS.items() for lang in langs}
_LONGEST_ENDING = 3
_SHORTEST_STEM = 4


def find_region(lang: str) -> str:
    """Return the region of a language, or nothing if its names are not read back.

    >>> find_region("uk"), find_region("zh")
    ('east', '')
    """
    return _REGION_OF.get(lang.partition("-")[0], "")


def list_languages_of(regions: Iterable[str]) -> frozenset[str]:
    """Return the languages of some regions whose names are read back.

    >>> sorted(list_languages_of(["balkans", "greece"]))
    ['bg', 'el', 'mk', 'sr']
    """
    return frozenset(lang for region in regions for lang in _REGIONS[region])


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
