"""A command run in this process, in a folder of its own."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from translit.cli import run, run_fix


@dataclass
class Outcome:
    """What a command did: its exit status and what it printed."""

    status: int
    out: bytes
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Command:
    def call(*argv: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        run_this = run_fix if argv[0] == "translit-fix" else run
        status = run_this(argv[1:])
        captured = capsysbinary.readouterr()
        return Outcome(status, captured.out, captured.err.decode())

    return call
