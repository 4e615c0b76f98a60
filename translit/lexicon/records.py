"""Records in one section of a lexicon file, each found by its number."""

import struct
from collections.abc import Sequence

_OFFSET = struct.Struct("<I")


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


def count_records(view: memoryview) -> int:
    """Return how many records a section made by `pack_records` has."""
    first: int = _OFFSET.unpack_from(view, 0)[0]
    return first // _OFFSET.size - 1
