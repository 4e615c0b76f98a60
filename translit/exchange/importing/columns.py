"""Sources in columns: CSV and tab-separated files, with their columns found by header."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translit.exchange.importing.draft import UnreadableError

_MOST_SHOWN = 8  # columns of a header that is not what was wanted


def read_columns(
    lines: Iterable[str], wanted: Mapping[str, Sequence[str]], required: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Give (line, values) of each record of a CSV file with a header.

    `wanted` are the headers by which each column may be known, in small letters. The delimiter is
    comma, semicolon or tab, whichever the header has most of. Raises UnreadableError without the
    required columns.
    """
    source = iter(lines)
    header = next(source, "")
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(source, delimiter=delimiter)
    try:
        titles = next(csv.reader([header], delimiter=delimiter), [])
        places = _find_columns(titles, wanted, required)
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


def _find_columns(
    header: Sequence[str], wanted: Mapping[str, Sequence[str]], required: Sequence[str]
) -> dict[str, int]:
    titles = [title.strip().lower() for title in header]
    places = {
        column: titles.index(title)
        for column, names in wanted.items()
        for title in names
        if title in titles
    }
    for column in required:
        if column not in places:
            names = " or ".join(f"`{name}`" for name in wanted[column])
            there = ", ".join(f"`{title[:30]}`" for title in header[:_MOST_SHOWN] if title)
            raise UnreadableError(
                1,
                f"no column is headed {names}",
                f"add the header line, or check --from (the first line has {there or 'nothing'})",
            )
    return places


def cut_lines(text: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Number lines from 1, without their ends; empty ones are left out."""
    for number, line in enumerate(text, 1):
        if line := line.rstrip("\r\n"):
            yield number, line
