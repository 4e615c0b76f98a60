"""Encodings: how the bytes of a file are letters, decided from its first bytes and from options."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from translit.documents.errors import refuse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Decoding and encoding these strictly gives back the same bytes; others are watched.
EXACT = frozenset({"utf-8", "utf-16-le", "utf-16-be", "ascii", "iso8859-1"})
_WITHOUT_MARK = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}  # the mark is read and kept apart


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec by its Python name, and the byte order mark that the file begins with."""

    codec: str
    mark: bytes = b""

    @property
    def name(self) -> str:
        """How messages name it."""
        return self.codec.upper()


def find_codec(name: str) -> str | None:
    """Return Python's own name of an encoding of text, or None if there is none.

    >>> find_codec("Windows-1251"), find_codec("klingon"), find_codec("rot13")
    ('cp1251', None, None)
    """
    try:
        found = codecs.lookup(name)
        "".encode(found.name)  # rot13 and base64 are codecs too, but not of text
    except (LookupError, ValueError):
        return None
    return _WITHOUT_MARK.get(found.name, found.name)


def choose_encoding(head: bytes, path: Path | None, wanted: str) -> Encoding:
    """Return the encoding of a file that begins with `head`.

    `wanted` is the name of an encoding, `auto` to have it guessed, or empty: UTF-8, or UTF-16 if
    a byte order mark says so. A byte order mark is always believed.
    """
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, mark)
    if wanted == "auto":
        return Encoding(_guess(head, path))
    return Encoding(find_codec(wanted or "utf-8") or wanted)


def _guess(head: bytes, path: Path | None) -> str:
    try:
        head.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        if error.start > len(head) - 4:  # the head ends within a letter
            return "utf-8"
    try:
        import charset_normalizer
    except ImportError:
        raise refuse(
            path,
            "needs a guess at its encoding; install what guesses: pip install 'translit-fix[auto]'",
        ) from None
    best = charset_normalizer.from_bytes(head).best()
    codec = find_codec(best.encoding) if best else None
    if codec is None:
        raise refuse(path, "is in no encoding that can be guessed; name it with --encoding")
    return codec
