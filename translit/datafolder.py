"""Where the data files are: in the checkout for an editable install, else in the package."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

_TABLES_DIGEST = "tables.digest"


@cache
def find_data_folder() -> Path:
    """Return the folder that holds `schemes/`, `styles/` and, in a checkout, `entities/`.

    An editable install runs from the checkout, which our own `pyproject.toml` beside the package
    proves; its `data/` is what the developer edits. A stale copy in site-packages is never read.

    >>> (find_data_folder() / "schemes" / "uk").is_dir()
    True
    """
    package = Path(__file__).resolve().parent
    if is_checkout(package.parent):
        return package.parent / "data"
    return package / "data"


def digest_tables() -> str:
    """Return the start of a hash of the default tables: the same text, the same tables.

    A wheel has their rows in its lexicon and not their text a second time; it keeps the hash.
    """
    folder = find_data_folder()
    if not has_tables():
        return (folder / _TABLES_DIGEST).read_text("ascii")
    digest = blake2b(digest_size=4)
    for path in sorted((folder / "entities").rglob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def has_tables() -> bool:
    """Tell whether the default tables are here as text, and not only in the lexicon."""
    return (find_data_folder() / "entities").is_dir()


def is_checkout(folder: Path) -> bool:
    """Tell whether `folder` is a checkout of this project, by its own `pyproject.toml`."""
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return 'name = "translit-fix"' in text
