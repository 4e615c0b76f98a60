"""`python -m tests.bench planted`: does the attack bench find a fault, and how soon?

A bench that finds nothing is worth no more than what it would find. So each fault of `planted.toml`
is planted in a copy of the tree, one at a time, and the copy attacked until a promise breaks that
the tree itself keeps with the same seed; the time counts from the start of the attack. A fault that
is not found asks for a new kind of attack, or for more of its time.
"""

import argparse
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FAULTS = Path(__file__).parent / "planted.toml"
_COPIED = ("translit", "tests", "data", "seeds", "pyproject.toml")
_MINUTES = 10.0
_MEASURED = ("bombs", "races")  # what they find may be the machine's
_PATIENCE = 5.0  # seconds for an attack to clear up
_FOUND = re.compile(r"(\w+) (\d+): (.+)")

Fault = Mapping[str, Any]


class FaultError(Exception):
    """A fault cannot be planted: the source has changed since."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of a run; `--minutes` and `--seed` are those of the attack."""
    group = parser.add_argument_group("planted")
    group.add_argument("--fault", action="append", help="the name of a fault (default: all)")


def run(args: argparse.Namespace) -> int:
    """Plant the faults and print the table; return 1 if one was not found."""
    faults = load_faults()
    unknown = set(args.fault or ()) - faults.keys()
    if unknown:
        raise SystemExit(f"planted: no fault {', '.join(sorted(unknown))}; of {', '.join(faults)}")
    missed = 0
    print("| fault | found | seconds | by |\n|---|---|---|---|")
    for name in args.fault or faults:
        with tempfile.TemporaryDirectory(prefix="planted-") as folder:
            copy = Path(folder)
            copy_tree(copy)
            plant(faults[name], copy)
            seconds, found = _attack(copy, args.seed, (args.minutes or _MINUTES) * 60)
        missed += not found
        print(f"| {name} | {'yes' if found else 'no'} | {seconds:.0f} | {found} |", flush=True)
    return int(missed > 0)


def copy_tree(root: Path) -> None:
    """Copy what the attack needs."""
    for part in _COPIED:
        if (ROOT / part).is_file():
            shutil.copy2(ROOT / part, root)
        else:
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))


def load_faults() -> Mapping[str, Fault]:
    """Return the faults by name."""
    return tomllib.loads(FAULTS.read_text(encoding="utf-8"))


def plant(fault: Fault, root: Path) -> None:
    """Change the tree under `root`; FaultError where the source is not as the fault wants it."""
    path = root / fault["file"]
    source = path.read_text(encoding="utf-8")
    for old, new in fault["changes"]:
        if source.count(old) != 1:
            times = source.count(old)
            raise FaultError(f"{fault['file']} has {old!r} {times} times; mend {FAULTS.name}")
        source = source.replace(old, new)
    path.write_text(source, encoding="utf-8")


def _attack(copy: Path, seed: int, seconds: float) -> tuple[float, str]:
    """Return after how many seconds a fault was found, and by what; "" if it was not."""
    argv = ("--seed", str(seed), "--minutes", str(seconds / 60))
    start = time.monotonic()
    process = _start(copy, *argv)
    assert process.stdout is not None
    found, passed = "", 0.0
    said: list[str] = []
    for line in process.stdout:
        match = _FOUND.fullmatch(line.strip())
        passed = time.monotonic() - start
        said.append(line)
        if match and match[1] not in _MEASURED and not _breaks_by_itself(*match.groups()):
            found = match[0]
            break
    else:
        if process.wait() not in (0, 1) or "Traceback" in "".join(said):
            raise FaultError(f"the attack ended by itself: {''.join(said[-5:])}")
    _end(process)
    return passed, found


def _end(process: subprocess.Popen[str]) -> None:
    """End an attack so that it clears up, unless a command that it tries takes the signal."""
    process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.communicate()


def _breaks_by_itself(kind: str, seed: str, promise: str) -> bool:
    """Tell whether the tree without the fault breaks the same promise."""
    process = _start(ROOT, "--only", kind, "--seed", seed, "--seeds", "1")
    said, _ = process.communicate()
    return promise in said


def _start(root: Path, *argv: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench", "attack", *argv]
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
