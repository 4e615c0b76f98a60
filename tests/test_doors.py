"""Rooms: each has one door, and imports only from those above it in CONTRIBUTING.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import translit

PACKAGE = Path(translit.__file__).parent
CONTRIBUTING = Path(__file__).parents[1] / "CONTRIBUTING.md"

# What stands above all rooms has no place in the order: it gives away what they make.
ABOVE = {"__init__", "__main__"}


class Import(NamedTuple):
    """An import of one room by another."""

    at: str
    by: str
    of: str
    module: str


def list_rooms() -> list[set[str]]:
    """Return the rooms row by row, as CONTRIBUTING.md lists them."""
    text = (
        CONTRIBUTING.read_text("utf-8").partition("| room | what it is |")[2].partition("\n\n")[0]
    )
    rows = [
        re.findall(r"`([a-z]+)(?:\.py)?`", line.split("|")[1]) for line in text.splitlines()[2:]
    ]
    return [set(row) for row in rows]


def list_imports(package: Path = PACKAGE) -> Iterator[Import]:
    """Give the imports that lead from one room to another, those inside of functions too."""
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package)
        by = place.with_suffix("").parts[0]
        for node in ast.walk(ast.parse(file.read_bytes())):
            for module in list_modules(node, package):
                of = module.split(".")[1]
                if of != by:
                    yield Import(f"{place}:{node.lineno}", by, of, module)  # type: ignore[attr-defined]


def list_modules(node: ast.AST, package: Path) -> Iterator[str]:
    """Give the modules of the package that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names if name.name.startswith("translit."))
    elif isinstance(node, ast.ImportFrom):
        assert node.module and not node.level, f"line {node.lineno}: say the whole name"
        folder = package.joinpath(*node.module.split(".")[1:])
        for name in node.names if node.module.split(".")[0] == "translit" else ():
            is_module = (folder / name.name).is_dir() or (folder / f"{name.name}.py").is_file()
            if is_module:
                yield f"{node.module}.{name.name}"
            elif node.module != "translit":
                yield node.module
            elif name.name not in {"__version__", "__tables_date__"}:  # which import nothing
                yield "translit.__init__"


def find_faults(package: Path, rooms: list[set[str]]) -> list[str]:
    """Say what passes round a door, and what looks up."""
    faults = []
    for found in list_imports(package):
        if found.module.count(".") > 1:
            faults.append(f"{found.at} passes round the door of {found.of}: {found.module}")
        if found.by in ABOVE:
            continue
        above = set().union(*rooms[: next(n for n, row in enumerate(rooms) if found.by in row)])
        if found.of not in above:
            faults.append(f"{found.at} imports {found.of}, which is not above {found.by}")
    return faults


def test_every_room_has_its_place_in_the_order() -> None:
    listed = [room for row in list_rooms() for room in row]
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or is_room(path)}
    assert sorted(listed) == sorted(there - ABOVE)


def is_room(path: Path) -> bool:
    return (path / "__init__.py").is_file()


def test_nothing_passes_round_a_door_and_nothing_looks_up() -> None:
    assert find_faults(PACKAGE, list_rooms()) == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("from translit.low import go", None),
        ("from translit.low import one", "passes round the door of low: translit.low.one"),
        ("from translit.low.one import go", "passes round the door of low: translit.low.one"),
        ("import translit.low.one", "passes round the door of low: translit.low.one"),
        ("def f():\n    from translit.low.one import go", "passes round the door of low"),
        ("from translit.middle.two import go", None),
        ("from translit.high import go", "imports high, which is not above middle"),
        ("from translit import high", "imports high, which is not above middle"),
        ("from translit.side import go", "imports side, which is not above middle"),
        ("from translit import __version__", None),
        ("from translit import Normalizer", "imports __init__, which is not above middle"),
    ],
)
def test_a_fault_is_found(code: str, fault: str | None, tmp_path: Path) -> None:
    for place in ("low/__init__", "low/one", "middle/__init__", "middle/two", "side", "high"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / f"{place}.py").write_text("")
    (tmp_path / "middle" / "one.py").write_text(code)
    faults = find_faults(tmp_path, [{"low"}, {"middle", "side"}, {"high"}])
    assert len(faults) == (fault is not None)
    assert not fault or fault in faults[0]


# A debt: an original in `names`, and a reading in its place in `judging`.
NAMED_TWICE = {"Candidate"}


def test_no_two_classes_have_one_name() -> None:
    files: dict[str, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                files.setdefault(node.name, set()).add(str(file.relative_to(PACKAGE)))
    assert {name for name, where in files.items() if len(where) > 1} == NAMED_TWICE, files
