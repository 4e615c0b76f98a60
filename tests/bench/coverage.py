"""How many of the spellings that the world prints the schemes derive."""

import csv
import json
import random
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from tests.bench.cities import measure_cities
from tests.bench.clusters import (
    SCRIPT_ENDINGS,
    Cluster,
    Derived,
    derive,
    has_surname,
    is_bulgarian_surname,
    is_slavic_surname,
    measured,
    read_clusters,
)
from tests.bench.pairs import measure_pairs
from translit.schemes import APOSTROPHES, SchemeError, fold, list_scheme_ids, romanize

HERE = Path(__file__).parent
SLAVIC = ("ru", "uk", "be")
SCRIPTS = {
    "georgian": ("ka",),
    "armenian": ("hy",),
    "greek": ("el",),
    "hangul": ("ko",),
    "arabic": ("ar", "fa"),
    "hebrew": ("he",),
}


def run(data: Path, misses: int) -> None:
    clusters = read_clusters(data / "name_clusters.tsv")
    measure_systems(data / "scheme_examples.tsv", misses)
    surnames = list(measured(filter(is_slavic_surname, clusters), "cyrillic", SLAVIC))
    measure_surnames(surnames, misses)
    measure_audit(surnames, misses)
    measure_scripts(clusters, misses)
    measure_merges(surnames, misses)
    measure_cities(data / "cldr_exemplar_cities.tsv", misses)
    measure_pairs(surnames, merge_counterparts(surnames), misses)
    measure_time(clusters)


def measure_systems(path: Path, misses: int) -> None:
    """Exactness: every example of the systems that have a scheme here."""
    print("\n1. Examples of the standards, reproduced exactly")
    systems = json.loads((HERE / "systems.json").read_text(encoding="utf-8"))
    reasons = _read_reasons()
    right: Counter[str] = Counter()
    wrong: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            scheme = systems.get(row["system"])
            if scheme is None:
                continue
            got = _romanize(row["source"], scheme)
            if _is_same(row["source"], got, unicodedata.normalize("NFC", row["target"])):
                right[row["system"]] += 1
            else:
                wrong[row["system"]].append((row["source"], row["target"], got))
    for system in sorted({*right, *wrong}):
        count = right[system] + len(wrong[system])
        print(f"  {system:44} {systems[system]:30} {right[system]:4}/{count}")
        if right[system] < 0.98 * count:
            print(f"      {reasons.get(system, 'no reason known')}")
        for source, target, got in wrong[system][:misses]:
            print(f"      {source[:40]} gives {got[:40]}, not {target[:40]}")
    total = sum(right.values())
    print(f"  all {total}/{total + sum(map(len, wrong.values()))}")


def _is_same(source: str, got: str, expected: str) -> bool:
    """Tell whether a result is the expected one, its apostrophes straight or curly.

    A script without case does not tell where a capital stands.
    """
    got, expected = got.replace("’", "'"), expected.replace("’", "'")
    if source.lower() == source.upper():
        return got.lower() == expected.lower()
    return got == expected


def _read_reasons() -> dict[str, str]:
    """Why the examples of a system are not all reproduced."""
    with (HERE / "exceptions.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["system"]: row["why"] for row in rows}


def _romanize(source: str, scheme: str) -> str:
    try:
        return unicodedata.normalize("NFC", romanize(source, scheme))
    except SchemeError as error:
        return str(error)


def measure_surnames(found: list[tuple[Cluster, Derived, list[str]]], misses: int) -> None:
    print("\n2. Latin spellings of Russian, Ukrainian and Belarusian surnames")
    _print_share(found, misses)
    sizes = [len(derived.folded) for _, derived, _ in found]
    names = [len(cluster.spellings["cyrillic"]) for cluster, _, _ in found]
    attested = sum(len({fold(n) for n in latin} & d.folded.keys()) for _, d, latin in found)
    per_name = sum(sizes) / sum(names)
    print(f"  folded spellings per native name {per_name:.1f}, most for a cluster {max(sizes)}")
    print(f"  of them attested in the file {attested / sum(sizes):.1%}")


def measure_audit(found: list[tuple[Cluster, Derived, list[str]]], misses: int) -> None:
    """The spellings of 500 of the clusters that, read one by one, are romanizations at all."""
    derived = {cluster.id: d.folded for cluster, d, _ in found}
    with (HERE / "audit.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    sound = [row for row in rows if row["verdict"] == "yes"]
    missed = [row for row in sound if fold(row["spelling"]) not in derived[row["cluster"]]]
    clusters = len({row["cluster"] for row in rows})
    print(f"  audited: clusters {clusters}, spellings {len(rows)}, romanizations {len(sound)}")
    print(f"  derived of these {1 - len(missed) / len(sound):.1%}")
    for row in missed[:misses]:
        print(f"    {row['spelling']}: {row['original']}")


def _print_share(found: list[tuple[Cluster, Derived, list[str]]], misses: int) -> None:
    pairs = [(c, d, name) for c, d, latin in found for name in latin]
    if not pairs:
        print("  none: the script hides vowels, and the clusters give no reading to derive from")
        return
    folded = [pair for pair in pairs if fold(pair[2]) in pair[1].folded]
    exact = sum(_unify(name) in map(_unify, derived.exact) for _, derived, name in pairs)
    print(f"  clusters {len(found)}, spellings {len(pairs)}")
    print(f"  derived {len(folded) / len(pairs):.1%}, exactly {exact / len(pairs):.1%}")
    missed = [(c.id, name) for c, d, name in pairs if fold(name) not in d.folded]
    for cluster_id, name in random.Random(1).sample(missed, min(misses, len(missed))):
        scripts = next(c for c, _, _ in found if c.id == cluster_id).spellings
        originals = [n for script in scripts if script != "latin" for n in scripts[script]]
        print(f"    {name}: {' '.join(originals)}")


def _unify(name: str) -> str:
    """One apostrophe for all: which of them is typed is no matter of the scheme."""
    return name.translate(dict.fromkeys(map(ord, APOSTROPHES), "’"))


def measure_scripts(clusters: list[Cluster], misses: int) -> None:
    print("\n4. By script")
    for script, langs in SCRIPTS.items():
        if not any(list_scheme_ids(lang) for lang in langs):
            continue
        if script in SCRIPT_ENDINGS:
            print(f" {script}, surnames")
            surnames = [cluster for cluster in clusters if has_surname(cluster, script)]
            _print_share(list(measured(surnames, script, langs)), misses)
        print(f" {script}, all clusters")
        _print_share(list(measured(clusters, script, langs)), misses)
    print(" bulgarian, surnames with ъ")
    bulgarian = filter(is_bulgarian_surname, clusters)
    _print_share(list(measured(bulgarian, "cyrillic", ("bg",))), misses)


def measure_merges(found: list[tuple[Cluster, Derived, list[str]]], misses: int) -> None:
    print("\n3. Derived spellings that belong to two clusters")
    owners: dict[str, set[str]] = defaultdict(set)
    for cluster, derived, _ in found:
        for spelling in derived.folded:
            owners[spelling].add(cluster.id)
    shared = [spelling for spelling, ids in owners.items() if len(ids) > 1]
    print(f"  as they are {len(shared) / len(owners):.1%}")
    groups = merge_counterparts(found)
    wrong = [s for s, ids in owners.items() if len({groups[i] for i in ids}) > 1]
    print(f"  counterparts merged {len(wrong) / len(owners):.1%}")
    for spelling in wrong[:misses]:
        print(f"    {spelling}: {sorted(owners[spelling])}")


def _base(name: str) -> str:
    """An original without what tells ru, uk and be, ё and е, ґ and г apart, as one key."""
    pairs = (("ё", "е"), ("ґ", "г"), ("ї", "и"), ("і", "и"), ("є", "е"), ("э", "е"), ("ы", "и"))
    for letter, other in (*pairs, ("ў", "в"), ("'", ""), ("’", ""), ("ь", ""), ("ъ", "")):
        name = name.replace(letter, other)
    for ending, other in (("ская", "ский"), ("ська", "ский"), ("ски", "ский"), ("ова", "ов")):
        if name.endswith(ending):
            name = name[: -len(ending)] + other
    return name


def merge_counterparts(found: list[tuple[Cluster, Derived, list[str]]]) -> dict[str, str]:
    """Merge clusters that share an original up to counterparts."""
    owner: dict[str, str] = {}
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for cluster, _, _ in found:
        for name in cluster.spellings["cyrillic"]:
            base = _base(name)
            parent[root(cluster.id)] = root(owner.setdefault(base, cluster.id))
    return {cluster.id: root(cluster.id) for cluster, _, _ in found}


def measure_time(clusters: list[Cluster]) -> None:
    print("\n7. All schemes of a language on one name")
    names = [n for c in filter(is_slavic_surname, clusters) for n in c.spellings["cyrillic"]]
    derive.cache_clear()
    times = sorted(_time(name) for name in random.Random(2).sample(names, 400))
    longest = max(names, key=len)
    print(f"  mean {statistics.mean(times):.2f} ms, longest name {_time(longest):.2f} ms")


def _time(name: str) -> float:
    lang = "uk" if set(name) & set("іїєґ") else "be" if "ў" in name else "ru"
    start = time.perf_counter()
    derive.__wrapped__(name, lang)
    return (time.perf_counter() - start) * 1000
