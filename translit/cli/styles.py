"""`translit styles`: which styles there are, and what one of them writes."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from translit.cli.options import add_table_options, text_argument
from translit.cli.output import print_line

if TYPE_CHECKING:
    from translit.forms import Style

_USES = {
    "name": "each row's own form",
    "native": "the name in its own script",
    "schemes": "forms derived by schemes",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Lists the styles, with their language and what they write, or shows one by its id or "
        "file, and which of its own names no table has."
    )
    parser.epilog = "examples: translit styles; translit styles de; translit styles house.toml"
    parser.add_argument("style", nargs="?", metavar="STYLE", type=text_argument, help="such as de")
    add_table_options(parser.add_argument_group("names"), settings=False)
    parser.set_defaults(command=list_styles)


def list_styles(args: argparse.Namespace) -> int:
    """Run the command and return its exit status, 0. Raises StyleError for an unknown style."""
    from translit.forms import list_style_ids, load_style

    if args.style is not None:
        style = load_style(args.style)
        for line in (*_describe(style), *_find_unknown(style, args)):
            print_line(line)
        return 0
    for style in map(load_style, list_style_ids()):
        print_line(f"{style.id}\t{style.title}\t{style.language or '–'}\t{_USES[style.use]}")
    return 0


def _describe(style: "Style") -> list[str]:
    from translit.languages import find_language

    lines = [f"{style.id}: {style.title}", f"writes: {_USES[style.use]}"]
    if style.language:
        lines.append(f"language: {find_language(style.language).title}")
    lines.append(f"marks: {style.marks}")
    lines += [f"prefers: of {lang} the {other} name" for lang, other in style.prefers.items()]
    lines += [f"scheme: {lang} by {scheme}" for lang, scheme in style.schemes.items()]
    if style.names:
        lines.append(f"names of its own: {len(style.names)}")
    return lines


def _find_unknown(style: "Style", args: argparse.Namespace) -> Iterator[str]:
    """Give a line for each id among the style's own names that no table has."""
    if not style.names:
        return
    from translit.lexicon import GivenTable, advise_on_id, open_lexicon
    from translit.tables import list_given_tables

    tables = tuple(map(GivenTable, list_given_tables(args.tables)))
    lexicon = open_lexicon(tables, args.default_tables)
    for entity_id in style.names:
        if lexicon.find_entity(entity_id) is None:
            yield f"no table has a row `{entity_id}`; {advise_on_id(lexicon, entity_id)}"
