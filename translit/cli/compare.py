"""`translit compare`: can two spellings be one name?"""

import argparse

from translit.cli.options import text_argument
from translit.cli.output import print_line

_VERDICTS = {True: "same", False: "different", None: "cannot be told"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Tells whether two spellings, in any scripts and order of words, can be one name "
        "(not one person)."
    )
    parser.epilog = (
        "example: translit compare Choïgou Szojgu -- "
        "exit status: 0 the same, 1 different or cannot be told, 2 trouble"
    )
    parser.add_argument("a", metavar="A", type=text_argument, help="a spelling of a name")
    parser.add_argument("b", metavar="B", type=text_argument, help="another spelling")
    parser.set_defaults(command=compare)


def compare(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0 for the same name, else 1."""
    from translit.names import compare_names

    comparison = compare_names(args.a, args.b)
    print_line(f"{_VERDICTS[comparison.same]}: {comparison.why}")
    return 0 if comparison.same else 1
