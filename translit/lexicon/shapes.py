"""Records of a few shapes: what many have alike is stored once, of each only what it says.

A shape is the JSON of a record with gaps for its strings. A record is the number of its shape and
what goes into the gaps, as JSON has it, parted by a sign that stands in no text.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from translit.lexicon.numbers import rank
from translit.lexicon.records import Records, pack_records

_GAP = "\x1f"  # UNIT SEPARATOR
_GAP_AS_JSON = "\\u001f"
# Fields whose values are of few kinds, and no gaps.
_OF_SHAPE = frozenset({"gender", "kind", "lang", "langs", "parts"})


def pack_shaped(records: Sequence[Mapping[str, Any]]) -> tuple[bytes, bytes]:
    """Return the section of the shapes of these records, and that of the records."""
    taken = [_take_apart(record) for record in records]
    shapes = rank(shape for shape, _ in taken)
    numbers = {shape: number for number, shape in enumerate(shapes)}
    packed = [_GAP.join([str(numbers[shape]), *texts]).encode() for shape, texts in taken]
    return pack_records([shape.encode() for shape in shapes]), pack_records(packed)


def _take_apart(record: Mapping[str, Any]) -> tuple[str, list[str]]:
    texts: list[str] = []
    shape = _dump(_leave_gaps(record, "", texts))
    return shape.replace("%", "%%").replace(_GAP_AS_JSON, "%s"), texts


def _leave_gaps(value: Any, field: str, texts: list[str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _leave_gaps(one, key, texts) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_leave_gaps(one, field, texts) for one in value]
    if not isinstance(value, str) or field in _OF_SHAPE:
        return value
    texts.append(_dump(value)[1:-1])
    return _GAP


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class ShapedRecords:
    """The records of two sections that `pack_shaped` made.

    >>> views = map(memoryview, pack_shaped([{"id": "kyiv", "kind": "place"}]))
    >>> ShapedRecords(*views).read(0)
    {'id': 'kyiv', 'kind': 'place'}
    """

    def __init__(self, shapes: memoryview, records: memoryview) -> None:
        self._shapes, self._records = Records(shapes), Records(records)
        self._load_shape = lru_cache(maxsize=4096)(self._read_shape)

    def read(self, number: int) -> dict[str, Any]:
        shape, *texts = self._records[number].decode().split(_GAP)
        record: dict[str, Any] = json.loads(self._load_shape(int(shape)) % tuple(texts))
        return record

    def _read_shape(self, number: int) -> str:
        return self._shapes[number].decode()
