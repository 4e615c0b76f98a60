"""What the speed benchmark measures in a process of its own, so that nothing is warm before."""

import os
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Passes:
    """Seconds to open a lexicon, and to normalize the same texts twice.

    Memory is in bytes, once opened, above that of the process before.
    """

    opened: float
    cold: float
    warm: float
    memory_open: int


def measure(tables: Sequence[Path], default_tables: bool, texts: Sequence[str]) -> Passes:
    """Measure in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measure, tables, default_tables, texts).result()


def _measure(tables: Sequence[Path], default_tables: bool, texts: Sequence[str]) -> Passes:
    from translit import Normalizer

    empty = _read_memory()
    Normalizer().normalize("Szojgu in Kijów.")  # all modules are imported
    before = _read_memory() if tables else empty
    start = time.perf_counter()
    normalizer = Normalizer(tables=tables, default_tables=default_tables)
    opened = time.perf_counter() - start
    normalizer.normalize("Szojgu in Kijów.")
    memory_open = _read_memory() - before
    cold = time_texts(normalizer, texts)
    return Passes(opened, cold, time_texts(normalizer, texts), memory_open)


def time_texts(normalizer: Any, texts: Iterable[str]) -> float:
    """Return the seconds that a normalizer takes for all texts."""
    start = time.perf_counter()
    for _ in normalizer.normalize_many(texts):
        pass
    return time.perf_counter() - start


def _read_memory() -> int:
    """Return the resident memory of this process in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
