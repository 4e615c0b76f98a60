"""A user's tables as they are given; one that was parsed before need not be parsed again.

To parse and check a table of 40,000 rows takes a second. So the digest of its rows is kept in the
cache under a hash of the file's bytes; with it, the compiled lexicon is found.
"""

import os
from functools import cached_property
from pathlib import Path, PurePath

from translit import __version__
from translit.lexicon.caching import hash_parts, keep_digest, place, read_digest
from translit.tables import Table, TableFile, read_table

_DIGEST = 64  # letters of a SHA-256 in hexadecimal


class GivenTable:
    """One table as it is given: parsed, or a file that is parsed when needed.

    It takes what a Normalizer takes as a table, and raises TableError for a file that cannot be
    read.
    """

    def __init__(self, given: Table | str | os.PathLike[str]) -> None:
        self._given = given if isinstance(given, Table) else read_table(given)

    @cached_property
    def digest(self) -> str:
        """The digest of its rows. Raises TableError for a table that is wrong."""
        if isinstance(self._given, Table):
            return self._given.digest
        kept = _place_digest(self._given)
        found = read_digest(kept, _DIGEST)
        if found is None:
            found = self.load().digest
            keep_digest(kept, found)
        return found

    def load(self) -> Table:
        """Return the table. Raises TableError if it is wrong."""
        if isinstance(self._given, TableFile):
            self._given = self._given.parse()
        return self._given


def _place_digest(file: TableFile) -> Path | None:
    content = hash_parts(__version__, file.content)  # another version may find faults in it
    return place(f"table-{content}{PurePath(file.path).suffix.lower()}.digest")
