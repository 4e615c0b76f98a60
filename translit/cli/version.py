"""`--version`: of the package, its tables, and how it runs."""

import argparse
from collections.abc import Iterator
from typing import Any

from translit import __tables_date__, __version__
from translit.cli.output import print_line


class Version(argparse.Action):
    """Prints the versions and ends with 0."""

    def __init__(self, option_strings: list[str], dest: str, **_: Any) -> None:
        super().__init__(
            option_strings,
            dest=argparse.SUPPRESS,
            default=argparse.SUPPRESS,
            nargs=0,
            help="show the versions of the package and its tables, and how it runs",
        )

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        for line in list_versions():
            print_line(line)
        parser.exit()


def list_versions() -> Iterator[str]:
    """Yield what a report of a fault should say: versions, and the date of the tables."""
    import platform

    from translit.datafolder import digest_tables

    yield f"translit-fix {__version__}"
    yield f"tables: of {__tables_date__} ({digest_tables()})"
    code = "compiled" if _is_compiled() else "pure Python"
    yield f"code: {code}, Python {platform.python_version()}"


def _is_compiled() -> bool:
    """Tell whether modules that resolve text are machine code (built by mypyc)."""
    from importlib.machinery import EXTENSION_SUFFIXES
    from importlib.util import find_spec

    found = find_spec("translit.page.page")
    return bool(found and found.origin and found.origin.endswith(tuple(EXTENSION_SUFFIXES)))
