"""Ctrl-C and the signals that tell a command to end: what it began is whole or undone by then."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from translit.replacing import remove_leftovers

# What a terminal that is closed sends, and whoever ends a process; SIGINT is Python's own already.
_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Interrupted(KeyboardInterrupt):
    """A signal that tells the command to end; it is caught where a Ctrl-C is."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def find_status(interrupt: KeyboardInterrupt) -> int:
    """Return the exit status of a command that a signal ended, as shells count: 128 and its number.

    >>> find_status(KeyboardInterrupt()), find_status(Interrupted(signal.SIGTERM))
    (130, 143)
    """
    return 128 + (interrupt.number if isinstance(interrupt, Interrupted) else signal.SIGINT)


@contextmanager
def take_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise Interrupted within the block, and leave no file half written.

    What whoever started the command wants ignored, as `nohup` does, stays ignored.
    """
    before = {
        number: signal.signal(number, _interrupt)
        for number in _ENDINGS
        if _is_main() and signal.getsignal(number) is signal.SIG_DFL
    }
    try:
        yield
    finally:
        with hold_interrupts():
            remove_leftovers()
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def hold_interrupts() -> Iterator[None]:
    """Let a Ctrl-C, SIGTERM or SIGHUP wait until the block is done; a second one does not wait."""
    held: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        if held:
            raise _name(number)
        held.append(number)

    taken = (signal.default_int_handler, _interrupt)
    before = {
        number: signal.signal(number, hold)
        for number in (signal.SIGINT, *_ENDINGS)
        if _is_main() and signal.getsignal(number) in taken
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if held:
        raise _name(held[0])


def _is_main() -> bool:
    """Whether this is the thread that signals interrupt, the only one that may take them."""
    return threading.current_thread() is threading.main_thread()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise Interrupted(number)


def _name(number: int) -> KeyboardInterrupt:
    return KeyboardInterrupt() if number == signal.SIGINT else Interrupted(number)
