"""Commands for the sessions of pages, each run in a fork of a process that has all loaded.

A page types dozens of commands, and each takes longer to start than to run. What starts them is
tested where the commands are; a session shows what they do. So `translit` and `translit-fix` are
small scripts here, which hand their arguments, folder, environment and streams to the server.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from translit import normalize_names, originals
from translit.cli import run, run_fix
from translit.languages import load_languages
from translit.testing import Subject
from translit.testing.searches import search

COMMANDS = {"translit": run, "translit-fix": run_fix}
_ROOT = Path(__file__).parents[1]
_FAILED = 70  # no status of a command
_SCRIPT = f"""#!{sys.executable} -IS
import json, os, socket, sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect({{address!r}})
    call = json.dumps([{{name!r}}, sys.argv[1:], os.getcwd(), dict(os.environ)])
    socket.send_fds(server, [call.encode("utf-8", "surrogateescape")], [0, 1, 2])
    server.shutdown(socket.SHUT_WR)
    sys.exit(int(server.recv(8) or {_FAILED}))
"""


@contextmanager
def serving(folder: Path) -> Iterator[Path]:
    """Start the server, and give a folder of its commands for PATH."""
    address, commands = folder / "socket", folder / "commands"
    commands.mkdir()
    for name in COMMANDS:
        script = commands / name
        script.write_text(_SCRIPT.format(address=str(address), name=name), "utf-8")
        script.chmod(0o755)
    started = [sys.executable, "-m", "tests.command_server", str(address)]
    with subprocess.Popen(
        started, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin is not None and server.stdout is not None
        server.stdout.readline()  # it listens
        yield commands
        server.terminate()


def warm_up() -> None:
    """Load what commands load."""
    normalize_names("Kijów")
    normalize_names("Mieszkał w Chernihivie, zanim poznał Zelenskyego.")
    load_languages()
    originals("Kijów")
    list(search("idempotent", Subject([]), 1))


def _serve(address: str) -> None:
    warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # leaves no dead children
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen()
        print("ready", flush=True)
        while True:
            client, _ = server.accept()
            with client:
                call, streams, _, _ = socket.recv_fds(client, 1 << 16, 3)
                if os.fork() == 0:
                    server.close()
                    _run(client, call, streams)
                for stream in streams:
                    os.close(stream)


def _run(client: socket.socket, call: bytes, streams: list[int]) -> NoReturn:
    """Be the process of one command."""
    status = _FAILED
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        while more := client.recv(1 << 16):
            call += more
        name, argv, folder, environment = json.loads(call)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.argv = [name, *argv]
        status = COMMANDS[name](argv)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        client.send(str(status).encode())
        os._exit(status)


if __name__ == "__main__":
    _serve(sys.argv[1])
