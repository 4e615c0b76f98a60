"""Given names that are one across languages: Александр = Аляксандр = Олександр."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from translit.tables.checks import Check, by_language, choice, identifier, one_or_more, record
from translit.tables.entity import Gender
from translit.tables.errors import ErrorLog, Flawed
from translit.tables.fields import original
from translit.tables.toml_text import read_toml


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
    """
    toml = read_toml(os.fspath(path))
    errors = ErrorLog()
    names: list[GivenName] = []
    for id, raw in toml.content.items():
        try:
            row = record(raw, _FIELDS, identifier(id, "id"), ("gender",))
        except Flawed as error:
            for flaw in error.flaws:
                key_path = (id, *flaw.at.partition("[")[0].split(".")[1:])
                errors.add(toml.path, toml.line(*key_path), flaw.problem, flaw.cure)
            continue
        native, latin = _forms(row.get("native", {})), _forms(row.get("latin", {}))
        names.append(GivenName(id, row["gender"], native, latin))
    errors.raise_any()
    return tuple(names)


def _forms(lists: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(forms) for language, forms in lists.items()}
