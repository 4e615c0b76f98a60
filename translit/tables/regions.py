"""Where an entity is: its countries, found through the regions that `in` names."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from translit.tables.errors import ErrorLog
from translit.tables.row import Row


def find_countries(rows: Iterable[Row], known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the countries that each row is in, by its id; none for a row that does not say.

    Args: complete rows, and the ids of the countries that languages speak of. A country is in
    itself. A region that languages speak of like a country (Crimea) is given beside its own.
    Raises TableError for rows that are in one another.

    >>> oblast = Row("donetsk-oblast", {"in": ["ukraine"]}, "", 1)
    >>> rows = [Row("bakhmut", {"in": ["donetsk-oblast"]}, "", 3), oblast, Row("cis", {}, "", 5)]
    >>> find_countries(rows, ["ukraine"])
    {'bakhmut': ('ukraine',), 'donetsk-oblast': ('ukraine',), 'cis': ()}
    """
    by_id = {row.id: row for row in rows}
    _refuse_circles(by_id)
    return {id: _resolve(id, by_id, known) for id in by_id}


def _resolve(id: str, rows: Mapping[str, Row], known: Collection[str]) -> tuple[str, ...]:
    """A region without `in`, or without a row, is itself a country."""
    found: dict[str, None] = {}
    waiting = [id]
    while waiting:
        one = waiting.pop(0)
        regions = list_regions(rows[one].fields) if one in rows else ()
        waiting += regions
        is_last = one != id and (one not in rows or "in" not in rows[one].fields)
        if one in known or is_last:
            found[one] = None
    return tuple(found)


def list_regions(fields: Mapping[str, Any]) -> Sequence[str]:
    """Return the ids of what a row is directly in."""
    regions: Sequence[str] = fields.get("in", ())
    return regions


def _refuse_circles(rows: Mapping[str, Row]) -> None:
    errors = ErrorLog()
    sure: set[str] = set()
    for id in sorted(rows):
        circle = _find_circle(id, rows, sure)
        if circle and not errors.full:
            row = rows[min(circle)]
            way = " in ".join(f"`{one}`" for one in (*circle, circle[0]))
            cure = "let `in` of one of them name the country, or a region that is in it"
            errors.add(row.path, row.line_of("in"), f"`{row.id}` is in itself: {way}", cure)
    errors.raise_any()


def _find_circle(id: str, rows: Mapping[str, Row], sure: set[str]) -> list[str]:
    """Return the rows of a circle that is met on the way from a row to its countries.

    `sure` are the rows from which none is met; those that are gone through become so.
    """
    way: list[str] = []
    waiting = [(id, 0)]
    while waiting:
        one, depth = waiting.pop()
        del way[depth:]
        if one in way:
            circle = way[way.index(one) :]
            sure.update(circle)
            return circle
        if one in rows and one not in sure:
            way.append(one)
            waiting += [(region, depth + 1) for region in list_regions(rows[one].fields)]
    sure.add(id)
    return []
