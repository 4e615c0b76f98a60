"""`python -m tests.bench survey`: names that no table knows, grouped in text that nobody tuned on.

Of each collection the half of the documents is read that was not used to set the thresholds: those
whose text has an odd CRC-32. `survey_verdicts.tsv` says of each group whether its spellings are one
name; it was judged from the spellings and their sentences, shuffled, without what the program says.
"""

import csv
import json
import random
import resource
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from tests.bench.original_pairs import Pair, read_pairs
from translit.files import Workers
from translit.names import choose_readings, read_name
from translit.schemes import fold
from translit.survey import NameGroup, Notes, Surveyor, group_notes, read_words
from translit.unlisted import Evidence

_VERDICTS = Path(__file__).parent / "survey_verdicts.tsv"
_CLUSTERS = 2_000
_SYNTHETIC = 100_000
_MOST_JUDGED = 500


def read_collections(data: Path) -> Iterator[tuple[str, str, str]]:
    """Give the documents: the collection, a name for it, and its text."""
    for name, fields in (
        ("war_headlines_2022", ("title", "desc")),
        ("headlines_2015_2021", ("title",)),
    ):
        with (data / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            for n, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
                yield name, f"{name}:{n}", ". ".join(row[one] for one in fields if row[one])
    for name in ("reuters_1987", "texts/en"):
        with (data / f"{name}.jsonl").open(encoding="utf-8") as file:
            for n, line in enumerate(file):
                yield name, f"{name}:{n}", json.loads(line)["text"]


def is_aside(text: str) -> bool:
    """Tell whether a document was kept aside when thresholds were set."""
    return zlib.crc32(text.encode()) % 2 == 1


def survey_collections(data: Path, *, aside: bool = True) -> dict[str, list[NameGroup]]:
    surveyor = Surveyor()
    notes: dict[str, Notes] = defaultdict(Notes)
    for name, file, text in read_collections(data):
        if is_aside(text) is aside:
            notes[name] += surveyor.look(text, file)
    return {name: list(group_notes(one, surveyor).groups) for name, one in notes.items()}


def key_of(group: NameGroup) -> str:
    return " = ".join(sorted(one.text for one in group.spellings))


def read_verdicts() -> dict[tuple[str, str], str]:
    with _VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["collection"], row["spellings"]): row["verdict"] for row in rows}


def list_unjudged(data: Path) -> Iterator[str]:
    """Give the groups that have no verdict yet, shuffled, without how sure they are."""
    verdicts = read_verdicts()
    found = [(n, g) for n, groups in survey_collections(data).items() for g in groups]
    random.Random(21).shuffle(found)
    for name, group in found[:_MOST_JUDGED]:
        if (name, key_of(group)) not in verdicts:
            yield f"{name}\t{key_of(group)}"
            for one in group.examples:
                yield f"    …{one.before}[{one.spelling}]{one.after}…"


def measure_precision(data: Path) -> None:
    """Print how many groups there are, sure and likely, and how many of them are one name."""
    verdicts = read_verdicts()
    print("  precision of groups, on the half kept aside")
    for name, groups in survey_collections(data).items():
        for sure in (True, False):
            some = [group for group in groups if group.sure is sure][:_MOST_JUDGED]
            counted = Counter(verdicts.get((name, key_of(group)), "unjudged") for group in some)
            judged = counted["one"] + counted["two"]
            share = f"{counted['one'] / judged:.3f}" if judged else "–"
            low = f" (95 %: from {_least(counted['two'], judged):.3f})" if judged else ""
            kind = "sure" if sure else "likely"
            print(f"    {name} {kind}: {len(some)} groups, {dict(counted)}, one name {share}{low}")


def _least(wrong: int, of: int) -> float:
    """Return the lower 95 % bound of a share, by Wilson."""
    z, share = 1.96, (of - wrong) / of
    middle = share + z * z / (2 * of)
    width = z * ((share * (1 - share) + z * z / (4 * of)) / of) ** 0.5
    return float((middle - width) / (1 + z * z / of))


def measure_clusters(data: Path) -> None:
    """Print how many spellings of one original are in one group, and how many in a wrong one."""
    by: dict[str, list[Pair]] = defaultdict(list)
    for pair in read_pairs(data / "name_clusters.tsv").half(aside=True):
        by[pair.cluster].append(pair)
    chosen = random.Random(21).sample(sorted(by), min(_CLUSTERS, len(by)))
    pairs = [pair for cluster in chosen for pair in by[cluster]]
    originals: dict[str, set[str]] = defaultdict(set)
    everything: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        originals[pair.spelling] |= set(pair.originals)
        everything[pair.spelling] |= pair.all_originals
    readings = choose_readings({word: read_name(word) for word in originals})
    keys = {word: reading.key for word, reading in readings.items()}
    together, of = _count_together(originals, keys)
    groups: dict[str, list[str]] = defaultdict(list)
    for word, key in keys.items():
        groups[key].append(word)
    wrong = sum(
        not any(everything[word] & everything[other] for other in group if other != word)
        for group in groups.values()
        if len(group) > 1
        for word in group
    )
    print(f"  spellings of one original in one group: {together / of:.3f} of {of} pairs")
    print(f"  spellings in a wrong group: {wrong / len(originals):.3%} of {len(originals)}")


def _count_together(originals: dict[str, set[str]], keys: dict[str, str]) -> tuple[int, int]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(originals):
        for original in originals[word]:
            spellings[original].append(word)
    pairs = {
        pair
        for words in spellings.values()
        for pair in combinations(words, 2)
        if fold(pair[0]) != fold(pair[1])
    }
    together = sum(a in keys and b in keys and keys[a] == keys[b] for a, b in pairs)
    return together, len(pairs)


def measure_size(data: Path) -> None:
    """Print what it takes to group many spellings, of names that were made up."""
    made = make_spellings(data, _SYNTHETIC)
    notes = Notes(
        seen={word: Evidence(count=2, documents=2, beside={("lang", "en"): 2}) for word in made}
    )
    started = time.perf_counter()
    surveyor = Surveyor()
    with Workers(surveyor, 2) as workers:
        found = group_notes(notes, surveyor, lambda batches: workers.map(read_words, batches))
    took = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"  {len(made):,} spellings: {len(found.groups):,} groups in {took:.0f} s with two "
        f"processes, {memory:.2f} GB; a million in {took / len(made) * 1e6 / 60:.1f} minutes"
    )


def make_spellings(data: Path, count: int) -> list[str]:
    """Return spellings of names that are put together of the halves of real ones."""
    pairs = read_pairs(data / "name_clusters.tsv").half(aside=True)
    random_ = random.Random(5)
    by: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        by[pair.cluster].append(fold(pair.spelling))
    several = [sorted(set(words)) for words in by.values() if len(set(words)) > 1]
    made: set[str] = set()
    while len(made) < count:
        ends = random_.choice(several)
        heads = random_.choice(several)
        made |= {_join(head, end) for head, end in _pair(heads, ends)}
    return sorted(made)[:count]


def _pair(heads: list[str], ends: list[str]) -> Iterable[tuple[str, str]]:
    return ((heads[n % len(heads)], ends[n % len(ends)]) for n in range(5))


def _join(head: str, end: str) -> str:
    return (head[: max(2, len(head) // 2)] + end[len(end) // 2 :]).capitalize()


def run(data: Path, misses: int) -> None:
    """Print all of it; with `misses`, list the groups that nobody has judged."""
    if misses:
        print("\n".join(list_unjudged(data)))
        return
    measure_precision(data)
    measure_clusters(data)
    measure_size(data)
