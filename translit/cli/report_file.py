"""The file of `--report`: looked at before anything is written, and written at the end."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translit.files import Source, refuse, refuse_report_over
from translit.replacing import WriteRefusedError, check_place, write_file


class ReportFile:
    """Where a report goes: a new file, or a regular one that is replaced whole.

    Raises DocumentError for a file that the command reads or writes otherwise, by whatever name,
    and for one that may not be written.
    """

    def __init__(
        self, name: str, sources: Sequence[Source], others: Iterable[Path], backup: str
    ) -> None:
        self._name = name
        path = Path(name)
        with self._explaining():
            if not path.name:
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            self._place = path.parent.resolve() / path.name
            self._before = check_place(self._place)
            if not os.access(self._place.parent, os.W_OK | os.X_OK):
                raise PermissionError
        refuse_report_over(self._place, name, sources, others, backup)

    def write(self, lines: Iterable[str]) -> None:
        """Write it; DocumentError if that fails, or if another file is there by now."""
        with self._explaining():
            now = check_place(self._place)
            if (now is None) != (self._before is None) or (
                now and self._before and not os.path.samestat(now, self._before)
            ):
                raise WriteRefusedError(self._place, "was replaced meanwhile", "run it again")
            write_file(self._place, (line.encode("utf-8") for line in lines))

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except WriteRefusedError as error:
            raise refuse(Path(self._name), f"{error.strerror}") from None
        except PermissionError:
            raise refuse(
                Path(self._name), "may not be written; change the permissions of its folder"
            ) from None
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise refuse(
                Path(self._name), f"cannot be written ({reason}); name another file"
            ) from None
