"""`translit table`: one's own tables checked, formatted, counted, brought in and given out."""

import argparse
import re

from translit.cli.output import complain, print_line, print_text

FOUND = 1
_MOST_SHOWN = 200  # of what an import leaves out; the rest is counted


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the commands of `translit table` to its parser."""
    parser.description = "Checks, formats, counts, imports and exports tables of names."
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, summary, add in (
        ("check", "find what is wrong in tables", _configure_check),
        ("format", "write tables in one form, for small diffs", _configure_format),
        ("stats", "count what tables hold", _configure_stats),
        ("import", "make a table of another program's file", _configure_import),
        ("export", "write the spellings of tables for another program", _configure_export),
        ("schema", "print the JSON Schema by which editors check tables", _configure_schema),
    ):
        add(commands.add_parser(name, help=summary))


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
    from translit.testing import (
        Subject,
        check_tables,
        describe_unread,
        format_findings,
        list_errors,
        load_tables,
        sort_findings,
    )

    if args.examples and find_spec("hypothesis") is None:
        complain("--examples is left out: it needs pip install 'translit-fix[testing]'")
    tables, findings = load_tables(args.paths)
    unread: list[str] = []
    try:
        if tables:
            subject = Subject(tables)
            findings += check_tables(subject, examples=args.examples)
            unread += describe_unread(subject)
    except TableError as error:  # the tables do not fit one another
        findings += list_errors(error)
    if findings:
        print_text(format_findings(sort_findings(findings), args.format) + "\n")
    if args.format == "text":
        for note in unread:
            complain(note)
        rows = sum(len(table.rows) for table in tables)
        complain(f"{_number(rows, 'row')} in {_number(len(tables), 'table')}: "
                 f"{_number(len(findings), 'finding')}")  # fmt: skip
    return FOUND if findings else 0


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _configure_format(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Rewrites tables in one form: fields in one order, rows sorted by id within their "
        "sections (which a comment between blank lines starts). Comments stay."
    )
    _add_paths(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a file would change"
    )
    parser.set_defaults(command=format_files, parser=parser)


def format_files(args: argparse.Namespace) -> int:
    """Run `translit table format` and return its exit status."""
    from translit.tables import format_table, rewrite_table
    from translit.testing import list_table_files

    status = 0
    for path in list_table_files(args.paths):
        changed = rewrite_table(path, format_table(path), dry_run=args.check)
        if changed and args.check:
            complain(f"{path}: would change")
            status = FOUND
    return status


def _configure_stats(parser: argparse.ArgumentParser) -> None:
    parser.description = "Counts what tables hold: rows by kind, native names by language, aliases."
    _add_paths(parser)
    parser.set_defaults(command=count, parser=parser)


def count(args: argparse.Namespace) -> int:
    """Run `translit table stats` and return its exit status: 0. Raises TableError."""
    from translit.tables import count_rows, load_table
    from translit.testing import list_table_files

    tables = [load_table(path) for path in list_table_files(args.paths)]
    for name, number in count_rows(row for table in tables for row in table.rows).items():
        print_line(f"{name}\t{number}")
    return 0


def _configure_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Makes a table of a file and prints it; the table passes `translit table check`. What "
        "cannot be used is listed on stderr with its line, the reason and the cure. Persons are "
        "not alone."
    )
    parser.epilog = "example: translit table import --from opensanctions targets.simple.csv"
    parser.add_argument("path", metavar="FILE", help="the file, in UTF-8")
    parser.add_argument(
        "--from",
        dest="source",
        required=True,
        metavar="FORMAT",
        choices=("csv", "geonames", "jrc-names", "openrefine", "opensanctions", "spacy", "tbx",
                 "wikidata-entities", "wikidata-sparql"),
        help="csv (a name, and its original or an alias; kind, lang, gender, reading, titles, "
        "country), geonames (alternateNamesV2.txt), jrc-names, openrefine (CSV, TSV or JSON), "
        "opensanctions (targets.simple.csv), spacy (EntityRuler), tbx (a termbase), "
        "wikidata-entities, wikidata-sparql (results as JSON)",
    )  # fmt: skip
    _add_what_is_told(parser)
    parser.add_argument(
        "--unchecked",
        action="store_true",
        help="keep what the check of tables finds fault with, to be mended by hand",
    )
    parser.add_argument(
        "--to", choices=["toml", "jsonl"], default="toml", help="for people, or for machines"
    )
    parser.set_defaults(command=bring_in, parser=parser)


def _add_what_is_told(parser: argparse.ArgumentParser) -> None:
    """Add what the user knows of a file that does not say it."""
    parser.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="WHAT=HEADER,…",
        help="which columns of a CSV hold what: name=Person,native=In Hangul. WHAT is name, "
        "native, alias, kind, lang, gender, reading, titles, in or wikidata",
    )
    parser.add_argument(
        "--lang",
        default="",
        metavar="CODE",
        help="the language of originals of which neither the file nor their letters tell it",
    )
    parser.add_argument(
        "--kind",
        choices=["person", "place", "organization", "other"],
        help="what the names are, where the file does not tell or tells it by an unknown label",
    )


def _columns(argument: str) -> dict[str, str]:
    """Read *name=Person,native=Own name*; a header may hold commas."""
    parts = re.split(r",(?=\s*[a-z]+=)", argument)
    pairs = [part.partition("=") for part in parts]
    if not all(key.strip() and header.strip() for key, _, header in pairs):
        raise argparse.ArgumentTypeError(
            f"{argument!r} names no columns; write name=Person,native=Original"
        )
    return {key.strip(): header.strip() for key, _, header in pairs}


def bring_in(args: argparse.Namespace) -> int:
    """Run `translit table import` and return its exit status: 0, or 1 if no row was made."""
    from translit.exchange import Imported, count_unread, import_table
    from translit.tables import TableError, write_jsonl, write_toml

    try:
        found = import_table(
            args.path, args.source, kind=args.kind, lang=args.lang, columns=args.columns
        )
    except TableError:
        raise
    except ValueError as error:  # an argument that there is not, or not for this format
        args.parser.error(str(error))
    if not args.unchecked:
        from translit.testing import settle

        table, rejects = settle(found.table)
        rejects = sorted([*found.rejects, *rejects], key=lambda reject: reject.line)
        found = Imported(table, tuple(rejects))
    for reject in found.rejects[:_MOST_SHOWN]:
        complain(f"{args.path}:{reject.line}: left out “{reject.what}”: {reject.reason}")
    if len(found.rejects) > _MOST_SHOWN:
        complain(f"{args.path}: and {len(found.rejects) - _MOST_SHOWN:,} more, counted below")
    rows = found.table.rows
    if rows:
        print_text((write_jsonl if args.to == "jsonl" else write_toml)(rows))
    for reason, number in found.count_reasons():
        complain(f"{number:,} left out: {reason}")
    for lang, number in count_unread(rows):
        complain(
            f"{number:,} in {lang} without a reading, of which no spelling derives: give it in a "
            f"column `reading` of a CSV, or as reading.{lang} in the row"
        )
    complain(f"{_number(len(rows), 'row')} made, {_number(len(found.rejects), 'name')} left out")
    return 0 if rows else FOUND


def _configure_export(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Prints the sure spellings of tables with what each becomes: names in the primary letters "
        "of each scheme, and aliases that need no word beside them."
    )
    parser.epilog = "example: translit table export --to vale names.toml > styles/Names.yml"
    _add_paths(parser)
    parser.add_argument(
        "--to",
        dest="target",
        required=True,
        choices=["csv", "elasticsearch", "spacy", "tbx", "vale"],
        help="CSV, synonyms of Elasticsearch, patterns of a spaCy EntityRuler, a termbase in TBX, "
        "or a substitution rule of Vale",
    )
    parser.set_defaults(command=give_out, parser=parser)


def give_out(args: argparse.Namespace) -> int:
    """Run `translit table export` and return its exit status: 0. Raises TableError."""
    from translit.exchange import export_table
    from translit.lexicon import open_lexicon
    from translit.schemes import fold
    from translit.tables import load_table, merge_layers
    from translit.testing import list_table_files

    tables = [load_table(path) for path in list_table_files(args.paths)]
    rows = [row for row, _ in merge_layers([tables])]
    lexicon = open_lexicon((), True)
    print_text(export_table(rows, args.target, lambda word: lexicon.is_ordinary(fold(word))))
    return 0


def _configure_schema(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Prints the JSON Schema of tables in TOML. An editor that reads taplo's first line, "
        "#:schema names.json, completes and checks rows by it."
    )
    parser.epilog = "example: translit table schema > names.json"
    parser.set_defaults(command=show_schema, parser=parser)


def show_schema(args: argparse.Namespace) -> int:
    """Run `translit table schema` and return its exit status: 0."""
    from translit.datafolder import find_data_folder

    print_text((find_data_folder() / "schemas" / "entities.json").read_text("utf-8"))
    return 0
