"""What the commands print: UTF-8 to stdout whatever the terminal is set to, messages to stderr."""

import errno
import sys


def print_bytes(raw: bytes) -> None:
    """Write bytes to stdout as they are."""
    if sys.stdout is None:  # closed by the shell: `>&-`
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.buffer.write(raw)


def print_text(text: str) -> None:
    """Write text to stdout in UTF-8, newlines as they are."""
    print_bytes(text.encode("utf-8"))


def complain(message: str) -> None:
    """Write one line to stderr, after what stdout has so far."""
    flush()
    print(message, file=sys.stderr)


def flush() -> None:
    """Let everything printed so far reach stdout."""
    if sys.stdout is not None:
        sys.stdout.flush()
