"""Records in one section of a lexicon file, each found by its number.

Their number and where every 32nd starts come first, then their lengths by planes (see
`numbers.py`), then their bytes: lengths pack better in a wheel than places, which all differ.
"""

import struct
from collections.abc import Sequence

from translit.lexicon.numbers import pack_numbers

_HEAD = struct.Struct("<II")  # how many records there are, and how many planes of their lengths
_START = struct.Struct("<I")
_BLOCK = 32


def pack_records(records: Sequence[bytes]) -> bytes:
    """Join records so that each is found by its number."""
    starts, at = bytearray(), 0
    for number, record in enumerate(records):
        if number % _BLOCK == 0:
            starts += _START.pack(at)
        at += len(record)
    lengths = pack_numbers([len(record) for record in records])
    head = _HEAD.pack(len(records), len(lengths) // len(records) if records else 0)
    return head + bytes(starts) + lengths + b"".join(records)


class Records:
    """The records of a section that `pack_records` made.

    >>> records = Records(memoryview(pack_records([b"Kyiv", b"", b"Lviv"])))
    >>> len(records), records[2]
    (3, b'Lviv')
    """

    def __init__(self, section: memoryview) -> None:
        self._count: int
        self._count, planes = _HEAD.unpack_from(section, 0)
        self._section = section
        at = _HEAD.size + -(-self._count // _BLOCK) * _START.size
        self._planes = [
            (section[at + place * self._count :][: self._count], 8 * place)
            for place in range(planes)
        ]
        self._content = section[at + planes * self._count :]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < self._count:
            raise IndexError(number)
        block, before = divmod(number, _BLOCK)
        start: int = _START.unpack_from(self._section, _HEAD.size + block * _START.size)[0]
        length = 0
        for plane, shift in self._planes:
            if before:
                start += sum(plane[number - before : number]) << shift
            length |= plane[number] << shift
        return bytes(self._content[start : start + length])
