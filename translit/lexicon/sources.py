"""A user's tables as they are given; a file that was read once need not be read again.

To parse and check a table of 40,000 rows takes a second. So the digest of its rows is kept in the
cache under a hash of the file's bytes; with it, the compiled lexicon is found.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from translit.lexicon.caching import place
from translit.tables import Table, TableError, load_table

_DIGEST = 64  # letters of a SHA-256 in hexadecimal


class Source:
    """One table as it is given: loaded, or the path of its file, which is read when needed."""

    def __init__(self, given: Table | str | os.PathLike[str]) -> None:
        self._path = None if isinstance(given, Table) else os.fspath(given)
        self._table = given if isinstance(given, Table) else None

    @cached_property
    def digest(self) -> str:
        """The digest of its rows. Raises TableError for a table that is wrong."""
        if self._path is None:
            return self.load().digest
        path = Path(self._path)
        with suppress(OSError):  # load() says what is wrong with the file
            kept = _place_digest(path)
            digest = kept.read_text(encoding="ascii", errors="replace") if kept.exists() else ""
            if len(digest) == _DIGEST:
                return digest
            digest = self.load().digest
            if _place_digest(path) == kept:  # the file did not change while it was read
                _write(kept, digest)
        return self.load().digest

    def load(self) -> Table:
        """Return the table. Raises TableError if it is wrong."""
        if self._table is None:
            assert self._path is not None
            self._table = load_table(self._path)
        return self._table

    def __reduce__(self) -> tuple[type["Source"], tuple[Table]]:
        """Pickle the rows: where they are unpickled there may be no such file."""
        table = self.load()
        if table.digest != self.digest:
            raise TableError(
                str(self._path), None, "has changed since it was opened", "make the Normalizer anew"
            )
        return Source, (table,)


def _place_digest(path: Path) -> Path:
    content = hashlib.blake2b(path.read_bytes(), digest_size=16, person=b"table")
    return place(f"table-{content.hexdigest()}{path.suffix.lower()}.digest")


def _write(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    Path(name).replace(path)
