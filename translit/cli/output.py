"""What the commands print: UTF-8 to stdout whatever the terminal is set to, messages to stderr."""

import errno
import os
import sys
import time
from contextlib import suppress


def print_bytes(raw: bytes) -> None:
    """Write bytes to stdout as they are."""
    if sys.stdout is None:  # closed by the shell: `>&-`
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.buffer.write(raw)


def print_text(text: str) -> None:
    """Write text to stdout in UTF-8, newlines as they are."""
    print_bytes(text.encode("utf-8"))


def complain(message: str) -> None:
    """Write one line to stderr, after what stdout has so far; what cannot be said is not."""
    flush()
    if sys.stderr is not None:  # closed by the shell: print would take stdout instead
        with suppress(OSError):  # a full disk, a terminal that is gone
            print(message, file=sys.stderr, flush=True)


def flush() -> None:
    """Let everything printed so far reach stdout."""
    if sys.stdout is not None:
        sys.stdout.flush()


def wants_colour() -> bool:
    """Tell whether stdout is a terminal whose user wants colour (NO_COLOR is not set)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


class Progress:
    """A bar on stderr, if that is a terminal: how much is done, and what is said of it."""

    _WIDTH = 24
    _PAUSE = 0.1  # seconds between two drawings

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
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
