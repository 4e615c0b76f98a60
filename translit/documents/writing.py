"""Writing a file: whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from translit.documents.errors import DocumentError, refuse


class Replacement:
    """The new bytes of a file, written beside it until they take its place in one step.

    `source` is the file that messages name, `target` the one that is written: the same, or a new
    one in another folder. A symbolic link stays a link; its target is replaced. Mode and owner
    are kept. Whatever fails raises DocumentError, and the target is as it was.

    With `backup`, a suffix, the old file is kept under its name with the suffix.
    """

    def __init__(self, source: Path, target: Path, *, backup: str = "") -> None:
        self._source = source
        self._backup = backup
        with self._explain():
            self._target = target.resolve()
            self._replaces = self._target == source.resolve()
            if self._replaces:
                self._check_replaceable()
            else:
                self._target.parent.mkdir(parents=True, exist_ok=True)
            name = self._target.name[:40]
            handle, beside = tempfile.mkstemp(
                prefix=f".{name}.", suffix=".translit-fix", dir=self._target.parent
            )
        self._beside = Path(beside)
        self.stream: IO[bytes] = os.fdopen(handle, "wb")

    def commit(self) -> None:
        """Put the new bytes in place; they are on the disk before they take the name."""
        try:
            with self._explain():
                self.stream.flush()
                os.fsync(self.stream.fileno())
                self.stream.close()
                self._copy_owner_and_mode()
                if self._backup and self._replaces:
                    self._keep_backup()
                self._beside.replace(self._target)
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove the new bytes if they are not in place."""
        with suppress(OSError):  # a full disk may refuse once more what is not written yet
            self.stream.close()
        with suppress(OSError):
            self._beside.unlink(missing_ok=True)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Turn what goes wrong while `stream` is written to into DocumentErrors."""
        with self._explain():
            yield

    @contextmanager
    def _explain(self) -> Iterator[None]:
        try:
            yield
        except DocumentError:
            raise
        except PermissionError:
            raise refuse(
                self._source,
                "may not be written, nothing was changed; "
                "change the permissions of the file and of its folder",
            ) from None
        except (OSError, RuntimeError) as error:  # Python 3.12 and before: a loop of links
            reason = getattr(error, "strerror", None) or error
            raise refuse(
                self._source,
                f"cannot be written ({reason}), nothing was changed; mend that and try again",
            ) from None

    def _check_replaceable(self) -> None:
        status = self._target.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refuse(
                self._source, "is not a regular file, nothing was changed; write to stdout instead"
            )
        if status.st_nlink > 1:
            raise refuse(
                self._source,
                f"has {status.st_nlink} hard links, which replacing it would part; "
                "nothing was changed; use --output-dir, or copy it first",
            )
        if not os.access(self._target, os.W_OK):
            raise PermissionError  # replacing needs only the folder's: respect the file's own

    def _keep_backup(self) -> None:
        backup = self._target.with_name(self._target.name + self._backup)
        if backup.exists():
            raise refuse(
                self._source, f"nothing was changed: {backup.name} is there already; move it away"
            )
        os.link(self._target, backup)

    def _copy_owner_and_mode(self) -> None:
        status = self._source.stat()
        if hasattr(os, "chown"):
            with suppress(PermissionError):  # only root may give files away
                os.chown(self._beside, status.st_uid, status.st_gid)
        self._beside.chmod(stat.S_IMODE(status.st_mode))
