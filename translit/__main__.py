"""`python -m translit` is `translit`."""

import sys

from translit.cli import run

if __name__ == "__main__":  # not in the worker processes, which import it again
    sys.exit(run())
