"""The user's cache folder, where what is compiled of tables is kept."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path


def place(name: str) -> Path:
    """Return where a file of the cache is kept; for this process only if none can be written."""
    from platformdirs import user_cache_path

    folder = user_cache_path("translit-fix")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _temporary_folder() / name
    return folder / name if os.access(folder, os.W_OK) else _temporary_folder() / name


@lru_cache(maxsize=1)
def _temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="translit-fix-"))
