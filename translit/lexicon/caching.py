"""The user's cache folder, where what is compiled of tables is kept.

What is read from it decides what becomes of names, so it is only read where nobody else could have
put it: a file of the user's own, or of root, in a folder that no other may write to. Where there is
no such folder, nothing is kept, and what is compiled lives as long as the process.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from translit.lexicon.errors import LexiconError
from translit.replacing import renewing

LENGTH = 32  # letters of a digest
_KEPT = 90 * 24 * 3600  # seconds; what is in use is then compiled once more
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_HOMELESS = "this user has no home folder; set XDG_CACHE_HOME to a folder of yours"
_OURS = ("*.lexicon*", "*.digest*")  # and what of them was left half written


class CacheError(LexiconError):
    """There is no folder in which something can be kept; the text says why."""


def place(name: str) -> Path | None:
    """Return where a file of the cache is kept; None where there is no folder to be trusted."""
    try:
        return find_cache() / name
    except CacheError:
        return None


def find_cache() -> Path:
    """Return the cache folder, made if it is missing. Raises CacheError if none can be used."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("translit-fix")
    except (KeyError, OSError, RuntimeError):  # no HOME, and a user whom the system does not know
        raise CacheError(_HOMELESS) from None
    if not folder.is_absolute():  # older versions of platformdirs say so by this
        raise CacheError(_HOMELESS)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(folder)
    except OSError as error:
        raise CacheError(f"{folder}: cannot be used ({error.strerror or error})") from None
    return folder


def _make_private(folder: Path) -> None:
    """Raise OSError for a folder of another user; close one that others could write to."""
    found = folder.stat()
    if not _is_own(found):
        raise PermissionError(0, "it belongs to another user")
    if _is_open(found):
        folder.chmod(found.st_mode & ~_OTHERS_WRITE)
        for pattern in _OURS:  # anybody may have put it there
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)


def _is_own(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or found.st_uid in (0, os.getuid())


def _is_open(found: os.stat_result) -> bool:
    """Tell whether others may write to it; where there are no users, modes say nothing."""
    return hasattr(os, "getuid") and bool(found.st_mode & _OTHERS_WRITE)


@contextmanager
def open_kept(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of the cache for reading, if only its user or root can have written it.

    Raises LexiconError for one that others could have written, OSError for one that is not there.
    """
    # A pipe must not be waited for: O_NONBLOCK; Windows has no such flag, and no such files.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise LexiconError(f"{path}: is no regular file; delete it")
        if not _is_own(found):
            raise LexiconError(f"{path}: belongs to another user; delete it to build it anew")
        if _is_open(found):
            raise LexiconError(f"{path}: others may write to it; delete it to build it anew")
        yield file


def keep(path: Path | None, content: bytes) -> bool:
    """Write a file of the cache, whole or not at all; return whether that could be done.

    A full disk is no trouble: what is not kept is made again.
    """
    if path is None:
        return False
    try:
        if path.is_symlink() or path.is_fifo() or path.is_socket():  # nothing that we put there
            path.unlink()
        with replacing(path) as file:
            file.write(content)
    except OSError:
        return False
    return True


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write; it takes the place of `path` once all is on the disk, or is removed."""
    with renewing(path, mode=0o644) as file:
        yield file


def forget_old(folder: Path) -> None:
    """Remove what was compiled long ago: of tables that change often, much gathers there."""
    oldest = time.time() - _KEPT
    for path in (path for pattern in _OURS for path in folder.glob(pattern)):
        with suppress(OSError):  # another process removed it
            if path.stat().st_mtime < oldest:
                path.unlink()


def read_digest(path: Path | None, length: int) -> str | None:
    """Return the digest that was kept in a file of the cache; None if it cannot be trusted."""
    if path is None:
        return None
    try:
        with open_kept(path) as file:
            digest, _, proof = file.read(4 * length).decode("ascii").partition(" ")
    except (LexiconError, OSError, ValueError):
        return None
    return digest if len(digest) == length and proof == _prove(path, digest) else None


def keep_digest(path: Path | None, digest: str) -> None:
    """Keep a digest in a file of the cache, if that can be done."""
    if path is not None:
        keep(path, f"{digest} {_prove(path, digest)}".encode("ascii"))


def _prove(path: Path, digest: str) -> str:
    """What shows that a digest is whole, and of this file."""
    return hash_parts(path.name, digest)


def hash_parts(*parts: str | bytes) -> str:
    """Return one hash of several strings, in hexadecimal."""
    whole = hashlib.blake2b(digest_size=LENGTH // 2)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8, "little") + content)
    return whole.hexdigest()
