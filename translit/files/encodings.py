"""Encodings: how the bytes of a file are letters, decided from its first bytes and from options."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from translit.files.errors import refuse

# The longer ones first: UTF-32 begins as UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How many bytes the units of these have; in all others a NUL byte is no part of a letter.
UNITS = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
# Decoding and encoding these strictly gives back the same bytes; others are watched.
EXACT = frozenset({"utf-8", "ascii", "iso8859-1", *UNITS})
# What these are without the mark that says the order of their bytes.
_BY_ORDER = {"utf-16": ("utf-16-le", "utf-16-be"), "utf-32": ("utf-32-le", "utf-32-be")}
# Codecs of text that files are not written in, or that have many ways to write one letter.
_NOT_OF_FILES = {
    "idna": "is for the names of hosts, not for files",
    "punycode": "is for the names of hosts, not for files",
    "raw-unicode-escape": "is for program text, not for files",
    "unicode-escape": "is for program text, not for files",
    "utf-7": "writes a text in many ways, so that a file would not come back as it is",
}
_USUAL = " \n\r\t,."


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
    """Return Python's own name of an encoding of files of text, or None if there is none.

    >>> find_codec("Windows-1251"), find_codec("klingon"), find_codec("rot13"), find_codec("idna")
    ('cp1251', None, None, None)
    """
    found = _look_up(name)
    return None if found is None or found in _NOT_OF_FILES else found


def describe_no_codec(name: str) -> str:
    """Return why a name is not that of an encoding of files.

    >>> describe_no_codec("klingon")
    '“klingon” is no encoding of text that Python knows'
    """
    reason = _NOT_OF_FILES.get(_look_up(name) or "", "is no encoding of text that Python knows")
    return f"“{name.encode('utf-8', 'replace').decode()}” {reason}"


def _look_up(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
        "".encode(found)  # rot13 and base64 are codecs too, but not of text
    except (LookupError, ValueError):
        return None
    return "utf-8" if found == "utf-8-sig" else found  # the mark is read and kept apart


def choose_encoding(head: bytes, path: Path | None, wanted: str) -> Encoding:
    """Return the encoding of a file that begins with `head`.

    `wanted` is the name of an encoding, `auto` to have it guessed, or empty: UTF-8, or UTF-16 or
    UTF-32 if a byte order mark says so. A byte order mark is always believed.

    Raises DocumentError if there is no such encoding, or if it cannot be told.
    """
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, mark)
    codec_name = _guess(head, path) if wanted == "auto" else find_codec(wanted or "utf-8")
    if codec_name is None:
        raise refuse(path, f"{describe_no_codec(wanted)}; name another, such as windows-1251")
    if codec_name in _BY_ORDER:
        return Encoding(_find_order(head, path, codec_name))
    return Encoding(codec_name)


def _find_order(head: bytes, path: Path | None, codec: str) -> str:
    """Return the codec with the order of bytes in which the file has the most usual signs."""
    counts = {}
    for ordered in _BY_ORDER[codec]:
        text = head.decode(ordered, "replace")
        counts[ordered] = sum(map(text.count, _USUAL)) - text.count("\ufffd")
    little, big = counts.values()
    if little == big and head:
        names = " or ".join(_BY_ORDER[codec])
        raise refuse(path, f"has no byte order mark; name its encoding with its order: {names}")
    return max(counts, key=lambda ordered: counts[ordered])


def _guess(head: bytes, path: Path | None) -> str:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(head) - 4:  # the head ends within a letter
            return "utf-8"
    else:
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
