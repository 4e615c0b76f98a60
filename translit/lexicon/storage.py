"""One lexicon, one file: sections one after another, then their table, then a fixed-size end.

    section … section | table of contents (JSON) | offset, length, CRC-32 of the table | magic

The file is mapped into memory, so processes share it and opening costs nothing by its size: only
the table is read. That has the CRC-32 of each section, for whoever asks whether all is whole. It is
written beside its place and moved there whole, so no reader ever meets a half-written one.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.lexicon.caching import replacing

_MAGIC = b"translit-lexicon-1"
_END = struct.Struct("<QQI18s")
_OFFSET = struct.Struct("<Q")


class LexiconError(ValueError):
    """A lexicon file is missing, damaged or of another version; the text says the cure."""


def write_sections(path: Path, sections: Mapping[str, bytes], about: Mapping[str, Any]) -> None:
    """Write a lexicon file atomically; `about` is what its table says beside the sections."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        places = {}
        for section, content in sections.items():
            places[section] = (file.tell(), len(content), zlib.crc32(content))
            file.write(content)
        table = json.dumps({**about, "sections": places}, ensure_ascii=False).encode()
        start = file.tell()
        file.write(table)
        file.write(_END.pack(start, len(table), zlib.crc32(table), _MAGIC))


class Sections:
    """A lexicon file, mapped: `about` is its table, `view(name)` a section without a copy."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            start, length, checksum, magic = _END.unpack(self._map[-_END.size :])
            table = self._map[start : start + length]
        except (OSError, ValueError, struct.error) as error:
            raise LexiconError(f"{path}: cannot be read as a lexicon: {error}") from None
        whole = start + length + _END.size == len(self._map)
        if magic != _MAGIC or not whole or zlib.crc32(table) != checksum:
            raise LexiconError(
                f"{path}: damaged, or of another version; delete it to build it anew"
            )
        self.about: dict[str, Any] = json.loads(table)
        self._view = memoryview(self._map)

    def view(self, name: str) -> memoryview:
        start, length, _ = self.about["sections"][name]
        return self._view[start : start + length]

    def check(self) -> None:
        """Read the whole file. Raises LexiconError if a section is not what was written."""
        for name, (_, _, checksum) in self.about["sections"].items():
            if zlib.crc32(self.view(name)) != checksum:
                raise LexiconError(f"{self._path}: its section {name} is damaged; build it anew")


def pack_records(records: Sequence[bytes]) -> bytes:
    """Join records so that each is found by its number: their offsets, then their bytes."""
    offsets = bytearray()
    at = _OFFSET.size * (len(records) + 1)
    for record in records:
        offsets += _OFFSET.pack(at)
        at += len(record)
    offsets += _OFFSET.pack(at)
    return bytes(offsets) + b"".join(records)


def unpack_record(view: memoryview, number: int) -> bytes:
    """Return one record of a section made by `pack_records`."""
    start = _OFFSET.unpack_from(view, number * _OFFSET.size)[0]
    end = _OFFSET.unpack_from(view, (number + 1) * _OFFSET.size)[0]
    return bytes(view[start:end])
