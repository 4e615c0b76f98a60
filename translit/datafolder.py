"""Where the data files are: in the checkout for an editable install, else in the package."""

from functools import cache
from pathlib import Path


@cache
def find_data_folder() -> Path:
    """Return the folder that holds `schemes/`, `entities/` and `styles/`.

    An editable install runs from the checkout, which our own `pyproject.toml` beside the package
    proves; its `data/` is what the developer edits. A stale copy in site-packages is never read.

    >>> (find_data_folder() / "schemes" / "uk").is_dir()
    True
    """
    package = Path(__file__).resolve().parent
    if is_checkout(package.parent):
        return package.parent / "data"
    return package / "data"


def is_checkout(folder: Path) -> bool:
    """Tell whether `folder` is a checkout of this project, by its own `pyproject.toml`."""
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return 'name = "translit-fix"' in text
