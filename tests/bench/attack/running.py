"""A run: rounds of every kind, each with a seed of its own, until the time is over."""

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.attack import (
    bombs,
    caches,
    cuts,
    files,
    orders,
    parquets,
    races,
    rulings,
    tables,
    texts,
)
from tests.bench.attack.broken import Broken, Report
from translit import Normalizer
from translit.lexicon import locate_layers

Attack = Callable[[int], Iterator[Broken]]
LONG = 5.0  # minutes from which what is slow is tried too


@dataclass
class _Kind:
    attack: Attack
    share: float  # of the time
    seed: int = 0
    rounds: int = 0
    used: float = 0.0  # seconds


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of a run."""
    group = parser.add_argument_group("attack")
    group.add_argument("--seed", type=int, default=0, help="the first seed (default: 0)")
    group.add_argument("--seeds", type=int, help="how many seeds of each kind; as time allows")
    group.add_argument("--minutes", type=float, help="how long (default: 1; with --seeds, no end)")
    group.add_argument("--only", metavar="KIND", action="append", help=f"one of {', '.join(KINDS)}")


def run(args: argparse.Namespace) -> int:
    """Attack as the options say; print what was found, and return 1 if anything was."""
    minutes = args.minutes or (float("inf") if args.seeds else 1.0)
    kinds = _choose_kinds(args, minutes)
    report = Report()
    with _own_cache():
        _take_turns(kinds, args.seed + (args.seeds or 1 << 62), minutes * 60, report)
    for name, kind in kinds.items():
        print(f"{name:9} {kind.rounds:6,} rounds, {kind.used:6.1f} s")
    for line in report.lines():
        print(f"\n{line}")
    return int(bool(report))


def _choose_kinds(args: argparse.Namespace, minutes: float) -> Mapping[str, _Kind]:
    unknown = set(args.only or ()) - KINDS.keys()
    if unknown:
        raise SystemExit(f"attack: no kind {', '.join(sorted(unknown))}; of {', '.join(KINDS)}")
    chosen = {name: _Kind(*KINDS[name], seed=args.seed) for name in args.only or KINDS}
    if "bombs" in chosen and minutes >= LONG:
        chosen["bombs"].attack = partial(bombs.attack, long=True)
    return chosen


def _take_turns(kinds: Mapping[str, _Kind], last: int, seconds: float, report: Report) -> None:
    """Give the next round to the kind that has had least of its share, until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        waiting = {name: kind for name, kind in kinds.items() if kind.seed < last}
        if not waiting:
            return
        name, kind = min(waiting.items(), key=lambda item: item[1].used / item[1].share)
        start = time.monotonic()
        for found in kind.attack(kind.seed):
            if report.add(found, name, kind.seed):
                print(f"{name} {kind.seed}: {found.promise}", flush=True)
        kind.seed, kind.rounds = kind.seed + 1, kind.rounds + 1
        kind.used += time.monotonic() - start


@contextmanager
def _own_cache() -> Iterator[None]:
    """Leave the user's cache alone: many tables are compiled, and some are damaged."""
    Normalizer().normalize("Kiev")  # so that the default lexicon is there
    lexicon = locate_layers((), True)[0].path
    before = os.environ.get("XDG_CACHE_HOME")
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        own = Path(name) / "translit-fix"
        own.mkdir()
        for path in lexicon.parent.glob(f"{lexicon.name}*"):
            shutil.copy2(path, own)
        os.environ["XDG_CACHE_HOME"] = name
        try:
            yield
        finally:
            os.environ.pop("XDG_CACHE_HOME")
            if before is not None:
                os.environ["XDG_CACHE_HOME"] = before


KINDS: Mapping[str, tuple[Attack, float]] = {
    "texts": (texts.attack, 0.32),
    "orders": (orders.attack, 0.1),
    "cuts": (cuts.attack, 0.14),
    "rulings": (rulings.attack, 0.02),
    "tables": (tables.attack, 0.1),
    "files": (files.attack, 0.12),
    "parquets": (parquets.attack, 0.02),
    "caches": (caches.attack, 0.06),
    "races": (races.attack, 0.06),
    "bombs": (bombs.attack, 0.06),
}
