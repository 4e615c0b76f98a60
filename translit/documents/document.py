"""A document: the text of one file, and what else its bytes hold."""

import os
from dataclasses import dataclass
from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"


class DocumentError(ValueError):
    """A file cannot be read, rewritten or written; the text says which, what and the cure."""


def refuse(path: Path | None, problem: str) -> DocumentError:
    """Return the error that names the file and its problem; a `path` of None is stdin."""
    return DocumentError(f"{display_name(path)}: {problem}")


def display_name(path: Path | None) -> str:
    """Return how messages and reports name a file, in UTF-8 whatever its name is.

    >>> display_name(Path("новини.txt")), display_name(None)
    ('новини.txt', '<stdin>')
    """
    return "<stdin>" if path is None else os.fsencode(path).decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file; newlines are those of the file.

    `bom` is the byte order mark that stands before the text, or empty; `path` is None for
    stdin.

    >>> Document("Łukaszenka\\r\\n", bom="\\ufeff", path=None).encode("Lukashenko\\r\\n")
    b'\\xef\\xbb\\xbfLukashenko\\r\\n'
    """

    text: str
    bom: str
    path: Path | None

    @property
    def name(self) -> str:
        """How messages and reports name the document: by its path, or as `<stdin>`."""
        return display_name(self.path)

    def encode(self, text: str) -> bytes:
        """Return `text` as the bytes of this file: UTF-8, after its byte order mark if it had one.

        For the document's own text these are exactly the bytes that were read.
        """
        return (self.bom + text).encode("utf-8")
