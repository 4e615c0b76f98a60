"""Sources in columns: CSV and tab-separated files, with their columns found by header."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translit.exchange.importing.draft import UnreadableError

_MOST_SHOWN = 8  # columns of a header that is not what was wanted


def read_columns(
    lines: Iterable[str],
    wanted: Mapping[str, Sequence[str]],
    required: Sequence[str],
    named: Mapping[str, str] | None = None,
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give (line, values) of each record of a CSV file with a header.

    `wanted` are the headers by which each column may be known, in small letters; `named` are those
    that the user says it has. The delimiter is comma, semicolon or tab, whichever the header has
    most of. Raises UnreadableError without the required columns; where they are parted by a bar,
    `alias|native`, one of them is enough.
    """
    source = iter(lines)
    header = next(source, "")
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(source, delimiter=delimiter)
    try:
        titles = next(csv.reader([header], delimiter=delimiter), [])
        places = find_columns(titles, wanted, required, named or {})
        for record in reader:
            yield (
                reader.line_num + 1,
                {
                    column: record[place].strip() if place < len(record) else ""
                    for column, place in places.items()
                },
            )
    except csv.Error as error:
        cure = "mend it; a quotation mark that is not closed takes in what follows"
        raise UnreadableError(reader.line_num + 1, f"not valid CSV: {error}", cure) from None


def find_columns(
    header: Sequence[str],
    wanted: Mapping[str, Sequence[str]],
    required: Sequence[str],
    named: Mapping[str, str],
) -> dict[str, int]:
    """Return where each column stands. Raises UnreadableError without what is asked for."""
    titles = [title.strip().lower() for title in header]
    places: dict[str, int] = {}
    taken: set[int] = set()
    for column, title in named.items():
        if title.strip().lower() not in titles:
            raise _lacks(header, f"`{title[:30]}`", "name in --columns what the header has")
        places[column] = titles.index(title.strip().lower())
        taken.add(places[column])
    for column, names in wanted.items():
        found = [titles.index(name) for name in names if name in titles]
        if column not in places and (free := [at for at in found if at not in taken]):
            places[column] = free[0]
    for columns in required:
        choices = columns.split("|")
        if not any(column in places for column in choices):
            known = " or ".join(f"`{name}`" for column in choices for name in wanted[column][:4])
            named_so = f"name the column by --columns {choices[-1]}=…"
            cure = f"add the header line, {named_so}, or check --from"
            raise _lacks(header, known, cure)
    return places


def _lacks(header: Sequence[str], known: str, cure: str) -> UnreadableError:
    there = ", ".join(f"`{title[:30]}`" for title in header[:_MOST_SHOWN] if title)
    first = f"the first line has {there or 'nothing'}"
    return UnreadableError(1, f"no column is headed {known}", f"{cure} ({first})")


def cut_lines(text: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Number lines from 1, without their ends; empty ones are left out."""
    for number, line in enumerate(text, 1):
        if line := line.rstrip("\r\n"):
            yield number, line
