"""New bytes for a file: on the disk beside it until they take its place in one step."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from translit.replacing.folders import Folder, WriteRefusedError
from translit.replacing.leftovers import Beside
from translit.replacing.rights import keep_rights

_PRIVATE, _USUAL = 0o600, 0o666  # the second less what the process masks


class Replacement:
    """The new bytes of the file at `place`, an absolute path without links.

    Write them to `stream`, then `commit` or `discard` them.

    With `keep`, the file must be there, and the new one keeps all that it is beside its bytes; else
    there may be none yet, and with `make_folders` not even its folder. `mode` is how the new bytes
    are made, less what the process masks. Raises WriteRefusedError for what may not be replaced,
    OSError for what fails; the file is then as it was.
    """

    def __init__(
        self,
        place: Path,
        *,
        keep: bool = False,
        make_folders: bool = False,
        mode: int = _PRIVATE,
    ) -> None:
        self.place = place
        self.old: int | None = None  # the handle of the file that is there
        self._beside: Beside | None = None
        self._folder = Folder(place.parent, make=make_folders)
        try:
            self._status = _check(self._folder, place, keep=keep)
            if keep:
                self.old = self._folder.open(place.name)
                self._status = os.fstat(self.old)
            self._beside = Beside(self._folder, place.name, mode)
        except BaseException:
            self.discard()
            raise
        self.stream: IO[bytes] = self._beside.stream

    def commit(
        self,
        *,
        rights: Callable[[int], None] | None = None,
        check: Callable[[], None] | None = None,
        backup: str = "",
        last_wins: bool = False,
    ) -> None:
        """Put the new bytes in place; they are on the disk before they take the name.

        `rights` gets their handle, to give it more than its mode; `check` is called last, and
        raises to prevent all. With `backup`, a suffix, the old file is kept under its name with
        the suffix. If another file took the place meanwhile, WriteRefusedError is raised, but with
        `last_wins`.
        """
        assert self._beside is not None
        try:
            self.stream.flush()
            if self.old is not None:
                keep_rights(self.old, self.stream.fileno(), self.place)
            elif rights is not None:
                rights(self.stream.fileno())
            os.fsync(self.stream.fileno())
            self.stream.close()
            if check is not None:
                check()
            if not last_wins:
                self._require_same()
            kept = self.place.name + backup
            if backup:
                self._keep(kept)
            try:
                self._beside.take_place(self.place.name)
            except OSError:
                if backup:
                    self._folder.remove(kept)
                raise
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove the new bytes if they are not in place; a second time does nothing."""
        if self._beside is not None:
            self._beside.remove()
        handle, self.old = self.old, None
        if handle is not None:
            os.close(handle)
        self._folder.close()

    def _require_same(self) -> None:
        """The file that is there is the one that was there, and nobody touched it since."""
        now = self._folder.find(self.place.name)
        if _identify(now) != _identify(self._status):
            raise WriteRefusedError(
                self.place, "changed while its new bytes were written", "run it again"
            )

    def _keep(self, name: str) -> None:
        try:
            self._folder.link(self.place.name, name)
        except FileExistsError:
            raise WriteRefusedError(
                self.place, f"its backup {name} is there already", "move it away"
            ) from None
        kept = self._folder.find(name)
        if self._status is None or kept is None or not os.path.samestat(kept, self._status):
            with suppress(OSError):
                self._folder.remove(name)
            raise WriteRefusedError(self.place, "was replaced meanwhile", "run it again")


def check_place(place: Path) -> os.stat_result | None:
    """Return what `write_file` would replace at an absolute path without links, None for nothing.

    Raises WriteRefusedError for what it would refuse, OSError for a folder that is not there.
    """
    with Folder(place.parent) as folder:
        status = _check(folder, place, keep=False)
        return status if status is None else _check(folder, place, keep=True)


def write_file(place: Path, chunks: Iterable[bytes]) -> None:
    """Write a file at an absolute path without links.

    It is new, or keeps all that it has beside its bytes.

    Raises WriteRefusedError for what may not be replaced, OSError for what fails.
    """
    keep = check_place(place) is not None
    replacement = Replacement(place, keep=keep, mode=_USUAL)
    try:
        for chunk in chunks:
            replacement.stream.write(chunk)
        replacement.commit()
    finally:
        replacement.discard()


@contextmanager
def renewing(path: Path, *, mode: int) -> Iterator[IO[bytes]]:
    """Give a stream; what is written takes the place of `path`, with a mode, when the block ends.

    It is for what can be made again: of several processes that make it at once, the last wins.
    Raises OSError; then `path` is as it was.
    """
    replacement = Replacement(path.parent.resolve() / path.name)
    try:
        yield replacement.stream
        replacement.commit(rights=lambda new: _set_mode(new, mode), last_wins=True)
    finally:
        replacement.discard()


def _set_mode(handle: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


def _check(folder: Folder, place: Path, *, keep: bool) -> os.stat_result | None:
    status = folder.find(place.name)
    if status is None and not keep:
        return None
    folder.require_regular(place.name, status)
    assert status is not None
    if keep and status.st_nlink > 1:
        raise WriteRefusedError(
            place,
            f"has {status.st_nlink} hard links, which replacing it would part",
            "use --output-dir, or copy it first",
        )
    if not folder.may_write(place.name, status):
        raise WriteRefusedError(
            place,
            "may not be written",
            "change the permissions of the file and of its folder",
        )
    return status


def _identify(status: os.stat_result | None) -> tuple[int, ...]:
    if status is None:
        return ()
    times = status.st_mtime_ns, status.st_ctime_ns
    return status.st_dev, status.st_ino, status.st_size, *times
