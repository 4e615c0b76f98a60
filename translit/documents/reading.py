"""Reading a file as text, or refusing it."""

import codecs
import os
from pathlib import Path

from translit.documents.document import BYTE_ORDER_MARK, Document, refuse


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read a UTF-8 text file; `path` names it.

    Raises DocumentError if it is missing, a folder, not allowed to be read, binary or not UTF-8.

    >>> read_document("Kijów.txt")
    Traceback (most recent call last):
    translit.documents.document.DocumentError: Kijów.txt: there is no such file; check the path
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise refuse(path, "there is no such file; check the path") from None
    except IsADirectoryError:
        raise refuse(path, "is a folder; name the files in it") from None
    except PermissionError:
        raise refuse(path, "may not be read; change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise refuse(path, f"cannot be read ({reason}); check the path") from None
    return decode_document(raw, path)


def decode_document(raw: bytes, path: Path | None = None) -> Document:
    """Return the bytes of a text file as a document.

    `path` is where they came from, None for stdin. Raises DocumentError if they are binary (hold
    a NUL byte) or are not UTF-8.

    >>> decode_document("Київ".encode()).text
    'Київ'
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refuse(path, "is UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8")
    if (at := raw.find(b"\0")) >= 0:
        raise refuse(path, f"is binary (a NUL byte at byte {at}); name only text files")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse(
            path,
            f"is not UTF-8 (at byte {error.start}); "
            "convert it first, for example: iconv -f WINDOWS-1251 -t UTF-8",
        ) from None
    bom = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return Document(text.removeprefix(bom), bom, path)
