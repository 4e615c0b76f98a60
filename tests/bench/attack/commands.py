"""The command `translit-fix`, called here or in a process of its own."""

import io
import os
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from unittest.mock import patch

from translit.cli import run_fix

NAMES = Path(__file__).parents[2] / "cases" / "files" / "names.toml"
FIX = (sys.executable, "-c", "import sys; from translit.cli import run_fix; sys.exit(run_fix())")
FEW_NAMES = ("--no-default-tables", "--table", str(NAMES))  # so that it starts at once
_MEMORY = 3 << 30  # bytes of addresses; what is mapped and never read counts too


@dataclass(frozen=True)
class Done:
    """What a command printed, its exit status, and the exception that it let through."""

    status: int
    out: bytes
    err: str
    raised: str = ""
    memory: int = 0  # bytes
    seconds: float = 0.0  # of the processor


def call_fix(*argv: object) -> Done:
    """Call the command in this process."""
    out, err = io.BytesIO(), io.StringIO()
    stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    status, raised = 0, ""
    with patch.object(sys, "stdout", stdout), patch.object(sys, "stderr", err):
        try:
            status = run_fix([str(arg) for arg in argv])
        except Exception:
            raised = traceback.format_exc(limit=-2)
    return Done(status, out.getvalue(), err.getvalue(), raised)


def run_limited(
    argv: Sequence[str],
    *,
    seconds: int = 60,
    patience: float = 600,
    env: Mapping[str, str] | None = None,
    file_size: int | None = None,
    stdin: bytes = b"",
    folder: Path | None = None,
) -> Done:
    """Run a command in a process with bounds of time and memory, and measure it.

    `seconds` bound the time of the processor, `patience` that of the clock, after which it is
    killed (status -9): it waits for something that never comes. `file_size` bounds the bytes of
    a file that it writes.
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        held = _measure_own_memory()
        process = subprocess.Popen(
            argv, stdin=given, stdout=out, stderr=err,
            preexec_fn=limit, cwd=folder, env={**os.environ, **(env or {})},
        )  # fmt: skip
        status, usage = _wait(process, patience)
        for stream in (out, err):
            stream.seek(0)
        said = err.read().decode("utf-8", "replace")
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        if memory <= held:
            memory = 0  # it is forked, and shows what this process held: no more can be told
        return Done(status, out.read(), said, "", memory, usage.ru_utime + usage.ru_stime)


def _measure_own_memory() -> int:
    """Return how many bytes this process has held at most, and a little more."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return own * (1 if sys.platform == "darwin" else 1024) * 21 // 20


def _wait(process: subprocess.Popen[bytes], seconds: float) -> tuple[int, resource.struct_rusage]:
    """Return the status of a process and what it used; kill it when the time is over."""
    end = time.monotonic() + seconds
    while True:
        over = time.monotonic() > end
        if over:
            process.kill()
        pid, status, usage = os.wait4(process.pid, 0 if over else os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        time.sleep(0.01)
