"""What an attack found: promises that were broken, each with the smallest input that shows it."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Broken:
    """A promise that did not hold, the input for which it did not, and what came instead.

    `kind` and `seed` are filled in by the run: together they make the same input again.
    """

    promise: str
    input: str
    said: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""
    seed: int = 0

    def __str__(self) -> str:
        lines = [f"{self.promise}", f"  input: {self.input}"]
        lines += [f"  got:   {self.said}"] if self.said else []
        lines += [f"  with:  {dict(self.options)}"] if self.options else []
        command = f"python -m tests.bench attack --only {self.kind} --seed {self.seed} --seeds 1"
        return "\n".join([*lines, f"  again: {command}"])


class Report:
    """The smallest input of each promise that was broken, and how often it was."""

    def __init__(self) -> None:
        self._smallest: dict[tuple[str, str], Broken] = {}
        self._times: dict[tuple[str, str], int] = {}

    def add(self, found: Broken, kind: str, seed: int) -> bool:
        """Take a finding; tell whether it is the smallest of its promise so far."""
        found = replace(found, kind=kind, seed=seed)
        key = (kind, found.promise)
        self._times[key] = self._times.get(key, 0) + 1
        known = self._smallest.get(key)
        if known is not None and len(known.input) <= len(found.input):
            return False
        self._smallest[key] = found
        return True

    def __bool__(self) -> bool:
        return bool(self._smallest)

    def lines(self) -> Iterator[str]:
        """Give the report, the promises broken most often first in each kind."""
        for key in sorted(self._smallest, key=lambda key: (key[0], -self._times[key])):
            yield f"{key[0]}, {self._times[key]} times: {self._smallest[key]}"


class StallError(Exception):
    """Something small took far too long."""


@contextmanager
def no_stall(seconds: float) -> Iterator[None]:
    """Raise StallError when the block has used so much time of this process' processor.

    Not the time of the clock, so that a busy machine breaks no promise.
    """
    import signal

    def stop(number: int, frame: object) -> None:
        raise StallError(f"more than {seconds:g} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def shown(text: object, limit: int = 600) -> str:
    """Return an input as a literal of Python in ASCII where it does not print, cut if endless."""
    literal = repr(text)
    literal = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in literal)
    return literal if len(literal) <= limit else f"{literal[:limit]}… ({len(literal)} in all)"


_MOST_SHRUNK = 3
_PATIENCE = 20.0  # seconds
_shrunk: Counter[str] = Counter()


def is_worth_shrinking(promise: str) -> bool:
    """Tell whether a promise was not shrunk often yet in this process: that takes most time."""
    _shrunk[promise] += 1
    return _shrunk[promise] <= _MOST_SHRUNK


def shrink(
    items: Sequence[Item], fails: Callable[[Sequence[Item]], bool], tries: int = 400
) -> Sequence[Item]:
    """Leave out what is not needed for a failure: stretches first, half as long each round.

    `fails` is asked at most `tries` times, and for `_PATIENCE` seconds. The result fails if the
    items do.
    """
    end = time.monotonic() + _PATIENCE
    length = max(1, len(items) // 2)
    while tries > 0 and time.monotonic() < end:
        start, smaller = 0, False
        while start < len(items) and tries > 0 and time.monotonic() < end:
            candidate = [*items[:start], *items[start + length :]]
            tries -= 1
            if fails(candidate):
                items, smaller = candidate, True
            else:
                start += length
        if length == 1 and not smaller:
            break
        length = max(1, length // 2)
    return items
