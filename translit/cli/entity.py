"""`translit entity`: who bears a spelling, and what the tables say of them."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from translit.cli.options import text_argument
from translit.cli.output import complain, print_line

if TYPE_CHECKING:
    from translit.lexicon import Bearing, Known, Lexicon

NOTHING_FOUND = 1
_MOST_SCHEMES = 3  # that are named


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Says who of the tables bears a spelling, or has an id: names, country, how many spellings "
        "are known, and in which file and line the row stands: of your tables, and in a checkout "
        "also of the default ones."
    )
    parser.epilog = "examples: translit entity Szojgu; translit entity sergei-shoigu"
    parser.add_argument("name", metavar="NAME", type=text_argument, help="a spelling, or an id")
    parser.add_argument(
        "--table",
        action="append",
        default=[],
        metavar="FILE",
        dest="tables",
        help="a table of your own too; may be repeated",
    )
    parser.add_argument(
        "--no-default-tables",
        action="store_false",
        dest="default_tables",
        help="know only the names of your own tables",
    )
    parser.set_defaults(command=show_entities)


def show_entities(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0, or 1 where nobody bears the spelling.

    Raises TableError for a wrong table.
    """
    from translit.lexicon import GivenTable, find_bearings, open_lexicon
    from translit.tables import list_given_tables

    tables = tuple(map(GivenTable, list_given_tables(args.tables)))
    lexicon = open_lexicon(tables, args.default_tables)
    bearings: dict[str, list[Bearing]] = {}
    for bearing in find_bearings(lexicon, args.name):
        bearings.setdefault(bearing.known.id, []).append(bearing)
    for found in _find_by_words(lexicon, args.name):
        bearings.setdefault(found.id, [])
    known = lexicon.find_entity(args.name)
    if known is not None:
        bearings.setdefault(known.id, [])
    if not bearings:
        complain(f"nobody is called {args.name} in the tables; --table adds your own")
        return NOTHING_FOUND
    for number, (entity_id, borne) in enumerate(bearings.items()):
        if number:
            print_line("")
        for line in _describe(lexicon, entity_id, borne, args.tables):
            print_line(line)
    return 0


def _find_by_words(lexicon: "Lexicon", name: str) -> "list[Known]":
    """Return those whose family name is the last word, and who have each of the other words."""
    from translit.lexicon import find_bearings, list_spellings
    from translit.schemes import fold

    words = name.split()
    if len(words) < 2:
        return []
    found = {one.known.id: one.known for one in find_bearings(lexicon, words[-1])}
    return [
        known
        for known in found.values()
        if all(fold(word) in list_spellings(lexicon, known.id) for word in words)
    ]


def _describe(
    lexicon: "Lexicon", entity_id: str, bearings: "list[Bearing]", tables: list[str]
) -> Iterator[str]:
    from translit.lexicon import list_spellings
    from translit.tables import spell_out

    known = lexicon.find_entity(entity_id)
    assert known is not None
    entity = known.entity
    yield f"{entity.id}: {spell_out(entity.name)} ({entity.kind})"
    for bearing in bearings:
        yield f"    spelling: {_describe_bearing(bearing)}"
    natives = [f"{spell_out(name)} ({lang})" for lang, name in entity.native.items()]
    if natives:
        yield f"    in the original: {', '.join(natives)}"
    if country := known.fields.get("in"):
        yield f"    in: {country}"
    yield f"    spellings known: {len(list_spellings(lexicon, entity_id)):,}"
    place = _find_row(entity_id, tables)
    if place:
        yield f"    row: {place}"


def _describe_bearing(bearing: "Bearing") -> str:
    from translit.schemes import describe_scheme

    named = [describe_scheme(scheme) for scheme in bearing.schemes[:_MOST_SCHEMES]]
    more = len(bearing.schemes) - len(named)
    by = f" by {', '.join(named)}{f' and {more} more' if more > 0 else ''}" if named else ""
    return f"{bearing.source}, {bearing.part}: {bearing.original}{by}"


def _find_row(entity_id: str, tables: list[str]) -> str:
    """Return the file and the line of a row, of the user's tables first; empty if not found."""
    from translit.datafolder import find_data_folder

    row = re.compile(rf'^\[{re.escape(entity_id)}\]|"id": ?"{re.escape(entity_id)}"', re.MULTILINE)
    folder = find_data_folder() / "entities"
    for path in [*map(Path, tables), *sorted(folder.rglob("*.toml"))]:
        text = path.read_text(encoding="utf-8")
        if match := row.search(text):
            shown = path.relative_to(folder.parents[1]) if folder in path.parents else path
            return f"{shown.as_posix()}:{text.count(chr(10), 0, match.start()) + 1}"
    return ""
