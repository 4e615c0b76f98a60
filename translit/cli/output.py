"""What the commands print: UTF-8 to stdout whatever the terminal is set to, messages to stderr."""

import errno
import os
import sys
import time
from contextlib import suppress
from typing import TextIO

from translit.showing import show


def print_bytes(raw: bytes) -> None:
    """Write bytes to stdout as they are."""
    if sys.stdout is None:  # closed by the shell: `>&-`
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.buffer.write(raw)


def print_text(text: str) -> None:
    """Write text to stdout in UTF-8, newlines as they are."""
    print_bytes(text.encode("utf-8"))


def print_line(line: str) -> None:
    """Write a line for people to stdout: what would steer a terminal is escaped."""
    print_text(show(line, keep="\t") + "\n")


def complain(message: str) -> None:
    """Write one line to stderr, after what stdout has so far; without a stderr, nothing.

    A message that cannot be written is lost, and `has_lost_messages` then says so.
    """
    global _lost
    with suppress(OSError):  # whoever prints next, or flushes at the end, is told
        flush()
    if sys.stderr is None:  # closed by the shell, `2>&-`: print would take stdout in its place
        return
    try:
        print(show(message), file=sys.stderr, flush=True)
    except OSError:
        _lost = True
        abandon(sys.stderr)


_lost = False


def has_lost_messages() -> bool:
    """Tell whether a message could not be written: stderr is full, or its reader has gone."""
    return _lost


def flush() -> None:
    """Let everything printed so far reach stdout."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon(stream: TextIO | None) -> None:
    """Let what a stream cannot write go nowhere, as Python flushes it once more when it ends."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def occupy_closed_streams() -> None:
    """Open nothing in the place of each standard stream that is closed.

    Else the next file that is opened takes its number, and what is meant for the stream, also by
    a library or a process that is started, goes into that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def wants_colour() -> bool:
    """Tell whether stdout is a terminal whose user wants colour (NO_COLOR is not set)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether what is written to a stream is shown to somebody at once."""
    return stream is not None and stream.isatty()


class Progress:
    """A bar on stderr, if that is a terminal: how much is done, and what is said of it."""

    _WIDTH = 24
    _PAUSE = 0.1  # seconds between two drawings

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = not quiet and is_terminal(sys.stderr)
        self._drawn = 0.0

    def update(self, done: int, total: int, said: str) -> None:
        """Show that so much of a total is done, with a few words beside it."""
        now = time.monotonic()
        if not self._shown or now - self._drawn < self._PAUSE:
            return
        self._drawn = now
        filled = self._WIDTH * done // max(total, 1)
        bar = "█" * filled + "·" * (self._WIDTH - filled)
        sys.stderr.write(f"\r\033[K{bar} {done:,} of {total:,} {said}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Remove the bar, so that something else can be printed."""
        if self._shown and self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._drawn = 0.0
