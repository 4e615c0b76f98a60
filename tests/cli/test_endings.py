"""How the commands end when it is not their own doing: pipes, signals, closed streams."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Command

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
        "'json', 'translit.normalizer', 'translit.mentions'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@posix
def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Nothing to see here.\n" * 100_000)
    process = subprocess.Popen([*FIX, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    message = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert message == b""


@posix
def test_ctrl_c_says_so_and_ends(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen([*FIX, str(pipe)], stderr=subprocess.PIPE)
    with pipe.open("wb"):  # it waits for more
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=30)
    assert process.returncode == 130
    assert message.startswith(b"translit-fix: interrupted")
    assert b"Traceback" not in message


@posix
def test_closed_streams(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Kiev")
    for redirection, message in (("<&-", b"standard input is closed"), (">&-", b"standard output")):
        argument = "" if "<" in redirection else "a.txt"
        done = subprocess.run(
            ["sh", "-c", f'"$@" {argument} {redirection}', "sh", *FIX],
            capture_output=True,
            cwd=tmp_path,
        )
        assert done.returncode == 2
        assert message in done.stderr
        assert b"Traceback" not in done.stderr


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Kiev")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*FIX, "a.txt"], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path)
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
