"""Workers: pieces resolved here, or by several processes, with the outcomes in order."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import forkserver, resource_tracker
from types import FrameType, TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from translit.files.errors import DocumentError
from translit.files.piece import FilePiece
from translit.files.sources import Closed, Opened
from translit.replacing import remove_leftovers

_BATCH = 1 << 14  # code points that are sent to a worker at once: some tenths of a second
_MOST_PIECES = 100

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_MadeOf = TypeVar("_MadeOf", covariant=True)
_Result = TypeVar("_Result")

Item = FilePiece | Opened | Closed


class Resolves(Protocol[_MadeOf]):
    """Makes something of each piece: a `Resolver` its outcome. Sent to other processes."""

    def resolve(self, piece: FilePiece) -> _MadeOf:
        """Return what becomes of a piece."""


_resolver: Resolves[Any] | None = None  # in a worker process: its own


class Workers(Generic[_Made]):
    """Resolves pieces with `jobs` processes, with this one alone for 1; use it in a `with`.

    What is read ahead is bounded, so memory does not grow with the files.
    """

    def __init__(self, resolver: Resolves[_Made], jobs: int = 1) -> None:
        self._resolver = resolver
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def resolve(self, items: Iterable[Item]) -> Iterator[tuple[Item, _Made | None]]:
        """Yield each piece with its outcome, in order; what is no piece comes with None.

        Raises DocumentError if a worker dies.
        """
        if self._jobs == 1:
            for item in items:
                yield item, self._resolver.resolve(item) if isinstance(item, FilePiece) else None
            return
        for batch, outcomes in self._map(_resolve_batch, _list_batches(items)):
            yield from zip(batch, outcomes, strict=True)

    def map(
        self, function: Callable[[_Given], _Result], items: Iterable[_Given]
    ) -> Iterator[_Result]:
        """Yield what a function makes of each item, in order."""
        if self._jobs == 1:
            return map(function, items)
        return (made for _, made in self._map(function, items))

    def _map(
        self, function: Callable[[_Given], _Result], items: Iterable[_Given]
    ) -> Iterator[tuple[_Given, _Result]]:
        waiting: deque[tuple[_Given, Future[_Result]]] = deque()
        try:
            for item in items:
                waiting.append((item, self._open_pool().submit(function, item)))
                if len(waiting) > 2 * self._jobs:
                    given, future = waiting.popleft()
                    yield given, future.result()
            for given, future in waiting:
                yield given, future.result()
        except BrokenProcessPool:
            raise DocumentError(
                "a worker process was ended from outside, perhaps for want of memory; "
                "every file is whole; run it again with --jobs 1"
            ) from None

    def _open_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            methods = multiprocessing.get_all_start_methods()
            method = "forkserver" if "forkserver" in methods else "spawn"
            _start_watchers(method)
            self._pool = ProcessPoolExecutor(
                self._jobs,
                mp_context=multiprocessing.get_context(method),
                initializer=_start_worker,
                initargs=(self._resolver,),
            )
        return self._pool


def _start_watchers(method: str) -> None:
    """Start the processes that see to the workers.

    A terminal that is closed does not end them before the first process has ended the others.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})  # and so in what is started
    try:
        resource_tracker.ensure_running()
        if method == "forkserver":
            forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _list_batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.source) if isinstance(item, FilePiece) else 0
        if size >= _BATCH or len(batch) >= _MOST_PIECES:
            yield batch
            batch, size = [], 0
    yield from chain([batch] if batch else [])


def _start_worker(resolver: Resolves[Any]) -> None:
    global _resolver
    for name in ("SIGINT", "SIGHUP"):  # a terminal sends them to all: the first ends the others
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)
    _resolver = resolver


def _end_worker(number: int, frame: FrameType | None) -> None:
    """End at once, as the signal would, but for the files that wait to be written."""
    remove_leftovers()
    os._exit(128 + number)


def _resolve_batch(batch: list[Any]) -> list[Any]:
    assert _resolver is not None
    return [_resolver.resolve(item) if isinstance(item, FilePiece) else None for item in batch]
