"""`translit decline`: the forms of a name in the cases of a language."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import text_argument
from translit.cli.output import print_line, print_text

if TYPE_CHECKING:
    from translit.languages import Forms, Gender, Kind

_KINDS = ("family", "given", "place", "organization", "acronym")
_GENDERS = ("m", "f", "n")
_OF = {"m": "of a man", "f": "of a woman"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Prints the forms of a name in the cases of a language: the case, the form that is "
        "written, and after a tab others that are read."
    )
    parser.epilog = "example: translit decline Zełenski --lang pl --gender m"
    parser.add_argument(
        "name", metavar="NAME", type=text_argument, help="a name as the language writes it"
    )
    parser.add_argument(
        "--lang", metavar="LANG", required=True, help="the language of the text, such as pl"
    )
    parser.add_argument(
        "--kind", choices=_KINDS, default="family", help="what it is a name of (default: family)"
    )
    parser.add_argument(
        "--gender", choices=_GENDERS, help="of a person: both if it is not given; of a word"
    )
    parser.add_argument(
        "--plural", action="store_true", help="the family (Zełenscy), or a name that is a plural"
    )
    parser.add_argument(
        "--foreign",
        action="store_true",
        help="of Latin original: its letters do not tell its sound",
    )
    parser.add_argument(
        "--words",
        type=int,
        metavar="N",
        help="how many words at the start decline; -1: only the last one",
    )
    parser.add_argument("--json", action="store_true", help="print the forms as JSON")
    parser.set_defaults(command=decline_name)


def decline_name(args: argparse.Namespace) -> int:
    """Run the command and return its exit status, 0.

    Raises LanguageError for a language without paradigms, or a name that none fits.
    """
    from translit.languages import LanguageError, check_declines

    check_declines(args.lang)
    persons = args.kind in ("family", "given")
    genders: tuple[Gender | None, ...] = (args.gender,)
    if persons and args.gender is None and not args.plural:
        genders = ("m", "f")
    tables = {gender: forms for gender in genders if (forms := _decline(args, gender))}
    if not tables:
        raise LanguageError(
            f"no paradigm of “{args.lang}” fits “{args.name}” as {_describe(args)}; say another "
            f"--kind, --gender, --foreign or --words, or add one to the file of the language"
        )
    if args.json:
        import json

        rows = [{"gender": gender, "forms": forms} for gender, forms in tables.items()]
        print_text(json.dumps(rows, ensure_ascii=False) + "\n")
        return 0
    both = len(tables) > 1 and len({str(forms) for forms in tables.values()}) > 1
    for gender, forms in tables.items():
        if both:
            print_line(f"{_OF[gender or 'm']}:")
        for case, (written, *read) in forms.items():
            print_line(f"{case}\t{written}" + (f"\t{', '.join(read)}" if read else ""))
        if not both:
            break
    return 0


def _decline(args: argparse.Namespace, gender: "Gender | None") -> "Forms":
    """Return the forms of what the language makes of the name."""
    from translit.languages import decline, make_feminine, make_nominative

    kind: Kind = args.kind
    name: str = args.name
    if kind == "family" and gender == "f":
        name = make_feminine(name, args.lang)[0]

    def list_forms(name: str) -> "Forms":
        return decline(
            name,
            args.lang,
            kind,
            gender,
            number="pl" if args.plural else None,
            foreign=args.foreign,
            declines=args.words,
        )

    # Only a name that has no paradigm yet wants the nominative of the language: Putin, Putinas.
    return list_forms(name) or list_forms(make_nominative(name, args.lang, gender or "m")[0])


def _describe(args: argparse.Namespace) -> str:
    parts = [args.gender and f"gender {args.gender}", args.plural and "plural", f"kind {args.kind}"]
    return ", ".join(part for part in parts if part)
