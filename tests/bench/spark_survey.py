"""`python -m tests.bench spark-survey`: a survey by a local cluster beside one process.

200,000 headlines, the same ones again and again under new numbers: what is found must be equal.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.marked import read_texts
from tests.integrations.cluster import has_java, start_cluster
from translit import survey_names
from translit.integrations.spark import survey_frame

DOCUMENTS = 200_000


def run(data: Path, misses: int) -> None:
    """Print whether the two surveys are equal; with `misses`, list groups that are not in both."""
    if not has_java():
        raise SystemExit("Spark needs Java; install it, or set JAVA_HOME")
    texts = [*read_texts(data / "war_headlines_2022.tsv")]
    texts += read_texts(data / "headlines_2015_2021.tsv")
    rows = [texts[number % len(texts)] for number in range(DOCUMENTS)]
    print(f"documents {len(rows):,}, {sum(map(len, rows)) / 1e6:.0f} MB")
    start = time.perf_counter()
    expected = survey_names(rows)
    print(f"one process: {time.perf_counter() - start:.1f} s, {_describe(expected)}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "home").mkdir()
        _write(rows, folder / "given.parquet")
        with start_cluster(folder / "home") as session:
            frame = session.read.parquet(str(folder / "given.parquet")).repartition(8)
            start = time.perf_counter()
            found = survey_frame(frame, ["text"], name="number")
            print(f"cluster: {time.perf_counter() - start:.1f} s, {_describe(found)}")
    print("equal" if found == expected else "DIFFERENT")
    both = set(found.groups) & set(expected.groups)
    for group in [one for one in (*found.groups, *expected.groups) if one not in both][:misses]:
        print(f"    {group}")


def _describe(found: Any) -> str:
    sure = sum(group.sure for group in found.groups)
    return f"{len(found.groups)} groups, {sure} sure, of {found.names:,} names"


def _write(rows: list[str], path: Path) -> None:
    import pyarrow.parquet

    table = pyarrow.table({"number": [str(n) for n in range(1, len(rows) + 1)], "text": rows})
    pyarrow.parquet.write_table(table, path, row_group_size=len(rows) // 8)
