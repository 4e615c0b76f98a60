"""The two commands, and how each ends: with an exit status and a message, never a traceback."""

import argparse
import os
import sys
from collections.abc import Sequence

from translit import __version__
from translit.cli import compare, explain, fix, lexicon, schemes, table, variants
from translit.cli.interrupts import find_status, take_signals
from translit.cli.output import complain, flush

TROUBLE = 2
PIPE_CLOSED = 141  # 128 + SIGPIPE


def run(argv: Sequence[str] | None = None) -> int:
    """Run `translit` with these arguments (default: the process's) and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="translit",
        description="Transliterated names: one form for each, and why.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"translit-fix {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for module, summary in (
        (fix, "rewrite files, as translit-fix does"),
        (explain, "say which names a text has, what they become and why"),
        (variants, "list the spellings that the schemes make of a name"),
        (schemes, "list the schemes, or show one"),
        (compare, "tell whether two spellings can be one name"),
        (table, "check, format, count, import and export tables of names"),
        (lexicon, "compile tables for look-up ahead of use, and say what is compiled"),
    ):
        name = module.__name__.rpartition(".")[2]
        module.configure(commands.add_parser(name, help=summary, allow_abbrev=False))
    return _run(parser, argv)


def run_fix(argv: Sequence[str] | None = None) -> int:
    """Run `translit-fix` with these arguments (default: the process's) and return its status."""
    parser = argparse.ArgumentParser(prog="translit-fix", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"translit-fix {__version__}")
    fix.configure(parser)
    return _run(parser, argv)


def _run(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    with take_signals():
        return _run_command(parser, argv)


def _run_command(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    try:
        args = parser.parse_args(argv)
        status: int = args.command(args)
        flush()
    except SystemExit as end:  # argparse: 0 after --help, 2 for a wrong argument
        return end.code if isinstance(end.code, int) else TROUBLE
    except KeyboardInterrupt as interrupt:
        complain(f"{parser.prog}: interrupted; a file is either rewritten whole or as it was")
        return find_status(interrupt)
    except BrokenPipeError:
        # Python flushes stdout once more when it ends; there is nobody to read it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        reason = error.strerror or error
        where = f"{error.filename}: " if error.filename else "writing the output: "
        complain(f"{parser.prog}: {where}{reason}; mend that and run it again")
        return TROUBLE
    except ValueError as error:
        if not isinstance(error, _troubles()):
            raise
        complain(f"{parser.prog}: {error}")
        return TROUBLE
    return status


def _troubles() -> tuple[type[ValueError], ...]:
    """Return the errors whose text is the message: what the user gave is wrong, and the cure."""
    from translit.documents import DocumentError
    from translit.lexicon import LexiconError
    from translit.rewriting import StyleError
    from translit.schemes import SchemeError
    from translit.tables import TableError

    return DocumentError, LexiconError, SchemeError, StyleError, TableError
