"""Files that a command would read and write at once: found before anything is written."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from translit.files.errors import DocumentError, refuse

if TYPE_CHECKING:
    from translit.files.sources import Source


class Files:
    """Some files, known by their paths and by what is there under them: one file has many names."""

    def __init__(self, paths: Iterable[Path], streams: Iterable[IO[str] | None] = ()) -> None:
        self._paths = set(paths)
        found = [*map(_find, self._paths), *map(_find_stream, streams)]
        self._identities = {status[:2] for status in found if status}

    def __contains__(self, path: Path) -> bool:
        found = _find(path)
        return path in self._paths or (found is not None and found[:2] in self._identities)


def refuse_copies_over_inputs(sources: "Sequence[Source]") -> None:
    """Raise DocumentError if the copy of one file would take the place of another that is read."""
    copied = [source for source in sources if source.is_copied]
    inputs = Files(source.place for source in copied if source.place)
    for source in copied:
        assert source.target_place is not None
        found = _find(source.target_place)
        # A second hard link of an input is no danger: replacing it leaves the first.
        if source.target_place in inputs and (found is None or found[2] == 1):
            raise refuse(
                source.path,
                f"its copy would take the place of {source.target_place}, which is read too, "
                "nothing was changed; name another --output-dir",
            )


def refuse_printing_into_inputs(sources: "Sequence[Source]") -> None:
    """Raise DocumentError if stdout is one of the files that are read, which would never end."""
    status = _find_stream(sys.stdout)
    if status is None:
        return
    for source in sources:
        if source.place is not None and _find(source.place) == status:
            raise refuse(source.path, "is what the output is written to; name another for one")


def refuse_report_over(
    report: Path, name: str, sources: "Sequence[Source]", others: Iterable[Path], backup: str
) -> None:
    """Raise DocumentError if a report, by its place, is a file that the command reads or writes.

    `others` are tables and the like; `backup` is the suffix of what is kept of each file.
    """
    places = (source.place for source in sources if source.place)
    stdin = [sys.stdin] if any(source.path is None for source in sources) else []
    if report in Files((*places, *map(_resolve, others)), stdin):
        raise _refuse_report(name, "is read by the command")
    if report in Files(_list_outputs(sources, backup), (sys.stdout, sys.stderr)):
        raise _refuse_report(name, "is written by the command otherwise")


def _list_outputs(sources: "Sequence[Source]", backup: str) -> Iterator[Path]:
    for source in sources:
        if source.target_place is not None and source.is_copied:
            yield source.target_place
        elif source.place is not None and backup:
            yield source.place.with_name(source.place.name + backup)


def _refuse_report(name: str, problem: str) -> DocumentError:
    return refuse(Path(name), f"{problem}, nothing was changed; name another file for the report")


def _resolve(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # no path, a loop of links: reading it says so
        return path.absolute()


def _find(path: Path) -> tuple[int, int, int] | None:
    """Return the device, the number and the hard links of what is there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino, status.st_nlink


def _find_stream(stream: IO[str] | None) -> tuple[int, int, int] | None:
    """The same of a stream that is a regular file."""
    try:
        status = os.fstat(stream.fileno()) if stream is not None else None
    except (OSError, ValueError):  # closed, or none of the system's
        return None
    if status is None or not stat.S_ISREG(status.st_mode):
        return None
    return status.st_dev, status.st_ino, status.st_nlink
