"""`translit originals`: what a Latin spelling may be a spelling of."""

import argparse

from translit.cli.options import text_argument
from translit.cli.output import print_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Lists the originals that a Latin spelling may be of, likeliest first: the name, its "
        "language, the probability that it is meant, and the convention that spells it so."
    )
    parser.epilog = "example: translit originals Szojgu -- exit status: 0 found, 1 none, 2 trouble"
    parser.add_argument(
        "name",
        metavar="NAME",
        type=text_argument,
        help="a name in Latin letters",
    )
    parser.add_argument("--lang", metavar="LANG", help="only names of this language, such as ru")
    parser.set_defaults(command=list_originals)


def list_originals(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0, or 1 if no original is found.

    Raises SchemeError for a language without schemes.
    """
    from translit.names import originals

    found = originals(args.name, args.lang)
    for one in found:
        print_line(f"{one.text}\t{one.lang}\t{one.score:.2f}\t{one.why}")
    return 0 if found else 1
