"""`translit review`: a page to decide names on, and the decisions written into a table."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translit.cli.options import (
    add_file_options,
    add_normalizer_options,
    build_normalizer,
    count_argument,
)
from translit.cli.output import Progress, complain, print_line

if TYPE_CHECKING:
    from translit.cli.report_file import ReportFile
    from translit.files import Source
    from translit.tables import Table

APPLY = "review apply"
_PAGE = "review.html"


def join_words(argv: Sequence[str]) -> list[str]:
    """Return arguments in which `review apply` is the name of one command.

    >>> join_words(["review", "apply", "decisions.json"])
    ['review apply', 'decisions.json']
    """
    if list(argv[:2]) == APPLY.split():
        return [APPLY, *argv[2:]]
    return list(argv)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `translit review` to its parser."""
    parser.description = (
        "Makes one HTML page on which people decide: over the groups of a survey, or over the "
        "edits, suggestions and kept names of texts. It needs no server, and nothing leaves the "
        "machine. `translit review apply` writes what was decided into a table."
    )
    parser.epilog = (
        "examples: translit survey news/ --json found.json; translit review found.json;\n"
        "translit review --table newsroom.toml -o page.html news/;\n"
        "translit review apply decisions.json --table newsroom.toml"
    )
    parser.add_argument(
        "paths", nargs="+", metavar="FILE", help="surveys in JSON, or files and folders of texts"
    )
    parser.add_argument(
        "-o", dest="page", default=_PAGE, metavar="PAGE", help=f"the page to write ({_PAGE})"
    )
    parser.add_argument(
        "--decided",
        action="append",
        default=[],
        metavar="FILE",
        help="leave out what this file of decisions decides of texts; may be repeated",
    )
    parser.add_argument(
        "--jobs", metavar="N", type=count_argument, help="worker processes (default: 1)"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    add_file_options(parser)
    add_normalizer_options(parser, settings=True)
    parser.set_defaults(command=review, parser=parser, strict=None, output=None, output_dir=None)


def configure_apply(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `translit review apply` to its parser."""
    parser.description = (
        "Writes the decisions that a page of `translit review` saved into a table of your own: "
        "rows, aliases, keep and not_same, each with who, when and why. Comments and layout stay; "
        "applying twice changes nothing."
    )
    parser.epilog = "example: translit review apply decisions.json --table newsroom.toml"
    parser.add_argument("decisions", metavar="DECISIONS", help="the file that the page saved")
    parser.add_argument(
        "--table", required=True, metavar="FILE", help="the table (.toml), made if it is not there"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.set_defaults(command=apply)


def review(args: argparse.Namespace) -> int:
    """Run `translit review` and return its exit status: 0, or 2 if a file was in trouble."""
    from translit.cli.settings import apply_settings
    from translit.review import ReviewError, is_survey, require_template_engine
    from translit.tables import load_table

    apply_settings(args)
    require_template_engine(f"{args.parser.prog} -o {args.page}")
    tables = [load_table(path) for path in args.tables]
    surveys = [is_survey(path) for path in args.paths]
    if any(surveys) and not all(surveys):
        text = args.paths[surveys.index(False)]
        cure = "make a page of each: they are decided otherwise"
        raise ReviewError(text, None, "is a text beside a survey", cure)
    return _review_surveys(args, tables) if all(surveys) else _review_texts(args, tables)


def apply(args: argparse.Namespace) -> int:
    """Run `translit review apply` and return its exit status: 0. Raises ReviewError."""
    from translit.review import apply_decisions

    done = apply_decisions(args.decisions, args.table, dry_run=args.dry_run)
    for problem in done.undone:
        complain(problem)
    decisions = _number(done.decisions, "decision")
    if not (done.added or done.changed):
        print_line(f"{args.table}: nothing to change, by {decisions}")
        return 0
    would = "would be " if args.dry_run else ""
    rows = f"{_number(len(done.added), 'row')} {would}added, {len(done.changed):,} {would}changed"
    print_line(f"{args.table}: {rows}, by {decisions}")
    return 0


def _review_surveys(args: argparse.Namespace, tables: "Sequence[Table]") -> int:
    from translit.review import SurveyFile, digest_state, render_page
    from translit.tables import list_verdicts

    page = _open_page(args, [])
    verdicts = list_verdicts(row for table in tables for row in table.rows)
    survey = SurveyFile(verdicts, _list_known(args) if tables else None)
    for path in args.paths:
        survey.add(path)
    content = b"".join(Path(path).read_bytes() for path in args.paths)
    page.write(
        render_page(
            title="Names that no table knows",
            said=survey.describe(),
            view="entity",
            state=digest_state(content, tables),
            items=survey.items,
            files=survey.list_files(),
            place=Path(args.page).parent,
        )
    )
    print_line(f"{args.page}: {survey.describe()}; open it in a browser")
    return 0


def _list_known(args: argparse.Namespace) -> "Callable[[str], bool]":
    """Return what tells whether the tables know a spelling by itself, derived or listed."""
    normalizer = build_normalizer(args)

    def knows(spelling: str) -> bool:
        found = normalizer.find(spelling)
        return any(mention.text == spelling for mention in found)

    return knows


def _review_texts(args: argparse.Namespace, tables: "Sequence[Table]") -> int:
    from translit.cli.destinations import Nowhere
    from translit.cli.inputs import list_sources
    from translit.cli.running import Job
    from translit.files import KeepList, Resolver, Selection, Workers, read_keep_lists
    from translit.reports import Tally, page_lines
    from translit.review import Findings, list_decided
    from translit.tables import list_verdicts

    selection = Selection(tuple(args.fields), tuple(args.columns))
    keep = read_keep_lists(args.keep) if args.keep else KeepList()
    sources = list_sources(args, selection)
    page = _open_page(args, sources)
    decided = frozenset(pair for path in args.decided for pair in list_decided(path))
    findings = Findings(list_verdicts(row for table in tables for row in table.rows), decided)
    job = Job(
        args.parser.prog, Nowhere, Progress(quiet=args.quiet), Tally(findings), strict=args.strict
    )
    resolver = Resolver(build_normalizer(args), keep, check=False)
    with Workers(resolver, args.jobs) as workers:
        job.take(sources, selection, workers)
    page.write(
        page_lines(
            findings,
            title="Names to review",
            view="entity",
            tables=tables,
            style=find_style(args.style),
            place=Path(args.page).parent,
        )
    )
    print_line(f"{args.page}: {findings.describe()}; open it in a browser")
    return job.status


def find_style(style: str) -> str:
    """Return the id of a style that prints forms of its own; empty for that of a row's `name`."""
    from translit.forms import load_style
    from translit.options import AUTO

    if style == AUTO:
        return ""
    loaded = load_style(style)
    return "" if loaded.id == "news" else loaded.id


def _open_page(args: argparse.Namespace, sources: "Sequence[Source]") -> "ReportFile":
    from translit.cli.report_file import ReportFile

    texts = [] if sources else args.paths
    others = [
        *texts,
        *args.decided,
        *args.tables,
        *args.keep,
        *([args.config] if args.config else []),
    ]
    return ReportFile(args.page, sources, map(Path, others), "")


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
