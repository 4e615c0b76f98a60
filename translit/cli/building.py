"""Shows that a lexicon is being built, which can take minutes: a bar, or one line."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from translit.cli.output import Progress, complain

_PATIENCE = 2.0  # seconds for which nothing need be said


@contextmanager
def showing_builds(prog: str) -> Iterator[None]:
    """Show on stderr what `translit.lexicon` logs of its builds."""
    logger = logging.getLogger("translit.lexicon")
    handler, level = _BuildDisplay(prog), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        handler.close()
        logger.removeHandler(handler)
        logger.setLevel(level)


class _BuildDisplay(logging.Handler):
    """One line for a build that takes long, and a bar if stderr is a terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__()
        self._prog = prog
        self._bar = Progress()
        self._untold: str | None = None
        self._began = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        """Show one record: that a build began or ended, or how far it is."""
        progress = getattr(record, "progress", None)
        if progress is None:
            self._bar.clear()
            self._untold, self._began = record.getMessage(), time.monotonic()
            if not getattr(record, "is_long", False):
                return
        elif time.monotonic() - self._began < _PATIENCE:
            return
        if self._untold is not None:
            complain(f"{self._prog}: {self._untold}")
            self._untold = None
        if progress is not None:
            done, total = progress
            self._bar.update(done, total, "words derived")
            if done == total:
                self._bar.clear()

    def close(self) -> None:
        """Remove the bar."""
        self._bar.clear()
        super().close()
