"""The command line: `translit-fix` and `translit`."""

from translit.cli.main import run, run_fix

__all__ = ["run", "run_fix"]
