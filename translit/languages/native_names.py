"""Native names: how a language writes and orders the names of its people.

Each name of a table asks for it, so that only the head of a language's file is read.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from translit.datafolder import find_data_folder
from translit.languages.language_file import read_head
from translit.languages.loading import find_language_code, list_language_codes

_FAMILY_FIRST = "family-given"


def puts_family_first(lang: str) -> bool:
    """Tell whether the family name stands first in names of a language, which need not be known.

    >>> [puts_family_first(lang) for lang in ("hu", "zh", "zh-Hant", "uk", "xx")]
    [True, True, True, False, False]
    """
    return _find_head(lang).get("order") == _FAMILY_FIRST


def keeps_order_abroad(lang: str) -> bool:
    """Tell whether the English press, too, prints the family name first: *Xi Jinping*.

    >>> [keeps_order_abroad(lang) for lang in ("zh", "ja", "hu", "uk")]
    [True, False, False, False]
    """
    return _find_head(lang).get("order_abroad") == _FAMILY_FIRST


@cache
def has_few_families(lang: str) -> bool:
    """Tell whether the people of a language share few family names: *Kim, Zhou, Abe*.

    >>> [has_few_families(lang) for lang in ("ko", "ja", "hu")]
    [True, True, False]
    """
    return _find_head(lang).get("family_names") == "few"


def count_family_letters(lang: str) -> int:
    """Return how many letters the family name has in a name without a space, 0 if that varies.

    >>> [count_family_letters(lang) for lang in ("zh", "ja")]
    [1, 0]
    """
    letters: int = _find_head(lang).get("undivided_family", 0)
    return letters


def list_scripts(lang: str) -> Sequence[str]:
    """Return the scripts that a language is written in, its own first; none if it is not known.

    >>> list_scripts("uk"), list_scripts("kk"), list_scripts("xx")
    (('Cyrillic',), ('Cyrillic', 'Latin', 'Arabic'), ())
    """
    head = _find_head(lang)
    return (head["script"], *head.get("other_scripts", ())) if head else ()


def find_region(lang: str) -> str:
    """Return the region of a language, or nothing if its names are not read back.

    Where one language of a region is spoken of, names of all of them are met.

    >>> find_region("uk"), find_region("zh")
    ('east', '')
    """
    region: str = _find_head(lang).get("region", "")
    return region


@cache
def list_languages_of(regions: frozenset[str]) -> frozenset[str]:
    """Return the languages of some regions whose names are read back.

    >>> sorted(list_languages_of(frozenset({"balkans", "greece"})))
    ['bg', 'el', 'mk', 'sr']
    """
    languages = (lang for lang in list_language_codes() if "-" not in lang)  # *az-Latn* is az
    return frozenset(lang for lang in languages if find_region(lang) in regions)


@cache
def _find_head(lang: str) -> Mapping[str, Any]:
    """Return the head of the file of a language, or of the one that its code begins with."""
    code = find_language_code(lang.partition("-")[0])
    if code not in list_language_codes():
        return {}
    return read_head(find_data_folder() / "languages" / f"{code}.toml")
