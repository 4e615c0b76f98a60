"""Writing a file in place: whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from translit.documents.document import Document, refuse


def write_document(document: Document, text: str) -> None:
    """Replace the file that `document` was read from by `text`, keeping its mode and owner.

    The new file is written beside the old one and takes its name in one step, so that a reader
    sees the old bytes or the new ones and nothing between. A symbolic link stays a link; its
    target is replaced. An unchanged text writes nothing.

    Raises DocumentError if the file may not be written; it is then as it was.
    """
    if text == document.text:
        return
    if document.path is None:
        raise refuse(document.path, "cannot be rewritten in place; name a file")
    target = document.path.resolve()
    try:
        _check_replaceable(target, document)
        _replace(target, document.encode(text))
    except PermissionError:
        raise refuse(
            document.path,
            "may not be written, nothing was changed; "
            "change the permissions of the file and of its folder",
        ) from None
    except OSError as error:
        raise refuse(
            document.path,
            f"cannot be written ({error.strerror}), nothing was changed; mend that and try again",
        ) from None


def _check_replaceable(target: Path, document: Document) -> None:
    if not target.is_file():
        raise refuse(
            document.path, "is not a regular file, nothing was changed; write to stdout instead"
        )
    if not os.access(target, os.W_OK):
        raise PermissionError  # replacing needs only the folder's permission: respect the file's
    if target.read_bytes() != document.encode(document.text):
        raise refuse(document.path, "changed while it was read, nothing was written; run it again")


def _replace(target: Path, raw: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        _copy_owner_and_mode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _copy_owner_and_mode(source: Path, target: Path) -> None:
    status = source.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only root may give files away
            os.chown(target, status.st_uid, status.st_gid)
    target.chmod(stat.S_IMODE(status.st_mode))
