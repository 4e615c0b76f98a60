"""`translit-fix` and `translit fix`: one form for the names of files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from translit.cli.options import (
    add_file_options,
    add_normalizer_options,
    count_argument,
)
from translit.cli.output import Progress, print_text

if TYPE_CHECKING:
    from translit.cli.report_file import ReportFile
    from translit.cli.running import Job
    from translit.files import Destination, Source
    from translit.reports import Annotations, Tally

FORMS = ("text", "github", "sarif", "json")

_EXAMPLES = """\
the four commands that people want:
  translit-fix article.txt                print it with every name in one form
  translit-fix --diff docs/               show what would change in a folder
  translit-fix --in-place docs/           change the files themselves
  translit-fix --check docs/              for CI: exit status 1 if a file would change

and some more:
  translit-fix --json article.txt         every name that was seen, and why
  translit-fix --report names.html docs/  a page to look through before --in-place
  translit-fix --field title --field body.text --in-place corpus.jsonl
  translit-fix --column text --jobs 4 --output-dir fixed export.csv
  pdftotext article.pdf - | translit-fix --style fr --table names.toml

exit status: 0 fine, 1 a file would change (--check), 2 trouble, 130 interrupted. A file in trouble
is left as it was and named on stderr with the reason, and the other files are done."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Gives the names of known persons, places and organizations one form in running text, "
        "and changes nothing else. Reads text, Markdown, reStructuredText, LaTeX, HTML, DOCX, "
        "EPUB, subtitles, PO, XLIFF, JSON, JSON Lines, CSV, TSV and Parquet; text also as .gz or "
        ".zst."
    )
    parser.epilog = _EXAMPLES
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; - or none for stdin"
    )
    _add_output_options(parser)
    add_file_options(parser)
    add_normalizer_options(parser, settings=True)
    parser.set_defaults(command=fix, parser=parser)


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    output = group.add_mutually_exclusive_group()
    for option, summary in (
        ("--in-place", "rewrite the files instead of printing them"),
        ("--diff", "print what would change as a unified diff (for patch -p0)"),
        ("--json", "print every mention of a name as JSON Lines"),
    ):
        output.add_argument(
            option, action="store_const", dest="output", const=option[2:], help=summary
        )
    output.add_argument("--output-dir", metavar="DIR", help="write copies there, in the same tree")
    group.add_argument("--backup", metavar="SUFFIX", help="with --in-place: keep the old file too")
    group.add_argument(
        "--check",
        action="store_true",
        help="print nothing and exit with 1 if a file would change; may go with --diff",
    )
    group.add_argument(
        "--format",
        choices=FORMS,
        help="of --check: lines on stderr (text, default), annotations of a GitHub workflow, SARIF "
        "or JSON on stdout",
    )
    group.add_argument(
        "--summary", action="store_true", help="print which entities were met, how and where"
    )
    group.add_argument(
        "--report",
        metavar="FILE",
        help="write an HTML page of all edits and suggestions, to review",
    )
    group.add_argument(
        "--jobs", metavar="N", type=count_argument, help="worker processes (default: 1)"
    )
    group.add_argument(
        "--strict", action="store_const", const=True, help="stop at the first trouble"
    )
    group.add_argument("--quiet", action="store_true", help="no progress bar")


def fix(args: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    from translit.cli.settings import apply_settings

    args.paths = args.paths or ["-"]
    _check_combination(args)
    apply_settings(args)
    return _fix_files(args)


def _check_combination(args: argparse.Namespace) -> None:
    refuse = args.parser.error
    writes = args.output == "in-place" or args.output_dir is not None
    if args.check and (writes or args.output == "json"):
        refuse("argument --check: goes alone or with --diff")
    if args.output == "in-place" and "-" in args.paths:
        refuse("argument --in-place: needs the PATH of a file, not stdin")
    if args.output_dir is not None and "-" in args.paths:
        refuse("argument --output-dir: needs the PATH of a file, not stdin")
    if args.backup is not None and args.output != "in-place":
        refuse("argument --backup: goes with --in-place")
    if args.backup is not None and (not args.backup or "/" in args.backup):
        refuse("argument --backup: needs a SUFFIX, such as .orig")
    if args.format is not None and (not args.check or args.output is not None):
        refuse("argument --format: goes with --check alone")
    if args.summary and args.format not in (None, "text"):
        refuse("argument --summary: not allowed with --format, which prints too")
    if args.stdin_filename is not None and "-" not in args.paths:
        refuse("argument --stdin-filename: goes with stdin, - or no PATH")
    if args.summary and args.output in ("diff", "json"):
        refuse("argument --summary: not allowed with --diff or --json, which print too")


def _fix_files(args: argparse.Namespace) -> int:
    from translit.cli.inputs import list_sources
    from translit.cli.resolvers import make_resolvers
    from translit.cli.running import Job
    from translit.files import Selection, Workers
    from translit.reports import Annotations, Tally
    from translit.review import Findings

    selection = Selection(tuple(args.fields), tuple(args.columns), args.lang_column)
    prints_result = args.output is None and not (args.check or args.summary or args.report)
    writes = prints_result or args.output == "in-place" or args.output_dir is not None
    annotations = Annotations(args.format) if args.format not in (None, "text") else None
    tally = Tally(None if args.report is None else Findings())
    sources = list_sources(args, selection)
    report = _refuse_clashes(args, sources)
    job = Job(
        args.parser.prog,
        lambda source: _open_destination(args, source, prints_result, annotations),
        Progress(quiet=args.quiet),
        tally,
        strict=args.strict,
        check=args.check,
        names_changes=annotations is None,
    )
    reports = bool(args.summary or args.report is not None or args.output == "json" or annotations)
    resolvers = make_resolvers(args, sources, check=writes, mentions=reports)
    with Workers(resolvers, args.jobs) as workers:
        job.take(sources, selection, workers)
    if annotations is not None:
        for line in annotations.list_lines():
            print_text(line)
    return _finish(args, job, tally, report)


def _refuse_clashes(args: argparse.Namespace, sources: "list[Source]") -> "ReportFile | None":
    """Return the file of the report; DocumentError if two outputs, or output and input, are one."""
    from translit.cli.report_file import ReportFile
    from translit.files import refuse_copies_over_inputs, refuse_printing_into_inputs
    from translit.review import require_template_engine

    refuse_copies_over_inputs(sources)
    refuse_printing_into_inputs(sources)
    if args.report is None:
        return None
    require_template_engine("--report")
    others = [*args.tables, *args.keep, *([args.config] if args.config else [])]
    return ReportFile(args.report, sources, map(Path, others), args.backup or "")


def _open_destination(
    args: argparse.Namespace,
    source: "Source",
    prints_result: bool,
    annotations: "Annotations | None" = None,
) -> "Destination":
    from translit.cli.destinations import (
        Nowhere,
        PrintedDiff,
        PrintedMentions,
        PrintedProseDiff,
        PrintedResult,
    )
    from translit.files import FORMATS, open_destination

    if args.output == "in-place" or args.output_dir is not None:
        return open_destination(source, backup=args.backup or "")
    if args.output == "diff":
        known = FORMATS[source.kind]
        has_prose = known.open is not None and known.is_one
        return PrintedProseDiff(source) if has_prose else PrintedDiff(source)
    if args.output == "json":
        return PrintedMentions(source)
    if annotations is not None:
        return annotations.open(source)
    return PrintedResult(source) if prints_result else Nowhere(source)


def _finish(
    args: argparse.Namespace, job: "Job", tally: "Tally", report: "ReportFile | None"
) -> int:
    if args.summary:
        from translit.reports import summary_lines

        for line in summary_lines(tally):
            print_text(line)
    if report is not None:
        from translit.cli.review import find_style
        from translit.reports import page_lines
        from translit.tables import load_table

        assert tally.findings is not None
        tables = [load_table(path) for path in args.tables]
        place = Path(args.report).parent
        style = find_style(args.style)
        report.write(page_lines(tally.findings, tables=tables, style=style, place=place))
    return job.status
