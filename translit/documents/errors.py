"""What is wrong with a file or with a part of it, as messages say it."""

import os
from pathlib import Path


class DocumentError(ValueError):
    """A file cannot be read, rewritten or written; the text says which, what and the cure."""


class MalformedError(ValueError):
    """A part of a file (a record, a row, a page) is not what its format asks for."""


def refuse(path: Path | None, problem: str) -> DocumentError:
    """Return the error that names the file and its problem; a `path` of None is stdin."""
    return DocumentError(f"{display_name(path)}: {problem}")


def display_name(path: Path | None) -> str:
    """Return how messages and reports name a file, in UTF-8 whatever its name is.

    >>> display_name(Path("новини.txt")), display_name(None)
    ('новини.txt', '<stdin>')
    """
    return "<stdin>" if path is None else os.fsencode(path).decode("utf-8", "replace")
