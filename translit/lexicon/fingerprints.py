"""The digest of the default lexicon: of the data as parsed, and of the code that compiles it.

A comment, a docstring, another line length or a module that no build runs change nothing of what is
built, so they are not in it; nor is the version of Python that reads the code.
"""

import ast
import json
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from translit.datafolder import find_data_folder
from translit.lexicon.building import list_files
from translit.lexicon.caching import LENGTH, hash_parts, keep_digest, place, read_digest
from translit.lexicon.storage import FORMAT

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOTS = (
    "translit.lexicon.building",
    "translit.lexicon.ordinary",
    "translit.lexicon.spoken",
    "translit.lexicon.world_lists",
)
_ROOMS = ("languages", "schemes", "tables", "lexicon")


def find_default_digest() -> str:
    """Return the digest of the default lexicon that the data and the code at hand give.

    What was computed before is remembered by the sizes and times of all files that could matter:
    in the cache, and by this process for where nothing is kept.
    """
    state = _hash_state()
    kept = place(f"state-{state}.digest")
    return read_digest(kept, LENGTH) or _remember(kept, _compute_in_state(state))


@lru_cache(maxsize=1)
def _compute_in_state(state: str) -> str:
    return compute_default_digest()


def _remember(path: Path | None, digest: str) -> str:
    keep_digest(path, digest)
    return digest


def compute_default_digest() -> str:
    """Return the digest of the default lexicon: the same for the same sources on any machine."""
    data = find_data_folder()
    parts = [f"{path.relative_to(data).as_posix()} {parse_data(path)}" for path in list_files(data)]
    return hash_parts(str(FORMAT), *parts, *describe_code(_ROOTS))


def parse_data(path: Path) -> str:
    """The content of a data file, without its comments; the order of what it says counts."""
    text = path.read_text(encoding="utf-8")
    try:
        content: Any = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except ValueError:
        return text  # whoever compiles it says what is wrong
    return json.dumps(content, ensure_ascii=False, default=str)


def describe_code(roots: Iterable[str], package: Path = _PACKAGE) -> list[str]:
    """Return a module's name and its code for each that these modules reach by their imports."""
    modules: dict[str, _Module] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in modules:
            modules[name] = _Module(name, package)
            waiting += modules[name].list_imports()
    return [f"{name} {modules[name].code}" for name in sorted(modules)]


class _Module:
    """A module of the package, by its dotted name."""

    def __init__(self, name: str, package: Path) -> None:
        self._package = package
        path = package.joinpath(*name.split(".")[1:])
        self.is_door = path.is_dir()
        file = path / "__init__.py" if self.is_door else path.with_suffix(".py")
        self._tree = ast.parse(file.read_bytes())

    @cached_property
    def code(self) -> str:
        return json.dumps(_outline(self._tree), ensure_ascii=False)

    def list_imports(self) -> Iterator[str]:
        """Give the modules of the package that it imports; a door leads to the one that is meant.

        Imports for type checking alone are none.
        """
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ImportFrom) and node.module and self._is_own(node.module):
                for alias in node.names:
                    yield self._find_home(node.module, alias.name)
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names if self._is_own(alias.name))

    def _is_own(self, name: str) -> bool:
        return name.partition(".")[0] == "translit"

    def _find_home(self, module: str, name: str) -> str:
        """Return the module in which a name is defined that is imported from this module."""
        folder = self._package.joinpath(*module.split(".")[1:])
        if not folder.is_dir():
            return module
        if (folder / f"{name}.py").is_file() or (folder / name).is_dir():
            return f"{module}.{name}"
        door = _Module(module, self._package)
        for node in door._tree.body:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    if (alias.asname or alias.name) == name:
                        return self._find_home(node.module, alias.name)
        return module


def _outline(node: object) -> Any:
    """Return what a piece of code does, as plain data: no positions, no strings for readers."""
    if isinstance(node, list):
        return [_outline(item) for item in node if not _is_for_readers(item)]
    if not isinstance(node, ast.AST):
        return repr(node)
    fields = {
        name: _outline(value)
        for name, value in ast.iter_fields(node)
        if value is not None and value != [] and name not in ("kind", "type_ignores")
    }
    return [type(node).__name__, fields]


def _is_for_readers(node: object) -> bool:
    """Tell whether a statement is but a string: a docstring."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def find_version(package: str) -> str:
    """Return the version of an installed package, or nothing."""
    with suppress(PackageNotFoundError):
        return version(package)
    return ""


def _hash_state() -> str:
    """Hash sizes and times of all sources: quick, to see that a checkout has not changed."""
    files = list_files(find_data_folder())
    files += [path for room in _ROOMS for path in sorted((_PACKAGE / room).glob("*.py"))]
    states = [(str(path), path.stat()) for path in files]
    return hash_parts(str(FORMAT), *(f"{path} {s.st_size} {s.st_mtime_ns}" for path, s in states))
