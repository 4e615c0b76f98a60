"""Formats: which one a file is in, and how it is cut into pieces."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from translit.documents.compression import strip_compression
from translit.documents.delimited import (
    MOST_COLUMNS,
    DelimitedRow,
    cut_rows,
    guess_delimiter,
    read_cell,
    split_row,
)
from translit.documents.errors import DocumentError, MalformedError, refuse
from translit.documents.html import Html
from translit.documents.json_values import JsonValue, describe_fields, list_fields
from translit.documents.markdown import Markdown
from translit.documents.piece import Composer, Piece
from translit.documents.plain_text import cut_text
from translit.documents.reading import TextFile
from translit.documents.subtitles import Subtitles

# A record that is longer is not read as one: it would fill the memory.
LONGEST_RECORD = 1 << 24  # code points

# Of the formats that are read at once: neither is a file.
LONGEST_FILE = 1 << 27  # code points

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What of structured files is prose: the fields of JSON, the columns of tables."""

    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


Cutter = Callable[[TextFile, Selection], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Format:
    """All that is told of a format, wherever it is told.

    `cut` is None for one that is no text: a table is read and written by a library. `asks` says
    what has to be chosen, `field` or `column`, if anything. `is_one` is True where a file is one
    document, so that its trouble has no number of its own.
    """

    name: str
    suffixes: tuple[str, ...]
    cut: Cutter | None
    asks: str = ""
    is_one: bool = False


def _cut_plain(file: TextFile, _: Selection) -> Iterator[Piece]:
    return cut_text(file)


def _cut_whole(file: TextFile, selection: Selection, *, composer: Composer) -> Iterator[Piece]:
    yield Piece(_read_whole(file), 0, 1, composer)


def _read_whole(file: TextFile) -> str:
    parts: list[str] = []
    length = 0
    for chunk in file.read_chunks():
        parts.append(chunk)
        length += len(chunk)
        if length > LONGEST_FILE:
            millions = LONGEST_FILE >> 20
            raise refuse(
                file.path,
                f"is longer than {millions} million characters, and has to be read at once; cut it",
            )
    return "".join(parts)


def _cut_json(file: TextFile, selection: Selection) -> Iterator[Piece]:
    text = _read_whole(file)
    found = list_fields(text)
    if not selection.fields:
        raise _ask_for(file, "--field", found)
    if found and not set(found) & set(selection.fields):
        raise _refuse_choice(file, "field", selection.fields, found)
    yield Piece(text, 0, 1, JsonValue(selection.fields))


def _cut_json_lines(file: TextFile, selection: Selection) -> Iterator[Piece]:
    composer = JsonValue(selection.fields)
    found: dict[str, None] = {}
    chosen = set(selection.fields)
    start, has_chosen = 0, False
    for number, line in enumerate(_cut_lines(file.read_chunks()), 1):
        if not has_chosen and len(found) < 1000:
            found.update(dict.fromkeys(list_fields(line)))
            has_chosen = bool(chosen & found.keys())
        if not chosen and found:
            raise _ask_for(file, "--field", list(found))
        yield _cut_record(line, start, number, composer)
        start += len(line)
    if not has_chosen and found:
        raise _refuse_choice(file, "field", selection.fields, list(found))


def _cut_record(source: str, start: int, line: int, composer: Composer) -> Piece:
    if not source.strip("\r\n \t"):
        return Piece(source, start, line, None)
    if len(source) > LONGEST_RECORD:
        millions = LONGEST_RECORD >> 20
        return Piece(
            source, start, line, None, trouble=f"is longer than {millions} million characters"
        )
    return Piece(source, start, line, composer)


def _cut_table(file: TextFile, selection: Selection, *, delimiter: str = "") -> Iterator[Piece]:
    lines = _cut_lines(file.read_chunks())
    head = next(lines, "")
    start, number = 0, 1
    if head.lower().startswith("sep="):  # how Excel is told the delimiter
        yield Piece(head, 0, 1, None)
        delimiter = head[4:5]
        start, number, head = len(head), 2, next(lines, "")
    delimiter = delimiter or guess_delimiter(head)
    rows = cut_rows(_chain(head, lines), delimiter)
    head, count = next(rows, ("", 0))
    if not head:
        return
    composer = _choose_columns(file, head, delimiter, selection)
    yield Piece(head, start, number, None)
    start, number = start + len(head), number + count
    for row, count in rows:
        yield _cut_record(row, start, number, composer)
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
        raise _ask_for(file, "--column", names)
    missing = [name for name in selection.columns if name not in names]
    if missing:
        raise _refuse_choice(file, "column", missing, names)
    chosen = [number for number, name in enumerate(names) if name in selection.columns]
    return DelimitedRow(delimiter, tuple(chosen), len(names))


def _ask_for(file: TextFile, option: str, found: list[str]) -> DocumentError:
    kind = option.removeprefix("--")
    return ask_for(file.path, option, f"say which {kind} is prose", found)


def ask_for(path: Path | None, option: str, wish: str, found: list[str]) -> DocumentError:
    """Return the error that asks for an option, with what there is to choose from."""
    example = f" (for example {option} {_quote(found[0])})" if found else ""
    return refuse(path, f"{wish}{example}; found: {describe_fields(found)}")


def _refuse_choice(
    file: TextFile, kind: str, chosen: Iterable[str], found: list[str]
) -> DocumentError:
    return refuse_choice(file.path, kind, chosen, found)


def refuse_choice(
    path: Path | None, kind: str, chosen: Iterable[str], found: list[str]
) -> DocumentError:
    """Return the error that a chosen field or column is not there."""
    return refuse(
        path, f"has no {kind} {' or '.join(chosen)}; choose from: {describe_fields(found)}"
    )


def _quote(name: str) -> str:
    return name if name.replace(".", "").replace("_", "").isalnum() else f"'{name}'"


def _cut_lines(chunks: Iterable[str]) -> Iterator[str]:
    """Yield lines with their ends: LF, CR LF or CR. A longer one comes in stretches."""
    held: list[str] = []
    length = 0
    for chunk in _keep_pairs(chunks):
        for line in _LINE.findall(chunk):
            held.append(line)
            length += len(line)
            if line[-1] in "\r\n" or length > 2 * LONGEST_RECORD:
                yield "".join(held)
                held, length = [], 0
    if length:
        yield "".join(held)


def _keep_pairs(chunks: Iterable[str]) -> Iterator[str]:
    """Yield the chunks, cut so that no CR is parted from its LF."""
    held = ""
    for chunk in chunks:
        text = held + chunk
        held = text[-1:] if text.endswith("\r") else ""
        yield text.removesuffix("\r")
    yield held


def _chain(head: str, lines: Iterator[str]) -> Iterator[str]:
    if head:
        yield head
        yield from lines


_FORMATS = (
    Format("text", (".txt", ".text"), _cut_plain, is_one=True),
    Format("markdown", (".md", ".markdown"), partial(_cut_whole, composer=Markdown()), is_one=True),
    Format("html", (".html", ".htm", ".xhtml"), partial(_cut_whole, composer=Html()), is_one=True),
    Format("srt", (".srt",), partial(_cut_whole, composer=Subtitles(vtt=False)), is_one=True),
    Format("vtt", (".vtt",), partial(_cut_whole, composer=Subtitles(vtt=True)), is_one=True),
    Format("json", (".json",), _cut_json, asks="field", is_one=True),
    Format("jsonl", (".jsonl", ".ndjson"), _cut_json_lines, asks="field"),
    Format("csv", (".csv",), _cut_table, asks="column"),
    Format("tsv", (".tsv", ".tab"), partial(_cut_table, delimiter="\t"), asks="column"),
    Format("parquet", (".parquet",), None, asks="column"),
)
FORMATS = {known.name: known for known in _FORMATS}
_BY_SUFFIX = {suffix: known.name for known in _FORMATS for suffix in known.suffixes}


def find_type(path: Path | None) -> str | None:
    """Return the type that a file's suffix tells, or None.

    >>> find_type(Path("news.jsonl.gz")), find_type(Path("README"))
    ('jsonl', None)
    """
    return None if path is None else _BY_SUFFIX.get(strip_compression(path).suffix.lower())


def cut_file(file: TextFile, kind: str, selection: Selection) -> Iterator[Piece]:
    """Yield the pieces of a file of text; one after the other they are its text.

    `kind` is a format of text. Raises DocumentError if the file cannot be read, or if it
    needs a field or a column and none that it has is chosen.
    """
    cut = FORMATS[kind].cut
    assert cut is not None
    return cut(file, selection)
