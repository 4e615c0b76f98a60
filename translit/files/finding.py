"""Finding the files of folders, without those that git ignores, and what of them is asked for."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from translit.files.format import Selection
from translit.files.formats import FORMATS, find_type
from translit.files.ignoring import WorkTree, find_work_tree, is_root

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder are taken: of a known type whose prose is chosen, or `include`d.

    A type whose reader is not installed is left out.

    Patterns are of file names, or of paths below the folder if they hold a slash; `exclude` wins.
    """

    selection: Selection = field(default_factory=Selection)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def takes(self, path: Path) -> bool:
        """Tell whether a file, by its path below the folder, is taken.

        >>> wanted = Wanted(exclude=("drafts/*",))
        >>> wanted.takes(Path("a.md")), wanted.takes(Path("drafts/a.md"))
        (True, False)
        """
        if _matches(path, self.exclude):
            return False
        if self.include:
            return _matches(path, self.include)
        kind = find_type(path)
        asks = FORMATS[kind].asks if kind else ""
        chosen = {"field": self.selection.fields, "column": self.selection.columns}
        if asks:
            return bool(chosen[asks])
        return kind is not None and FORMATS[kind].is_at_hand


def find_files(folder: Path, wanted: Wanted) -> Iterator[Path]:
    """Yield the regular files of a folder that are wanted, sorted by name.

    In the work tree of a git repository they are those that its ignore files leave in, without
    other repositories in it; elsewhere all but hidden ones. A symbolic link is not followed.

    Raises DocumentError if the ignore files cannot be read.
    """
    for path in sorted(_list_files(folder)):
        if wanted.takes(path.relative_to(folder)) and path.is_file() and not path.is_symlink():
            yield path


def _matches(path: Path, patterns: Sequence[str]) -> bool:
    whole = path.as_posix()
    return any(
        fnmatch(whole if "/" in pattern else path.name, pattern)
        or any(fnmatch(parent.name, pattern.rstrip("/")) for parent in path.parents)
        for pattern in patterns
    )


def _list_files(folder: Path) -> Iterator[Path]:
    root = find_work_tree(folder)
    if root is None:
        yield from _walk(folder)
    else:
        tree, place = WorkTree(root), folder.resolve()
        if not tree.ignores_way_to(place):
            yield from _walk_work_tree(folder, tree, place)


def _walk_work_tree(folder: Path, tree: WorkTree, place: Path) -> Iterator[Path]:
    """Yield what is not ignored in a folder, which the work tree knows by its real `place`."""
    for root, folders, files in os.walk(folder):
        real = place / Path(root).relative_to(folder)
        folders[:] = [
            name
            for name in folders
            if not tree.ignores(real / name, is_folder=True) and not is_root(real / name)
        ]
        yield from (
            Path(root, name) for name in files if not tree.ignores(real / name, is_folder=False)
        )


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        inside = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        folders[:] = [name for name in inside if not is_root(Path(root, name))]
        for name in set(inside) - set(folders):
            yield from _list_files(Path(root, name))
        yield from (Path(root, name) for name in files if not name.startswith("."))
