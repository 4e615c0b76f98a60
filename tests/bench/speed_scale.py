"""How building, start and time grow: the second half of the speed benchmark."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from unittest.mock import patch

from tests.bench.speed_names import write_table
from tests.bench.speed_process import time_texts
from translit import Normalizer
from translit.lexicon import GivenTable, build_layer, compiling, locate_layers
from translit.lexicon.deriving import NativeWord, Spellings, Tell, derive_all

_NAMES = 100_000
_MEGABYTES = (1, 10, 100, 1000)
_LONGEST = 120  # seconds
_ROUNDS = 11


def measure_building(names: Sequence[str], folder: Path) -> None:
    """Print how long the spellings of 100,000 native names take, and their lexicon without them."""
    print("\nBuilding")
    words: list[NativeWord] = [("ru", name, False) for name in names[:_NAMES]]
    for jobs in (1, 2):
        start = time.perf_counter()
        count = sum(map(len, derive_all(words, {}, jobs, lambda done, total: None)))
        seconds = time.perf_counter() - start
        print(f"  {len(words):,} names, {jobs} processes: {count:,} spellings in {seconds:.0f} s")
    table = write_table(folder / "build.jsonl", names[: int(1_000_000 / count * len(words))])
    print(f"  1M spellings, derived before: compiled in {_compile(table):.1f} s")


def _compile(table: Path) -> float:
    """Return the seconds that a lexicon takes once its spellings are derived."""
    (_, layer) = locate_layers([GivenTable(table)], default_tables=False)
    layer.path.unlink(missing_ok=True)
    derived: list[Spellings] = []

    def derive_before(
        words: Sequence[NativeWord], known: Mapping[NativeWord, Spellings], jobs: int, tell: Tell
    ) -> list[Spellings]:
        nonlocal start
        derived.extend(derive_all(words, {}, 2, tell))
        start = time.perf_counter()
        return derived

    start = 0.0
    with patch.object(compiling, "derive_all", derive_before):
        build_layer(layer, 1, lambda done, total: None)
    return time.perf_counter() - start


def measure_growth(kinds: dict[str, Sequence[str]]) -> None:
    """Print how many megabytes a second a warm normalizer takes, of more and more text."""
    print("\nGrowth with the text, MB/s of a warm normalizer")
    normalizer = Normalizer()
    for kind, texts in kinds.items():
        time_texts(normalizer, texts)
        rates = []
        seconds = 0.0
        for megabytes in _MEGABYTES:
            if 10 * seconds > _LONGEST:
                break
            many = list(_take(texts, megabytes))
            seconds = time_texts(normalizer, many)
            size = sum(len(text) for text in many) / 1e6
            rates.append(f"{megabytes} MB {size / seconds:.1f}")
        print(f"  {kind}: {', '.join(rates)}", flush=True)
        joined = "\n\n".join(texts)
        whole = []
        for length in (250_000, 500_000, 1_000_000, 2_000_000, 4_000_000):
            seconds = time_texts(normalizer, [joined[:length]])
            whole.append(f"{length / 1e6} MB {length / 1e6 / seconds:.2f}")
        print(f"  {kind}, one document: {', '.join(whole)}", flush=True)


def _take(texts: Sequence[str], megabytes: int) -> Iterator[str]:
    left = megabytes * 1e6
    for text in chain.from_iterable(repeat(texts)):
        if left <= 0:
            return
        left -= len(text)
        yield text


def measure_start() -> None:
    """Print what Python alone, the import, and a first call take, each in a new process."""
    print("\nStart, ms above Python alone (median)")
    call = "import translit; translit.normalize_names('Szojgu')"
    codes = {"import translit": "import translit", "a first call": call}
    bare: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(_ROUNDS):
        bare.append(_start("pass"))
        for name, code in codes.items():
            found[name].append(_start(code))
    for name, seconds in found.items():
        above = statistics.median(seconds) - statistics.median(bare)
        print(f"  {name}: {above * 1e3:.0f}")


def _start(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start
