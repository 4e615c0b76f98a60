"""`python -m tests.bench survey`: names that no table knows, grouped in text that nobody tuned on.

Of each collection the half of the documents is read that was not used to set the thresholds: those
whose text has an odd CRC-32. `survey_verdicts.tsv` says of each group whether its spellings are one
name; it was judged from the spellings and their sentences, shuffled, without what the program says.
`tables` are those it was found with (default or none), `said` is what the program said of it then.
"""

import csv
import json
import os
import random
import threading
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from math import comb
from pathlib import Path
from typing import Self

from tests.bench.original_pairs import Pair, read_pairs
from translit.files import Workers
from translit.names import choose_readings, read_name
from translit.schemes import fold, romanize
from translit.survey import NameGroup, Notes, Surveyor, group_notes
from translit.unlisted import Evidence

_VERDICTS = Path(__file__).parent / "survey_verdicts.tsv"
_CLUSTERS = 2_000
_SYNTHETIC = 200_000
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


def survey_collections(
    data: Path, *, aside: bool = True, default_tables: bool = True
) -> dict[str, list[NameGroup]]:
    surveyor = Surveyor(default_tables=default_tables)
    notes: dict[str, Notes] = defaultdict(Notes)
    for name, file, text in read_collections(data):
        if is_aside(text) is aside:
            notes[name] += surveyor.look(text, file)
    return {name: list(group_notes(one, surveyor).groups) for name, one in notes.items()}


def key_of(group: NameGroup) -> str:
    return " = ".join(sorted(one.text for one in group.spellings))


def read_verdicts() -> dict[tuple[str, str], str]:
    """Return the verdicts by collection and spellings; with whatever tables it is one name."""
    with _VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["collection"], row["spellings"]): row["verdict"] for row in rows}


def list_unjudged(data: Path) -> Iterator[str]:
    """Give the groups that have no verdict yet, shuffled, without how sure they are."""
    verdicts = read_verdicts()
    found = [
        (name, group)
        for default_tables in (True, False)
        for name, groups in survey_collections(data, default_tables=default_tables).items()
        for group in groups
    ]
    random.Random(21).shuffle(found)
    for name, group in found[:_MOST_JUDGED]:
        if (name, key_of(group)) not in verdicts:
            yield f"{name}\t{key_of(group)}"
            for one in group.examples:
                yield f"    …{one.before}[{one.spelling}]{one.after}…"


def measure_precision(data: Path) -> None:
    """Print how many groups there are, sure and likely, and how many of them are one name.

    With the default tables few names are left; without them the tables' own names are, too.
    """
    verdicts = read_verdicts()
    for default_tables in (True, False):
        print(f"  precision of groups, half kept aside, default tables {default_tables}")
        for name, groups in survey_collections(data, default_tables=default_tables).items():
            for sure in (True, False):
                some = [group for group in groups if group.sure is sure][:_MOST_JUDGED]
                _print_precision(name, "sure" if sure else "likely", some, verdicts)


def _print_precision(
    name: str, kind: str, groups: list[NameGroup], verdicts: dict[tuple[str, str], str]
) -> None:
    counted = Counter(verdicts.get((name, key_of(group)), "unjudged") for group in groups)
    judged = counted["one"] + counted["two"]
    share = f"{counted['one'] / judged:.3f}" if judged else "–"
    low = f" (95 %: from {_least(counted['two'], judged):.3f})" if judged else ""
    print(f"    {name} {kind}: {len(groups)} groups, {dict(counted)}, one name {share}{low}")


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


def measure_size(data: Path, names: int = _SYNTHETIC) -> None:
    """Print what it takes to group five spellings of each of many names that were made up."""
    made = make_spellings(data, names)
    original_of = {spelling: n for n, spellings in enumerate(made) for spelling in spellings}
    notes = Notes(seen={word: _make_evidence() for word in sorted(original_of)})
    started = time.perf_counter()
    surveyor = Surveyor()
    with Workers(surveyor, 2) as workers, _Watch() as watch:
        found = group_notes(notes, surveyor, workers.map, _tell_progress)
    took = time.perf_counter() - started
    together = sum(comb(len(spellings), 2) for spellings in made)
    grouped: Counter[tuple[int, bool]] = Counter()
    wrong = 0
    for group in found.groups:
        ids = Counter(original_of[one.text] for one in group.spellings)
        grouped[1, group.sure] += sum(comb(count, 2) for count in ids.values())
        wrong += sum(count for count in ids.values() if count == 1)
    right = grouped[1, True] + grouped[1, False]
    print(
        f"  {len(original_of):,} spellings of {names:,} names: {len(found.groups):,} groups "
        f"({sum(one.sure for one in found.groups):,} sure) in {took / 60:.1f} minutes with "
        f"two processes, {watch.seconds / 120:.1f} of two processors, {watch.most / 1e9:.2f} GB "
        f"in all\n"
        f"    pairs in one group {right / together:.3f}; spellings in a group with none of their "
        f"own {wrong / len(original_of):.3%}"
    )


def _make_evidence() -> Evidence:
    """Return what is seen of a name in English news of Eastern Europe."""
    beside = {("lang", "en"): 2, ("region", "east"): 2}
    return Evidence(count=2, documents=2, beside=beside)


def _tell_progress(done: int, total: int) -> None:
    if done % 100_000 == 0:
        print(f"    {done:,} of {total:,} read, {time.strftime('%H:%M:%S')}", flush=True)


class _Watch:
    """Watches the memory of this process and its children, and the time that they compute."""

    def __init__(self) -> None:
        self.most = 0
        self._seconds: dict[int, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(2.0):
            family = _list_family(os.getpid())
            self.most = max(self.most, sum(map(_find_size, family)))
            self._seconds |= {pid: _find_seconds(pid) for pid in family}

    @property
    def seconds(self) -> float:
        """The seconds of processor time that all have taken."""
        return sum(self._seconds.values())


def _list_family(pid: int) -> list[int]:
    """Return a process and those that it started."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
    found = {pid}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found)


def _find_seconds(pid: int) -> float:
    with suppress(OSError):
        fields = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _find_size(pid: int) -> int:
    """Return the bytes of a process, of what it shares its part."""
    with suppress(OSError):
        for line in (Path("/proc") / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


_SCHEMES = {
    "uk": (
        "press-en", "national-2010", "press-de", "press-fr", "press-pl", "press-nl", "icao-9303",
        "bgn-pcgn-1965-plain", "press-es", "press-it", "press-sv", "press-tr",
    ),
    "ru": (
        "press-en", "icao-9303", "press-de", "press-fr", "press-pl", "press-nl", "gost-52535-2006",
        "bgn-pcgn-1947-plain", "press-es", "press-it", "press-sv", "press-tr",
    ),
}  # fmt: skip
_SPELLINGS = 5


def make_spellings(data: Path, count: int) -> list[list[str]]:
    """Return five spellings of each of some originals, put together of the halves of real names."""
    random_ = random.Random(5)
    real = sorted(
        {
            one
            for pair in read_pairs(data / "name_clusters.tsv").half(aside=True)
            for one in pair.originals
        }
    )
    langs = {one: [lang for lang in _SCHEMES if _fits(one, lang)] for one in real}
    real = [one for one in real if langs[one] and len(one) > 4]
    made: list[list[str]] = []
    taken: set[str] = set()
    while len(made) < count:
        head, end = random_.choice(real), random_.choice(real)
        both = sorted({*langs[head]} & {*langs[end]})
        if not both:
            continue
        original = (head[: len(head) // 2] + end[len(end) // 2 :]).capitalize()
        lang = random_.choice(both)
        spellings: dict[str, str] = {}
        for scheme in _SCHEMES[lang]:
            spelling = romanize(original, f"{lang}/{scheme}")
            spellings.setdefault(fold(spelling), spelling)
        some = list(spellings.values())[:_SPELLINGS]
        if len(some) == _SPELLINGS and not taken & set(some):
            taken |= set(some)
            made.append(some)
    return made


def _fits(original: str, lang: str) -> bool:
    return set(original.lower()) <= _LETTERS[lang]


_LETTERS = {
    "uk": set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
}


def run(data: Path, misses: int) -> None:
    """Print all of it; with `misses`, list the groups that nobody has judged."""
    if misses:
        print("\n".join(list_unjudged(data)))
        return
    measure_precision(data)
    measure_clusters(data)
    measure_size(data)
