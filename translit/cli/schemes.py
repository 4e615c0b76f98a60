"""`translit schemes`: which romanizations there are, and what one of them says."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import text_argument
from translit.cli.output import complain, print_line

if TYPE_CHECKING:
    from translit.schemes import Romanization, Scheme

NOTHING_FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Lists the schemes, all or those in which every WORD is found, or shows one by its id."
    )
    parser.epilog = (
        "examples: translit schemes uk; translit schemes duden; translit schemes ru/press-pl"
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        type=text_argument,
        help="an id, or words of an id, title, authority or source",
    )
    parser.set_defaults(command=list_schemes)


def list_schemes(args: argparse.Namespace) -> int:
    """Run the command and return its exit status: 0, or 1 where no scheme is found."""
    from translit.schemes import list_scheme_ids, load_scheme

    ids = list_scheme_ids()
    if len(args.words) == 1 and args.words[0] in ids:
        for line in _list_lines(load_scheme(args.words[0])):
            print_line(line)
        return 0
    found = [load_scheme(scheme_id) for scheme_id in ids]
    found = [scheme for scheme in found if _holds(scheme, args.words)]
    for scheme in found:
        print_line(f"{scheme.id}\t{_title(scheme)}")
    if not found:
        complain(f"no scheme holds {' and '.join(args.words)}; `translit schemes` lists them all")
        return NOTHING_FOUND
    return 0


def _title(scheme: "Romanization") -> str:
    from translit.schemes import describe_scheme

    return describe_scheme(scheme.id)


def _holds(scheme: "Romanization", words: list[str]) -> bool:
    about = [
        scheme.id,
        _title(scheme),
        getattr(scheme, "authority", ""),
        getattr(scheme, "source", ""),
    ]
    text = " ".join(about).lower()
    return all(word.lower() in text for word in words)


def _list_lines(scheme: "Romanization") -> list[str]:
    from translit.schemes import Scheme

    lines = [f"{scheme.id}: {_title(scheme)}"]
    if isinstance(scheme, Scheme):
        lines += _describe(scheme)
    return lines


def _describe(scheme: "Scheme") -> list[str]:
    checked = "" if scheme.checked else " (unchecked)"
    lines = [f"authority: {scheme.authority}{checked}", f"source: {scheme.source}"]
    if scheme.year:
        lines.append(f"year: {scheme.year}")
    if scheme.note:
        lines.append(f"note: {scheme.note}")
    letters = [
        f"{letter} {'/'.join(t or '–' for t in to)}" for letter, to in scheme.letters.items()
    ]
    lines.append("letters: " + ", ".join(letters))
    if scheme.rules:
        lines.append(f"rules: {len(scheme.rules)}, before the letters")
    lines += [f"example: {source} → {spelling}" for source, spelling in scheme.examples]
    return lines
