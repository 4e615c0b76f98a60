"""Countries as other programs call them: by an English name, a code or our own id."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache

from translit.datafolder import find_data_folder
from translit.exchange.importing.sorting import key_of_name
from translit.languages import ENGLISH, list_country_ids, load_languages

_NO_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1024)
def find_country(name: str) -> str | None:
    """Return the id of a country by its English name, code or id; None if there is none.

    >>> find_country("South Korea"), find_country("IR"), find_country("Atlantis")
    ('south-korea', 'iran', None)
    """
    wanted = key_of_name(name)
    id = _NO_SLUG.sub("-", wanted).strip("-")
    if id in list_country_ids():
        return id
    coded = _load_codes().get(name.strip().upper())
    if coded:
        return coded
    english = load_languages()[ENGLISH].countries
    return next((id for id, one in english.items() if wanted in map(key_of_name, one.names)), None)


@cache
def _load_codes() -> Mapping[str, str]:
    path = find_data_folder() / "country_codes.toml"
    return {key: str(id) for key, id in tomllib.loads(path.read_text("utf-8")).items()}
