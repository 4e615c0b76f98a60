"""Columns of text: what the hosts share. Each distinct value is normalized once."""

import os
from collections.abc import Callable, Collection, Iterable
from typing import Any, NoReturn, TypedDict, Unpack

from translit.normalizer import Normalizer, find_normalizer
from translit.tables import TableSource


class Options(TypedDict, total=False):
    """The options of a `Normalizer`."""

    style: str | os.PathLike[str]
    tables: TableSource | Iterable[TableSource]
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
            raise TypeError(f"row {row} {describe_wrong(value)}")
    return result


def describe_wrong(value: object) -> str:
    """Say what is wrong with a value that is no text, and the cure."""
    kind = type(value).__name__
    if isinstance(value, bytes | bytearray):
        return f"holds {kind}, not text; decode it first"
    return f"holds {kind}, not text; choose a column of texts"


def is_missing(value: object) -> bool:
    """Tell whether a value stands for none: None, NaN of any kind, NA and NaT of pandas.

    >>> is_missing(None), is_missing(float("nan")), is_missing("NaN"), is_missing(0)
    (True, True, False, False)
    """
    if value is None:
        return True
    if isinstance(value, str | bytes) or hasattr(value, "__len__"):
        return False
    try:
        return bool(value != value)
    except TypeError:  # of pandas, NA is neither equal to itself nor not
        return True


def check_series(series: object, kind: type) -> None:
    """Raise TypeError, with advice, for what is not the Series of a host."""
    if not isinstance(series, kind):
        raise TypeError(
            f"a Series of {kind.__module__.partition('.')[0]} is needed, not "
            f"{type(series).__name__}; choose a column: frame['text']; "
            "for one text there is translit.normalize_names"
        )


def check_names(columns: object) -> tuple[str, ...]:
    """Return the names of columns; TypeError for a single one and for what is no name."""
    if isinstance(columns, str) or not isinstance(columns, Iterable):
        raise TypeError("columns is a list of names; put the one name in a list")
    names = tuple(columns)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"columns is a list of names, and {name!r} is none")
    return names


def refuse_unknown_column(name: str, columns: Collection[object]) -> NoReturn:
    """Say which columns there are, for one that is not there."""
    there = ", ".join(f"“{column}”" for column in columns) or "none"
    raise KeyError(f"there is no column “{name}”; the columns are {there}")


def refuse_missing(host: str) -> NoReturn:
    """Say what to install for a host that is not there."""
    raise ModuleNotFoundError(
        f"{host} is not installed; install it: pip install 'translit-fix[{host}]'", name=host
    ) from None
