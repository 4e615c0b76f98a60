"""Other versions of this project, to be compared with: their wheels, and scripts run in them.

A version is `present` (what `import translit` gives), a name of `versions.toml`, or the path of a
wheel or of a checkout. Wheels are built from their commits and kept outside the tree; every version
runs on the interpreter and the dependencies of the bench, so that only this project's code differs.
"""

import hashlib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parents[2]
PRESENT = "present"
KEPT = platformdirs.user_cache_path("translit-fix-bench")
_NAMED = Path(__file__).with_name("versions.toml")


class VersionError(Exception):
    """A version that is not known, cannot be built, or in which a script failed."""


def find_wheel(name: str, keep: Path = KEPT) -> Path:
    """Return the wheel of a version that `versions.toml` names, built if it is not kept yet.

    Raises VersionError if it is not named there or cannot be built.
    """
    commit = read_commits().get(name)
    if commit is None:
        raise VersionError(f"{name!r} is not in {_NAMED}: name it there, or give a path")
    folder = keep / "wheels" / commit
    if not folder.is_dir():
        _make_folder(folder, lambda target: _build(commit, target))
    (wheel,) = folder.glob("*.whl")
    return wheel


def locate(name: str, keep: Path = KEPT) -> Path:
    """Return the folder from which a version's `translit` is imported."""
    if name == PRESENT:
        import translit

        return Path(translit.__file__).resolve().parents[1]
    path = Path(name).resolve()
    if (path / "translit" / "__init__.py").is_file():
        return path
    wheel = path if path.suffix == ".whl" and path.is_file() else find_wheel(name, keep)
    folder = keep / "unpacked" / _hash_file(wheel)
    if not folder.is_dir():
        _make_folder(folder, lambda target: zipfile.ZipFile(wheel).extractall(target))
    return folder


def identify(name: str, keep: Path = KEPT) -> str | None:
    """Return what tells a version from all others, None where it may change: a checkout."""
    folder = locate(name, keep)
    return folder.name if folder.parent == keep / "unpacked" else None


def run_in(name: str, script: Path, *arguments: str | Path, keep: Path = KEPT) -> str:
    """Run a script in a new process, in which `import translit` gives a version.

    Returns what it prints. The script imports nothing else of the tree: no `tests`, and no module
    beside it. Raises VersionError with the end of its errors if it fails.
    """
    folder = str(locate(name, keep))
    # PYTHONPATH stands before the site packages, and -P keeps the script's folder out.
    command = [sys.executable, "-P", str(script), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": folder}
    # What a script cannot do by itself: prove that another translit did not get in between.
    proof = [sys.executable, "-P", "-c", "import translit; print(translit.__file__)"]
    found = _call(proof, environment, f"import translit of {name}").strip()
    if not Path(found).resolve().is_relative_to(Path(folder).resolve()):
        raise VersionError(f"{name}: translit comes from {found}, not from {folder}")
    return _call(command, environment, f"{script.name} in {name}")


def read_commits() -> dict[str, str]:
    """Return the named versions with their commits."""
    with _NAMED.open("rb") as file:
        return tomllib.load(file)


def _build(commit: str, target: Path) -> None:
    print(f"building the wheel of {commit[:12]}", file=sys.stderr, flush=True)
    archive = subprocess.run(
        ["git", "archive", "--format=tar", commit], cwd=ROOT, capture_output=True, check=False
    )
    if archive.returncode:
        error = archive.stderr.decode(errors="replace").strip()
        raise VersionError(f"{_NAMED}: no commit {commit} here ({error}); fetch the whole history")
    with tempfile.TemporaryDirectory() as source:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(source, filter="data")
        command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        what = "the build (it needs pip install -e '.[dev]')"
        _call([*command, "-q", "-w", str(target), source], environment, what)


def _make_folder(folder: Path, fill: Callable[[Path], object]) -> None:
    """Fill a folder whole or not at all; another process may be doing the same."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        filled = Path(temporary) / "filled"
        filled.mkdir()
        fill(filled)
        with suppress(OSError):  # the other process was first
            filled.rename(folder)


def _call(command: list[str], environment: dict[str, str], what: str) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    if done.returncode:
        error = done.stderr.decode(errors="replace")[-2_000:].strip()
        raise VersionError(f"{what} ended with status {done.returncode}: {error}")
    return done.stdout.decode()


def _hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
