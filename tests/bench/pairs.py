"""Two Latin spellings without their original: are they found to be one name, and only then?"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tests.bench.clusters import Cluster, Derived, derive_cluster
from translit.names import list_keys
from translit.schemes import fold

LANGUAGES = ("ru", "uk", "be")
_SAMPLE = 3000
_RANDOM = 20_000

Found = list[tuple[Cluster, Derived, list[str]]]


def measure_pairs(found: Found, groups: Mapping[str, str], misses: int) -> None:
    """`groups` maps a cluster to the one that it is merged with, up to counterparts."""
    print("\n6. Two Latin spellings without their original")
    draw = random.Random(6)
    pairs = [(cluster, pair) for cluster, _, latin in found for pair in _pairs(set(latin))]
    same = [pair for cluster, pair in pairs if not _is_of_two_genders(cluster, pair)]
    print(
        f"  within clusters {len(pairs)} pairs, {len(pairs) - len(same)} of a man's and a woman's"
    )
    same = draw.sample(same, min(_SAMPLE, len(same)))
    missed = [pair for pair in same if not _is_one(*pair)]
    print(f"  of the others {len(same)} drawn, found {1 - len(missed) / len(same):.1%}")
    owners: dict[str, set[str]] = defaultdict(set)
    for cluster, _, latin in found:
        for name in latin:
            owners[name].add(groups[cluster.id])
    near = [
        (one, other)
        for one, other in _one_letter_apart(owners)
        if not owners[one] & owners[other] and fold(one) != fold(other)
    ]
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
    for title, examples in (("missed", missed), ("merged", wrong), ("random", merged)):
        for pair in examples[:misses]:
            print(f"    {title}: {' '.join(pair)}")


def _is_of_two_genders(cluster: Cluster, pair: tuple[str, str]) -> bool:
    """Tell whether one spelling is only of a woman's form of the name, the other of a man's."""
    one, other = (_list_genders(cluster, fold(name)) for name in pair)
    return bool(one and other and not one & other)


def _list_genders(cluster: Cluster, name: str) -> set[bool]:
    """Tell of the originals that give a folded spelling whether each is a woman's."""
    return {
        original.endswith(("а", "я"))
        for original in cluster.spellings["cyrillic"]
        if name in derive_cluster([original], LANGUAGES).folded
    }


def _is_one(one: str, other: str) -> bool:
    return bool(list_keys(one) & list_keys(other))


def _pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    ordered = sorted(names)
    return [(a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :]]


def _one_letter_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    patterns: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            patterns[f"{name[:at]}?{name[at + 1 :]}"].append(name)
    return sorted({pair for alike in patterns.values() for pair in _pairs(alike)})
