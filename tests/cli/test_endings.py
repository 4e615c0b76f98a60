"""How the commands end when it is not their own doing: pipes, signals, closed streams."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


@contextmanager
def started(argv: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A command that is running, which Ctrl-C interrupts and which ends with the test.

    Whoever runs the tests may ignore Ctrl-C, as `nohup … &` does, and what they start would too.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        process = subprocess.Popen(argv, start_new_session=True, **options)
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
FIX = [sys.executable, "-c", "import sys; from translit.cli import run_fix; sys.exit(run_fix())"]


def test_help_and_version_end_well(command: Command) -> None:
    for argv in (["translit-fix", "--help"], ["translit", "--help"], ["translit", "fix", "-h"]):
        outcome = command(*argv)
        assert outcome.status == 0
        assert outcome.out.startswith(b"usage: translit")
    outcome = command("translit-fix", "--version")
    assert outcome.status == 0
    assert outcome.out.startswith(b"translit-fix ")
    assert command("translit").status == 2


def test_help_loads_nothing_but_argparse() -> None:
    program = (
        "import sys; from translit.cli import run_fix; run_fix(['--help']); "
        "print(sorted({'rapidfuzz', 'marisa_trie', 'unidecode', 'transliterate', 'tomllib', "
        "'json', 'translit.normalizer', 'translit.judging'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@posix
def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Nothing to see here.\n" * 100_000)
    with started([*FIX, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, message = process.communicate(timeout=60)
    assert (process.returncode, message) == (141, b"")


@posix
def test_ctrl_c_says_so_and_ends(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        started([*FIX, str(pipe)], stderr=subprocess.PIPE) as process,
        pipe.open("wb"),  # it waits for more
    ):
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=60)
    assert process.returncode == 130
    assert message.startswith(b"translit-fix: interrupted")
    assert b"Traceback" not in message


NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
OWN = [*FIX, "--no-default-tables", "--table", str(NAMES)]
BEFORE, AFTER = "In Kijów. " * 40, "In Kyiv. " * 40


def make_files(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{n:03}.txt" for n in range(number)]
    for path in paths:
        path.write_text(BEFORE, encoding="utf-8")
    return paths


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_every_file_whole_and_says_how_far_it_came(tmp_path: Path, jobs: str) -> None:
    paths = make_files(tmp_path, 200)
    command = [*OWN, "--in-place", "--jobs", jobs, str(tmp_path)]
    with started(command, stderr=subprocess.PIPE) as process:
        while paths[0].read_text(encoding="utf-8") == BEFORE and process.poll() is None:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        _, message = process.communicate(timeout=60)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    done = texts.count(AFTER)
    assert done and done + texts.count(BEFORE) == len(paths)
    assert process.returncode == 130
    said = re.search(rb"interrupted; ([0-9,]+) of 200 files done; every file is", message)
    assert said and int(said[1]) in (done - 1, done)
    lines = message.splitlines()  # a slow machine says that it builds
    assert len([line for line in lines if b"building the lexicon" not in line]) == 1
    assert len(list(tmp_path.iterdir())) == len(paths)


@posix
def test_a_closed_pipe_is_silent_with_workers(tmp_path: Path) -> None:
    make_files(tmp_path, 200)
    command = [*OWN, "--jobs", "2", str(tmp_path)]
    with started(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        _, message = process.communicate(timeout=60)
    assert (process.returncode, message) == (141, b"")


@posix
@pytest.mark.parametrize("quiet", [False, True])
def test_a_bar_on_a_terminal_alone(tmp_path: Path, quiet: bool) -> None:
    import pty

    make_files(tmp_path, 40)
    terminal, end = pty.openpty()
    options = ["--quiet"] if quiet else []
    done = subprocess.run(
        [*OWN, "--in-place", *options, str(tmp_path)], stdout=subprocess.PIPE, stderr=end
    )
    os.close(end)
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(terminal)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (b"of 40 files" in shown) is not quiet
    assert shown == b"" or shown.endswith(b"\r\x1b[K")


@posix
@pytest.mark.parametrize("no_colour", ["", "1"])
def test_a_diff_is_coloured_on_a_terminal_alone(tmp_path: Path, no_colour: str) -> None:
    import pty

    make_files(tmp_path, 1)
    terminal, end = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"}
    subprocess.run([*OWN, "--diff", str(tmp_path)], stdout=end, check=True, env=environment)
    os.close(end)
    shown = os.read(terminal, 8192)
    os.close(terminal)
    assert (b"\x1b[31m-In" in shown) is not bool(no_colour)


def run_in_shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell in which `fix` stands for the command."""
    line = command.replace("fix ", '"$@" --no-default-tables --table names.toml ')
    (folder / "names.toml").write_bytes(NAMES.read_bytes())
    (folder / "a.txt").write_text("Kijów", encoding="utf-8")
    (folder / "z.txt").write_text("Kijów", encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["sh", "-c", line, "sh", *FIX], capture_output=True, cwd=folder, env=environment, timeout=60
    )


@posix
@pytest.mark.parametrize(
    ("command", "status", "out", "err"),
    [
        ("fix <&-", 2, b"", b"standard input is closed"),
        ("fix a.txt >&-", 2, b"", b"standard output is closed"),
        ("fix --help >&-", 2, b"", b"standard output is closed"),
        ("fix a.txt 2>&-", 0, b"Kyiv", b""),
        ("fix a.txt no.txt z.txt 2>&-", 2, b"KyivKyiv", b""),
        ("fix --check a.txt 2>&-", 1, b"", b""),
        ("fix --inplace a.txt 2>&-", 2, b"", b""),
        ("fix --json a.txt no.txt 2>&- | grep -vc '^{'", 1, b"0\n", b""),
        ("fix --in-place a.txt no.txt z.txt <&- >&- 2>&-; cat a.txt z.txt", 0, b"KyivKyiv", b""),
        ("fix --in-place --jobs 2 a.txt no.txt z.txt <&- >&- 2>&-; cat a.txt z.txt", 0,
         b"KyivKyiv", b""),
    ],
)  # fmt: skip
def test_closed_streams(tmp_path: Path, command: str, status: int, out: bytes, err: bytes) -> None:
    done = run_in_shell(command, tmp_path)
    assert (done.returncode, done.stdout) == (status, out)
    assert err in done.stderr and done.stderr.count(b"\n") == bool(err)


@posix
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    program = (
        "import os; from translit.cli import run_fix; run_fix(['--version']); "
        "os._exit(os.open('.', os.O_RDONLY) > 2)"
    )
    for closed in ("<&-", "2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", program],
            stdout=subprocess.DEVNULL,
            cwd=tmp_path,
        )
        assert done.returncode == 1


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("command", "status", "out", "err"),
    [
        ("fix a.txt > /dev/full", 2, b"", b"No space left"),
        ("fix --json a.txt > /dev/full", 2, b"", b"No space left"),
        ("fix --diff a.txt no.txt > /dev/full", 2, b"", b"No space left"),
        ("fix --help > /dev/full", 2, b"", b"No space left"),
        ("fix --version > /dev/full", 2, b"", b"No space left"),
        ("fix a.txt no.txt z.txt 2> /dev/full", 2, b"KyivKyiv", b""),
        ("fix no.txt nor.txt a.txt 2> /dev/full", 2, b"Kyiv", b""),
        ("fix --check a.txt 2> /dev/full", 2, b"", b""),
        ("fix --inplace a.txt 2> /dev/full", 2, b"", b""),
        ("fix --style nonesuch a.txt 2> /dev/full", 2, b"", b""),
        ("fix --strict no.txt a.txt 2> /dev/full", 2, b"", b""),
        ("fix a.txt no.txt > /dev/full 2> /dev/full", 2, b"", b""),
        ("fix --in-place no.txt a.txt z.txt 2> /dev/full; cat a.txt z.txt", 0, b"KyivKyiv", b""),
    ],
)
def test_full_streams(tmp_path: Path, command: str, status: int, out: bytes, err: bytes) -> None:
    """One message if one can be said, 2 if one cannot, and the other files are done."""
    done = run_in_shell(command, tmp_path)
    assert (done.returncode, done.stdout) == (status, out)
    assert err in done.stderr
    assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    if not err:
        assert done.stderr == b""


@posix
def test_messages_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kijów", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    command = [*OWN, "--in-place", "no.txt", "nor.txt", "a.txt"]
    done = subprocess.run(command, stderr=writer, cwd=tmp_path, check=False)
    os.close(writer)
    assert done.returncode == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Kyiv"


@pytest.mark.parametrize(
    "error", [AssertionError("expected", "x"), RecursionError("deep"), KeyError("Kyiv\n\x1b[2J")]
)
def test_a_fault_of_ours_is_one_message(
    command: Command, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("translit.cli.explain.build_normalizer", fail)
    outcome = command("translit", "explain", "Kiev")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, b"", 1)
    assert f"{type(error).__name__}: " in outcome.err and "test_endings.py:" in outcome.err
    assert "report this as a bug" in outcome.err and "\x1b" not in outcome.err


@pytest.mark.parametrize("method", ["add", "finish"])
def test_a_fault_with_one_file_leaves_the_others(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    from translit.cli.destinations import PrintedResult

    plain = getattr(PrintedResult, method)

    def fail(self: PrintedResult, *rest: Any) -> None:
        if self.name == "b.txt":
            raise AssertionError("expected")
        plain(self, *rest)

    def begin(self: PrintedResult, source: Any) -> None:
        if source.name == "c.txt":
            raise AssertionError("expected")
        self.name = source.name  # type: ignore[attr-defined]
        plain_begin(self, source)

    plain_begin = PrintedResult.__init__
    monkeypatch.setattr(PrintedResult, method, fail)
    monkeypatch.setattr(PrintedResult, "__init__", begin)
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"{name} Kiev ")
    outcome = command("translit-fix", "a.txt", "b.txt", "c.txt", "d.txt")
    assert outcome.status == 2
    assert outcome.out.startswith(b"a Kyiv ") and outcome.out.endswith(b"d Kyiv ")
    said = outcome.err.splitlines()
    assert [line.partition(": is left as it was, for a fault")[0] for line in said] == [
        "translit-fix: b.txt", "translit-fix: c.txt",
    ]  # fmt: skip


@posix
def test_the_package_is_a_command(tmp_path: Path) -> None:
    own = ["--no-default-tables", "--table", str(NAMES)]
    (tmp_path / "a.txt").write_text(BEFORE, encoding="utf-8")
    for argv, status, out in (
        (["fix", *own, "--jobs", "2", "a.txt"], 0, AFTER),
        (["compare", "Лукашенко", "Лукашенко"], 0, "same: "),
        (["fix", *own, "--check", "a.txt"], 1, ""),
        (["--help"], 0, "usage: translit "),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "translit", *argv], capture_output=True, cwd=tmp_path
        )
        assert done.returncode == status
        assert done.stdout.decode().startswith(out)
