"""The options of every command that resolves names, and the input that commands share."""

import argparse
from typing import TYPE_CHECKING

from translit.options import DEFAULTS, Options

if TYPE_CHECKING:
    from translit.normalizer import Normalizer


def add_normalizer_options(parser: argparse.ArgumentParser, *, settings: bool = False) -> None:
    """Add the options that say which form is wanted and which names are known.

    With `settings`, what is not given is None, to be filled in from a file of settings.
    """
    group = parser.add_argument_group("names")
    group.add_argument(
        "--style",
        default=None if settings else DEFAULTS["style"],
        metavar="STYLE",
        help="which form is wanted: auto (default), what the press of the text's language prints, "
        "news, that of another style, such as de, bgn-pcgn or native, or of a style file of your "
        "own",
    )
    group.add_argument(
        "--lang",
        default=None if settings else DEFAULTS["lang"],
        metavar="CODE",
        help="the language that the texts are in, such as en or pl; auto (default) tells it from "
        "each text",
    )
    add_table_options(group, settings=settings)
    _add_choices(group, settings=settings)


def _add_choices(group: argparse._ArgumentGroup, *, settings: bool) -> None:
    group.add_argument(
        "--set",
        action="append",
        type=set_argument,
        default=[],
        metavar="ID=FORM",
        dest="forms",
        help="write this form of the entity with this id, such as kyiv=Kyiv; may be repeated",
    )
    group.add_argument(
        "--fuzzy",
        choices=Options.choices("fuzzy"),
        default=None if settings else DEFAULTS["fuzzy"],
        help="damaged spellings: repaired where the text licenses it (default), only reported, "
        "or not looked for",
    )
    group.add_argument(
        "--renamed",
        choices=Options.choices("renamed"),
        default=None if settings else DEFAULTS["renamed"],
        help="former names of places: kept (default) or rewritten to today's",
    )
    group.add_argument(
        "--unlisted",
        choices=Options.choices("unlisted"),
        default=None if settings else DEFAULTS["unlisted"],
        help="names that no table knows: left alone (default), or where a document spells one "
        "in several ways, these reported, or made one",
    )


def add_table_options(group: argparse._ArgumentGroup, *, settings: bool) -> None:
    """Add the options that say which names are known."""
    group.add_argument(
        "--table",
        action="append",
        default=None if settings else [],
        metavar="FILE",
        dest="tables",
        help="a table of your own, stronger than the default tables; may be repeated",
    )
    group.add_argument(
        "--no-default-tables",
        action="store_const",
        const=False,
        default=None if settings else True,
        dest="default_tables",
        help="know only the names of your own tables",
    )


def add_file_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which files are read, and what of them is prose."""
    group = parser.add_argument_group("files")
    group.add_argument(
        "--type",
        metavar="TYPE",
        type=type_argument,
        help="what all files are, whatever their suffix, such as markdown or csv; one that is not "
        "known is answered with those that are",
    )
    for option, metavar, summary in (
        ("--field", "FIELD", "the field of JSON that is prose, such as title or body.text"),
        ("--column", "NAME", "the column of CSV, TSV or Parquet that is prose"),
        ("--include", "GLOB", "of a folder, take just the files like this"),
        ("--exclude", "GLOB", "of a folder, leave out files and folders like this"),
        ("--keep", "FILE", "spellings that are never to be touched, one a line"),
    ):
        plural = "s" if option in ("--field", "--column") else ""
        group.add_argument(
            option,
            metavar=metavar,
            action="append",
            dest=option[2:] + plural,
            help=f"{summary}; may be repeated",
        )
    _add_names_and_encoding(group)


def _add_names_and_encoding(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--lang-column",
        metavar="NAME",
        help="the column of a table, or field of JSON, that names the language of each row",
    )
    group.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="what stdin is called: tells its type, its settings, and its name in messages",
    )
    group.add_argument(
        "--encoding",
        metavar="NAME",
        type=encoding_argument,
        help="the encoding of all files; UTF-8, or UTF-16 with a byte order mark, if not given; "
        "auto guesses it",
    )
    group.add_argument(
        "--config",
        metavar="FILE",
        help="the pyproject.toml to read; the nearest one with [tool.translit-fix] if not given",
    )


def build_normalizer(args: argparse.Namespace) -> "Normalizer":
    """Return the normalizer that the options ask for.

    Raises TableError, SchemeError, StyleError or LanguageError for what is wrong.
    """
    from translit.normalizer import Normalizer

    options = {name: getattr(args, name) for name in DEFAULTS}
    forms = {
        **getattr(args, "set_forms", {}),
        **{entity_id: (form, f"--set {entity_id}") for entity_id, form in args.forms},
    }
    if forms:
        from translit.lexicon import overrule

        options["tables"] = overrule(
            args.tables, forms, default_tables=args.default_tables, style=args.style
        )
    return Normalizer(**options)


def set_argument(argument: str) -> tuple[str, str]:
    """Return the id and the form of `ID=FORM`; anything else is a wrong argument.

    >>> set_argument("kyiv=Kyiv")
    ('kyiv', 'Kyiv')
    """
    entity_id, equals, form = text_argument(argument).partition("=")
    if not equals or not entity_id.strip() or not form.strip():
        raise argparse.ArgumentTypeError(f"“{argument}” is not ID=FORM, such as kyiv=Kyiv")
    return entity_id.strip(), form.strip()


def text_argument(argument: str) -> str:
    """Return a text given on the command line; one that is not UTF-8 is a wrong argument."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("not UTF-8; convert it first") from None
    return argument


def type_argument(argument: str) -> str:
    """Return the name of a type of file; another one is a wrong argument."""
    from translit.files import FORMATS

    if argument not in FORMATS:
        raise argparse.ArgumentTypeError(f"“{argument}” is not one of {', '.join(FORMATS)}")
    return argument


def encoding_argument(argument: str) -> str:
    """Return the name of an encoding or `auto`; an unknown one is a wrong argument."""
    from translit.files import describe_no_codec, find_codec

    if argument != "auto" and find_codec(argument) is None:
        raise argparse.ArgumentTypeError(describe_no_codec(argument))
    return argument


def count_argument(argument: str) -> int:
    """Return a number from 1 up; another one is a wrong argument."""
    if not argument.isdecimal() or int(argument) < 1:
        raise argparse.ArgumentTypeError(f"“{argument}” is not a number from 1 up")
    return int(argument)


def read_stdin() -> str:
    """Return what stands on stdin; DocumentError if it is not UTF-8 text."""
    from translit.files import read_text

    return read_text(None)
