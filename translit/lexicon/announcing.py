"""Saying that a lexicon is being built: to the log, for whoever listens.

The command line listens to the logger `translit.lexicon` and shows how far it is.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger("translit.lexicon")


@contextmanager
def announce(title: str, *, is_long: bool, is_kept: bool = True) -> Iterator[None]:
    """Log that a layer is being built, and that it is built, with the seconds that this took.

    One that cannot be kept is built by each process.
    """
    start = time.monotonic()
    more = {"is_long": is_long}
    often = "once" if is_kept else "each time, for there is no folder to keep it in"
    logger.info("building the lexicon of %s, which is done %s", title, often, extra=more)
    yield
    logger.info("built the lexicon of %s in %.1f s", title, time.monotonic() - start)


def tell_log(done: int, total: int) -> None:
    """Log how many words are derived, and of how many; a handler finds both in `progress`."""
    logger.debug("%d of %d words derived", done, total, extra={"progress": (done, total)})
