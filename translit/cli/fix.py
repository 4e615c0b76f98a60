"""`translit-fix` and `translit fix`: one form for the names of files."""

import argparse
from typing import TYPE_CHECKING

from translit.cli.options import add_normalizer_options, build_normalizer, read_stdin
from translit.cli.output import complain, print_bytes, print_text

if TYPE_CHECKING:
    from translit.documents import Document
    from translit.normalizer import Normalizer

WOULD_CHANGE, TROUBLE = 1, 2

_EXAMPLES = """\
examples:
  translit-fix article.txt                  print it with every name in one form
  translit-fix --diff article.txt           show what would change
  translit-fix --in-place *.txt             change the files themselves
  translit-fix --check *.txt                for CI: exit status 1 if a file would change
  translit-fix --json article.txt           every name that was seen, and why
  translit-fix --style fr article.txt       as French newspapers write them
  translit-fix --table names.toml a.txt     with names of your own
  pdftotext article.pdf - | translit-fix    from another program

exit status: 0 fine, 1 a file would change (--check), 2 trouble; a file in trouble is left as it
was and named on stderr with the reason, and the other files are done."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Gives the names of known persons, places and organizations one form in running text, "
        "and changes nothing else. Reads plain text in UTF-8."
    )
    parser.epilog = _EXAMPLES
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files; - or none for stdin")
    output = parser.add_argument_group("output").add_mutually_exclusive_group()
    for option, write, summary in (
        ("--in-place", _rewrite_file, "rewrite the files instead of printing them"),
        ("--diff", _print_diff, "print what would change as a unified diff (for patch -p0)"),
        ("--json", _print_mentions, "print every mention of a name as JSON Lines"),
    ):
        output.add_argument(option, action="store_const", dest="write", const=write, help=summary)
    parser.add_argument(
        "--check",
        action="store_true",
        help="print nothing and exit with 1 if a file would change; may go with --diff",
    )
    add_normalizer_options(parser)
    parser.set_defaults(command=fix, parser=parser)


def fix(args: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    from translit.documents import DocumentError

    paths = args.paths or ["-"]
    if args.check and args.write not in (None, _print_diff):
        args.parser.error("argument --check: goes alone or with --diff")
    if args.write is _rewrite_file and "-" in paths:
        args.parser.error("argument --in-place: needs the PATH of a file, not stdin")
    write = args.write or (_would_change if args.check else _print_result)
    normalizer = build_normalizer(args)
    status = 0
    for path in paths:
        try:
            document = _read(path)
            changed = write(document, normalizer)
        except DocumentError as error:
            complain(f"{args.parser.prog}: {error}")
            status = TROUBLE
            continue
        if args.check and changed:
            complain(f"{args.parser.prog}: {document.name}: would change")
            status = max(status, WOULD_CHANGE)
    return status


def _read(path: str) -> "Document":
    from translit.documents import read_document

    return read_stdin() if path == "-" else read_document(path)


# Each way of writing takes a document and tells whether a name changes in it.


def _print_result(document: "Document", normalizer: "Normalizer") -> bool:
    text = normalizer.normalize(document.text)
    print_bytes(document.encode(text))
    return text != document.text


def _would_change(document: "Document", normalizer: "Normalizer") -> bool:
    return normalizer.normalize(document.text) != document.text


def _print_diff(document: "Document", normalizer: "Normalizer") -> bool:
    from translit.reports import unified_diff

    explanation = normalizer.explain(document.text)
    print_text(unified_diff(document.text, explanation.edits, document.name, bom=document.bom))
    return bool(explanation.edits)


def _print_mentions(document: "Document", normalizer: "Normalizer") -> bool:
    from translit.reports import mention_lines

    explanation = normalizer.explain(document.text)
    for line in mention_lines(explanation.mentions, document.text, document.name, bom=document.bom):
        print_text(line)
    return bool(explanation.edits)


def _rewrite_file(document: "Document", normalizer: "Normalizer") -> bool:
    from translit.documents import check_rewrite, write_document

    explanation = normalizer.explain(document.text)
    if explanation.text == document.text:
        return False
    check_rewrite(document, explanation, normalizer)
    write_document(document, explanation.text)
    return True
