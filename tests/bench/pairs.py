"""Two Latin spellings without their original: are they found to be one name, and only then?"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tests.bench.clusters import Cluster, Derived
from translit.schemes import fold, read_backward

_SAMPLE = 3000
_RANDOM = 20_000

Found = list[tuple[Cluster, Derived, list[str]]]


def measure_pairs(found: Found, groups: Mapping[str, str], misses: int) -> None:
    """`groups` maps a cluster to the one that it is merged with, up to counterparts."""
    print("\n6. Two Latin spellings without their original")
    draw = random.Random(6)
    same = [pair for _, _, latin in found for pair in _pairs({fold(name) for name in latin})]
    same = draw.sample(same, min(_SAMPLE, len(same)))
    missed = [pair for pair in same if not _is_one(*pair)]
    print(f"  within clusters {len(same)} pairs, found {1 - len(missed) / len(same):.1%}")
    owners: dict[str, set[str]] = defaultdict(set)
    for cluster, _, latin in found:
        for name in latin:
            owners[fold(name)].add(groups[cluster.id])
    near = [pair for pair in _one_letter_apart(owners) if not owners[pair[0]] & owners[pair[1]]]
    near = draw.sample(near, min(_SAMPLE, len(near)))
    wrong = [pair for pair in near if _is_one(*pair)]
    print(
        f"  one letter apart, other clusters {len(near)} pairs, merged {len(wrong) / len(near):.1%}"
    )
    names = sorted(owners)
    strangers = [(draw.choice(names), draw.choice(names)) for _ in range(_RANDOM)]
    merged = [
        pair for pair in strangers if not owners[pair[0]] & owners[pair[1]] and _is_one(*pair)
    ]
    print(f"  random {len(strangers)} pairs, merged {len(merged)}")
    for title, pairs in (("missed", missed), ("merged", wrong), ("random", merged)):
        for pair in pairs[:misses]:
            print(f"    {title}: {' '.join(pair)}")


def _is_one(one: str, other: str) -> bool:
    return bool(read_backward(one) & read_backward(other))


def _pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    ordered = sorted(names)
    return [(a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :]]


def _one_letter_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    patterns: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            patterns[f"{name[:at]}?{name[at + 1 :]}"].append(name)
    return sorted({pair for alike in patterns.values() for pair in _pairs(alike)})
