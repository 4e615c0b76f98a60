"""Given names that are one across languages: Александр = Аляксандр = Олександр."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from translit.tables.checks import Check, by_language, choice, one_or_more, record
from translit.tables.entity import Gender
from translit.tables.fields import original
from translit.tables.toml_rows import read_rows


@dataclass(frozen=True, slots=True)
class GivenName:
    """One given name: its forms by language, in original scripts and in Latin letters.

    Either may be missing: a name that is only Latin is known as the name of somebody else.
    """

    id: str
    gender: Gender
    native: Mapping[str, tuple[str, ...]]
    latin: Mapping[str, tuple[str, ...]]


_FORMS = by_language(one_or_more(original))
_FIELDS: dict[str, Check] = {"gender": choice("m", "f"), "native": _FORMS, "latin": _FORMS}


def load_given_names(path: str | os.PathLike[str]) -> tuple[GivenName, ...]:
    """Reads `given_names.toml`: `[alexander]`, then `gender`, `native` and `latin`.

    Returns the names in the file's order. Raises TableError with all that is wrong.

    >>> from translit.datafolder import find_data_folder
    >>> names = load_given_names(find_data_folder() / "given_names.toml")
    >>> next(name.native["uk"] for name in names if name.id == "oleksandr")
    ('Олександр',)
    """
    return read_rows(path, _read_given_name)


def _read_given_name(id: str, raw: object) -> GivenName:
    row = record(raw, _FIELDS, id, ("gender",))
    return GivenName(id, row["gender"], _forms(row.get("native", {})), _forms(row.get("latin", {})))


def _forms(lists: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(forms) for language, forms in lists.items()}
