"""Files that wait beside the one they are to replace: known by name, so that none is left over."""

import os
from contextlib import suppress
from typing import IO

from translit.replacing.folders import Folder

_SUFFIX = ".translit-fix"
_LONGEST = 40  # letters of the name that it is for; with the rest it stays below 255 bytes

_waiting: set["Beside"] = set()


class Beside:
    """A new file in a folder, hidden, under a name that nobody else takes; `stream` writes it."""

    def __init__(self, folder: Folder, name: str, mode: int) -> None:
        self._folder = folder
        self.name = f".{name[:_LONGEST]}.{os.urandom(6).hex()}{_SUFFIX}"
        _waiting.add(self)  # first: an interruption may come between any two steps
        try:
            self.stream: IO[bytes] = os.fdopen(folder.create(self.name, mode), "wb")
        except OSError:
            _waiting.discard(self)
            raise

    def take_place(self, name: str) -> None:
        """Put it in the place of a name."""
        self._folder.rename(self.name, name)
        _waiting.discard(self)

    def remove(self) -> None:
        """Remove it, unless it took its place."""
        stream = getattr(self, "stream", None)
        if stream is not None:
            with suppress(OSError):  # a full disk may refuse once more what is not written yet
                stream.close()
        if self in _waiting:
            with suppress(OSError):
                self._folder.remove(self.name)
            _waiting.discard(self)


def remove_leftovers() -> None:
    """Remove every file that waits in this process: for one that is told to end.

    >>> remove_leftovers()  # nothing waits
    """
    for beside in list(_waiting):
        beside.remove()
