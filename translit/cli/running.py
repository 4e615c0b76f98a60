"""A run over files: each through the workers to its destination, with an exit status at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translit.cli.interrupts import find_status, hold_interrupts
from translit.cli.output import Progress, complain
from translit.files import (
    FORMATS,
    Closed,
    Destination,
    DocumentError,
    FilePiece,
    Opened,
    Outcome,
    Selection,
    Source,
    Workers,
    describe_fault,
    read_sources,
)
from translit.reports import Tally

WOULD_CHANGE, TROUBLE = 1, 2


def _describe(error: Exception, source: Source) -> str:
    """Return what is said of a file in trouble; a fault of ours is trouble of one file too."""
    if isinstance(error, DocumentError):
        return str(error)
    return f"{source.name}: {describe_fault(error)}"


class _StrictStop(Exception):
    """Something is wrong and --strict is given."""


@dataclass
class Job:
    """Takes the sources of a command one after the other; what is wrong is named and counted."""

    prog: str
    open_destination: Callable[[Source], Destination]
    progress: Progress
    tally: Tally
    strict: bool = False
    check: bool = False
    names_changes: bool = True
    done: int = 0
    status: int = 0
    _source: Source | None = None
    _destination: Destination | None = None
    _has_edits: bool = False
    _size: int = 0
    _number: int = 0

    def take(
        self, sources: Sequence[Source], selection: Selection, workers: Workers[Outcome]
    ) -> None:
        """Take all sources through the workers."""
        self._number = len(sources)
        items = read_sources(sources, selection)
        try:
            for item, outcome in workers.resolve(items):
                self._take_item(item, outcome)
        except _StrictStop:
            complain(f"{self.prog}: stopped, as --strict asks; {self._describe_end(len(sources))}")
        except KeyboardInterrupt as interrupt:
            self.status = find_status(interrupt)
            self.progress.clear()
            complain(f"{self.prog}: interrupted; {self._describe_end(len(sources))}")
        finally:
            with hold_interrupts():
                self._abandon()
            self.progress.clear()

    def complain(self, message: str) -> None:
        """Name what is wrong; the run goes on unless it is strict."""
        self.progress.clear()
        complain(f"{self.prog}: {message}")
        self.tally.note_trouble(message)
        self.status = TROUBLE
        if self.strict:
            raise _StrictStop

    def _take_item(self, item: FilePiece | Opened | Closed, outcome: Outcome | None) -> None:
        if isinstance(item, Opened):
            self._begin(item.source)
        elif isinstance(item, Closed):
            with hold_interrupts():
                self._end(item)
        elif outcome is not None:
            self._take_piece(item, outcome)
        size = self._size + (self._source.file.size if self._source else 0)
        said = f"files, {size / 1e6:,.1f} MB, {self.tally.number_of_edits:,} edits"
        self.progress.update(self.done, self._number, said)

    def _begin(self, source: Source) -> None:
        self._source, self._has_edits = source, False
        self.tally.begin(source.name)
        try:
            with hold_interrupts():
                self._destination = self.open_destination(source)
        except OSError:  # stdout cannot be written, which is no trouble of one file
            raise
        except Exception as error:
            self._give_up(_describe(error, source))

    def _take_piece(self, piece: FilePiece, outcome: Outcome) -> None:
        if self._destination is None or self._source is None:
            return
        if outcome.trouble:
            place = "" if FORMATS[self._source.kind].is_one else f":{piece.line}"
            message = f"{self._source.name}{place}: {outcome.trouble}"
            if outcome.refused:
                self._give_up(message)
                return
            self.complain(f"{message}; left as it was")
        self._has_edits = self._has_edits or bool(outcome.changes)
        try:
            self._destination.add(piece, outcome)
        except OSError:
            raise
        except Exception as error:
            self._give_up(_describe(error, self._source))
            return
        self.tally.add(piece, outcome)

    def _end(self, closed: Closed) -> None:
        source = closed.source
        destination, self._destination, self._source = self._destination, None, None
        self._size += source.file.size
        if destination is None:
            source.close()
            self.done += 1
            return
        try:
            if closed.problem:
                raise DocumentError(closed.problem)
            destination.finish()
            if self._has_edits and self.check:
                self._note_change(source)
        except OSError:
            raise
        except Exception as error:
            destination.abandon()
            self.complain(_describe(error, source))
        finally:
            source.close()
        self.done += 1

    def _note_change(self, source: Source) -> None:
        if self.names_changes:
            self.progress.clear()
            complain(f"{self.prog}: {source.name}: would change")
        self.status = max(self.status, WOULD_CHANGE)

    def _give_up(self, message: str) -> None:
        """Leave the file as it was; what still comes of it is not looked at."""
        with hold_interrupts():
            self._abandon()
        self.complain(message)

    def _abandon(self) -> None:
        if self._destination is not None:
            self._destination.abandon()
            self._destination = None

    def _describe_end(self, number: int) -> str:
        return (
            f"{self.done:,} of {number:,} files done; "
            "every file is either rewritten whole or as it was"
        )
