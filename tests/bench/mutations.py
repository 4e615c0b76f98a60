"""Which mutations of the resolver do the tests not see?

A scratch copy of the tree gets one mutation at a time, drawn among all comparisons, boolean
operators and returns of the rooms that decide about a text. The tests near it run first, then the
whole suite; what then still passes survives, and is printed: a case is missing, or the line is.
"""

import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("forms", "page", "readings", "judging", "rewriting", "documents", "lexicon")
DRAWN = 40
SEED = 7
CASES = ("tests/test_rules.py", "tests/test_cases.py", "tests/test_kinds.py", "tests/test_traps.py")
ALL = ("tests", "translit")
SLOWEST = 1800  # seconds; a suite that runs longer is in a loop that the mutation made
_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
_NOTHING_COLLECTED = 5  # pytest's exit status


@dataclass(frozen=True, order=True)
class Mutation:
    """One change of the source: the bytes from `start` to `stop` of a file, and what they become.

    The path is relative to the root of the tree.
    """

    path: str
    start: int
    stop: int
    line: int
    kind: str
    after: str

    def apply(self, source: bytes) -> bytes:
        return source[: self.start] + self.after.encode() + source[self.stop :]

    def show(self, source: bytes) -> str:
        before = " ".join(source[self.start : self.stop].decode().split())
        after = " ".join(self.after.split())
        return f"{self.path}:{self.line}: {self.kind}: {before} → {after}"


def run(data: Path, misses: int) -> None:
    """Draw the mutations, run the tests on each, and print which survive; `data` is not read."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=_NOT_COPIED)
        if not _pass(tree, ALL):
            sys.exit("tests fail without any mutation, so they tell nothing; mend them first")
        measure_mutations(tree, draw(tree, DRAWN, SEED))


def measure_mutations(tree: Path, mutations: list[Mutation]) -> None:
    print(f"Mutations of {', '.join(ROOMS)}")
    survivors = 0
    for number, mutation in enumerate(mutations, 1):
        path = tree / mutation.path
        source = path.read_bytes()
        path.write_bytes(mutation.apply(source))
        verdict = _judge(tree, mutation.path)
        path.write_bytes(source)
        survivors += verdict == "SURVIVES"
        print(f"  {number:2} {verdict:15} {mutation.show(source)}", flush=True)
    print(f"  mutations {len(mutations)}, survivors {survivors}")


def draw(tree: Path, many: int, seed: int) -> list[Mutation]:
    """Draw mutations, the same ones for the same source."""
    found = sorted(
        mutation
        for room in ROOMS
        for path in sorted((tree / "translit" / room).glob("*.py"))
        for mutation in list_mutations(path.relative_to(tree).as_posix(), path.read_bytes())
    )
    return random.Random(seed).sample(found, min(many, len(found)))


def list_mutations(path: str, source: bytes) -> Iterator[Mutation]:
    """Give the mutations of a module: each node that can be one, in one way."""
    lines = [0, *(match.end() for match in re.finditer(rb"\n", source))]
    for node in _walk(ast.parse(source)):
        if not isinstance(node, ast.Compare | ast.BoolOp | ast.Return):
            continue
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = lines[node.lineno - 1] + node.col_offset
        stop = lines[node.end_lineno - 1] + node.end_col_offset
        kind, after = _mutate(node, source[start:stop].decode())
        yield Mutation(path, start, stop, node.lineno, kind, after)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Give all nodes but those within f-strings, whose places Python 3.11 does not know."""
    yield node
    if not isinstance(node, ast.JoinedStr):
        for child in ast.iter_child_nodes(node):
            yield from _walk(child)


def _mutate(node: ast.Compare | ast.BoolOp | ast.Return, text: str) -> tuple[str, str]:
    if isinstance(node, ast.Compare):
        return "comparison", f"(not ({text}))"
    if isinstance(node, ast.BoolOp):
        return "operator", f"({_swap(node)})"
    if node.value is None:
        return "return", "pass"
    if _is_truth(node.value):
        return "return", f"return not ({ast.unparse(node.value)})"
    is_none = isinstance(node.value, ast.Constant) and node.value.value is None
    return "return", "pass" if is_none else "return None"


def _swap(node: ast.BoolOp) -> str:
    """The same operands, joined by the other operator."""
    joined = " or " if isinstance(node.op, ast.And) else " and "
    return joined.join(f"({ast.unparse(value)})" for value in node.values)


def _is_truth(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    return isinstance(node, ast.Compare | ast.BoolOp)


def _judge(tree: Path, path: str) -> str:
    if not _pass(tree, list_near(path)):
        return "fails near by"
    return "SURVIVES" if _pass(tree, ALL) else "fails far off"


def list_near(path: str) -> list[str]:
    """List the tests near a module: the cases, and those of its room."""
    rooms = [room for room in ROOMS if path.startswith(f"translit/{room}/")]
    near = [f"{tests}/{room}" for room in rooms for tests in ("tests", "translit")]
    return [name for name in (*CASES, *near) if (ROOT / name).exists()]


def _pass(tree: Path, names: Iterable[str]) -> bool:
    """Tell whether tests pass on a tree, which keeps a lexicon cache of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_CACHE_HOME": str(tree.parent / "cache"),
    }
    options = ("-qx", "-n", "auto", "-p", "no:cacheprovider")
    command = [sys.executable, "-m", "pytest", *options, *names]
    with subprocess.Popen(
        command,
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            status = process.wait(timeout=SLOWEST)
        except subprocess.TimeoutExpired:
            process.kill()
            return False
    return status in (0, _NOTHING_COLLECTED)
