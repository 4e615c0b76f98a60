"""Sources: the files of a run, opened one after the other, and their pieces in one stream."""

import logging
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from translit.files.compression import strip_compression
from translit.files.errors import DocumentError, describe_fault, display_name, refuse
from translit.files.format import Container, Selection
from translit.files.formats import FORMATS, cut_file
from translit.files.piece import FilePiece
from translit.files.reading import TextFile

logger = logging.getLogger("translit.files")


class Source:
    """One file of a run, or stdin for a `path` of None, of a type.

    `regular` refuses what is no regular file before anything waits for it; `target` is where its
    copy is written, if not in its place. `place` is where it is, found now: a link that the user
    named is followed, one below the `folder` that the user named is not. No link is followed
    afterwards, nor any in `target`. What is read from stdin may be `called` otherwise.
    `setting` says which resolver takes its pieces.
    """

    def __init__(
        self,
        path: Path | None,
        kind: str,
        *,
        target: Path | None = None,
        folder: Path | None = None,
        encoding: str = "",
        regular: bool = False,
        called: Path | None = None,
    ) -> None:
        self.path = path
        self.called = called
        self.setting = 0
        self.kind = kind
        self.target = target or path
        self.place = None if path is None else _find_place(path, folder)
        self.target_place = self.place if target is None else target.absolute()
        self.is_regular = bool(path and self.place and _is_regular(path, self.place))
        self.file = TextFile(
            path,
            encoding=encoding,
            regular=regular,
            place=self.place if self.is_regular else None,
        )
        self.container: Container | None = None
        self._open = ExitStack()

    @property
    def name(self) -> str:
        """How messages and reports name it."""
        return self.file.name if self.called is None else display_name(self.called)

    @property
    def is_copied(self) -> bool:
        """Whether it is written somewhere else, so that it is written in any case."""
        return self.target_place != self.place

    def cut(self, selection: Selection) -> Iterator[FilePiece]:
        """Yield its pieces; DocumentError if it cannot be read."""
        FORMATS[self.kind].refuse_if_missing(self.path)
        opener = FORMATS[self.kind].open
        if opener is None:
            yield from cut_file(self.file, self.kind, selection)
            return
        if self.path is not None and strip_compression(self.path) != self.path:
            raise refuse(self.path, f"is {self.kind}, packed again; unpack it first")
        stream = self._open.enter_context(self.file.open_seekable())
        self.container = opener(stream, self.path, selection)
        self.file.digest = self.file.read_digest()
        yield from self.container.cut()

    def close(self) -> None:
        """Let go of what it holds."""
        if self.container is not None:
            self.container.close()
        self._open.close()
        self.file.close()


@dataclass(frozen=True, slots=True)
class Opened:
    """The pieces that follow are of this source."""

    source: Source


@dataclass(frozen=True, slots=True)
class Closed:
    """The source has no more pieces; `problem` is why it could not be read to its end."""

    source: Source
    problem: str = ""


def read_sources(
    sources: Iterable[Source], selection: Selection
) -> Iterator[Opened | FilePiece | Closed]:
    """Yield the pieces of all sources, each source between its marks."""
    for source in sources:
        yield Opened(source)
        logger.debug("reading %s as %s", source.name, source.kind)
        problem = ""
        try:
            for piece in source.cut(selection):
                yield replace(piece, setting=source.setting) if source.setting else piece
        except DocumentError as error:
            problem = str(error)
        except Exception as error:  # a fault of ours, or of a library, is trouble of one file
            problem = str(refuse(source.path, describe_fault(error)))
        if problem:
            logger.info("left as it was: %s", problem)
        yield Closed(source, problem)


def _find_place(path: Path, folder: Path | None) -> Path:
    try:
        return path.resolve() if folder is None else folder.resolve() / path.relative_to(folder)
    except (OSError, RuntimeError, ValueError):  # no path, a loop of links: reading it says so
        return path.absolute()


def _is_regular(path: Path, place: Path) -> bool:
    """Whether it is a regular file, and there: a stream may be a file that has no path any more."""
    try:
        found = place.lstat()
        return stat.S_ISREG(found.st_mode) and os.path.samestat(found, path.stat())
    except (OSError, ValueError):  # a name that cannot be one: reading it says so
        return False
