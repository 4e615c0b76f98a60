"""What goes wrong with files: each fault made on purpose, and what translit-fix did about it.

A row says which fault, how many files it met, what was said of them, how many were lost (neither
the old bytes nor the new), the exit status, and figures. The suite runs the same with small
numbers.
"""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.files.books import make_docx, make_epub
from tests.files.books import run as make_run

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
FIX = [
    sys.executable, "-c", "import sys; from translit.cli import run_fix; sys.exit(run_fix())",
    "--no-default-tables", "--table", str(NAMES),
]  # fmt: skip
BEFORE = "Zelenskyi met Łukaszenka in Kijów. It was cold.\n" * 4
AFTER = "Zelensky met Lukashenko in Kyiv. It was cold.\n" * 4


@dataclass(frozen=True)
class Row:
    """One fault and what became of the files."""

    fault: str
    files: int
    said: str
    lost: int
    status: int
    figures: str = ""


class SkipFaultError(Exception):
    """The fault cannot be made on this machine."""


def fix(*argv: object, wrap: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*wrap, *FIX, *map(str, argv)], capture_output=True, check=False)


def make_files(folder: Path, number: int, text: str = BEFORE) -> list[Path]:
    paths = [folder / f"{n // 100:03}" / f"{n:05}.txt" for n in range(number)]
    for path in paths:
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return paths


def count_lost(paths: list[Path], *whole: bytes) -> int:
    allowed = {BEFORE.encode(), AFTER.encode(), *whole}
    return sum(not path.exists() or path.read_bytes() not in allowed for path in paths)


def judge(
    fault: str, done: subprocess.CompletedProcess[bytes], paths: list[Path], *whole: bytes
) -> Row:
    said = done.stderr.decode().splitlines()
    message = said[0].partition(": ")[2] if said else "nothing"
    message = message.rpartition(os.sep)[2] if os.sep in message.partition(": ")[0] else message
    figures = f"{len(said)} named"
    return Row(fault, len(paths), message, count_lost(paths, *whole), done.returncode, figures)


def kill(folder: Path, files: int, times: int) -> Row:
    """Kill -9 at any moment while files are rewritten."""
    paths = make_files(folder, files)
    old = new = lost = 0
    chance = random.Random(6)
    for _ in range(times):
        for path in paths:
            path.write_text(BEFORE, encoding="utf-8")
        process = subprocess.Popen(
            [*FIX, "--in-place", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        while paths[0].read_bytes() != AFTER.encode() and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.random() * files * 0.01)
        process.kill()
        process.communicate()
        lost += count_lost(paths)
        rewritten = sum(path.read_bytes() == AFTER.encode() for path in paths)
        new, old = new + rewritten, old + files - rewritten
    figures = f"{times} kills: {new} files new, {old} old"
    return Row("kill -9", files, "nothing", lost, -signal.SIGKILL, figures)


def fill_disk(folder: Path, files: int) -> Row:
    """A disk that is full after some files."""
    with _small_disk(folder, 256) as disk:
        paths = make_files(disk, files, BEFORE * 20)
        whole = (BEFORE * 20).encode(), (AFTER * 20).encode()
        _fill(disk / "filler")
        done = fix("--in-place", disk)
        return judge("a full disk", done, paths, *whole)


def read_only(folder: Path) -> Row:
    """A file that may not be written, beside one that may."""
    paths = make_files(folder, 2)
    paths[0].chmod(0o444)
    done = fix("--in-place", *paths, wrap=_without_root())
    assert paths[1].read_bytes() == AFTER.encode()
    return judge("a read-only file", done, paths)


def read_only_folder(folder: Path) -> Row:
    """A folder that may not be written."""
    paths = make_files(folder, 1)
    paths[0].parent.chmod(0o555)
    try:
        return judge("a read-only folder", fix("--in-place", *paths, wrap=_without_root()), paths)
    finally:
        paths[0].parent.chmod(0o755)


def vanish(folder: Path) -> Row:
    """A file that is gone when its turn comes."""
    paths = make_files(folder, 2)
    paths[0].unlink()
    row = judge("a vanished file", fix("--in-place", *paths), paths[1:])
    assert not paths[0].exists()
    return row


def grow(folder: Path, copies: int) -> Row:
    """A file that another program appends to all the while."""
    (path,) = make_files(folder, 1, BEFORE * copies)
    written = [(BEFORE * copies).encode()]
    stop = threading.Event()

    def append() -> None:
        with path.open("ab") as file:
            while not stop.is_set():
                file.write(BEFORE.encode())
                file.flush()
                written.append(BEFORE.encode())
                time.sleep(0.001)

    writer = threading.Thread(target=append)
    writer.start()
    done = fix("--in-place", path)
    stop.set()
    writer.join()
    return judge("a file that grows", done, [path], b"".join(written))


def not_utf8(folder: Path) -> Row:
    """Invalid UTF-8 late in a file."""
    paths = make_files(folder, 2)
    raw = BEFORE.encode() * 5000 + b"\xff"
    paths[0].write_bytes(raw)
    return judge("invalid UTF-8", fix("--in-place", *paths), paths, raw)


def binary(folder: Path) -> Row:
    """Bytes with many NULs."""
    paths = make_files(folder, 2)
    raw = random.Random(6).randbytes(50_000).replace(b"a", b"\0") + b"\0" * 1000
    paths[0].write_bytes(b"Kiev\0" + raw)
    return judge("a binary file", fix("--in-place", *paths), paths, b"Kiev\0" + raw)


def one_line(folder: Path, kilobytes: int) -> Row:
    """A file of a single line."""
    small, large = folder / "small.txt", folder / "large.txt"
    small.write_text(BEFORE.replace("\n", " "), encoding="utf-8")
    sentence = b"the quick brown fox goes over the lazy dog and sleeps " * 2000
    with large.open("wb") as file:
        for n in range(kilobytes * 1000 // len(sentence)):
            file.write(sentence)
            if n % 50 == 0:
                file.write("Zelenskyi met Łukaszenka. ".encode())
    base, _, _ = _measure("--in-place", small)
    before = large.stat().st_size
    peak, seconds, status = _measure("--in-place", large)
    with large.open("rb") as file:
        text = file.read(1 << 20)
    lost = int(b"Zelensky met Lukashenko." not in text or large.stat().st_size >= before)
    figures = f"{peak - base:.0f} MB above start, {before / 1e6 / seconds:.1f} MB/s"
    return Row(f"one line of {before / 1e6:,.0f} MB", 1, "nothing", lost, status, figures)


def many(folder: Path, files: int) -> Row:
    """Many small files."""
    paths = make_files(folder, files)
    start = time.monotonic()
    done = fix("--in-place", folder)
    seconds = time.monotonic() - start
    lost = sum(path.read_bytes() != AFTER.encode() for path in paths)
    said = done.stderr.decode() or "nothing"
    return Row(
        f"{files:,} files", files, said, lost, done.returncode, f"{files / seconds:,.0f} files/s"
    )


def link_loop(folder: Path) -> Row:
    """Links that lead to themselves, in a folder and by name."""
    paths = make_files(folder, 1)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "up").symlink_to(folder)
    return judge("a loop of links", fix("--in-place", folder, folder / "loop.txt"), paths)


def fifo(folder: Path) -> Row:
    """A pipe, which would be waited for."""
    paths = make_files(folder, 1)
    os.mkfifo(folder / "pipe.txt")
    return judge("a named pipe", fix("--in-place", folder / "pipe.txt", folder), paths)


def damaged(folder: Path, copies: int) -> Row:
    """Word documents and books with bytes turned over or cut off, as disks and networks do."""
    chance = random.Random(6)
    whole = {
        "docx": make_docx("<w:p>" + make_run("Zelenskyi met Łukaszenka in Kijów.") * 9 + "</w:p>"),
        "epub": make_epub({"a.xhtml": "<p>Zelenskyi met Łukaszenka in Kijów.</p>" * 9}),
    }
    before: dict[Path, bytes] = {}
    for number in range(copies):
        kind = chance.choice(sorted(whole))
        raw = bytearray(whole[kind])
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        if chance.random() < 0.2:
            del raw[chance.randrange(len(raw)) :]
        path = folder / f"{number:04}.{kind}"
        path.write_bytes(raw)
        before[path] = bytes(raw)
    done = fix("--in-place", folder)
    after = {path: path.read_bytes() for path in before}
    lost = sum(
        raw != before[path] and opens(before[path]) and not is_right(raw)
        for path, raw in after.items()
    )
    row = judge("damaged documents", done, [])
    rewritten = sum(raw != before[path] for path, raw in after.items())
    figures = f"{rewritten} rewritten, {len(done.stderr.splitlines())} named"
    return Row(row.fault, copies, row.said, lost, row.status, figures)


def opens(raw: bytes) -> bool:
    """Tell whether Python's own library opens an archive: it is strict in other things."""
    try:
        zipfile.ZipFile(io.BytesIO(raw)).close()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return True


def is_right(raw: bytes) -> bool:
    """Tell whether an archive is whole where words are, and says what it should."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        texts = [archive.read(n) for n in archive.namelist() if n.endswith(("ment.xml", ".xhtml"))]
    return any(b"Zelensky met Lukashenko in Kyiv." in text for text in texts)


FAULTS: dict[str, tuple[Callable[..., Row], dict[str, int], dict[str, int]]] = {
    # name: the function, its numbers in the bench and in the suite
    "kill": (kill, {"files": 1000, "times": 20}, {"files": 30, "times": 2}),
    "fill_disk": (fill_disk, {"files": 20}, {"files": 20}),
    "read_only": (read_only, {}, {}),
    "read_only_folder": (read_only_folder, {}, {}),
    "vanish": (vanish, {}, {}),
    "grow": (grow, {"copies": 2000}, {"copies": 30}),
    "not_utf8": (not_utf8, {}, {}),
    "binary": (binary, {}, {}),
    "one_line": (one_line, {"kilobytes": 1_000_000}, {"kilobytes": 3000}),
    "many": (many, {"files": 10_000}, {"files": 150}),
    "link_loop": (link_loop, {}, {}),
    "fifo": (fifo, {}, {}),
    "damaged": (damaged, {"copies": 5000}, {"copies": 120}),
}


def make_fault(name: str, folder: Path, *, small: bool) -> Row:
    """Make one fault in an empty folder; SkipFaultError if this machine does not allow it."""
    function, bench, suite = FAULTS[name]
    return function(folder, **(suite if small else bench))


def run(data: Path, misses: int) -> None:
    """Print the table of all faults."""
    print("| fault | files | what is said | lost | exit | figures |\n|---|---|---|---|---|---|")
    for name in FAULTS:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            try:
                row = make_fault(name, Path(folder), small=False)
            except SkipFaultError as reason:
                print(f"| {name} | | not made: {reason} | | | |")
                continue
            print(
                f"| {row.fault} | {row.files:,} | {row.said} | {row.lost} | {row.status} "
                f"| {row.figures} |",
                flush=True,
            )


def _measure(*argv: object) -> tuple[float, float, int]:
    """Return the most memory (MB), the seconds and the exit status of a run."""
    start = time.monotonic()
    process = subprocess.Popen([*FIX, *map(str, argv)])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1e6 if sys.platform == "darwin" else 1e3
    return usage.ru_maxrss / scale, time.monotonic() - start, process.returncode


def _without_root() -> tuple[str, ...]:
    """Return what makes permissions count for root too."""
    if os.geteuid():
        return ()
    if shutil.which("setpriv") is None:
        raise SkipFaultError("root may write everything, and setpriv is not installed")
    return ("setpriv", "--bounding-set", "-dac_override", "--inh-caps", "-dac_override")


@contextmanager
def _small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    disk = folder / "disk"
    disk.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk],
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise SkipFaultError("no small disk can be mounted") from None
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def _fill(path: Path) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
