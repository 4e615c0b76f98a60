"""The way of a comparison: pieces, the answers of two versions, and what differs."""

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from tests.bench.golden import shapes
from tests.bench.golden.differences import SeenMention, compare_answers
from tests.bench.golden.pieces import Piece, draw, rank, read_documents, read_pieces, write_pieces
from tests.bench.golden.report import Report
from tests.bench.versions import KEPT, PRESENT, VersionError, identify, locate, run_in

_ANSWERING = Path(__file__).with_name("answering.py")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    group = parser.add_argument_group("golden")
    group.add_argument(
        "--against",
        metavar="VERSION",
        default="golden",
        help="a name of versions.toml, a wheel or a checkout (default: golden)",
    )
    group.add_argument("--sample", type=_count, metavar="N", help="so many texts (default: all)")
    group.add_argument(
        "--jobs",
        type=_count,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes (default: one a core)",
    )
    group.add_argument(
        "--keep", type=Path, default=KEPT, metavar="DIR", help=f"what is kept (default: {KEPT})"
    )


def run(args: argparse.Namespace) -> int:
    """Print the differences; return 0 if there are none, 1 if there are, 2 for trouble."""
    try:
        return _compare(args)
    except (VersionError, OSError) as error:
        print(f"golden: {error}", file=sys.stderr)
        return 2


def _compare(args: argparse.Namespace) -> int:
    keep = args.keep.resolve() / "golden"
    keep.mkdir(parents=True, exist_ok=True)
    report = Report()
    with tempfile.TemporaryDirectory(dir=keep) as folder:
        pieces = Path(folder) / "pieces.jsonl"
        number = _write(pieces, args.data, args.sample)
        versions = (args.against, PRESENT)
        answers = [_keep_answers(version, pieces, args, keep) for version in versions]
        differing = Path(folder) / "differing.jsonl"
        differ = write_pieces((row[0] for row in _read_differing(pieces, *answers)), differing)
        mentions = [Path(folder) / name for name in ("old.jsonl", "new.jsonl")]
        for version, path in zip(versions, mentions, strict=True):
            _answer(version, differing, path, "mentions", args)
        rows = zip(_read_differing(pieces, *answers), *map(_read_lines, mentions), strict=True)
        _judge(rows, report, keep / "differences.jsonl")
    print(f"{args.against} → {PRESENT}: {number:,} texts, {differ:,} answered differently")
    print(*report.list_lines(), sep="\n")
    print("kept:", *answers, keep / "differences.jsonl", sep="\n  ")
    return int(report.counts.total() > 0)


def _write(path: Path, data: Path, sample: int | None) -> int:
    start = time.perf_counter()
    pieces: Iterable[Piece] = chain(read_documents(data), shapes.make_pieces(data))
    number = write_pieces(pieces if sample is None else draw(pieces, sample), path)
    _tell(f"{number:,} texts, {path.stat().st_size / 1e6:.1f} MB", start)
    return number


def _keep_answers(version: str, pieces: Path, args: argparse.Namespace, keep: Path) -> Path:
    """Return the file of a version's answers; a version that cannot change answers once."""
    kept = args.keep.resolve()
    identity = identify(version, kept)
    name = identity or f"checkout-{rank(str(locate(version, kept))).hex()[:8]}"
    with pieces.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    path = keep / f"answers-{name}-{digest}.jsonl"
    if identity is None or not path.is_file():
        made = pieces.with_name("answers.jsonl")
        _answer(version, pieces, made, "edits", args)
        made.replace(path)
    return path


def _answer(version: str, pieces: Path, target: Path, mode: str, args: argparse.Namespace) -> None:
    """Let a version answer in several processes, and put the answers into the pieces' order."""
    start = time.perf_counter()
    parts = [target.with_name(f"{target.name}.{part}") for part in range(args.jobs)]

    def answer(part: int) -> None:
        numbers = (str(part), str(args.jobs))
        run_in(version, _ANSWERING, pieces, parts[part], *numbers, mode, keep=args.keep.resolve())

    with ThreadPoolExecutor(args.jobs) as pool:
        list(pool.map(answer, range(args.jobs)))
    with ExitStack() as stack, target.open("wb") as file:
        files = [stack.enter_context(part.open("rb")) for part in parts]
        for row in zip_longest(*files, fillvalue=b""):
            file.writelines(row)
    for part in parts:
        part.unlink()
    _tell(f"{mode} of {version}", start)


def _read_differing(
    pieces: Path, old: Path, new: Path
) -> Iterator[tuple[Piece, dict[str, Any], dict[str, Any]]]:
    rows = zip(read_pieces(pieces), _read_lines(old), _read_lines(new), strict=True)
    return (row for row in rows if row[1] != row[2])


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _judge(rows: Iterable[Any], report: Report, path: Path) -> None:
    """Put all differences into the report, and as JSON Lines into a file."""
    with path.open("w", encoding="utf-8") as file:
        for (piece, old, new), *answers in rows:
            mentions = [[SeenMention(*m) for m in a.get("mentions", ())] for a in answers]
            for found in compare_answers(piece.text, old, new, *mentions):
                report.add(piece, found)
                line = {"id": piece.id, "options": piece.options, **asdict(found)}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _count(argument: str) -> int:
    number = int(argument)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _tell(what: str, start: float) -> None:
    print(f"{what}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
