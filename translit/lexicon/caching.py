"""The user's cache folder, where what is compiled of tables is kept."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import IO

from translit.replacing import renewing

_KEPT = 90 * 24 * 3600  # seconds; what is in use is then compiled once more


def place(name: str) -> Path:
    """Return where a file of the cache is kept; for this process only if none can be written."""
    from platformdirs import user_cache_path

    folder = user_cache_path("translit-fix")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _temporary_folder() / name
    return folder / name if os.access(folder, os.W_OK) else _temporary_folder() / name


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write; it takes the place of `path` once all is on the disk, or is removed."""
    with renewing(path, mode=0o644) as file:
        yield file


def forget_old(folder: Path) -> None:
    """Remove what was compiled long ago: of tables that change often, much gathers there."""
    oldest = time.time() - _KEPT
    for path in (*folder.glob("*.lexicon*"), *folder.glob("*.digest*")):
        with suppress(OSError):  # another process removed it
            if path.stat().st_mtime < oldest:
                path.unlink()


@lru_cache(maxsize=1)
def _temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="translit-fix-"))
