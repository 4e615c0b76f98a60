"""Patronymics across languages: Григорьевич, Григорович and Рыгоравіч are of one father's name."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from translit.names.parts import load_name_parts
from translit.names.words import list_given_names, list_originals
from translit.schemes import fold

_SHORTEST_STEM = 2


def find_father(a: str, b: str) -> str | None:
    """Return the given name that two patronymics of one gender are made of, or None.

    It is the name of a row of `data/given_names.toml`.

    >>> find_father("Григорьевич", "Hryhorovych"), find_father("Grigorjewna", "Рыгораўна")
    ('grigory', 'grigory')
    >>> find_father("Григорьевич", "Hryhorivna"), find_father("Petrovich", "Pavlovich")
    (None, None)
    """
    common = _list_fathers(a) & _list_fathers(b)
    return min(common)[0] if common else None


@lru_cache(maxsize=4096)
def _list_fathers(word: str) -> frozenset[tuple[str, bool]]:
    """Return the given names of which a word may be a patronymic, and whether it is a woman's."""
    return frozenset(
        (group, original.endswith("а"))
        for lang, original in list_originals(word)
        for father in _cut(original, lang)
        for group in _groups_of(lang).get(father, ())
    )


def _cut(original: str, lang: str) -> Iterator[str]:
    endings: Mapping[str, list[str]] = load_name_parts()["fathers"].get(lang, {})
    for end in sorted(endings, key=len, reverse=True):
        stem = original.removesuffix(end)
        if stem != original and len(stem) >= _SHORTEST_STEM:
            yield from (stem + other for other in endings[end])
            return


@cache
def _groups_of(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return by folded given name of a language the groups that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for row in list_given_names():
        for name in row.native.get(lang, ()):
            found[fold(name)] = (*found.get(fold(name), ()), row.id)
    return found
