"""Abroad: how papers of other languages print the names of a language."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_args

from translit.datafolder import find_data_folder

WayAbroad = Literal["kept", "derived", "from_russian", "heard"]


def find_way_abroad(lang: str) -> WayAbroad:
    """Return how papers of other languages print a language's names: `data/names_abroad.toml`.

    `lang` is a code of the tables, known or not: of most nothing is said, and they are `heard`.

    >>> [find_way_abroad(lang) for lang in ("tr", "uk", "az-Latn", "zh")]
    ['kept', 'derived', 'from_russian', 'heard']
    """
    return _load_ways().get(lang, "heard")


def list_adopted(lang: str) -> Sequence[str]:
    """Return the languages, beside English, as which people of a language spell their own names.

    >>> list_adopted("ar"), list_adopted("he")
    (['fr'], ())
    """
    adopted: Mapping[str, Sequence[str]] = _load_content()["adopted"]
    return adopted.get(lang, ())


@cache
def _load_content() -> Mapping[str, Any]:
    return tomllib.loads((find_data_folder() / "names_abroad.toml").read_text("utf-8"))


@cache
def _load_ways() -> Mapping[str, WayAbroad]:
    content = _load_content()
    return {lang: way for way in get_args(WayAbroad) for lang in content.get(way, ())}
