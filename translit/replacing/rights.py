"""What a file has beside its bytes: owner, group, mode, access list, extended attributes.

Who takes a file's place must have them all, or the file stays: a mode that stands where an access
list stood lets people read who could not.
"""

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from translit.replacing.folders import WriteRefusedError

_ACCESS_LIST = "system.posix_acl_access"
_SHOWN = "user."  # what people and programs note of a file; the rest is of the system
# Signatures of the bytes and of the rights themselves, made by the kernel: never those of others.
_SIGNATURES = frozenset({"security.ima", "security.evm"})
# How a file system stores the bytes: each new file has its own.
_OF_STORAGE = ("lustre.", "ceph.", "afs.", "trusted.lov", "trusted.lma", "trusted.link")
_NONE = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENODATA, errno.ENOSYS})


def keep_rights(old: int, new: int, place: Path) -> None:
    """Give the file of the handle `new` all that the one of `old` has beside its bytes.

    Raises WriteRefusedError, naming `place`, for what cannot be kept.
    """
    if not hasattr(os, "fchown"):  # Windows: a file inherits from its folder
        return
    wanted, attributes = os.fstat(old), _read_attributes(old, place)
    if signed := sorted(_SIGNATURES & attributes.keys()):
        raise _refuse(place, f"is signed ({signed[0]}), which new bytes would belie")
    _keep_owner(wanted, new, place)
    _set_attributes(new, attributes, place)
    os.fchmod(new, stat.S_IMODE(wanted.st_mode))
    _set_access_list(new, attributes.get(_ACCESS_LIST), place)
    got = os.fstat(new)
    if stat.S_IMODE(got.st_mode) != stat.S_IMODE(wanted.st_mode):
        mode = stat.S_IMODE(wanted.st_mode)
        raise _refuse(place, f"has a mode ({mode:04o}) that the system does not give a new file")
    now = _read_attributes(new, place)
    for name in attributes:
        if now.get(name) != attributes[name]:
            raise _refuse_attribute(place, name)
    if _ACCESS_LIST in now.keys() - attributes.keys():
        raise _refuse_attribute(place, _ACCESS_LIST)


def imitate_rights(model: int, new: int) -> None:
    """Give a copy what it can have of its model's rights, and nobody more than the model gives.

    A copy never runs as another user. Where its group is another, or the folder takes no access
    list, those whom the model would not let read it cannot read it.
    """
    if not hasattr(os, "fchown"):
        return
    status = os.fstat(model)
    with suppress(OSError):  # only root may give files away
        os.fchown(new, -1, status.st_gid)
        os.fchown(new, status.st_uid, -1)
    mode = status.st_mode & 0o777
    if os.fstat(new).st_gid != status.st_gid:
        both = mode >> 3 & mode & 0o7
        mode = mode & 0o700 | both << 3 | both
    access_list = _read_attribute(model, _ACCESS_LIST)
    if access_list is not None and os.fstat(new).st_gid != status.st_gid:
        access_list, mode = None, mode & 0o700
    _remove_attribute(new, _ACCESS_LIST)  # the folder's default
    os.fchmod(new, mode)
    if access_list is not None:
        try:
            os.setxattr(new, _ACCESS_LIST, access_list)
        except OSError:
            os.fchmod(new, mode & 0o700)
    for name in _list_attributes(model):
        if name.startswith(_SHOWN) and (value := _read_attribute(model, name)) is not None:
            with suppress(OSError):
                os.setxattr(new, name, value)


def _keep_owner(wanted: os.stat_result, new: int, place: Path) -> None:
    got = os.fstat(new)
    if (got.st_uid, got.st_gid) == (wanted.st_uid, wanted.st_gid):
        return
    with suppress(OSError):
        os.fchown(new, wanted.st_uid, wanted.st_gid)
    got = os.fstat(new)
    if got.st_uid != wanted.st_uid:
        raise _refuse(
            place,
            f"belongs to another user (number {wanted.st_uid}), who would lose it",
            "run it as that user, or write a copy with --output-dir",
        )
    if got.st_gid != wanted.st_gid:
        raise _refuse(
            place,
            f"belongs to a group (number {wanted.st_gid}) that you may not give a file to",
            "run it as a member, or write a copy with --output-dir",
        )


def _set_attributes(new: int, attributes: Mapping[str, bytes], place: Path) -> None:
    now = _read_attributes(new, place)
    for name, value in attributes.items():
        if name != _ACCESS_LIST and now.get(name) != value:
            try:
                os.setxattr(new, name, value)
            except OSError:
                raise _refuse_attribute(place, name) from None


def _set_access_list(new: int, access_list: bytes | None, place: Path) -> None:
    """After the mode, which would change a list that is there."""
    if access_list is None:
        _remove_attribute(new, _ACCESS_LIST)  # the folder's default would let others read
        return
    try:
        os.setxattr(new, _ACCESS_LIST, access_list)
    except OSError:
        raise _refuse_attribute(place, _ACCESS_LIST) from None


def _list_attributes(handle: int) -> list[str]:
    if not hasattr(os, "listxattr"):  # macOS, as Python sees it
        return []
    try:
        names = os.listxattr(handle)
    except OSError as error:
        if error.errno in _NONE:
            return []
        raise
    return [name for name in names if not name.startswith(_OF_STORAGE)]


def _read_attributes(handle: int, place: Path) -> dict[str, bytes]:
    attributes = {}
    for name in _list_attributes(handle):
        try:
            attributes[name] = os.getxattr(handle, name)
        except OSError as error:
            if error.errno not in _NONE:
                raise _refuse_attribute(place, name) from None
    return attributes


def _read_attribute(handle: int, name: str) -> bytes | None:
    if not hasattr(os, "getxattr"):
        return None
    try:
        return os.getxattr(handle, name)
    except OSError:
        return None


def _remove_attribute(handle: int, name: str) -> None:
    if name in _list_attributes(handle):
        with suppress(OSError):  # whether it went is looked at afterwards
            os.removexattr(handle, name)


def _refuse(
    place: Path, problem: str, cure: str = "write a copy with --output-dir"
) -> WriteRefusedError:
    return WriteRefusedError(place, problem, cure)


def _refuse_attribute(place: Path, name: str) -> WriteRefusedError:
    what = "an access list" if name == _ACCESS_LIST else f"an attribute ({name})"
    return _refuse(place, f"has {what} that a new file cannot be given")
