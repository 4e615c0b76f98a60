"""`translit variants`: every spelling that the schemes make of a name."""

import argparse

from translit.cli.options import text_argument
from translit.cli.output import print_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Lists the spellings that the schemes make of a name, each with its schemes after a tab."
    )
    parser.epilog = "example: translit variants Зеленський --lang uk"
    parser.add_argument(
        "name", metavar="NAME", type=text_argument, help="a name in its original script"
    )
    parser.add_argument(
        "--lang",
        metavar="LANG",
        help="its language, such as be, ru or uk; guessed from its letters if it is not given",
    )
    parser.add_argument(
        "--scheme", metavar="ID", help="only the spellings of this scheme, such as uk/press-de"
    )
    parser.set_defaults(command=list_variants, parser=parser)


def list_variants(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0. Raises SchemeError for a wrong argument."""
    from translit.schemes import load_scheme, spell_name, variants

    lang = args.lang or _guess_language(args.name)
    if args.scheme is None:
        found = variants(args.name, lang)
    elif not args.scheme.startswith(f"{lang}/"):
        args.parser.error(f"argument --scheme: {args.scheme} is no scheme of --lang {lang}")
    else:
        scheme = load_scheme(args.scheme)
        found = dict.fromkeys(spell_name(args.name, scheme), (scheme.id,))
    for spelling, schemes in found.items():
        print_line(f"{spelling}\t{', '.join(schemes)}")
    return 0


def _guess_language(name: str) -> str:
    from translit.schemes import SchemeError, detect_language

    lang = detect_language(name)
    if lang is None:
        raise SchemeError(f"the letters of “{name}” do not tell its language; add --lang")
    return lang
