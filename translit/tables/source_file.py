"""The text of a file, or one error that says why there is none."""

import codecs
from pathlib import Path

from translit.tables.errors import TableError

LONGEST_LINE = 1_000_000
"""Bytes in one line. A row has a few hundred."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: str) -> str:
    """The whole file as text. Raises TableError where `read_bytes` or `decode` does."""
    return decode(path, read_bytes(path))


def decode(path: str, data: bytes) -> str:
    """The text of a file, decoded from UTF-8 with or without a byte order mark.

    Raises TableError if it is binary, not UTF-8, or has a line longer than LONGEST_LINE bytes.
    """
    if data.startswith(UTF16_MARKS):
        raise TableError(path, 1, "is in UTF-16", "save it as UTF-8")
    if (zero := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, zero) + 1
        raise TableError(
            path, line, "holds a NUL byte, so it is no text file", "give a text file in UTF-8"
        )
    _refuse_long_lines(path, data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise TableError(
            path, line, f"is not UTF-8 (byte 0x{byte:02X})", "save it as UTF-8"
        ) from None


def read_bytes(path: str) -> bytes:
    """The whole file. Raises TableError if it is missing, a folder or unreadable."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        problem, cure = "there is no such file", "check the path"
    except IsADirectoryError:
        problem, cure = "is a folder", "name the files in it"
    except PermissionError:
        problem, cure = "may not be read", "change its permissions or ask its owner"
    except ValueError:
        problem, cure = "is no possible path", "check the path"
    except OSError as error:
        problem, cure = f"cannot be read ({error.strerror})", "check the path and the disk"
    raise TableError(path, None, problem, cure)


def _refuse_long_lines(path: str, data: bytes) -> None:
    start = 0
    while len(data) - start > LONGEST_LINE:
        end = data.rfind(b"\n", start, start + LONGEST_LINE + 1)
        if end < 0:
            line = data.count(b"\n", 0, start) + 1
            problem = f"the line is longer than {LONGEST_LINE:,} bytes"
            raise TableError(path, line, problem, "split it into rows of one line each")
        start = end + 1
