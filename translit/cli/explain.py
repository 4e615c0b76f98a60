"""`translit explain`: which names a text has, what they become and why."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import (
    add_normalizer_options,
    build_normalizer,
    read_stdin,
    text_argument,
)
from translit.cli.output import print_line

if TYPE_CHECKING:
    from translit.rewriting import Mention


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = "Says of every name in a text what it becomes, or why it stays."
    parser.epilog = 'example: translit explain "Loukachenko"'
    parser.add_argument(
        "text", metavar="TEXT", type=text_argument, help="the text; - reads it from stdin"
    )
    add_normalizer_options(parser)
    parser.set_defaults(command=explain)


def explain(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0."""
    text = read_stdin() if args.text == "-" else args.text
    mentions = build_normalizer(args).explain(text).mentions
    for mention in mentions:
        for line in _describe(mention):
            print_line(line)
    if not mentions:
        print_line("no name that the tables know; --table adds your own")
    return 0


def _describe(mention: "Mention") -> tuple[str, str]:
    would_be = f" → {mention.canonical}" if mention.status in ("edit", "suggestion") else ""
    entities = mention.entity_id or " or ".join(mention.candidates) or "unlisted"
    return f"{mention.status}: {mention.text}{would_be} ({entities})", f"    {mention.why}"
