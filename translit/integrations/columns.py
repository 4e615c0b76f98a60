"""Columns of text: what the hosts share. Each distinct value is normalized once."""

import os
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypedDict, Unpack

from translit.normalizer import Normalizer, TableSource, find_normalizer


class Options(TypedDict, total=False):
    """The options of a `Normalizer`."""

    style: str | os.PathLike[str]
    tables: Iterable[TableSource]
    default_tables: bool
    fuzzy: str
    renamed: str


def choose_normalizer(ready: Normalizer | None = None, **options: Unpack[Options]) -> Normalizer:
    """Return the ready normalizer, or one made of the options; the same for the same.

    Raises TypeError where both are given, and what `Normalizer` raises.
    """
    if ready is None:
        return find_normalizer(**options)
    if options:
        raise TypeError(
            f"normalizer has its own {', '.join(sorted(options))}; give one or the other"
        )
    return ready


def map_values(
    values: Iterable[Any], change: Callable[[str], Any], is_missing: Callable[[Any], bool]
) -> list[Any]:
    """Return what `change` makes of each text; a missing value stays missing.

    Raises TypeError for another value, with its row, counted from 0.
    """
    made: dict[str, Any] = {}
    result = []
    for row, value in enumerate(values):
        if isinstance(value, str):
            if value not in made:
                made[value] = change(value)
            result.append(made[value])
        elif is_missing(value):
            result.append(value)
        else:
            kind = type(value).__name__
            raise TypeError(
                f"row {row} holds {kind}, not text; choose a column of texts, or decode"
            )
    return result


def refuse_missing(host: str) -> NoReturn:
    """Say what to install for a host that is not there."""
    raise ModuleNotFoundError(
        f"{host} is not installed; install it: pip install 'translit-fix[{host}]'", name=host
    ) from None
