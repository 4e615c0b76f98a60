"""What a file is beside its bytes is kept when it is rewritten, or the file stays as it was."""

import os
import shutil
import stat
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from translit.files import DocumentError, FilePiece, Outcome, Source, open_destination

pytestmark = pytest.mark.skipif(not hasattr(os, "setxattr"), reason="needs Linux")
is_root = hasattr(os, "geteuid") and os.geteuid() == 0
root = pytest.mark.skipif(not is_root, reason="only root gives files away")

ACL, DEFAULT_ACL = "system.posix_acl_access", "system.posix_acl_default"
OWNER, USER, GROUP, NAMED_GROUP, MASK, OTHER = 1, 2, 4, 8, 16, 32
NOBODY, SOMEBODY = 65534, 54321
# A capability (to open a low port), as `setcap` writes it.
CAPABILITY = struct.pack("<IIIII", 0x02000001, 1 << 10, 0, 0, 0)


def acl(*entries: tuple[int, int] | tuple[int, int, int]) -> bytes:
    """Pack an access list: kind, permissions, and whose."""
    lines = [(kind, rights, *(who or (0xFFFFFFFF,))) for kind, rights, *who in entries]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *line) for line in lines)


READER = acl((OWNER, 6), (USER, 4, NOBODY), (GROUP, 0), (MASK, 4), (OTHER, 0))
TWO = acl(
    (OWNER, 6),
    (USER, 6, 11),
    (USER, 0, 12),
    (GROUP, 4),
    (NAMED_GROUP, 6, 13),
    (MASK, 6),
    (OTHER, 4),
)
BARRED = acl((OWNER, 6), (USER, 0, NOBODY), (GROUP, 4), (MASK, 4), (OTHER, 4))
MASKED = acl((OWNER, 7), (GROUP, 7), (NAMED_GROUP, 7, 99), (MASK, 1), (OTHER, 1))


def set_attribute(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"no {name} here: {error}")


def look(path: Path) -> tuple[object, ...]:
    """Return all of a file that is not its bytes or its times."""
    status = path.stat()
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid, attributes


def rewrite(path: Path, *, target: Path | None = None, backup: str = "") -> None:
    source = Source(path, "text", target=target)
    text = source.file.read_text()
    destination = open_destination(source, backup=backup)
    destination.add(FilePiece(text, 0, 1, None), Outcome("Kyiv", ((0, len(text), "Kyiv"),)))
    destination.finish()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Kiev")
    return path


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder in which every user may write."""
    folder = Path(tempfile.mkdtemp(dir="/tmp")).resolve()
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_user(user: int, group: int) -> Iterator[None]:
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(group)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (ACL, READER),
        (ACL, TWO),
        (ACL, BARRED),
        (ACL, MASKED),
        ("user.comment", "новини".encode()),
        ("user.empty", b""),
        ("user.bytes", bytes(range(256))),
        ("user.xdg.origin.url", b"https://example.org/a"),
        pytest.param("security.note", b"x", marks=root),
        pytest.param("security.capability", CAPABILITY, marks=root),
        pytest.param("trusted.note", b"x", marks=root),
    ],
)
@pytest.mark.parametrize("backup", ["", ".orig"])
def test_an_attribute_is_kept(path: Path, name: str, value: bytes, backup: str) -> None:
    set_attribute(path, name, value)
    before = look(path)
    assert name in os.listxattr(path)
    rewrite(path, backup=backup)
    assert (path.read_text(), look(path)) == ("Kyiv", before)
    if backup:
        assert look(path.with_name("a.txt.orig")) == before


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o2755, 0o2640, 0o4755, 0o1644])
def test_a_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    rewrite(path)
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("Kyiv", mode)


@root
@pytest.mark.parametrize("mode", [0o640, 0o6755])
def test_owner_and_group_are_kept(path: Path, mode: int) -> None:
    os.chown(path, SOMEBODY, NOBODY)
    path.chmod(mode)
    set_attribute(path, ACL, READER)
    before = look(path)
    rewrite(path)
    assert (path.read_text(), look(path)) == ("Kyiv", before)


@pytest.mark.parametrize("with_list", [False, True])
def test_the_list_that_a_folder_gives_new_files_opens_none(path: Path, with_list: bool) -> None:
    set_attribute(path.parent, DEFAULT_ACL, acl((1, 7), (2, 7, NOBODY), (4, 7), (16, 7), (32, 5)))
    path.chmod(0o640)
    if with_list:
        set_attribute(path, ACL, MASKED)
    before = look(path)
    rewrite(path)
    assert (path.read_text(), look(path)) == ("Kyiv", before)
    copy = path.with_name("copy.txt")
    rewrite(path, target=copy)
    assert look(copy) == before


def refuse_in_place(path: Path, message: str) -> None:
    before, files = (path.read_bytes(), path.stat().st_ino), set(path.parent.iterdir())
    with pytest.raises(DocumentError, match=f"{message}.*, nothing was changed; "):
        rewrite(path, backup=".orig")
    assert (path.read_bytes(), path.stat().st_ino) == before
    assert set(path.parent.iterdir()) == files


@root
@pytest.mark.parametrize("mode", [0o666, 0o4777, 0o6777])
@pytest.mark.parametrize("group", [NOBODY, 0])
def test_a_file_of_another_user_stays_theirs(shared: Path, mode: int, group: int) -> None:
    path = shared / "a.txt"
    path.write_text("Kiev")
    os.chown(path, SOMEBODY, group)
    path.chmod(mode)
    before = look(path)
    with as_user(NOBODY, NOBODY):
        refuse_in_place(path, "belongs to another user")
    assert look(path) == before


@root
def test_a_file_of_another_group_stays_theirs(shared: Path) -> None:
    path = shared / "a.txt"
    path.write_text("Kiev")
    os.chown(path, NOBODY, SOMEBODY)
    path.chmod(0o660)
    with as_user(NOBODY, NOBODY):
        refuse_in_place(path, "belongs to a group")
        path.chmod(0o600)
        refuse_in_place(path, "belongs to a group")
    os.chown(path, NOBODY, NOBODY)
    with as_user(NOBODY, NOBODY):
        rewrite(path)
    assert path.read_text() == "Kyiv"


@root
def test_what_only_root_may_give_refuses_the_file(shared: Path) -> None:
    path = shared / "a.txt"
    path.write_text("Kiev")
    os.chown(path, NOBODY, NOBODY)
    for name, value in (("security.capability", CAPABILITY), ("security.note", b"x")):
        set_attribute(path, name, value)
        with as_user(NOBODY, NOBODY):
            refuse_in_place(path, f"has an attribute .{name}.")
        os.removexattr(path, name)


@pytest.mark.parametrize(
    ("call", "name", "message"),
    [
        ("setxattr", ACL, "has an access list"),
        ("setxattr", "user.note", r"has an attribute \(user.note\)"),
        ("getxattr", "user.note", r"has an attribute \(user.note\)"),
        ("fchmod", "user.note", "has a mode"),
    ],
)
def test_what_cannot_be_kept_refuses_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, name: str, message: str
) -> None:
    set_attribute(path, name, READER)
    path.chmod(0o2770)

    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, call, (lambda *_: None) if call == "fchmod" else fail)
    refuse_in_place(path, message)


def test_what_the_system_drops_without_a_word_refuses_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_attribute(path, "user.note", b"x")
    monkeypatch.setattr(os, "setxattr", lambda *_: None)
    refuse_in_place(path, r"has an attribute \(user.note\)")


def test_a_list_of_the_folder_that_stays_refuses_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_attribute(path.parent, DEFAULT_ACL, acl((1, 7), (2, 7, NOBODY), (4, 7), (16, 7), (32, 5)))

    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "removexattr", fail)
    refuse_in_place(path, "has an access list")


@pytest.mark.parametrize("name", ["security.ima", "security.evm"])
def test_a_signed_file_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(os, "listxattr", lambda _: [name])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"signature")
    refuse_in_place(path, "is signed")


def test_where_files_have_no_attributes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    for call in ("listxattr", "getxattr", "setxattr", "removexattr"):
        monkeypatch.setattr(os, call, fail)
    path.chmod(0o640)
    rewrite(path)
    rewrite(path, target=path.with_name("copy.txt"))
    assert path.read_text() == path.with_name("copy.txt").read_text() == "Kyiv"
    assert stat.S_IMODE(path.with_name("copy.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_read_only_file_is_refused_for_root_too(path: Path, mode: int) -> None:
    path.chmod(mode)
    refuse_in_place(path, "may not be written")
    copy = path.with_name("copy.txt")
    rewrite(path, target=copy)
    assert stat.S_IMODE(copy.stat().st_mode) == mode
    with pytest.raises(DocumentError, match=r"its copy .*may not be written, nothing was changed"):
        rewrite(path, target=copy)


@pytest.mark.parametrize("value", [READER, TWO, BARRED, MASKED])
def test_a_copy_has_the_access_list(path: Path, value: bytes) -> None:
    set_attribute(path, ACL, value)
    set_attribute(path, "user.note", b"x")
    copy = path.with_name("copy.txt")
    rewrite(path, target=copy)
    assert (copy.read_text(), look(copy)) == ("Kyiv", look(path))


@pytest.mark.parametrize("value", [READER, TWO, BARRED, MASKED])
def test_a_copy_without_the_list_is_its_owner_s_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, value: bytes
) -> None:
    set_attribute(path, ACL, value)

    def fail(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "setxattr", fail)
    copy = path.with_name("copy.txt")
    rewrite(path, target=copy)
    assert stat.S_IMODE(copy.stat().st_mode) & 0o77 == 0
    assert copy.read_text() == "Kyiv"


@root
@pytest.mark.parametrize(
    ("mode", "wanted"),
    [
        (0o640, 0o600),
        (0o664, 0o644),
        (0o604, 0o600),
        (0o755, 0o755),
        (0o6755, 0o755),
        (0o666, 0o666),
    ],
)
def test_a_copy_of_another_s_file_opens_it_to_nobody(shared: Path, mode: int, wanted: int) -> None:
    path, copy = shared / "a.txt", shared / "copies" / "a.txt"
    path.write_text("Kiev")
    os.chown(path, SOMEBODY, SOMEBODY)
    path.chmod(mode)
    with as_user(NOBODY, NOBODY):
        if not mode & 0o4:
            with pytest.raises(DocumentError, match="may not be read"):
                rewrite(path, target=copy)
            return
        rewrite(path, target=copy)
    assert look(copy) == (wanted, NOBODY, NOBODY, {})


@root
def test_a_list_is_not_taken_to_another_group(shared: Path) -> None:
    path, copy = shared / "a.txt", shared / "copies" / "a.txt"
    path.write_text("Kiev")
    os.chown(path, SOMEBODY, SOMEBODY)
    set_attribute(path, ACL, acl((OWNER, 6), (USER, 0, 12), (GROUP, 6), (MASK, 6), (OTHER, 4)))
    with as_user(NOBODY, NOBODY):
        rewrite(path, target=copy)
    assert look(copy) == (0o600, NOBODY, NOBODY, {})


@root
def test_a_copy_never_runs_as_another_user(path: Path) -> None:
    path.chmod(0o6755)
    with suppress(OSError):
        os.setxattr(path, "security.capability", CAPABILITY)
    copy = path.with_name("copy.txt")
    rewrite(path, target=copy)
    assert look(copy) == (0o755, 0, path.stat().st_gid, {})
