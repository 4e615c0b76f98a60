"""Folders held open: what is done in one by name is done there, whatever its path leads to then.

A path is walked from its root, and no part of it may be a symbolic link: what a user means by a
link is resolved before, once, and a folder that becomes a link afterwards is found out.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Self

# Windows cannot open folders: there the parts are looked at, and paths are used.
_HAS_HANDLES = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_FOLDER = (
    getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_PATH", os.O_RDONLY)  # which needs no right to list the folder
)
# A pipe is not waited for, and a terminal does not become ours.
_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class WriteRefusedError(OSError):
    """A file is not written, and is as it was; `strerror` says why and the cure."""

    def __init__(self, place: Path, problem: str, cure: str) -> None:
        super().__init__(errno.EPERM, f"{problem}, nothing was changed; {cure}", os.fspath(place))


class Folder:
    """An open folder; close it.

    Its path is absolute and has no link, or WriteRefusedError is raised; with `make`, what is
    missing of it is made.
    """

    def __init__(self, path: Path, *, make: bool = False) -> None:
        self.path = path
        self._handle: int | None = None
        if ".." in path.parts or not path.is_absolute():
            raise WriteRefusedError(path, "is no plain path of a folder", "name the folder itself")
        if _HAS_HANDLES:
            self._handle = _walk(path, make)
        else:
            _look_along(path, make)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it; a second time does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def find(self, name: str) -> os.stat_result | None:
        """Return what is there under a name, a link not followed; None for nothing."""
        try:
            return os.stat(self._place(name), dir_fd=self._handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def create(self, name: str, mode: int) -> int:
        """Return the handle of a new file, open for writing; the name must be free."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _FILE | _BINARY
        return os.open(self._place(name), flags, mode, dir_fd=self._handle)

    def open(self, name: str) -> int:
        """Return the handle of a regular file, open for reading.

        Raises WriteRefusedError for anything else under the name, OSError if it may not be read.
        """
        self.require_regular(name, self.find(name))
        handle = os.open(self._place(name), os.O_RDONLY | _FILE | _BINARY, dir_fd=self._handle)
        try:
            self.require_regular(name, os.fstat(handle))
        except BaseException:
            os.close(handle)
            raise
        return handle

    def may_write(self, name: str, status: os.stat_result) -> bool:
        """Tell whether a file may be written to, of which replacing it asks nothing.

        What is marked read-only for everybody is so for root too.
        """
        effective = os.access in os.supports_effective_ids
        place = self._place(name)
        return bool(status.st_mode & 0o222) and os.access(
            place, os.W_OK, dir_fd=self._handle, effective_ids=effective
        )

    def rename(self, name: str, to: str) -> None:
        """Put one name in the place of another."""
        os.replace(
            self._place(name),
            self._place(to),
            src_dir_fd=self._handle,
            dst_dir_fd=self._handle,
        )

    def link(self, name: str, to: str) -> None:
        """Give a file a second name, which must be free."""
        os.link(
            self._place(name),
            self._place(to),
            src_dir_fd=self._handle,
            dst_dir_fd=self._handle,
            follow_symlinks=os.link not in os.supports_follow_symlinks,
        )

    def remove(self, name: str) -> None:
        """Remove a name."""
        os.unlink(self._place(name), dir_fd=self._handle)

    def require_regular(self, name: str, status: os.stat_result | None) -> None:
        """Raise FileNotFoundError for nothing, WriteRefusedError for what is no regular file."""
        place = self.path / name
        if status is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(place))
        if stat.S_ISLNK(status.st_mode):
            raise WriteRefusedError(
                place, "is a symbolic link, which is not followed here", "name what it leads to"
            )
        if not stat.S_ISREG(status.st_mode):
            raise WriteRefusedError(
                place, "is not a regular file", "write to stdout instead, or name another"
            )

    def _place(self, name: str) -> str:
        return name if self._handle is not None else os.fspath(self.path / name)


def open_unfollowed(place: Path) -> int:
    """Return the handle of a regular file, reached without following a link.

    Raises WriteRefusedError if a part of the absolute path is a link or no regular file is there,
    OSError if it may not be read.
    """
    with Folder(place.parent) as folder:
        return folder.open(place.name)


def _walk(path: Path, make: bool) -> int:
    at = Path(path.anchor)
    handle = os.open(at, _FOLDER)
    for part in path.parts[1:]:
        at /= part
        try:
            below = _enter(handle, part, make)
        except OSError as error:
            raise _explain(error, at, handle, part) from None
        finally:
            os.close(handle)
        handle = below
    return handle


def _enter(handle: int, part: str, make: bool) -> int:
    try:
        return os.open(part, _FOLDER, dir_fd=handle)
    except FileNotFoundError:
        if not make:
            raise
    with suppress(FileExistsError):  # another process was faster
        os.mkdir(part, dir_fd=handle)
    return os.open(part, _FOLDER, dir_fd=handle)


def _explain(error: OSError, at: Path, handle: int, part: str) -> OSError:
    if error.errno not in (errno.ENOTDIR, errno.ELOOP):
        return type(error)(error.errno, error.strerror, os.fspath(at))
    status = os.stat(part, dir_fd=handle, follow_symlinks=False)
    return _refuse_part(at, stat.S_ISLNK(status.st_mode))


def _look_along(path: Path, make: bool) -> None:
    if make:
        with suppress(FileExistsError):
            path.mkdir(parents=True, exist_ok=True)
    for at in (*reversed(path.parents), path):
        mode = at.lstat().st_mode
        if not stat.S_ISDIR(mode):
            raise _refuse_part(at, stat.S_ISLNK(mode))


def _refuse_part(at: Path, is_link: bool) -> WriteRefusedError:
    if is_link:
        return WriteRefusedError(
            at,
            f"the folder {os.fspath(at)!r} is a symbolic link, which is not followed here",
            "name the folder that it leads to",
        )
    return WriteRefusedError(at, f"{os.fspath(at)!r} is no folder", "move it away")
