"""Formats: all that there are, each told by its module, and which one a file is in."""

from collections.abc import Iterator
from pathlib import Path

from translit.files.compression import strip_compression
from translit.files.format import Format, Selection
from translit.files.formats import (
    docx,
    epub,
    html,
    json_lines,
    latex,
    markdown,
    mdx,
    parquet,
    plain_text,
    po,
    rst,
    subtitles,
    tables,
    xliff,
)
from translit.files.piece import FilePiece
from translit.files.reading import TextFile

_MODULES = (
    plain_text,
    markdown,
    mdx,
    rst,
    latex,
    html,
    docx,
    epub,
    subtitles,
    po,
    xliff,
    json_lines,
    tables,
    parquet,
)
FORMATS: dict[str, Format] = {known.name: known for module in _MODULES for known in module.FORMATS}
_BY_SUFFIX = {suffix: known.name for known in FORMATS.values() for suffix in known.suffixes}


def find_type(path: Path | None) -> str | None:
    """Return the type that a file's suffix tells, or None.

    >>> find_type(Path("news.jsonl.gz")), find_type(Path("README"))
    ('jsonl', None)
    """
    return None if path is None else _BY_SUFFIX.get(strip_compression(path).suffix.lower())


def cut_file(file: TextFile, kind: str, selection: Selection) -> Iterator[FilePiece]:
    """Yield the pieces of a file of text; one after the other they are its text.

    `kind` is a format of text. Raises DocumentError if the file cannot be read, or if it
    needs a field or a column and none that it has is chosen.
    """
    cut = FORMATS[kind].cut
    assert cut is not None
    return cut(file, selection)
