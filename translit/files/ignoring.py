"""What git ignores in a work tree, told from its ignore files alone: git itself is never run.

A checkout may come from anybody, and git runs programs that the configuration of a checkout names.
So its ignore files are read as text: `.gitignore` in each folder and `info/exclude` of the
repository. The user's own list (`core.excludesFile`) and what the index tracks are not looked at.
"""

import os
import re
import stat
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from translit.files.errors import refuse

# What an ignore file of a stranger may cost: people's own are a hundredth of it.
_MOST_BYTES = 1 << 17
_MOST_DOUBLE_STARS = 3  # of one rule
_MOST_FOLDERS = 100  # above a file

# Between two stars of a segment the first place that fits is as good as any: no way back is kept,
# or a rule of many stars would take years for a long name.
_STAR_AND_MORE = re.compile(r"\[\^/\]\*((?:\[\^/\](?!\*)|[^/])*?)(?=\[\^/\]\*)")

_CLASSES = {
    "[:alnum:]": "0-9A-Za-z",
    "[:alpha:]": "A-Za-z",
    "[:digit:]": "0-9",
    "[:lower:]": "a-z",
    "[:space:]": " \t\n\r\f\v",
    "[:upper:]": "A-Z",
    "[:xdigit:]": "0-9A-Fa-f",
}


@dataclass(frozen=True, slots=True)
class _Rule:
    regex: re.Pattern[str]
    ignores: bool
    folders_only: bool

    def fits(self, path: str, is_folder: bool) -> bool:
        """Tell whether it means the path itself, not a folder that the path lies in."""
        if self.folders_only and not is_folder:
            return False
        match = self.regex.search(path)
        return match is not None and not match.groupdict().get("ps_d")


class WorkTree:
    """The work tree of a git repository, by its root: what git ignores in it.

    Raises DocumentError where an ignore file is no plain file that can be read, or asks too much.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._rules: dict[PurePath, list[_Rule]] = {}

    def ignores(self, path: Path, *, is_folder: bool) -> bool:
        """Tell whether git ignores a file or folder of the work tree; its folders are not asked.

        The repository itself, `.git`, is ignored too.
        """
        inside = path.relative_to(self._root)
        if path.name == ".git":
            return True
        if len(inside.parts) > _MOST_FOLDERS:
            raise refuse(path, f"lies more than {_MOST_FOLDERS} folders deep; name its files")
        for above in inside.parents:  # the rules of the nearest folder count first
            below = inside.relative_to(above).as_posix()
            for rule in reversed(self._list_rules(above)):
                if rule.fits(below, is_folder):
                    return rule.ignores
        below = inside.as_posix()
        return next(
            (r.ignores for r in reversed(self._excluded) if r.fits(below, is_folder)), False
        )

    def ignores_way_to(self, folder: Path) -> bool:
        """Tell whether git ignores a folder of the work tree, or one that it lies in."""
        inside = folder.relative_to(self._root)
        ways = [inside, *inside.parents][:-1] if inside.parts else []
        return any(self.ignores(self._root / way, is_folder=True) for way in ways)

    def _list_rules(self, folder: PurePath) -> list[_Rule]:
        if folder not in self._rules:
            path = self._root / folder / ".gitignore"
            self._rules[folder] = list(_read_rules(path, follow=False))
        return self._rules[folder]

    @cached_property
    def _excluded(self) -> list[_Rule]:
        return list(_read_rules(_find_repository(self._root) / "info" / "exclude", follow=True))


def find_work_tree(folder: Path) -> Path | None:
    """Return the root of the work tree that a folder is in, or None: the nearest with a `.git`."""
    absolute = folder.resolve()
    return next((p for p in (absolute, *absolute.parents) if is_root(p)), None)


def is_root(folder: Path) -> bool:
    """Tell whether a folder is the root of a work tree: it holds `.git`, a folder or a file."""
    try:
        return (folder / ".git").exists()
    except OSError:  # a folder that may not be looked into
        return False


def _find_repository(root: Path) -> Path:
    """Return the folder that holds `info/exclude`; a linked work tree says where it is."""
    place = root / ".git"
    if not place.is_file():
        return place
    said = _read(place, follow=True).partition("\n")[0]
    place = root / said.removeprefix("gitdir:").strip()
    shared = _read(place / "commondir", follow=True).strip()
    return place / shared


def _read_rules(path: Path, *, follow: bool) -> Iterator[_Rule]:
    for number, line in enumerate(_read(path, follow=follow).split("\n"), 1):
        rule = _make_rule(line, path, number)
        if rule is not None:
            yield rule


def _make_rule(line: str, path: Path, number: int) -> _Rule | None:
    from pathspec.patterns.gitignore import GitIgnorePatternError
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    if line.startswith("#"):
        return None
    line = _trim(line.removesuffix("\r"))
    if line.count("**") > _MOST_DOUBLE_STARS:
        raise refuse(path, f"line {number} has too many ** to look for; name the files")
    for name, letters in _CLASSES.items():
        line = line.replace(name, letters)
    try:
        source, ignores = GitIgnoreSpecPattern.pattern_to_regex(line.removesuffix("/"))
    except GitIgnorePatternError:  # git takes it for a rule that fits nothing
        return None
    if ignores is None or source is None:
        return None
    source = _STAR_AND_MORE.sub(r"(?>[^/]*?\1)", source).replace("|$)", r"|\Z)")
    with warnings.catch_warnings(action="ignore", category=FutureWarning):  # of `[[]`
        regex = re.compile(source, re.DOTALL)
    return _Rule(regex, ignores, line.endswith("/"))


def _trim(line: str) -> str:
    """Return a rule without the spaces at its end; one that a backslash stands before stays."""
    bare = line.rstrip(" ")
    escaped = (len(bare) - len(bare.rstrip("\\"))) % 2 == 1
    return line[: len(bare) + 1] if escaped else bare


def _read(path: Path, *, follow: bool) -> str:
    """Return what a file of git's says; nothing if there is none."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)  # a named pipe is not waited for
    try:
        opened = os.open(path, flags | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise refuse(
            path, f"cannot be read ({error.strerror}) to tell what git ignores; name the files"
        ) from None
    mode = os.fstat(opened).st_mode
    if not stat.S_ISREG(mode):
        os.close(opened)
        if stat.S_ISDIR(mode):
            return ""
        raise refuse(path, "is not a regular file, to tell what git ignores; name the files")
    with open(opened, "rb") as stream:  # noqa: PTH123
        raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise refuse(path, f"is longer than {_MOST_BYTES:,} bytes; name the files")
    return os.fsdecode(raw.removeprefix(b"\xef\xbb\xbf"))
