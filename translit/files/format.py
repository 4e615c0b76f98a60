"""A format: what each module of one says of it, and what they share."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Protocol

from translit.files.errors import DocumentError, refuse
from translit.files.formats.json_values import describe_fields
from translit.files.piece import Composer, FilePiece
from translit.files.reading import TextFile

# A record that is longer is not read as one: it would fill the memory.
LONGEST_RECORD = 1 << 24  # code points

# Of the formats that are read at once: neither is a file.
LONGEST_FILE = 1 << 27  # code points

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What of structured files is prose: the fields of JSON, the columns of tables.

    `lang_column` is the field or column whose value names the language of a record's prose.
    """

    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    lang_column: str = ""


class Container(Protocol):
    """A file that is no text, opened: read and written by parts."""

    def cut(self) -> Iterator[FilePiece]:
        """Yield its pieces, of which each says what its source is."""

    def write(self, results: Iterator[str], target: IO[bytes]) -> None:
        """Write the file anew with the results of its pieces, in their order."""

    def close(self) -> None:
        """Let go of it."""


Cutter = Callable[[TextFile, Selection], Iterator[FilePiece]]
Opener = Callable[[IO[bytes], Path | None, Selection], Container]


@dataclass(frozen=True, slots=True)
class Format:
    """All that is told of a format, wherever it is told.

    `cut` is None for one that is no text: `open` opens that. `asks` says what has to be chosen,
    `field` or `column`, if anything. `is_one` is True where a file is one document, so that its
    trouble has no number of its own. `needs` is the module that reads it, of an extra: without it
    a file that is named is refused, and one of a folder is not taken.
    """

    name: str
    suffixes: tuple[str, ...]
    cut: Cutter | None = None
    open: Opener | None = None
    asks: str = ""
    is_one: bool = False
    needs: str = ""

    @property
    def is_at_hand(self) -> bool:
        """Whether what reads it is installed."""
        return not self.needs or find_spec(self.needs) is not None

    def refuse_if_missing(self, path: Path | None) -> None:
        """Raise DocumentError if what reads it is not installed."""
        if not self.is_at_hand:
            raise refuse(
                path,
                f"is {self.name}, and what reads that is not installed: "
                "pip install 'translit-fix[formats]'",
            )


def cut_whole(composer: Composer) -> Cutter:
    """Return what cuts a file into one piece."""

    def cut(file: TextFile, _: Selection) -> Iterator[FilePiece]:
        yield FilePiece(read_whole(file), 0, 1, composer)

    return cut


def read_whole(file: TextFile) -> str:
    """Return the text of a file; DocumentError if it is longer than can be held."""
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


def cut_record(source: str, start: int, line: int, composer: Composer) -> FilePiece:
    """Return the piece of one record, or of what stands between records."""
    if not source.strip("\r\n \t"):
        return FilePiece(source, start, line, None)
    if len(source) > LONGEST_RECORD:
        millions = LONGEST_RECORD >> 20
        return FilePiece(
            source, start, line, None, trouble=f"is longer than {millions} million characters"
        )
    return FilePiece(source, start, line, composer)


def ask_for(path: Path | None, option: str, wish: str, found: list[str]) -> DocumentError:
    """Return the error that asks for an option, with what there is to choose from."""
    example = f" (for example {option} {_quote(found[0])})" if found else ""
    return refuse(path, f"{wish}{example}; found: {describe_fields(found)}")


def refuse_choice(
    path: Path | None, kind: str, chosen: Iterable[str], found: list[str]
) -> DocumentError:
    """Return the error that a chosen field or column is not there."""
    return refuse(
        path, f"has no {kind} {' or '.join(chosen)}; choose from: {describe_fields(found)}"
    )


def _quote(name: str) -> str:
    return name if name.replace(".", "").replace("_", "").isalnum() else f"'{name}'"


def cut_lines(chunks: Iterable[str]) -> Iterator[str]:
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
