"""CSV and TSV: the cells of the chosen columns, row by row, at their places."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from translit.files.document import Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.tags import read_tag

DELIMITERS = ",;\t|"

# A quotation mark that is not closed would take in the rest of the file.
LONGEST_ROW = 1 << 24  # code points

_FURTHER = 1000  # cells more than the head has that are counted
MOST_COLUMNS = 100_000

_CLOSING = re.compile(r'(?:[^"]|"")*+"')

Cell = tuple[int, int, bool]
"""Where a cell's content stands, half-open, and whether it is quoted."""


@dataclass(frozen=True, slots=True)
class DelimitedRow:
    """A row as one document: the cells in `columns` (numbers from 0), of `width` in all.

    The cell in `lang_column`, if one is given, names the language of the row; `langs` has that
    of each column which its name ends in, such as `text_de`.

    >>> DelimitedRow(",", (1,), 2).compose('7,"the ""Kijów"" declaration"\\n').text
    'the "Kijów" declaration'
    """

    delimiter: str
    columns: tuple[int, ...]
    width: int
    langs: tuple[str, ...] = ()
    lang_column: int | None = None

    def compose(self, source: str) -> Document:
        """Return the prose of a row; MalformedError if it has another width than the head."""
        builder = DocumentBuilder(source)
        if not source.strip("\r\n"):
            return builder.build()
        cells = split_row(source, self.delimiter, most=self.width + _FURTHER)
        if len(cells) != self.width:
            over = "over " if len(cells) > self.width + _FURTHER else ""
            count = f"{len(cells) - bool(over):,} cell{'s' if len(cells) > 1 else ''}"
            raise MalformedError(f"has {over}{count}, the head {self.width:,}")
        if self.lang_column is not None:
            builder.lang = read_tag(read_cell(source, cells[self.lang_column]))
        for column, lang in zip(self.columns, self.langs or repeat(""), strict=False):
            builder.end_paragraph()
            builder.turn_to("" if lang == builder.lang else lang)
            _quote_cell(builder, cells[column], self.delimiter)
        return builder.build()


def split_row(source: str, delimiter: str, *, most: int = 0) -> list[Cell]:
    """Return the cells of one row; MalformedError if a quoted one does not end where it must.

    With `most`, a row of more cells is not read further than the next one.

    >>> split_row('a,"b,c"\\n', ",")
    [(0, 1, False), (3, 6, True)]
    """
    end = len(source.rstrip("\r\n")) if not source.endswith('"') else len(source)
    cells, at = [], 0
    pattern = _pattern(delimiter)
    while True:
        match = pattern.match(source, at, end)
        if match is None:
            raise MalformedError("has a quotation mark in a place where none can be")
        quoted = match[1] is not None
        cells.append((*match.span(1 if quoted else 2), quoted))
        if most and len(cells) > most:
            return cells
        if match.end() == end:
            return cells if not match[3] else [*cells, (end, end, False)]
        at = match.end()


@lru_cache(maxsize=16)
def _pattern(delimiter: str) -> re.Pattern[str]:
    d = re.escape(delimiter)
    return re.compile(rf'(?:"((?:[^"]|"")*+)"|((?!")[^{d}]*+))({d}|$)', re.DOTALL)


def _quote_cell(builder: DocumentBuilder, cell: Cell, delimiter: str) -> None:
    start, end, quoted = cell
    if not quoted:
        builder.quote(start, end, f"cell-bare:{delimiter}")
        return
    read = start
    for match in re.finditer('""', builder.source[start:end]):
        builder.quote(read, start + match.start(), 'cell:"')
        builder.unescape('"', start + match.start(), start + match.end(), 'cell:"')
        read = start + match.end()
    builder.quote(read, end, 'cell:"')


def read_cell(source: str, cell: Cell) -> str:
    """Return what a cell says."""
    start, end, quoted = cell
    return source[start:end].replace('""', '"') if quoted else source[start:end]


def guess_delimiter(head: str) -> str:
    """Return the delimiter of a head row: the one that it has most of.

    >>> guess_delimiter("id;title;body")
    ';'
    """
    bare = re.sub(r'"[^"]*"', "", head)
    return max(DELIMITERS, key=lambda delimiter: (bare.count(delimiter), delimiter == ","))


def cut_rows(lines: Iterable[str], delimiter: str) -> Iterator[tuple[str, int]]:
    """Join lines into rows, over line breaks in quoted cells, with how many lines each has.

    A line whose quotation mark is never closed is given back alone.
    """
    source = iter(lines)
    again: deque[str] = deque()  # lines that were read in vain for the end of a cell
    while line := again.popleft() if again else next(source, ""):
        held = [line]
        length = len(line)
        is_open = _ends_open(line, delimiter, is_open=False)
        while is_open and length <= LONGEST_ROW:
            line = again.popleft() if again else next(source, "")
            if not line:
                break
            held.append(line)
            length += len(line)
            is_open = _ends_open(line, delimiter, is_open=True)
        if is_open and len(held) > 1:
            again.extendleft(reversed(held[1:]))
            held = held[:1]
        yield "".join(held), len(held)


def _ends_open(line: str, delimiter: str, *, is_open: bool) -> bool:
    """Tell whether a line ends within a quoted cell."""
    at = 0
    while True:
        if is_open:
            closed = _CLOSING.match(line, at)
            if closed is None:
                return True
            at, is_open = closed.end(), False
        elif line.startswith('"', at):
            at, is_open = at + 1, True
            continue
        at = line.find(delimiter, at) + 1
        if not at:
            return False
