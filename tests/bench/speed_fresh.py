"""The rows *fresh* of the speed benchmark: texts that a process has not met, in two versions.

What is remembered of a text helps with all that repeat it, as the news of one day do. So texts are
drawn by whole documents (a story, or all headlines of one day), each once; every draw is given to a
new process of each version, and to the peers. A figure is megabytes in a second of the processor.
"""

import csv
import json
import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.bench.speed_peers import Peer, make_flashtext, make_scan
from tests.bench.versions import PRESENT, run_in

_SEEDS = (1, 2, 3)
_SIZE = 2_800  # code points of a piece
_STORIES = 20  # neighbours that are taken for a day
_MOST = 1_000_000  # code points of a draw
_VERSIONS = ("first", PRESENT)
_TIMING = Path(__file__).with_name("speed_timing.py")


def measure_fresh(data: Path, spellings: Sequence[str]) -> None:
    """Print a row for each corpus and draw, and their medians."""
    peers = {"scan": make_scan(spellings), "FlashText": make_flashtext(spellings)}
    ways = [f"{version} {way}" for way in ("fresh", "replayed") for version in _VERSIONS]
    ratios = ("fresh ×", "replayed ×")
    print("\t".join(("text", "draw", "pieces", *(f"{p} MB/s" for p in peers), *ways, *ratios)))
    corpora = {"dense": read_days(data), "sparse": read_stories(data)}
    for corpus, documents in corpora.items():
        rows = []
        for seed in _SEEDS:
            pieces = draw_pieces(documents, seed)
            rows.append(
                [*(_time_peer(peer, pieces) for peer in peers.values()), *_time_versions(pieces)]
            )
            _print_row(corpus, str(seed), len(pieces), rows[-1])
        _print_row(
            corpus, "median", 0, [statistics.median(column) for column in zip(*rows, strict=True)]
        )


def read_days(data: Path) -> list[list[str]]:
    """Return the headlines with their leads, by day."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    with (data / "war_headlines_2022.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            days[row["date"]].append("\n".join(filter(None, (row["title"], row["desc"]))))
    return list(days.values())


def read_stories(data: Path) -> list[list[str]]:
    """Return the stories of 1987, neighbours together: they are of about one day."""
    with (data / "reuters_1987.jsonl").open(encoding="utf-8") as file:
        stories = [json.loads(line)["text"] for line in file]
    return [stories[at : at + _STORIES] for at in range(0, len(stories), _STORIES)]


def draw_pieces(documents: Sequence[Sequence[str]], seed: int) -> list[str]:
    """Return pieces of different texts, made of documents that are drawn whole and none twice.

    No piece holds texts of two documents; a text that stands in two is in the first one only.

    >>> draw_pieces([["one", "two"], ["one"], ["two", "one"]], 0)
    ['one', 'two']
    """
    order = random.Random(seed).sample(range(len(documents)), len(documents))
    met: set[str] = set()
    pieces: list[str] = []
    size = 0
    for number in order:
        texts = [text for text in dict.fromkeys(documents[number]) if text not in met]
        met.update(texts)
        made = list(_join(texts))
        pieces += made
        size += sum(map(len, made))
        if size >= _MOST:
            break
    return pieces


def _join(texts: Iterable[str]) -> Iterator[str]:
    some: list[str] = []
    for text in texts:
        some.append(text)
        if sum(map(len, some)) >= _SIZE:
            yield "\n\n".join(some)
            some = []
    if some:
        yield "\n\n".join(some)


def _time_versions(pieces: Sequence[str]) -> list[float]:
    """Return the rates fresh and replayed of each version, and how many times the first's."""
    size = sum(len(piece.encode()) for piece in pieces) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pieces.jsonl"
        path.write_text("".join(json.dumps(piece) + "\n" for piece in pieces), encoding="utf-8")
        seconds = [json.loads(run_in(version, _TIMING, path)) for version in _VERSIONS]
    fresh, replayed = ([size / one[way] for one in seconds] for way in ("fresh", "replayed"))
    return [*fresh, *replayed, fresh[1] / fresh[0], replayed[1] / replayed[0]]


def _time_peer(peer: Peer, pieces: Sequence[str]) -> float:
    start = time.process_time()
    for piece in pieces:
        peer(piece)
    return sum(len(piece.encode()) for piece in pieces) / 1e6 / (time.process_time() - start)


def _print_row(corpus: str, draw: str, pieces: int, rates: Sequence[float]) -> None:
    said = f"{pieces:,}" if pieces else ""
    print("\t".join((corpus, draw, said, *(f"{rate:.2f}" for rate in rates))), flush=True)
