"""CSV and TSV: tables of text, a row a line or over lines."""

from collections.abc import Iterator
from functools import partial

from translit.files.errors import MalformedError, refuse
from translit.files.format import (
    Format,
    Selection,
    ask_for,
    cut_lines,
    cut_record,
    refuse_choice,
)
from translit.files.formats.delimited import (
    MOST_COLUMNS,
    DelimitedRow,
    cut_rows,
    guess_delimiter,
    read_cell,
    split_row,
)
from translit.files.piece import FilePiece
from translit.files.reading import TextFile
from translit.files.tags import read_field_language


def _cut_table(file: TextFile, selection: Selection, *, delimiter: str = "") -> Iterator[FilePiece]:
    lines = cut_lines(file.read_chunks())
    head = next(lines, "")
    start, number = 0, 1
    if head.lower().startswith("sep="):  # how Excel is told the delimiter
        yield FilePiece(head, 0, 1, None)
        delimiter = head[4:5]
        start, number, head = len(head), 2, next(lines, "")
    delimiter = delimiter or guess_delimiter(head)
    rows = cut_rows(_chain(head, lines), delimiter)
    head, count = next(rows, ("", 0))
    if not head:
        return
    composer = _choose_columns(file, head, delimiter, selection)
    yield FilePiece(head, start, number, None)
    start, number = start + len(head), number + count
    for row, count in rows:
        yield cut_record(row, start, number, composer)
        start, number = start + len(row), number + count


def _choose_columns(
    file: TextFile, head: str, delimiter: str, selection: Selection
) -> DelimitedRow:
    try:
        cells = split_row(head, delimiter, most=MOST_COLUMNS)
        if len(cells) > MOST_COLUMNS:
            raise MalformedError(f"has over {MOST_COLUMNS:,} cells")
        names = [read_cell(head, cell).strip() for cell in cells]
    except MalformedError as error:
        raise refuse(file.path, f"line 1 {error}; the first row must be the head") from None
    if not selection.columns:
        raise ask_for(file.path, "--column", "say which column is prose", names)
    lang_column = [selection.lang_column] if selection.lang_column else []
    missing = [name for name in (*selection.columns, *lang_column) if name not in names]
    if missing:
        raise refuse_choice(file.path, "column", missing, names)
    chosen = [number for number, name in enumerate(names) if name in selection.columns]
    langs = tuple(read_field_language(names[number]) for number in chosen)
    place = names.index(lang_column[0]) if lang_column else None
    return DelimitedRow(delimiter, tuple(chosen), len(names), langs, place)


def _chain(head: str, lines: Iterator[str]) -> Iterator[str]:
    if head:
        yield head
        yield from lines


FORMATS = (
    Format("csv", (".csv",), _cut_table, asks="column"),
    Format("tsv", (".tsv", ".tab"), partial(_cut_table, delimiter="\t"), asks="column"),
)
