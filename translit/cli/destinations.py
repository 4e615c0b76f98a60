"""What the commands do with the pieces of a file: print them, or something of them."""

import sys

from translit.cli.output import is_terminal, print_bytes, print_text, wants_colour
from translit.files import FORMATS, DocumentError, Encoder, FilePiece, Outcome, Source, refuse
from translit.reports import UnifiedDiff, mention_lines, prose_diff_lines


class PrintedResult:
    """Prints the text with its edits made, in the encoding of the file."""

    def __init__(self, source: Source) -> None:
        _refuse_table(source, "--in-place or --output-dir")
        self._encoder = Encoder(source)
        self._any = False

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Print a piece."""
        print_bytes(self._encoder.encode(outcome.result))

    def finish(self) -> None:
        """Print what the encoding needs at the end."""
        print_bytes(self._encoder.finish())

    def abandon(self) -> None:
        """What is printed is printed."""


class PrintedDiff:
    """Prints what changes, as a unified diff."""

    def __init__(self, source: Source) -> None:
        _refuse_table(source, "--json")
        self._source = source
        self._diff: UnifiedDiff | None = None

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Print what is settled with a piece."""
        if self._diff is None:  # the byte order mark is known once the file is read
            mark = read_mark(self._source)
            self._diff = UnifiedDiff(
                self._source.name if self._source.path is None else str(self._source.path),
                mark=mark,
                colour=wants_colour(),
                shown=is_terminal(sys.stdout),
            )
        for line in self._diff.add(piece.source, outcome.changes):
            print_text(line)

    def finish(self) -> None:
        """Print the rest."""
        if self._diff is not None:
            for line in self._diff.finish():
                print_text(line)

    def abandon(self) -> None:
        """What is printed is printed."""


class PrintedProseDiff:
    """Prints what changes in the prose of a file that is no text: to be read, not applied."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Print what changes in a piece, paragraph by paragraph."""
        if not outcome.changes:
            return
        for line in prose_diff_lines(piece, outcome.result, self._source.name):
            print_text(line)

    def finish(self) -> None:
        """Nothing is left."""

    def abandon(self) -> None:
        """What is printed is printed."""


class PrintedMentions:
    """Prints every mention as JSON Lines."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Print the mentions of a piece."""
        mark = read_mark(self._source)
        for line in mention_lines(outcome.mentions, piece, self._source.name, mark=mark):
            print_text(line)

    def finish(self) -> None:
        """Nothing is left."""

    def abandon(self) -> None:
        """What is printed is printed."""


class Nowhere:
    """Prints nothing: the run is for its exit status or for a report."""

    def __init__(self, source: Source) -> None:
        pass

    def add(self, piece: FilePiece, outcome: Outcome) -> None:
        """Do nothing."""

    def finish(self) -> None:
        """Do nothing."""

    def abandon(self) -> None:
        """Do nothing."""


def read_mark(source: Source) -> str:
    """Return the byte order mark that a source has before its text, as text."""
    encoding = source.file.encoding
    return encoding.mark.decode(encoding.codec)


def name_format(kind: str) -> str:
    """Return how messages name a format that is no text."""
    return kind.title() if FORMATS[kind].asks else kind.upper()


def _refuse_table(source: Source, cure: str) -> None:
    if FORMATS[source.kind].cut is None:
        error: DocumentError = refuse(
            source.path, f"is {name_format(source.kind)}, not text; use {cure}"
        )
        raise error
