"""Conventions as a sentence names them: first the one that the reader of a text knows."""

from collections.abc import Iterable
from functools import cache

from translit.schemes.catalogue import load_language_names

_PRESS = "/press-"


def order_schemes(scheme_ids: Iterable[str], reader: str = "") -> list[str]:
    """Return schemes in the order in which somebody may know them.

    First what papers in the reader's language print, then those of others by how many read them,
    then what is no paper's. `reader` is the code of a language.

    >>> order_schemes(["uk/ala-lc-2011", "uk/press-af", "uk/press-de", "uk/press-fi"], "fi")
    ['uk/press-fi', 'uk/press-de', 'uk/press-af', 'uk/ala-lc-2011']
    """
    return sorted(scheme_ids, key=lambda one: order_languages(one.partition(_PRESS)[2], reader))


def order_languages(code: str, reader: str = "") -> tuple[bool, int]:
    """Return what languages are sorted by: the reader's, then as `data/languages.json` has them."""
    ranks = _rank_languages()
    return code != reader or not code, ranks.get(code, len(ranks) + (not code))


def name_language(code: str) -> str:
    """Return the English name of a language, or its code if it has none here.

    >>> name_language("pl"), name_language("xx")
    ('Polish', 'xx')
    """
    return load_language_names().get(code, code)


@cache
def _rank_languages() -> dict[str, int]:
    return {code: rank for rank, code in enumerate(load_language_names())}
