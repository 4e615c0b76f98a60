"""Who is meant: edits of real text, each with a verdict; traps; damage; tables of other people."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.clusters import is_slavic_surname, read_clusters
from tests.bench.damaged import measure_damage
from tests.bench.listed_persons import measure_listed_persons
from tests.bench.marked import measure_adversarial, measure_headlines
from tests.bench.planted import measure_planted
from translit import Normalizer

HERE = Path(__file__).parent
HEADLINES = ("war_headlines_2022.tsv", "headlines_2015_2021.tsv")


def run(data: Path, misses: int) -> None:
    reuters = list(read_reuters(data / "reuters_1987.jsonl"))
    headlines = [text for name in HEADLINES for text in read_headlines(data / name)]
    clusters = list(filter(is_slavic_surname, read_clusters(data / "name_clusters.tsv")))
    measure_reuters(reuters, misses)
    measure_headlines(data, misses)
    measure_read_edits(headlines, misses)
    measure_adversarial(misses)
    measure_damage(headlines, clusters, misses)
    measure_listed_persons(data / "belarus_listed_persons.tsv", misses)
    measure_planted(clusters, reuters, misses)


def read_reuters(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line)["text"] for line in file)


def read_headlines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield "\n".join(row[field] for field in ("title", "desc") if row.get(field))


def measure_reuters(texts: list[str], misses: int) -> None:
    print("\n1. Stories of 1987")
    words = sum(len(text.split()) for text in texts)
    count, wrong, unread = _judge(texts, HERE / "edits_reuters.tsv", misses)
    # The rule of three for no event in n trials; one more event adds about 1.75 trials' worth.
    print(f"  words {words}, edits {count}, wrong {wrong}, not yet read {unread}")
    bound = 3.0 if not wrong else 3.0 + 1.75 * wrong
    print(f"  upper bound at 95 %: {bound / words * 1e6:.1f} wrong edits in a million words")


def measure_read_edits(texts: list[str], misses: int) -> None:
    print("\n2b. Distinct edits of all headlines, each read")
    count, wrong, unread = _judge(texts, HERE / "edits_headlines.tsv", misses)
    print(f"  edits {count}, wrong {wrong}, not yet read {unread}")


def _judge(texts: Iterable[str], path: Path, misses: int) -> tuple[int, int, int]:
    """Count edits, wrong ones, and those that are not on the list of verdicts."""
    verdicts = _read_verdicts(path)
    found = Counter(list_edits(texts))
    judged: Counter[str] = Counter()
    for key, times in found.items():
        judged[verdicts.get(key, "unread")] += times
        if key not in verdicts and misses:
            print(f"    not read: {key[0]} → {key[1]} ({key[2]})")
    return sum(found.values()), judged["wrong"], judged["unread"]


def list_edits(texts: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give before, after and entity of every edit that the default tables make."""
    normalizer = Normalizer()
    for text in texts:
        for edit in normalizer.explain(text).edits:
            yield edit.before, edit.after, edit.entity_id or ""


def _read_verdicts(path: Path) -> dict[tuple[str, str, str], str]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["before"], row["after"], row["entity"]): row["verdict"] for row in rows}
