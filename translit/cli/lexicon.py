"""`translit lexicon`: tables compiled ahead of use, and what is compiled."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import count_argument
from translit.cli.output import Progress, print_line

if TYPE_CHECKING:
    from translit.lexicon import GivenTable

DAMAGED = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the commands of `translit lexicon` to its parser."""
    parser.description = (
        "A lexicon is tables compiled for look-up. It is compiled on first use and kept in the "
        "user's cache; these commands do so ahead of use, and say where it is."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    build = commands.add_parser("build", help="compile what is missing or damaged")
    build.description = (
        "Compiles the default tables and the given ones, unless that is done; then the first use "
        "of these tables need not wait."
    )
    build.epilog = "example: translit lexicon build names.jsonl --jobs 2"
    build.add_argument(
        "--jobs", type=count_argument, default=1, metavar="N", help="use N processes (default: 1)"
    )
    build.set_defaults(command=build_layers)
    info = commands.add_parser("info", help="say where a lexicon is, what it holds, if it is whole")
    info.description = (
        "Says of the lexicon of the default tables, and of that of the given ones, where it is, "
        "what it holds and whether it is whole. Exits with 1 if one is damaged or not there."
    )
    info.set_defaults(command=describe_layers)
    alone = commands.add_parser("alone", help="list the spellings that stand alone")
    alone.description = (
        "Lists the spellings that mean an entity also where nothing near says so: those papers "
        "print for a country, a capital, a large city, or a person whose row is `alone`, and that "
        "are no other name, place or word. One line for an entity: its id, a tab, the spellings. "
        "Of given tables, those of their rows alone."
    )
    alone.epilog = "example: translit lexicon alone --others names.toml"
    alone.add_argument(
        "--others",
        action="store_true",
        help="list the spellings that do not, one a line, each with what else it may be",
    )
    alone.set_defaults(command=list_alone)
    for command in (build, info, alone):
        command.add_argument("tables", nargs="*", metavar="TABLE", help="a table (.toml, .jsonl)")
        command.add_argument(
            "--no-default-tables",
            action="store_false",
            dest="default_tables",
            help="know only the names of the given tables",
        )


def build_layers(args: argparse.Namespace) -> int:
    """Run `translit lexicon build` and return its exit status: 0."""
    from translit.lexicon import build_layer, locate_layers

    progress = Progress()
    for layer in locate_layers(_list_tables(args), args.default_tables):
        built = build_layer(
            layer, args.jobs, lambda done, total: progress.update(done, total, "words derived")
        )
        progress.clear()
        print_line(f"{layer.title}: {'built' if built else 'whole already'}: {layer.path}")
    return 0


def describe_layers(args: argparse.Namespace) -> int:
    """Run `translit lexicon info` and return its exit status: 0, or 1 if one is not whole."""
    from translit.lexicon import LexiconError, locate_layers

    status = 0
    for layer in locate_layers(_list_tables(args), args.default_tables):
        try:
            sections = layer.open()
            sections.check()
            state = "whole"
        except LexiconError as error:
            missing = layer.path is not None and not layer.path.exists()
            state = "not built; translit lexicon build does" if missing else str(error)
            status = DAMAGED
        print_line(f"{layer.title}: {state}")
        print_line(f"  {layer.path or 'it is not kept'}")
        if state == "whole" and layer.path:
            counts = ", ".join(f"{what} {n:,}" for what, n in sections.about["counts"].items())
            size = layer.path.stat().st_size
            print_line(f"  {counts}")
            print_line(f"  {size:,} bytes, of tables {sections.about['digest']}")
    return status


def list_alone(args: argparse.Namespace) -> int:
    """Run `translit lexicon alone` and return its exit status: 0."""
    from translit.lexicon import open_lexicon

    lexicon = open_lexicon(_list_tables(args), args.default_tables)
    for known in lexicon.list_entities():
        printed = {text: lexicon.alone.find_others(known, text) for text in
                   lexicon.alone.list_printed(known)}  # fmt: skip
        if args.others:
            for text, others in printed.items():
                if others:
                    print_line(f"{known.id}\t{text}\t{', '.join(others)}")
        elif alone := [text for text, others in printed.items() if not others]:
            print_line(f"{known.id}\t{', '.join(alone)}")
    return 0


def _list_tables(args: argparse.Namespace) -> "list[GivenTable]":
    from translit.lexicon import GivenTable

    return [GivenTable(path) for path in args.tables]
