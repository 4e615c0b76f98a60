"""`python -m tests.bench compare`: are two spellings told to be one name, and only then?

Pairs of the clusters kept aside, in four kinds; and pairs written from knowledge, of whole names,
in `compare_pairs.tsv`. A name is *same* if it is told so; what cannot be told counts as not told.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench.original_pairs import Pairs, read_pairs
from tests.bench.originals import _list_near
from translit.names import compare_names
from translit.names.sounds import find_sound_key
from translit.schemes import fold

_SAMPLE = 400
_ALIKE = 90  # of rapidfuzz: from here on two names are one

Row = tuple[str, str, bool]


def run(data: Path, misses: int) -> None:
    pairs = read_pairs(data / "name_clusters.tsv")
    written = list(_read_written())
    for title, rows in (
        ("pairs of the clusters kept aside", list_rows(pairs)),
        ("pairs written from knowledge", written),
    ):
        print(f"\n{title}: {sum(same for *_, same in rows)} the same, "
              f"{sum(not same for *_, same in rows)} not")  # fmt: skip
        _print("compare_names", rows, lambda a, b: compare_names(a, b).same, misses)
        _print("rapidfuzz, token_sort_ratio of folded names", rows, _compare_by_letters, 0)


def _compare_by_letters(a: str, b: str) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    one, other = (" ".join(map(fold, name.split())) for name in (a, b))
    return token_sort_ratio(one, other) >= _ALIKE


def _print(
    title: str, rows: list[Row], tell: Callable[[str, str], bool | None], misses: int
) -> None:
    told = [(row, tell(row[0], row[1])) for row in rows]
    same = [row for row, verdict in told if verdict is True]
    wrong = [row for row in same if not row[2]]
    denied = [row for row, verdict in told if verdict is False and row[2]]
    missed = [row for row, verdict in told if verdict is None and row[2]]
    total = sum(row[2] for row in rows)
    precision = 1 - len(wrong) / len(same) if same else 0.0
    print(f"  {title:44} precision {precision:.3f}  recall {(len(same) - len(wrong)) / total:.3f}"
          f"  False for the same {len(denied) / total:.3f}")  # fmt: skip
    for kind, found in (("wrong", wrong), ("denied", denied), ("not told", missed)):
        for a, b, _ in found[:misses]:
            print(f"    {kind}: {a} / {b}: {compare_names(a, b).why}")


def list_rows(pairs: Pairs) -> list[Row]:
    """Draw pairs of one name, in one script and two, and of two names, near and far."""
    draw = random.Random(31)
    aside = pairs.half(aside=True)
    by_original: dict[tuple[str, str], list[str]] = defaultdict(list)
    owners: dict[str, set[str]] = defaultdict(set)
    sounds: dict[str, set[str]] = defaultdict(set)
    for pair in aside:
        owners[pair.spelling].add(pair.cluster)
        sounds[pair.spelling] |= set(map(find_sound_key, pair.all_originals))
        for name in pair.originals:
            by_original[pair.cluster, name].append(pair.spelling)
    latin = sorted({(a, b) for s in by_original.values() for a in s for b in s if a < b})
    crossed = sorted({(name, s) for (_, name), found in by_original.items() for s in found})
    names = sorted(owners)
    near = [
        pair
        for pair in _list_near(names)
        if not owners[pair[0]] & owners[pair[1]] and not sounds[pair[0]] & sounds[pair[1]]
    ]
    far = [(draw.choice(names), draw.choice(names)) for _ in range(_SAMPLE)]
    return [
        *_draw(draw, latin, True),
        *_draw(draw, crossed, True),
        *_draw(draw, near, False),
        *_draw(draw, [(a, b) for a, b in far if not owners[a] & owners[b]], False),
    ]


def _draw(draw: random.Random, rows: list[tuple[str, str]], same: bool) -> Iterable[Row]:
    for a, b in draw.sample(rows, min(_SAMPLE, len(rows))):
        yield a, b, same


def _read_written() -> Iterable[Row]:
    path = Path(__file__).parent / "compare_pairs.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["a"], row["b"], row["same"] == "yes"
