"""The texts that golden outputs are made of, one after the other and always the same."""

import csv
import hashlib
import heapq
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from tests.bench.marked import read_texts

# What is said, so that another default of a later version is no difference.
_OPTIONS = {"style": "news"}
_HEADLINES = ("war_headlines_2022.tsv", "headlines_2015_2021.tsv")
_NAMES = ("place_names.tsv", "belarus_listed_persons.tsv", "cldr_exemplar_cities.tsv")
_NAMES_OF_A_LIST = 40
_MARKED = re.compile(r"\[\[(.*?)->.*?\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that a version is given, and the options with which."""

    id: str
    text: str
    options: Mapping[str, str] = field(default_factory=lambda: dict(_OPTIONS))


def read_documents(data: Path) -> Iterator[Piece]:
    """Give every text of the files at hand.

    The rows of a list of names are no text; some of them together are, and so they are given.
    """
    lines = [*(data / "texts").glob("*.jsonl"), *(data / "inflected").glob("*.jsonl")]
    for path in (*sorted(lines), data / "reuters_1987.jsonl"):
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                yield _make(data, path, number, json.loads(line)["text"])
    for name in _HEADLINES:
        for number, text in enumerate(read_texts(data / name), 2):
            yield _make(data, data / name, number, text)
    for number, row in enumerate(_read_rows(data / "verdicts.tsv"), 2):
        text = _MARKED.sub(r"\1", row["context"])
        yield _make(data, data / "verdicts.tsv", number, text)
    for name in _NAMES:
        names = (row["name"] for row in _read_rows(data / name))
        for number, some in enumerate(_group(names)):
            text = "\n".join(some)
            yield _make(data, data / name, number * _NAMES_OF_A_LIST + 2, text)


def write_pieces(pieces: Iterable[Piece], path: Path) -> int:
    """Write pieces as JSON Lines; return how many."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for piece in pieces:
            number += 1
            # Surrogates that stand alone stay such: escapes hold what UTF-8 cannot.
            file.write(json.dumps(asdict(piece)) + "\n")
    return number


def read_pieces(path: Path) -> Iterator[Piece]:
    """Read what `write_pieces` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Piece(**json.loads(line))


def draw(pieces: Iterable[Piece], number: int) -> list[Piece]:
    """Return so many of the pieces in their order, the same ones whatever else there is.

    >>> [piece.id for piece in draw([Piece("a", ""), Piece("b", ""), Piece("c", "")], 2)]
    ['b', 'c']
    """
    drawn = heapq.nsmallest(number, enumerate(pieces), key=lambda pair: rank(pair[1].id))
    return [piece for _, piece in sorted(drawn, key=lambda pair: pair[0])]


def rank(key: str) -> bytes:
    """Return where a key stands in an order that is as good as random, and never changes."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _make(data: Path, path: Path, number: int, text: str) -> Piece:
    return Piece(f"{path.relative_to(data).as_posix()}:{number}", text)


def _read_rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _group(names: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(names, _NAMES_OF_A_LIST)):
        yield some
