"""`translit languages`: which languages there are, and what is known of one."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import text_argument
from translit.cli.output import print_line

if TYPE_CHECKING:
    from translit.languages import Language

_MOST_SHOWN = 12  # words of a list


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Lists the languages, with what is known of each, or shows what is known of one."
    )
    parser.epilog = "examples: translit languages; translit languages pl"
    parser.add_argument("code", nargs="?", metavar="CODE", type=text_argument, help="such as pl")
    parser.set_defaults(command=list_languages)


def list_languages(args: argparse.Namespace) -> int:
    """Run the command and return its exit status, 0. Raises LanguageError for an unknown code."""
    from translit.languages import find_language, load_languages

    if args.code is not None:
        for line in _describe(find_language(args.code)):
            print_line(line)
        return 0
    for language in load_languages().values():
        print_line(f"{language.code}\t{language.title}\t{', '.join(_list_known(language))}")
    return 0


def _list_known(language: "Language") -> list[str]:
    """Return what is known of a language, in words."""
    from translit.forms import list_style_ids

    known = []
    if language.small_words:
        known.append("text is told and read")
    if language.code in list_style_ids() or language.code == "en":
        known.append("a style of its press")
    if language.grammar.get("paradigms"):
        known.append(f"{len(language.grammar['paradigms'])} paradigms")
    return known or ["letters of names"]


def _describe(language: "Language") -> list[str]:
    checked = "" if language.checked else " (unchecked)"
    lines = [f"{language.code}: {language.title}{checked}", f"script: {language.script}"]
    lines.append(f"known: {', '.join(_list_known(language))}")
    around = language.around
    lists = {
        "small words": language.small_words,
        "titles": [word for words in around.titles.values() for word in words],
        "kin": [word for words in around.kin.values() for word in words],
        "work": around.work,
        "talk of names": around.naming,
        "talk of spelling": around.spelling,
        "countries": list(language.countries),
        "possession": language.possessives,
        "elisions": language.elisions,
        "cases": language.cases,
    }
    for name, words in lists.items():
        if words:
            more = f" and {len(words) - _MOST_SHOWN} more" if len(words) > _MOST_SHOWN else ""
            lines.append(f"{name}: {', '.join(words[:_MOST_SHOWN])}{more}")
    return lines
