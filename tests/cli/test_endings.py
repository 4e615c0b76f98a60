"""How the commands end when it is not their own doing: pipes, signals, closed streams."""

import os
import re
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
    process = subprocess.Popen(
        [*OWN, "--in-place", "--jobs", jobs, str(tmp_path)],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while paths[0].read_text(encoding="utf-8") == BEFORE:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, message = process.communicate(timeout=30)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    done = texts.count(AFTER)
    assert done and done + texts.count(BEFORE) == len(paths)
    assert process.returncode == 130
    said = re.search(rb"interrupted; ([0-9,]+) of 200 files done; every file is", message)
    assert said and int(said[1]) in (done - 1, done)
    assert message.count(b"\n") == 1
    assert len(list(tmp_path.iterdir())) == len(paths)


@posix
def test_a_closed_pipe_is_silent_with_workers(tmp_path: Path) -> None:
    make_files(tmp_path, 200)
    process = subprocess.Popen(
        [*OWN, "--jobs", "2", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    message = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert message == b""


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
