"""Races and signals: what changes under the command's hands, and when it is stopped midway."""

import os
import random
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tests.bench.attack.broken import Broken, shown
from tests.bench.attack.commands import FEW_NAMES, FIX, run_limited

_BEFORE = b"Zelenskyi met \xc5\x81ukaszenka in Kij\xc3\xb3w.\n" * 40
_AFTER = b"Zelensky met Lukashenko in Kyiv.\n" * 40
_PATIENCE = 30.0  # seconds for a process to begin or to end


def attack(seed: int) -> Iterator[Broken]:
    """Give what one race or signal broke; each seed is one of them, at moments of its own."""
    draw = random.Random(f"races {seed}")
    race = _RACES[seed % len(_RACES)]
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        for promise, said in race(Path(folder).resolve(), draw):
            yield Broken(promise, race.__name__.strip("_").replace("_", " "), shown(said))


def _fill(folder: Path, number: int) -> Sequence[Path]:
    folder.mkdir(parents=True)
    paths = [folder / f"{n:03}.txt" for n in range(number)]
    for path in paths:
        path.write_bytes(_BEFORE)
    return paths


def _start(*argv: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*FIX, *FEW_NAMES, *map(str, argv)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=_heed_signals,
    )  # fmt: skip


def _heed_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT
                      else signal.SIG_DFL)  # fmt: skip


def _end(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    try:
        _, err = process.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return -signal.SIGKILL, "it did not end"
    return process.returncode, err.decode("utf-8", "replace")


def _check_files(paths: Sequence[Path], said: str) -> Iterator[tuple[str, str]]:
    folder = paths[0].parent
    for path in paths:
        if path.is_symlink():
            continue
        if not path.exists() or path.read_bytes() not in (_BEFORE, _AFTER):
            yield "a file is rewritten whole or as it was", f"{path.name}: {said}"
            return
    left = sorted(p.name for p in folder.iterdir() if p not in paths)
    if left:
        yield "no file is left behind", f"{left}: {said}"


def _signal(number: signal.Signals) -> Callable[[Path, random.Random], Iterator[tuple[str, str]]]:
    def race(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
        paths = _fill(folder / "in", 60)
        process = _start("--in-place", folder / "in")
        _wait_until(lambda: paths[draw.randrange(3)].read_bytes() == _AFTER, process)
        time.sleep(draw.random() * 0.03)
        process.send_signal(number)
        status, err = _end(process)
        yield from _check_files(paths, err)
        if "Traceback" in err:
            yield f"{number.name} ends the command with a message", err
        if status not in (0, 128 + number, -number):
            yield f"{number.name} ends the command with a message", f"status {status}: {err}"

    race.__name__ = f"{number.name} while files are rewritten"
    return race


def _wait_until(happened: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None and not happened():
        time.sleep(0.001)


def _swap_for_link(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Files become links to files outside once the command has listed them."""
    paths = _fill(folder / "in", 80)
    outside = _fill(folder / "out", 80)
    process = _start("--in-place", folder / "in")
    _wait_until(lambda: paths[0].read_bytes() == _AFTER, process)
    for path, target in zip(paths[:4:-1], outside[:4:-1], strict=True):
        with suppress(FileNotFoundError):
            path.unlink()
            path.symlink_to(target)
    status, err = _end(process)
    changed = sum(path.read_bytes() != _BEFORE for path in outside)
    if changed:
        yield "nothing outside the folder is rewritten", f"{changed} files, status {status}"
    yield from _check_files(paths, err)


def _swap_folder_for_link(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """A folder becomes a link to one outside while its files are rewritten."""
    paths = _fill(folder / "in" / "a", 80)
    outside = _fill(folder / "out", 80)
    process = _start("--in-place", folder / "in")
    _wait_until(lambda: paths[0].read_bytes() == _AFTER, process)
    (folder / "in" / "a").rename(folder / "in" / "b")
    (folder / "in" / "a").symlink_to(folder / "out")
    status, _ = _end(process)
    changed = sum(path.read_bytes() != _BEFORE for path in outside)
    if changed:
        yield "nothing outside the folder is rewritten", f"{changed} files, status {status}"
    left = [path.name for path in (folder / "out").iterdir() if path not in outside]
    left += [p.name for p in (folder / "in" / "b").iterdir() if p.suffix != ".txt"]
    if left:
        yield "no file is left behind", str(left)


def _change_midway(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Another program rewrites files all the while: none of its bytes are lost."""
    paths = _fill(folder / "in", 40)
    others = b"Kij\xc3\xb3w, by another.\n"
    process = _start("--in-place", folder / "in")
    stop = threading.Event()
    written: set[Path] = set()

    def write() -> None:
        while not stop.is_set() and len(written) < len(paths):
            path = draw.choice(paths)
            fresh = path.with_suffix(".new")
            fresh.write_bytes(others)
            fresh.replace(path)
            written.add(path)

    writer = threading.Thread(target=write)
    _wait_until(lambda: paths[0].read_bytes() == _AFTER, process)
    writer.start()
    _, err = _end(process)
    stop.set()
    writer.join()
    for path in paths:
        allowed = (_BEFORE, _AFTER, others, others.replace("Kijów".encode(), b"Kyiv"))
        if path.read_bytes() not in allowed:
            yield "a file is rewritten whole or as it was", f"{path.name}: {err}"
    left = [p.name for p in (folder / "in").iterdir() if p not in paths]
    if left:
        yield "no file is left behind", str(left)


def _copies_through_links(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """The target of copies holds links, a FIFO, a read-only file where the copies go."""
    paths = _fill(folder / "in", 6)
    (victim,) = _fill(folder / "out", 1)
    target = folder / "copies" / "in"
    target.mkdir(parents=True)
    (target / paths[0].name).symlink_to(victim)
    os.mkfifo(target / paths[1].name)
    (target / paths[2].name).write_bytes(b"mine")
    (target / paths[2].name).chmod(0o444)
    done = run_limited(
        [*FIX, *FEW_NAMES, "--output-dir", str(folder / "copies"), str(folder / "in")], patience=20
    )
    if victim.read_bytes() != _BEFORE:
        yield "copies are not written through links", done.err
    if done.status == -signal.SIGKILL:
        yield "a FIFO in the way does not hang the command", done.err
    if (target / paths[2].name).read_bytes() != b"mine":
        yield "a read-only file is not replaced", done.err
    if done.status == 0 and not (target / paths[3].name).is_file():
        yield "the other copies are written", done.err


def _report_onto_input(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """The report is to be written where a source, or a link to one, is."""
    paths = _fill(folder / "in", 2)
    place = paths[0]
    if draw.random() < 0.5:
        place = folder / "report.html"
        place.symlink_to(paths[0])
    done = run_limited([*FIX, *FEW_NAMES, "--report", str(place), str(folder / "in")], patience=20)
    if paths[0].read_bytes() != _BEFORE:
        yield "a report never replaces what is read", f"status {done.status}: {done.err}"


def _pipe_read_once(folder: Path, draw: random.Random) -> Iterator[tuple[str, str]]:
    """A source that can be read only once, longer than is resolved whole."""
    folder.mkdir(exist_ok=True)
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    raw = b"It rained. " * draw.choice((10, 100_000)) + _BEFORE
    wanted = raw[: -len(_BEFORE)] + _AFTER

    def feed() -> None:
        with suppress(OSError), pipe.open("wb") as stream:
            stream.write(raw)

    writer = threading.Thread(target=feed, daemon=True)
    writer.start()
    done = run_limited([*FIX, *FEW_NAMES, str(pipe)], patience=20)
    with suppress(OSError):  # let the writer go if nobody has read
        os.close(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))
    if done.status == -signal.SIGKILL:
        yield "a source that is read once does not hang the command", f"{len(raw)} bytes"
    elif done.status == 0 and done.out != wanted:
        yield "a source that is read once is printed whole", f"{len(done.out)} of {len(wanted)}"
    elif done.status not in (0, 2) or (done.status == 2 and not done.err):
        yield "a source that is read once is done or refused", f"{done.status}: {done.err}"


_RACES = (
    _signal(signal.SIGTERM), _swap_for_link, _copies_through_links, _signal(signal.SIGINT),
    _pipe_read_once, _signal(signal.SIGHUP), _report_onto_input, _swap_folder_for_link,
    _change_midway,
)  # fmt: skip
