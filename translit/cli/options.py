"""The options of every command that resolves names, and the input that commands share."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translit.documents import Document
    from translit.normalizer import Normalizer


def add_normalizer_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which form is wanted and which names are known."""
    group = parser.add_argument_group("names")
    group.add_argument(
        "--style",
        default="news",
        metavar="STYLE",
        help="which form is wanted: news (default), that of another style, such as de, "
        "bgn-pcgn or native, or of a style file of your own",
    )
    group.add_argument(
        "--table",
        action="append",
        default=[],
        metavar="FILE",
        dest="tables",
        help="a table of your own, stronger than the default tables; may be repeated",
    )
    group.add_argument(
        "--no-default-tables",
        action="store_false",
        dest="default_tables",
        help="know only the names of your own tables",
    )
    group.add_argument(
        "--fuzzy",
        choices=["licensed", "suggest", "off"],
        default="licensed",
        help="damaged spellings: repaired where the text licenses it (default), only reported, "
        "or not looked for",
    )
    group.add_argument(
        "--renamed",
        choices=["keep", "rewrite"],
        default="keep",
        help="former names of places: kept (default) or rewritten to today's",
    )


def build_normalizer(args: argparse.Namespace) -> "Normalizer":
    """Return the normalizer that the options ask for.

    Raises TableError, SchemeError or StyleError for a wrong table or style.
    """
    from translit.normalizer import Normalizer

    return Normalizer(
        style=args.style,
        tables=args.tables,
        default_tables=args.default_tables,
        fuzzy=args.fuzzy,
        renamed=args.renamed,
    )


def text_argument(argument: str) -> str:
    """Return a text given on the command line; one that is not UTF-8 is a wrong argument."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("not UTF-8; convert it first") from None
    return argument


def read_stdin() -> "Document":
    """Return what stands on stdin; DocumentError if it is not UTF-8 text."""
    from translit.documents import DocumentError, decode_document

    if sys.stdin is None:  # closed by the shell: `<&-`
        raise DocumentError("standard input is closed; name a file")
    return decode_document(sys.stdin.buffer.read())
