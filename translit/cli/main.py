"""The two commands, and how each ends: with an exit status and a message, never a traceback."""

import argparse
import sys
from collections.abc import Sequence

from translit.cli import (
    compare,
    completion,
    decline,
    entity,
    explain,
    fix,
    languages,
    lexicon,
    originals,
    review,
    schemes,
    styles,
    survey,
    table,
    variants,
)
from translit.cli.interrupts import find_status, take_signals
from translit.cli.output import (
    abandon,
    complain,
    flush,
    has_lost_messages,
    occupy_closed_streams,
)
from translit.cli.parsing import Parser
from translit.cli.version import Version

TROUBLE = 2
PIPE_CLOSED = 141  # 128 + SIGPIPE


def make_parser() -> Parser:
    """Return the parser of `translit`."""
    parser = Parser(
        prog="translit", description="Transliterated names: one form for each, and why."
    )
    parser.add_argument("--version", action=Version)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for module, summary in (
        (fix, "rewrite files, as translit-fix does"),
        (explain, "say which names a text has, what they become and why"),
        (entity, "say who of the tables bears a spelling"),
        (survey, "find the names of files that no table knows, in their spellings"),
        (variants, "list the spellings that the schemes make of a name"),
        (originals, "list the names, in their own script, that a spelling may be of"),
        (schemes, "list the schemes, or show one"),
        (styles, "list the styles, or show one"),
        (languages, "list the languages, or say what is known of one"),
        (decline, "print the forms of a name in the cases of a language"),
        (compare, "tell whether two spellings can be one name"),
        (table, "check, format, count, import and export tables of names"),
        (review, "make a page to decide names on, and write what was decided into a table"),
        (lexicon, "compile tables for look-up ahead of use, and say what is compiled"),
        (completion, "print what makes a shell complete these commands"),
    ):
        name = module.__name__.rpartition(".")[2]
        module.configure(commands.add_parser(name, help=summary))
    review.configure_apply(commands.add_parser(review.APPLY))
    return parser


def make_fix_parser() -> Parser:
    """Return the parser of `translit-fix`."""
    parser = Parser(prog="translit-fix")
    parser.add_argument("--version", action=Version)
    fix.configure(parser)
    return parser


def run(argv: Sequence[str] | None = None) -> int:
    """Run `translit` with these arguments (default: the process's) and return its exit status."""
    return _run(make_parser(), review.join_words(sys.argv[1:] if argv is None else argv))


def run_fix(argv: Sequence[str] | None = None) -> int:
    """Run `translit-fix` with these arguments (default: the process's) and return its status."""
    return _run(make_fix_parser(), argv)


def _run(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    with take_signals():
        status = _run_command(parser, argv)
    return max(status, TROUBLE) if has_lost_messages() else status


def _run_command(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    try:
        occupy_closed_streams()
        status = _obey(parser, argv)
        flush()
    except KeyboardInterrupt as interrupt:
        complain(f"{parser.prog}: interrupted; a file is either rewritten whole or as it was")
        return find_status(interrupt)
    except BrokenPipeError:
        abandon(sys.stdout)  # there is nobody to read it
        return PIPE_CLOSED
    except OSError as error:
        reason = error.strerror or error
        where = f"{error.filename}: " if error.filename else "writing the output: "
        complain(f"{parser.prog}: {where}{reason}; mend that and run it again")
        if not error.filename:
            abandon(sys.stdout)
        return TROUBLE
    except Exception as error:
        for line in _describe(error):
            complain(f"{parser.prog}: {line}")
        return TROUBLE
    return status


def _obey(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> int:
    try:
        args = parser.parse_args(argv)
        from translit.cli.building import showing_builds

        with showing_builds(parser.prog):
            status: int = args.command(args)
    except SystemExit as end:  # argparse: 0 after --help, 2 for a wrong argument
        return end.code if isinstance(end.code, int) else TROUBLE
    return status


def _describe(error: Exception) -> list[str]:
    """Return the lines that say what is wrong: of a table each error has one."""
    import traceback

    from translit.tables import TableError

    if isinstance(error, TableError):  # which escapes what would begin a line
        return str(error).split("\n")
    if isinstance(error, _troubles()):
        return [str(error)]
    last = traceback.extract_tb(error.__traceback__)[-1]
    return [
        f"ended for a fault of its own ({type(error).__name__}: {error} in {last.filename}:"
        f"{last.lineno}); every file is either rewritten whole or as it was; "
        "please report this as a bug"
    ]


def _troubles() -> tuple[type[ValueError], ...]:
    """Return the errors whose text is the message: what the user gave is wrong, and the cure."""
    from translit.files import DocumentError
    from translit.forms import StyleError
    from translit.languages import LanguageError
    from translit.lexicon import LexiconError
    from translit.review import ReviewError
    from translit.schemes import SchemeError
    from translit.tables import TableError

    return (
        DocumentError,
        LanguageError,
        LexiconError,
        ReviewError,
        SchemeError,
        StyleError,
        TableError,
    )
