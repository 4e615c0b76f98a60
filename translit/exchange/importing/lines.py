"""The lines of a source: text in UTF-8, none too long, and if not so, which line is to blame."""

import codecs
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from translit.exchange.importing.draft import UnreadableError
from translit.tables import UTF16_MARKS

LONGEST_ENTRY = 1_000_000
"""Characters in a line of a format that has one record a line."""
LONGEST_JSON = 64_000_000
"""Characters in a line of JSON, which may be a whole answer."""
_LONGEST_WHOLE = 256_000_000  # characters of a file that is read as a whole

_SHOWN_BYTES = 65536


def read_lines(path: str, longest: int) -> Iterator[str]:
    """Give the lines of a file with their ends.

    Raises UnreadableError for what is no text in UTF-8 or has a line that is too long, OSError for
    a file that cannot be read.
    """
    number = 0
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        while True:
            try:
                line = file.readline(longest + 1)
            except UnicodeDecodeError:
                raise _blame(path) from None
            if not line:
                return
            number += 1
            if len(line) > longest:
                problem = f"the line is longer than {longest:,} characters"
                raise UnreadableError(number, problem, "check --from, or give the file in parts")
            if "\0" in line:
                problem = "holds a NUL character, so it is no text file"
                raise UnreadableError(number, problem, "give a text file in UTF-8, or unpack it")
            yield line


def _blame(path: str) -> UnreadableError:
    """Return the error for the first line of a file that is not UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    number = 1
    with Path(path).open("rb") as file:
        if file.read(2) in UTF16_MARKS:
            return UnreadableError(1, "is in UTF-16", "save it as UTF-8")
        file.seek(0)
        for block in iter(lambda: file.read(_SHOWN_BYTES), b""):
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]  # a cut letter of the last block and this one
                number += before.count(b"\n")
                problem = f"is not UTF-8 (byte 0x{error.object[error.start]:02X})"
                return UnreadableError(number, problem, "save it as UTF-8, or unpack it")
            number += block.count(b"\n")
    return UnreadableError(number, "is not UTF-8: its last letter is cut", "fetch the file again")


def take(lines: Iterable[str]) -> str:
    """Return all lines as one text; UnreadableError for more than one can be read of."""
    found: list[str] = []
    size = 0
    for line in lines:
        found.append(line)
        size += len(line)
        if size > _LONGEST_WHOLE:
            problem = f"the file has more than {_LONGEST_WHOLE:,} characters"
            raise UnreadableError(len(found), problem, "give it in parts")
    return "".join(found)


def look_ahead(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """Return the first line that is not blank, and all lines from it on."""
    first = next((line for line in lines if line.strip()), "")
    return first, _chain(first, lines)


def _chain(first: str, lines: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from islice(lines, None)
