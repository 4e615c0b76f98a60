"""`python -m tests.bench spark`: a local cluster of two workers beside one process.

200,000 documents, read from Parquet: texts, edits and counts must be what one process makes of
them, also where workers are killed in the middle.
"""

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.marked import read_texts
from tests.integrations.cluster import has_java, make_killer, start_cluster
from translit import Normalizer
from translit.integrations.spark import count_entities, normalize_frame

DOCUMENTS = 200_000
VICTIMS = ("python", "executor")


def run(data: Path, misses: int) -> None:
    if not has_java():
        raise SystemExit("Spark needs Java; install it, or set JAVA_HOME")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "home").mkdir()
        given = _write(data, folder / "given.parquet")
        print(f"documents {given.num_rows:,}, {given.nbytes / 1e6:.0f} MB")
        start = time.perf_counter()
        expected, counts = _make_alone(given["text"].to_pylist())
        print(f"one process: {time.perf_counter() - start:.1f} s, {counts.total():,} mentions")
        with start_cluster(folder / "home") as session:
            _compare(session, folder, expected, counts, misses)


def _write(data: Path, path: Path) -> Any:
    """Write the stories and headlines, again and again under new numbers."""
    import pyarrow.parquet

    stories = [json.loads(line)["text"] for line in (data / "reuters_1987.jsonl").open("rb")]
    texts = [*stories, *read_texts(data / "war_headlines_2022.tsv")]
    texts += read_texts(data / "headlines_2015_2021.tsv")
    rows = [texts[number % len(texts)] for number in range(DOCUMENTS)]
    table = pyarrow.table({"number": list(range(DOCUMENTS)), "text": rows})
    pyarrow.parquet.write_table(table, path, row_group_size=DOCUMENTS // 8)
    return table


def _make_alone(texts: list[str]) -> tuple[list[tuple[str, list[Any]]], Counter[str]]:
    normalizer = Normalizer()
    expected = []
    counts: Counter[str] = Counter()
    for text in texts:
        explained = normalizer.explain(text, edits_only=True)
        expected.append((explained.text, [_list_fields(edit) for edit in explained.edits]))
        counts.update(m.entity_id for m in normalizer.find(text) if m.entity_id)
    return expected, counts


def _list_fields(edit: Any) -> tuple[Any, ...]:
    return edit.start, edit.end, edit.before, edit.after, edit.entity_id, edit.evidence, edit.why


def _compare(
    session: Any, folder: Path, expected: list[Any], counts: Counter[str], misses: int
) -> None:
    frame = session.read.parquet(str(folder / "given.parquet")).repartition(8)
    _measure("cluster", _normalize(frame, folder / "whole"), expected, misses)
    for victim in VICTIMS:
        killed = folder / f"killed-{victim}"
        dying = frame.mapInArrow(make_killer(victim, killed, at=1), frame.schema)
        _measure(f"{victim} killed", _normalize(dying, folder / victim), expected, misses)
        print(f"    killed: processes {killed.read_text(encoding='ascii')}")
    rows = count_entities(frame, ["text"]).collect()
    got = Counter({row.entity_id: row.mentions for row in rows})
    print(f"counts of {len(got):,} entities: {'equal' if got == counts else 'DIFFERENT'}")


def _normalize(frame: Any, path: Path) -> Iterator[tuple[int, tuple[str, list[Any]]]]:
    import pyarrow.parquet

    normalize_frame(frame, ["text"], edits=True).write.parquet(str(path))
    for row in pyarrow.parquet.read_table(path).to_pylist():
        yield row["number"], (row["text"], [tuple(e.values()) for e in row["text_edits"]])


def _measure(name: str, rows: Iterator[Any], expected: list[Any], misses: int) -> None:
    start = time.perf_counter()
    first = next(rows)
    seconds = time.perf_counter() - start
    got = dict([first, *rows])
    other = [number for number, row in enumerate(expected) if got.get(number) != row]
    print(f"{name}: {seconds:.1f} s, {len(got):,} documents, {len(other)} different")
    for number in other[:misses]:
        print(f"    {number}: {got.get(number)}\n    instead of {expected[number]}")
