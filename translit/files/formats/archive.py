"""ZIP archives: some members read and replaced, everything else kept bit for bit.

Python's own module writes every member anew, so that packing, times, order and what stands
between members would change. Here a member that is not replaced is copied as it lies in the file.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from translit.files.errors import MalformedError, refuse

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _SIZES_AFTER, _UTF8 = 1 << 0, 1 << 3, 1 << 11
_STORED, _DEFLATED = 0, 8
_LONGEST_COMMENT = 1 << 16
_MANY = 0xFFFFFFFF  # where a size stands elsewhere, as in archives of over 4 GB
_MOST_TIMES = 200  # no text packs better; as for other packings
_HARMLESS = 1 << 24  # bytes that may be unpacked in any case
LONGEST_MEMBER = 1 << 26
"""Bytes of a member that is read; a longer one is refused."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A member by its place in the list at the end (`entry`) and in the file (`offset`)."""

    name: str
    entry: int
    offset: int
    flags: int
    method: int
    checksum: int
    packed: int
    size: int


class Archive:
    """An archive that is open; the stream must be able to seek.

    Raises MalformedError for one that is damaged, encrypted, or made to do harm: with names that
    lead elsewhere, one name twice, members that overlap, or a list that does not fit the file.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._length = stream.seek(0, 2)
        self._read_list()
        self.members = {member.name: member for member in self._list_members()}
        self._by_place = sorted(self.members.values(), key=lambda member: member.offset)
        self._check_places()

    def read(self, name: str) -> bytes:
        """Return what a member holds; MalformedError if it cannot be unpacked or is a bomb."""
        member = self.members[name]
        too_much = member.size > max(_HARMLESS, _MOST_TIMES * member.packed)
        if member.size > LONGEST_MEMBER or too_much:
            raise MalformedError(
                f"is not unpacked: {name} holds {member.size:,} bytes, too many for a text; "
                "if you trust it, take it apart"
            )
        packed = self._at(self._find_data(member), member.packed)
        if member.method == _STORED:
            raw = packed
        elif member.method == _DEFLATED:
            raw = _inflate(packed, member)
        else:
            raise MalformedError(f"has {name} packed in a way that is not read here")
        if len(raw) != member.size or zlib.crc32(raw) != member.checksum:
            raise MalformedError(f"is damaged: {name} is not what its checksum says")
        return raw

    def write(self, changed: Mapping[str, bytes], target: IO[bytes]) -> None:
        """Write the archive with other bytes for some of its members."""
        entries = bytearray(self._list)
        written = self._by_place[0].offset if self._by_place else self._list_at
        self._copy(0, written, target)
        for member, end in self._list_places():
            struct.pack_into("<L", entries, member.entry + 42, written)
            if member.name in changed:
                head, packed = self._pack(member, changed[member.name], entries)
                target.write(head + packed)
                written += len(head) + len(packed)
            else:
                self._copy(member.offset, end, target)
                written += end - member.offset
        target.write(entries)
        end_record = bytearray(self._end)
        struct.pack_into("<L", end_record, 16, written)
        target.write(end_record)

    def _read_list(self) -> None:
        tail_at = max(self._length - _LONGEST_COMMENT - _END.size, 0)
        tail = self._at(tail_at, self._length - tail_at)
        place = tail.rfind(b"PK\x05\x06")
        if place < 0 or len(tail) - place < _END.size:
            raise MalformedError("is no ZIP archive, or is cut off")
        self._end = tail[place:]
        _, disk, first, here, count, size, at, comment = _END.unpack_from(self._end)
        if _MANY in (size, at) or count == 0xFFFF:
            raise MalformedError("is a ZIP64 archive, which is not read")
        if len(self._end) != _END.size + comment or disk or first or here != count:
            raise MalformedError("is damaged: its end is not that of a ZIP archive")
        if at + size != tail_at + place:
            raise MalformedError("is damaged: the list of its members is not where it should be")
        self._list_at, self._count = at, count
        self._list = self._at(at, size)

    def _list_members(self) -> list[Member]:
        members: list[Member] = []
        at = 0
        for _ in range(self._count):
            if len(self._list) - at < _ENTRY.size:
                raise MalformedError("is damaged: the list of its members is cut off")
            signature, _, _, flags, method, _, _, checksum, packed, size, *rest = (
                _ENTRY.unpack_from(self._list, at)
            )
            name_size, extra, comment, disk, _, _, offset = rest
            if signature != b"PK\x01\x02" or disk or _MANY in (packed, size, offset):
                raise MalformedError("is damaged: the list of its members cannot be read")
            raw = self._list[at + _ENTRY.size : at + _ENTRY.size + name_size]
            name = raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
            _check_name(name, flags)
            members.append(Member(name, at, offset, flags, method, checksum, packed, size))
            at += _ENTRY.size + name_size + extra + comment
        if at != len(self._list):
            raise MalformedError("is damaged: the list of its members does not fit")
        if len({member.name for member in members}) != len(members):
            raise MalformedError("has one member twice; it is not read")
        return members

    def _check_places(self) -> None:
        """See to it that no two members share bytes, as in archives that unpack without end."""
        for member, end in self._list_places():
            if self._find_data(member) + member.packed > end:
                raise MalformedError(f"is damaged: {member.name} overlaps what follows it")

    def _list_places(self) -> Iterator[tuple[Member, int]]:
        """Yield the members as they lie in the file, and where the next thing begins."""
        ends = [member.offset for member in self._by_place[1:]]
        yield from zip(self._by_place, [*ends, self._list_at], strict=False)

    def _find_data(self, member: Member) -> int:
        head = self._at(member.offset, _LOCAL.size)
        if len(head) != _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise MalformedError(f"is damaged: {member.name} is not where it should be")
        name_size, extra = struct.unpack_from("<2H", head, 26)
        at = member.offset + _LOCAL.size
        start = member.entry + _ENTRY.size
        if self._at(at, name_size) != self._list[start : start + name_size]:
            raise MalformedError(f"is damaged: {member.name} has another name in its place")
        return at + int(name_size) + int(extra)

    def _pack(self, member: Member, raw: bytes, entries: bytearray) -> tuple[bytes, bytes]:
        """Return the head and the packed bytes of a member, and note them in the list."""
        packed = raw if member.method == _STORED else _deflate(raw)
        head = bytearray(self._at(member.offset, self._find_data(member) - member.offset))
        flags = member.flags & ~_SIZES_AFTER
        sizes = zlib.crc32(raw), len(packed), len(raw)
        struct.pack_into("<H", head, 6, flags)
        struct.pack_into("<3L", head, 14, *sizes)
        struct.pack_into("<H", entries, member.entry + 8, flags)
        struct.pack_into("<3L", entries, member.entry + 16, *sizes)
        return bytes(head), packed

    def _at(self, place: int, size: int) -> bytes:
        self._stream.seek(place)
        return self._stream.read(size)

    def _copy(self, start: int, end: int, target: IO[bytes]) -> None:
        while start < end and (chunk := self._at(start, min(end - start, _CHUNK))):
            target.write(chunk)
            start += len(chunk)


def _check_name(name: str, flags: int) -> None:
    if flags & _ENCRYPTED:
        raise MalformedError(f"is encrypted ({name}); decrypt it first")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or any(c in name for c in "\\:\0") or not name:
        raise MalformedError(f"has a member whose name leads elsewhere ({name}); it is not read")


def _inflate(packed: bytes, member: Member) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        raw = unpacker.decompress(packed, member.size + 1)  # one more than is said
    except zlib.error as error:
        raise MalformedError(f"is damaged: {member.name} cannot be unpacked ({error})") from None
    if not unpacker.eof and len(raw) <= member.size:
        raise MalformedError(f"is damaged: {member.name} is cut off")
    return raw


def _deflate(raw: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(raw) + packer.flush()


def open_archive(stream: IO[bytes], path: Path | None) -> Archive:
    """Return the archive in a stream; DocumentError for one that is not read."""
    try:
        return Archive(stream)
    except MalformedError as error:
        raise refuse(path, f"{error}; nothing was changed") from None
