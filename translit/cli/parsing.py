"""Command lines read, and what is wrong with one said in a line."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from translit.cli.output import complain, print_text


class Parser(argparse.ArgumentParser):
    """A parser that says of a wrong command line what is wrong and the cure, and no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **kwargs})

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse, and refuse what is unknown here: a command knows its options, not its parent."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            cures = filter(None, map(self._find_option, unknown))
            cure = "".join(f" (did you mean {option}?)" for option in list(cures)[:1])
            self.error(f"unrecognized arguments: {' '.join(unknown)}{cure}")
        return found, []

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and end with 2."""
        complain(f"{self.prog}: {message}; `{self.prog} --help` shows how it is used")
        self.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:  # for stdout, always: what is wrong is said by `error`
            print_text(message)

    def _find_option(self, argument: str) -> str | None:
        import difflib

        name = argument.partition("=")[0]
        if not name.startswith("-"):
            return None
        known = [option for option in self._option_string_actions if option.startswith("--")]
        return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.7)), None)
