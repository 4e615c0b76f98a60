"""`translit survey`: the names of files that no table knows, each with its spellings."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translit.cli.interrupts import find_status
from translit.cli.options import add_file_options, add_table_options, count_argument
from translit.cli.output import Progress, complain, print_line

if TYPE_CHECKING:
    from translit.files import Closed, FilePiece, Opened, Selection, Source, Workers
    from translit.survey import NameGroup, Notes, Survey, Surveyor

TROUBLE = 2
_MOST_SHOWN = 40
_EXAMPLES = """\
examples:
  translit survey articles/                   print the names, those first that are printed most
  translit survey articles/ --to found.toml   and draft rows of a table for them
  translit survey corpus.jsonl --field text --jobs 4 --json groups.json

Nothing is rewritten. Exit status: 0 fine, 2 trouble (a file could not be read), 130 interrupted."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.description = (
        "Finds names that no table knows and that the files spell in several ways, each as one "
        "original explains its spellings. Reads what translit-fix reads."
    )
    parser.epilog = _EXAMPLES
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; - or none for stdin"
    )
    group = parser.add_argument_group("output")
    group.add_argument("--to", metavar="FILE", help="write a draft of a table, in TOML")
    group.add_argument("--json", metavar="FILE", help="write all that was found, in JSON")
    group.add_argument(
        "--jobs", metavar="N", type=count_argument, help="worker processes (default: 1)"
    )
    group.add_argument("--quiet", action="store_true", help="no progress bar")
    add_file_options(parser)
    names = parser.add_argument_group("names")
    names.add_argument(
        "--lang",
        metavar="CODE",
        help="the language that the texts are in, such as en or pl; auto (default) tells it from "
        "each text",
    )
    add_table_options(names, settings=True)
    unasked = dict.fromkeys(("style", "fuzzy", "renamed", "unlisted", "strict"))
    parser.set_defaults(command=survey, parser=parser, output=None, output_dir=None, **unasked)


def survey(args: argparse.Namespace) -> int:
    """Run the command and return its exit status."""
    from translit.cli.inputs import list_sources
    from translit.cli.settings import apply_settings
    from translit.files import Selection, Workers
    from translit.survey import Surveyor

    args.paths = args.paths or ["-"]
    apply_settings(args)
    selection = Selection(tuple(args.fields), tuple(args.columns))
    sources = list_sources(args, selection)
    _refuse_clashes(args, sources)
    surveyor = Surveyor(args.tables, default_tables=args.default_tables, lang=args.lang)
    with Workers(surveyor, args.jobs) as workers:
        return _SurveyRun(args, sources, surveyor, workers).run(selection)


def _refuse_clashes(args: argparse.Namespace, sources: "Sequence[Source]") -> None:
    """Raise DocumentError if what is written would go over what is read, or over one another."""
    from translit.files import DocumentError

    read = {source.place for source in sources if source.place is not None}
    read |= {Path(table).resolve() for table in args.tables}
    for option, path in (("--to", args.to), ("--json", args.json)):
        if path is None:
            continue
        place = Path(path).resolve()
        if place in read:
            raise DocumentError(
                f"{option} {path} would be written over what is read; name another file"
            )
        read.add(place)


class _SurveyRun:
    """One survey of some files, with what is said of it on the way."""

    def __init__(
        self,
        args: argparse.Namespace,
        sources: "Sequence[Source]",
        surveyor: "Surveyor",
        workers: "Workers[Notes]",
    ) -> None:
        self._args = args
        self._sources = sources
        self._surveyor = surveyor
        self._workers = workers
        self._progress = Progress(quiet=args.quiet)
        self._status = 0

    def run(self, selection: "Selection") -> int:
        from translit.files import read_sources
        from translit.survey import group_notes

        try:
            notes = self._gather(self._workers.resolve(read_sources(self._sources, selection)))
            found = group_notes(
                notes,
                self._surveyor,
                self._workers.map,
                lambda done, total: self._progress.update(done, total, "names read"),
            )
        except KeyboardInterrupt as interrupt:
            self._progress.clear()
            complain(f"{self._args.parser.prog}: interrupted; nothing was written")
            return find_status(interrupt)
        finally:
            self._progress.clear()
        self._write(found)
        for line in _summarize(found, self._args):
            print_line(line)
        return self._status

    def _gather(
        self, items: "Iterable[tuple[FilePiece | Opened | Closed, Notes | None]]"
    ) -> "Notes":
        from translit.files import Closed, Opened
        from translit.survey import Notes

        notes = Notes()
        name, done = "", 0
        for item, found in items:
            if isinstance(item, Opened):
                name = item.source.name
            elif isinstance(item, Closed):
                item.source.close()
                done += 1
                if item.problem:
                    self._complain(item.problem)
            elif found is not None:
                if found.trouble:
                    self._complain(f"{name}:{item.line}: {found.trouble}; not read")
                found.examples = {
                    spelling: tuple(one._replace(file=name) for one in examples)
                    for spelling, examples in found.examples.items()
                }
                notes += found
            said = f"files, {notes.documents:,} documents, {len(notes.seen):,} names"
            self._progress.update(done, len(self._sources), said)
        return notes

    def _complain(self, message: str) -> None:
        self._progress.clear()
        complain(f"{self._args.parser.prog}: {message}")
        self._status = TROUBLE

    def _write(self, found: "Survey") -> None:
        from translit.replacing import write_file

        if self._args.json is not None:
            import json

            text = json.dumps(found.to_json(), ensure_ascii=False, indent=1) + "\n"
            write_file(Path(self._args.json).absolute(), [text.encode("utf-8", "replace")])
        if self._args.to is not None:
            found.to_table(self._args.to)


def _summarize(found: "Survey", args: argparse.Namespace) -> Iterator[str]:
    sure = sum(group.sure for group in found.groups)
    yield (
        f"{_count(len(found.groups), 'name')} in several spellings, {sure:,} of them sure; "
        f"{_count(found.names, 'unlisted spelling')} in {_count(found.documents, 'document')}"
    )
    for group in found.groups[:_MOST_SHOWN]:
        yield _describe(group)
    if len(found.groups) > _MOST_SHOWN:
        yield f"… and {len(found.groups) - _MOST_SHOWN:,} more; --json FILE has all"
    if args.to is not None:
        yield f"{args.to}: {_count(len(found.groups), 'row')} to look through"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _describe(group: "NameGroup") -> str:
    spellings = ", ".join(f"{one.text} {one.count}" for one in group.spellings)
    doubt = "" if group.sure else " (likely)"
    return f"{group.original}{doubt}: {spellings}"
