"""Finding the files of folders, as git sees them, and what of them is asked for."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from translit.documents.errors import refuse
from translit.documents.formats import FORMATS, Selection, find_type

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder are taken: of a known type whose prose is chosen, or `include`d.

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
        return bool(chosen[asks]) if asks else kind is not None


def find_files(folder: Path, wanted: Wanted) -> Iterator[Path]:
    """Yield the regular files of a folder that are wanted, sorted by name.

    In a git work tree they are those that git does not ignore; elsewhere all but hidden ones. A
    symbolic link is not followed.

    Raises DocumentError if git cannot tell what is ignored.
    """
    for path in sorted(_list_by_git(folder) if _is_in_work_tree(folder) else _walk(folder)):
        if wanted.takes(path.relative_to(folder)) and path.is_file() and not path.is_symlink():
            yield path


def _matches(path: Path, patterns: Sequence[str]) -> bool:
    whole = path.as_posix()
    return any(
        fnmatch(whole if "/" in pattern else path.name, pattern)
        or any(fnmatch(parent.name, pattern.rstrip("/")) for parent in path.parents)
        for pattern in patterns
    )


def _is_in_work_tree(folder: Path) -> bool:
    absolute = folder.resolve()
    return any((parent / ".git").exists() for parent in (absolute, *absolute.parents))


def _list_by_git(folder: Path) -> Iterator[Path]:
    if shutil.which("git") is None:
        raise refuse(
            folder, "is under git, and git is not installed to tell what it ignores; name the files"
        )
    done = subprocess.run(
        ["git", "-C", folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        raise refuse(folder, f"git cannot list it ({''.join(reason)}); name the files")
    for name in {name for name in done.stdout.split(b"\0") if name}:
        yield folder / os.fsdecode(name)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".") and f not in _SKIPPED]
        yield from (Path(root, name) for name in files if not name.startswith("."))
