"""Writing a file of a run: in its own place, or a copy elsewhere; whole or not at all."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from translit.files.errors import DocumentError, refuse
from translit.files.sources import Source
from translit.replacing import (
    Replacement,
    WriteRefusedError,
    imitate_rights,
    open_unfollowed,
)

logger = logging.getLogger("translit.files")


class Rewriting:
    """The new bytes of a source, written beside its target until they take its place in one step.

    A link that names the source was followed when the source was listed, and no link is followed
    since. In its own place a file keeps its rights and attributes, or stays as it is; a copy has
    what it can of them. Whatever fails raises DocumentError, and the target is as it was.

    With `backup`, a suffix, the old file is kept under its name with the suffix.
    """

    def __init__(self, source: Source, *, backup: str = "") -> None:
        if source.place is None or source.target_place is None:
            raise refuse(source.path, "cannot be rewritten in place; name a file")
        self._source = source
        self._backup = backup
        self._model: int | None = None  # the handle of what a copy is made of
        with self.explaining():
            if source.is_copied and source.is_regular:  # a pipe has no rights
                self._model = open_unfollowed(source.place)
            try:
                self._replacement = Replacement(
                    source.target_place,
                    keep=not source.is_copied,
                    make_folders=source.is_copied,
                    mode=0o666 if source.is_copied and self._model is None else 0o600,
                )
            except BaseException:
                self._close_model()
                raise
        self.stream: IO[bytes] = self._replacement.stream

    def copy(self) -> None:
        """Write the bytes of the source as they are."""
        assert self._source.path is not None
        if self._model is None:
            with self._source.path.open("rb") as raw:
                shutil.copyfileobj(raw, self.stream)
            return
        with _reopen(self._model) as raw:
            shutil.copyfileobj(raw, self.stream)

    def commit(self) -> None:
        """Put the new bytes in place; they are on the disk before they take the name."""
        model = self._model
        try:
            with self.explaining():
                self._replacement.commit(
                    rights=None if model is None else lambda new: imitate_rights(model, new),
                    check=self._refuse_if_changed,
                    backup="" if self._source.is_copied else self._backup,
                )
            logger.info("wrote %s", self._source.target)
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove the new bytes if they are not in place."""
        self._replacement.discard()
        self._close_model()

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Turn what goes wrong with files into DocumentErrors."""
        path = self._source.path
        try:
            yield
        except DocumentError:
            raise
        except WriteRefusedError as error:
            copied = error.filename != os.fspath(self._source.place or "")
            where = f"its copy {error.filename} " if copied and self._source.is_copied else ""
            raise refuse(path, f"{where}{error.strerror}") from None
        except PermissionError:
            raise refuse(
                path,
                "may not be written, nothing was changed; "
                "change the permissions of the file and of its folder",
            ) from None
        except OSError as error:
            raise refuse(
                path,
                f"cannot be written ({error.strerror or error}), nothing was changed; "
                "mend that and try again",
            ) from None

    def _refuse_if_changed(self) -> None:
        handle = self._model if self._source.is_copied else self._replacement.old
        if handle is None:
            same = self._source.file.read_digest() == self._source.file.digest
        else:  # what is read again is what is replaced, whatever its path leads to by now
            with _reopen(handle) as raw:
                same = self._source.file.read_digest(raw) == self._source.file.digest
        if not same:
            raise refuse(
                self._source.path, "changed while it was read, nothing was written; run it again"
            )

    def _close_model(self) -> None:
        handle, self._model = self._model, None
        if handle is not None:
            os.close(handle)


def _reopen(handle: int) -> IO[bytes]:
    """Return a stream of an open file from its start; closing it leaves the handle."""
    os.lseek(handle, 0, os.SEEK_SET)
    return os.fdopen(os.dup(handle), "rb")
