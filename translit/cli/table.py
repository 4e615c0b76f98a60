"""`translit table`: one's own tables checked, formatted, counted, brought in and given out."""

import argparse

from translit.cli.output import complain, print_text

FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the commands of `translit table` to its parser."""
    parser.description = "Checks tables of names."
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, summary, add in (("check", "find what is wrong in tables", _configure_check),):
        add(commands.add_parser(name, help=summary, allow_abbrev=False))


def _configure_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Finds what is wrong in tables, all at once: each with file, line, row and cure. "
        "Several files are parts of one layer. Exits with 1 if anything is found."
    )
    parser.epilog = "example: translit table check names.toml --examples 200"
    _add_paths(parser)
    parser.add_argument(
        "--examples",
        type=_count,
        default=0,
        metavar="N",
        help="also search with so many generated texts for each property (needs hypothesis)",
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="lines to read (default), JSON Lines, or annotations of a GitHub workflow",
    )
    parser.set_defaults(command=check, parser=parser)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a table (.toml, .jsonl) or a folder of them"
    )


def _count(argument: str) -> int:
    if not argument.isdecimal():
        raise argparse.ArgumentTypeError(f"{argument!r} is no number of examples, such as 200")
    return int(argument)


def check(args: argparse.Namespace) -> int:
    """Run `translit table check` and return its exit status: 0, or 1 if something is found."""
    from importlib.util import find_spec

    from translit.tables import TableError
    from translit.testing import Subject, check_tables, format_findings, load_tables, sort_findings
    from translit.testing.subject import list_errors

    if args.examples and find_spec("hypothesis") is None:
        complain("--examples is left out: it needs pip install 'translit-fix[testing]'")
    tables, findings = load_tables(args.paths)
    try:
        if tables:
            findings += check_tables(Subject(tables), examples=args.examples)
    except TableError as error:  # the tables do not fit one another
        findings += list_errors(error)
    if findings:
        print_text(format_findings(sort_findings(findings), args.format) + "\n")
    if args.format == "text":
        rows = sum(len(table.rows) for table in tables)
        complain(f"{_number(rows, 'row')} in {_number(len(tables), 'table')}: "
                 f"{_number(len(findings), 'finding')}")  # fmt: skip
    return FOUND if findings else 0


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
