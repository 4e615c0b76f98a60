"""Spellings that a user wants never to be touched."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from translit.files.reading import read_text
from translit.tables import holds_spelling


@dataclass(frozen=True, slots=True)
class KeepList:
    """Spellings that stay, letter by letter as they are given; a name that holds one stays too.

    >>> kept = KeepList(frozenset({"Kiev"}))
    >>> kept.holds("Kiev"), kept.holds("Dynamo Kiev"), kept.holds("KIEV"), kept.holds("Kievan")
    (True, True, False, False)
    """

    spellings: frozenset[str] = frozenset()

    def holds(self, text: str) -> bool:
        """Tell whether one of the spellings stands in a mention as whole words."""
        return holds_spelling(text, self.spellings)


def read_keep_lists(paths: Iterable[str | Path]) -> KeepList:
    """Return the spellings of files with one a line; `#` begins a comment.

    Raises DocumentError for a file that cannot be read as UTF-8 text.
    """
    lines = [line for path in paths for line in read_text(path).splitlines()]
    spellings = (unicodedata.normalize("NFC", line.partition("#")[0].strip()) for line in lines)
    return KeepList(frozenset(filter(None, spellings)))
