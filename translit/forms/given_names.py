"""Given names that are one across languages: how a language writes them."""

from collections.abc import Mapping, Sequence
from functools import cache

from translit.datafolder import find_data_folder
from translit.schemes import fold
from translit.tables import GivenName, load_given_names


@cache
def _load_groups() -> Sequence[GivenName]:
    """The given names that are one across languages: read once for all of them."""
    return tuple(load_given_names(find_data_folder() / "given_names.toml"))


@cache
def _latin_given_names(language: str) -> Mapping[tuple[str, str], str]:
    return {
        (lang, native): group.latin[language][0]
        for group in _load_groups()
        if language in group.latin
        for lang, natives in group.native.items()
        for native in natives
    }


def find_given_name(native: str, lang: str, language: str | None) -> str | None:
    """Return how a language of Latin letters writes a given name, if it has a form of its own.

    >>> find_given_name("Александр", "ru", "fr")
    'Alexandre'
    """
    return _latin_given_names(language).get((lang, native)) if language else None


@cache
def list_given_names(language: str, *, as_written: bool = False) -> frozenset[str]:
    """Return the given names that a language has of its own, folded or with their marks."""
    return frozenset(
        name if as_written else fold(name)
        for group in _load_groups()
        for forms in (group.latin, group.native)
        for name in forms.get(language, ())
    )
