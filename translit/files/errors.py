"""What is wrong with a file or with a part of it, as messages say it."""

import os
import traceback
from pathlib import Path


class DocumentError(ValueError):
    """A file cannot be read, rewritten or written; the text says which, what and the cure."""


class MalformedError(ValueError):
    """A part of a file (a record, a row, a page) is not what its format asks for."""


def refuse(path: Path | None, problem: str) -> DocumentError:
    """Return the error that names the file and its problem; a `path` of None is stdin."""
    return DocumentError(f"{display_name(path)}: {problem}")


def describe_fault(error: Exception) -> str:
    """Return what is said of a file that a fault of ours stops, so that it can be reported.

    >>> describe_fault(KeyError("Kyiv"))
    "is left as it was, for a fault (KeyError: 'Kyiv'); please report this as a bug"
    """
    said = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(": ")
    place = "".join(f" in {Path(f.filename).name}:{f.lineno}" for f in _last_frame(error))
    return f"is left as it was, for a fault ({said[:200]}{place}); please report this as a bug"


def _last_frame(error: Exception) -> list[traceback.FrameSummary]:
    return traceback.extract_tb(error.__traceback__)[-1:]


def display_name(path: Path | None) -> str:
    """Return how messages and reports name a file, in UTF-8 whatever its name is.

    >>> display_name(Path("новини.txt")), display_name(None)
    ('новини.txt', '<stdin>')
    """
    return "<stdin>" if path is None else os.fsencode(path).decode("utf-8", "replace")
