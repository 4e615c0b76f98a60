"""One lexicon, one file: sections one after another, then their table, then a fixed-size end.

    section … section | table of contents (JSON) | offset, length, CRC-32 of the table | magic

The file is mapped into memory, so processes share it. It is checked when it is first opened, each
section against its CRC-32 in the table: what look-up meets is then what was written, for a flipped
bit in a trie can crash. That reads the whole file, so what was found whole is remembered in the
cache, by all that tells one state of a file from another. It is written beside its place and moved
there whole, so no reader ever meets a half-written one.
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translit.lexicon.caching import keep_digest, open_kept, place, read_digest, replacing
from translit.lexicon.errors import LexiconError

FORMAT = 11
"""The number of this format: in the end of each file, and in every digest."""

_MAGIC = b"translit-lexicon-%d" % FORMAT
_END = struct.Struct("<QQI19s")
_NEEDED = frozenset(
    {
        *("case_endings", "counts", "digest", "dropped", "guards", "languages"),
        *("name_endings", "schemes", "sections", "spoken_of"),
    }
)


def pack_sections(sections: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    """Return the bytes of a lexicon file; `about` is what its table says beside the sections."""
    content = bytearray()
    places = {}
    for section, part in sections.items():
        places[section] = (len(content), len(part), zlib.crc32(part))
        content += part
    table = json.dumps({**about, "sections": places}, ensure_ascii=False).encode()
    end = _END.pack(len(content), len(table), zlib.crc32(table), _MAGIC)
    return bytes(content + table + end)


def write_lexicon(path: Path, content: bytes) -> None:
    """Write a lexicon file atomically. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(content)


_LEAST_MARKED = 1 << 20  # bytes; what is smaller is checked at once
# What this process has checked: the device, number, size and times of files.
_checked: set[tuple[int, ...]] = set()


class Sections:
    """A lexicon, mapped or in memory: `about` is its table, `view(name)` a section without a copy.

    `source` is a file, or the content of one. With `kept` the file is from the cache, and is not
    opened if others could have written it; with `digest`, it must be of these very tables, and of
    what is `made_of`, its table must say the same. Raises LexiconError for what is damaged, of
    another version or cannot be read.
    """

    def __init__(
        self,
        source: Path | bytes,
        *,
        digest: str | None = None,
        made_of: Mapping[str, str] | None = None,
        kept: bool = False,
    ) -> None:
        self._name = "the lexicon in memory" if isinstance(source, bytes) else str(source)
        identity: tuple[int, ...] = ()
        if isinstance(source, bytes):
            self._view = memoryview(source)
        else:
            mapped, identity = _map(source, kept)
            self._view = memoryview(mapped)
        self.about: dict[str, Any] = self._read_table()
        if digest is not None and self.about["digest"] != digest:
            raise LexiconError(f"{self._name}: is of other tables; delete it to build it anew")
        if any(self.about.get(name) != want for name, want in (made_of or {}).items()):
            raise LexiconError(f"{self._name}: is made of other lists")
        if identity not in _checked and not _is_known_whole(identity, self.about["digest"]):
            self.check()
            _remember_whole(identity, self.about["digest"])
        if identity:
            _checked.add(identity)

    def _read_table(self) -> dict[str, Any]:
        damaged = LexiconError(
            f"{self._name}: damaged, or of another version; delete it to build it anew"
        )
        try:
            start, length, checksum, magic = _END.unpack(self._view[-_END.size :])
        except struct.error:
            raise damaged from None
        table = bytes(self._view[start : start + length])
        whole = start + length + _END.size == len(self._view)
        if magic != _MAGIC or not whole or zlib.crc32(table) != checksum:
            raise damaged
        about: dict[str, Any] = json.loads(table)
        if not about.keys() >= _NEEDED:
            raise damaged
        return about

    def view(self, name: str) -> memoryview:
        start, length, _ = self.about["sections"][name]
        return self._view[start : start + length]

    def check(self) -> None:
        """Read the whole file. Raises LexiconError if a section is not what was written."""
        for name, (_, _, checksum) in self.about["sections"].items():
            if zlib.crc32(self.view(name)) != checksum:
                raise LexiconError(f"{self._name}: its section {name} is damaged; build it anew")


def _is_known_whole(identity: tuple[int, ...], digest: str) -> bool:
    """Tell whether some process has checked this file in this state."""
    mark = _place_mark(identity)
    return mark is not None and read_digest(mark, len(digest)) == digest


def _remember_whole(identity: tuple[int, ...], digest: str) -> None:
    keep_digest(_place_mark(identity), digest)


def _place_mark(identity: tuple[int, ...]) -> Path | None:
    if not identity or identity[2] < _LEAST_MARKED:
        return None
    return place(f"whole-{'-'.join(map(str, identity))}.digest")


def _map(path: Path, kept: bool) -> tuple[mmap.mmap, tuple[int, ...]]:
    """Map a file, and tell which it is and in which state."""
    try:
        with open_kept(path) if kept else path.open("rb") as file:
            found = os.fstat(file.fileno())
            identity = (
                found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
            )  # fmt: skip
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), identity
    except LexiconError:
        raise
    except (OSError, ValueError) as error:  # ValueError: it is empty
        raise LexiconError(f"{path}: cannot be read as a lexicon: {error}") from None
