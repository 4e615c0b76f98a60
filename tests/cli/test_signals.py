"""Signals that tell the command to end leave nothing behind, and an exit status that names them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_endings import NAMES
from translit.cli.interrupts import Interrupted, hold_interrupts, take_signals
from translit.replacing import Replacement

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")

# It writes as soon as it has something, so that small files will do.
PROGRAM = """
import sys
from translit.files import destinations
destinations._HELD = 100
from translit.cli import run_fix
if __name__ == "__main__":
    sys.exit(run_fix())
"""
OWN = ["--no-default-tables", "--table", str(NAMES)]
FIX = [sys.executable, "-c", PROGRAM, *OWN]
RECORD = '{"text": "In Kijów."}\n'
NUMBER = 4_000
ENDINGS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def heed_all() -> None:
    """In a new process: take the signals as a terminal's shell would have it."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)


def start_and_signal(
    folder: Path, *options: str, number: int, group: bool = False, ignored: int = 0
) -> tuple[int, bytes, list[str]]:
    """Send a signal while the new bytes of a file wait; return status, stderr and files."""
    path = folder / "large.jsonl"
    path.write_text(RECORD * NUMBER, encoding="utf-8")

    def prepare() -> None:
        heed_all()
        if ignored:
            signal.signal(ignored, signal.SIG_IGN)

    process = subprocess.Popen(
        [*FIX, "--field", "text", *options, str(path)],
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=prepare,
    )
    while not list(folder.rglob("*.translit-fix")):
        assert process.poll() is None
        time.sleep(0.005)
    (os.killpg if group else os.kill)(process.pid, number)
    _, message = process.communicate(timeout=60)
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return process.returncode, message, files


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
@pytest.mark.parametrize(("jobs", "group"), [("1", False), ("2", False), ("2", True)])
def test_no_file_waits_after_a_signal(
    tmp_path: Path, number: signal.Signals, jobs: str, group: bool
) -> None:
    status, message, files = start_and_signal(
        tmp_path, "--in-place", "--jobs", jobs, number=number, group=group
    )
    assert status == 128 + number
    assert files == ["large.jsonl"]
    assert (tmp_path / "large.jsonl").read_text(encoding="utf-8") == RECORD * NUMBER
    assert message.startswith(b"translit-fix: interrupted; 0 of 1 files done")
    assert message.count(b"\n") == 1


@pytest.mark.parametrize("number", ENDINGS[1:], ids=lambda number: number.name)
def test_no_copy_waits_after_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    out = str(tmp_path / "out")
    status, _, files = start_and_signal(tmp_path, "--output-dir", out, number=number)
    assert (status, files) == (128 + number, ["large.jsonl"])


@pytest.mark.parametrize("number", ENDINGS[1:], ids=lambda number: number.name)
def test_what_is_ignored_stays_ignored(tmp_path: Path, number: signal.Signals) -> None:
    status, message, files = start_and_signal(tmp_path, "--in-place", number=number, ignored=number)
    assert (status, message, files) == (0, b"", ["large.jsonl"])
    text = (tmp_path / "large.jsonl").read_text(encoding="utf-8")
    assert text == RECORD.replace("Kijów", "Kyiv") * NUMBER


@pytest.fixture
def heeded() -> object:
    """The signals as Python has them, whoever runs the tests."""
    handlers = [signal.default_int_handler, signal.SIG_DFL, signal.SIG_DFL]
    before = [signal.signal(n, h) for n, h in zip(ENDINGS, handlers, strict=True)]
    yield
    for number, handler in zip(ENDINGS, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_waits_for_what_must_be_whole(heeded: object, number: signal.Signals) -> None:
    done = []
    with take_signals():
        with pytest.raises(KeyboardInterrupt) as first, hold_interrupts():
            signal.raise_signal(number)
            done.append("whole")
        assert done == ["whole"]
        with pytest.raises(KeyboardInterrupt), hold_interrupts():
            signal.raise_signal(number)
            signal.raise_signal(number)
            done.append("never")
        assert done == ["whole"]
        assert isinstance(first.value, Interrupted) is (number != signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_the_handlers_of_others_are_left_alone(heeded: object) -> None:
    heard: list[int] = []

    def hear(number: int, _: object) -> None:
        heard.append(number)

    for number in ENDINGS:
        signal.signal(number, hear)
    with take_signals(), hold_interrupts():
        for number in ENDINGS:
            signal.raise_signal(number)
    assert heard == ENDINGS


def end_in(monkeypatch: pytest.MonkeyPatch, call: str) -> Callable[[], None]:
    """Make a signal arrive right after a call of the system."""
    true = getattr(os, call)

    def then_end(*args: object, **named: object) -> object:
        made = true(*args, **named)
        if args[1:] == ("rb",):  # that is the file that is read
            return made
        monkeypatch.setattr(os, call, true)
        signal.raise_signal(signal.SIGTERM)
        return made

    return lambda: monkeypatch.setattr(os, call, then_end)


# What is opened between two steps is closed when it is forgotten, and Python says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("call", ["fdopen", "urandom", "fsync", "replace", "fstat", "fchmod"])
def test_a_signal_between_any_two_steps_leaves_nothing(
    command: Command, folder: Path, heeded: object, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (folder / "a.txt").write_text("Kijów", encoding="utf-8")
    assert command("translit-fix", *OWN, "a.txt").status == 0  # what is imported is
    end_in(monkeypatch, call)()
    outcome = command("translit-fix", *OWN, "--in-place", "a.txt")
    assert outcome.status == 143
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_replacement_that_was_forgotten_is_removed_at_the_end(
    command: Command, folder: Path
) -> None:
    Replacement(folder / "a.txt")
    assert list(folder.iterdir())
    assert command("translit-fix", "--version").status == 0
    assert not list(folder.iterdir())


def test_a_terminal_that_is_gone_costs_no_traceback(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\xff")
    (folder / "b.txt").write_text("Kijów", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*FIX, "--in-place", "a.txt", "b.txt"], stderr=full, stdout=subprocess.PIPE
        )
    assert (done.returncode, done.stdout) == (2, b"")
    assert (folder / "b.txt").read_text(encoding="utf-8") == "Kyiv"
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *FIX, "a.txt", "b.txt"], stdout=subprocess.PIPE
    )
    assert (done.returncode, done.stdout) == (2, b"Kyiv")
