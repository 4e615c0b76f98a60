"""Parquet: files of any columns are rewritten or refused; damaged ones are refused."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.attack.broken import Broken, shown
from tests.bench.attack.commands import FEW_NAMES, NAMES, call_fix
from translit import Normalizer

_VALUES = ("Kijów", "Zelenskyi met Łukaszenka.", "", None, "Kiev", "x" * 50, "Київ")


def attack(seed: int) -> Iterator[Broken]:
    """Give what becomes of a Parquet file, whole or with some bytes changed."""
    draw = random.Random(f"parquets {seed}")
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        path = Path(folder) / "a.parquet"
        about = _write(path, draw)
        if draw.random() < 0.5:
            path.write_bytes(_spoil(path.read_bytes(), draw))
            about += ", damaged"
        before = path.read_bytes()
        done = call_fix("--in-place", "--column", "text", path, *FEW_NAMES)
        said = f"{done.status}: {done.err}{done.raised}"
        if done.raised or done.status not in (0, 2) or "Traceback" in done.err:
            yield Broken("no Parquet file ends the run", shown(about), shown(said))
        elif done.status == 2 and (path.read_bytes() != before or not done.err):
            yield Broken("a refused file is as it was, with a message", shown(about), shown(said))
        elif done.status == 0 and "damaged" not in about:
            yield from _check_rest(before, path, about)
        if sorted(path.parent.iterdir()) != [path]:
            yield Broken("no file is left behind", shown(about), str(list(path.parent.iterdir())))


def _write(path: Path, draw: random.Random) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        "string": pa.string(), "large_string": pa.large_string(), "string_view": pa.string_view(),
        "dictionary": pa.dictionary(pa.int32(), pa.string()), "binary": pa.binary(),
        "list": pa.list_(pa.string()), "int": pa.int64(), "null": pa.null(),
    }  # fmt: skip
    kind = draw.choice(list(kinds))
    values = [draw.choice(_VALUES) for _ in range(draw.randint(0, 20))]
    column = {
        "list": [[value] for value in values],
        "int": list(range(len(values))),
        "null": [None] * len(values),
        "binary": [value and value.encode() for value in values],
    }.get(kind, values)
    names = draw.choice((["text"], ["id", "text"], ["text", "text"], ["text", "Text"], ["other"]))
    arrays = [pa.array(column, kinds[kind]) for _ in names]
    table = pa.Table.from_arrays(arrays, names=names)
    group = draw.choice((1, 3, 1000))
    packing = draw.choice(("none", "snappy", "zstd", "gzip"))
    pq.write_table(table, path, row_group_size=group, compression=packing)
    return f"columns {names} of {kind}, {len(values)} rows in groups of {group}, {packing}"


def _spoil(raw: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(raw))
    changed = raw[:at] + bytes([raw[at] ^ (1 << draw.randrange(8))]) + raw[at + 1 :]
    return draw.choice((changed, changed, raw[:at], b"", raw[at:]))


def _check_rest(before: bytes, path: Path, about: str) -> Iterator[Broken]:
    """Only the names of the column are other; types, order and nulls stay."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    # not read_table: it finds columns by name, and one may be there twice
    old, new = pq.ParquetFile(pa.BufferReader(before)).read(), pq.ParquetFile(path).read()
    if old.schema != new.schema or old.num_rows != new.num_rows:
        yield Broken("the columns of a Parquet file stay", shown(about), shown(str(new.schema)))
        return
    normalizer = Normalizer(tables=[NAMES], default_tables=False)
    for name, one, other in zip(old.column_names, old.columns, new.columns, strict=True):
        for value, got in zip(one.to_pylist(), other.to_pylist(), strict=True):
            is_text = name == "text" and isinstance(value, str)
            wanted = normalizer.normalize(value) if is_text else value
            if got != wanted and not isinstance(value, list | bytes):
                yield Broken(
                    "the names of a column are rewritten", shown(about), shown((got, wanted))
                )
                return
