"""`python -m tests.bench originals`: are the originals of spellings found, how fast, and by key?"""

import csv
import hashlib
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.bench.clusters import Cluster, is_a_spelling, is_slavic_surname, read_clusters
from tests.bench.original_pairs import Pair, Pairs, read_pairs, sample
from translit.names import is_regular_spelling, list_keys, originals
from translit.names.finding import read_word
from translit.names.model import load_model
from translit.names.sounds import find_sound_key
from translit.names.writing import writes
from translit.schemes import (
    RelayScheme,
    SchemeError,
    fold,
    list_hybrids,
    list_scheme_ids,
    load_scheme,
    romanize,
)

_SAMPLE = 3000
_TIMED = 5000
_SURNAMES = 300


def run(data: Path, misses: int) -> None:
    path = data / "name_clusters.tsv"
    pairs = read_pairs(path)
    load_model()
    originals("Ivanov")
    measure_pairs(pairs, misses)
    measure_calibration(pairs)
    measure_time(pairs)
    measure_keys(pairs, misses)
    measure_regular(read_clusters(path), pairs, misses)


def _key(name: str) -> str:
    return fold(name).replace("’", "").replace("'", "")


def measure_pairs(pairs: Pairs, misses: int) -> None:
    print("\n1. Originals of the spellings kept aside")
    total = len(pairs.confirmed) + len(pairs.unconfirmed)
    print(f"  spellings {total}, confirmed by a scheme {len(pairs.confirmed) / total:.1%}")
    for reason, count in pairs.left_out.items():
        print(f"  left out before: {reason} {count}")
    aside = pairs.half(aside=True)
    _print_found(sample(aside, _SAMPLE), misses)
    by_language = defaultdict(list)
    for pair in aside:
        for lang in pair.own_languages:
            by_language[lang].append(pair)
    for lang, found in sorted(by_language.items()):
        _print_one(f"of {lang} by its own letters", sample(found, 600))
        _print_one(f"the same, lang={lang}", sample(found, 600), lang)
    measure_written(misses)
    everything = sample(aside + pairs.unconfirmed_half(aside=True), _SAMPLE)
    _print_one("all pairs, confirmed or not", everything)


def measure_written(misses: int) -> None:
    """Names written from knowledge, of languages that few pairs are surely of.

    A name counts if some scheme of its language, or one by way of Russian, makes its spelling.
    """
    by_language: dict[str, list[Pair]] = defaultdict(list)
    total: Counter[str] = Counter()
    path = Path(__file__).parent / "names_by_language.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            lang, name = row["lang"], row["original"]
            total[lang] += 1
            if _is_derived(name, row["spelling"], lang):
                by = {name: (lang,)}
                pair = Pair(name, row["spelling"], by, frozenset((name,)))
                by_language[lang].append(pair)
    for lang, found in sorted(by_language.items()):
        _print_one(f"of {lang}, written from knowledge ({total[lang]})", found)
        _print_one(f"the same, lang={lang}", found, lang)
        if list_hybrids(lang):
            either = [_add_russian(pair, lang) for pair in found]
            _print_one("the same, or as its like in Russian", either)
        missed = [pair for pair in found if not _find_place(pair, lang)]
        for pair in missed[: misses // 4]:
            read = " ".join(one.text for one in originals(pair.spelling, lang))
            print(f"    {pair.spelling}: {' '.join(pair.originals)}, and not {read}")


def _add_russian(pair: Pair, lang: str) -> Pair:
    """Let what Russian makes of a name be right too, as where both are of one cluster."""
    russian = {
        text
        for scheme in map(load_scheme, list_hybrids(lang))
        if isinstance(scheme, RelayScheme)
        for name in pair.originals
        for text in scheme.relay.spell(name.lower())
    }
    return replace(pair, all_originals=pair.all_originals | russian)


def _is_derived(name: str, spelling: str, lang: str) -> bool:
    ids = (*list_scheme_ids(lang), *list_hybrids(lang))
    return any(writes(load_scheme(one), name.lower(), spelling) for one in ids)


def _print_found(found: list[Pair], misses: int) -> None:
    _print_one("all, by spelling", found)
    weighed = [pair for pair in found for _ in pair.originals]
    _print_one("all, by pair of spelling and original", weighed)
    for script in sorted({s for pair in found for s in pair.scripts}):
        _print_one(script, [pair for pair in found if script in pair.scripts])
    missed = [pair for pair in found if not _find_place(pair)]
    for pair in random.Random(1).sample(missed, min(misses, len(missed))):
        read = " ".join(one.text for one in originals(pair.spelling))
        print(f"    {pair.spelling}: {' '.join(pair.originals)}, and not {read}")


def _find_place(pair: Pair, lang: str | None = None) -> int:
    """Return the place of the first right original, counted from 1, or 0."""
    mask = load_model().mask if lang is None else load_model().masks[lang]
    right = {_key(name) for name in pair.all_originals}
    read = dict.fromkeys(_key(one.original) for one, _ in read_word(pair.spelling, mask))
    return next((n for n, name in enumerate(list(read)[:5], 1) if name in right), 0)


def _print_one(title: str, found: list[Pair], lang: str | None = None) -> None:
    places = [_find_place(pair, lang) for pair in found]
    first = sum(place == 1 for place in places) / len(places)
    five = sum(place > 0 for place in places) / len(places)
    print(f"  {title:40} {len(found):5}  first {first:.3f}  among five {five:.3f}")


def measure_calibration(pairs: Pairs) -> None:
    """Of those that have a score, how many are right."""
    print("\n   What the score says, and how many are right")
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pair in sample(pairs.half(aside=True), _SAMPLE, seed=17):
        right = {_key(name) for name in pair.all_originals}
        for one in originals(pair.spelling):
            bins[min(9, int(one.score * 10))].append((one.score, _key(one.text) in right))
    for number, rows in sorted(bins.items()):
        said = sum(score for score, _ in rows) / len(rows)
        print(f"  {number / 10:.1f}: {len(rows):5}  said {said:.2f}  right "
              f"{sum(is_right for _, is_right in rows) / len(rows):.2f}")  # fmt: skip


def measure_time(pairs: Pairs) -> None:
    print("\n2. Time for distinct names, by processor time")
    names = list(dict.fromkeys(pair.spelling for pair in pairs.confirmed))
    random.Random(3).shuffle(names)
    for part in (names[:_TIMED], names[_TIMED : 2 * _TIMED]):
        start = time.process_time()
        for name in part:
            originals(name)
        spent = (time.process_time() - start) / len(part) * 1000
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {len(part)} names, {spent:.2f} ms each; most memory so far {memory:.0f} MB")


def measure_keys(pairs: Pairs, misses: int) -> None:
    print("\n3. Spellings meet by their keys")
    draw = random.Random(8)
    aside = pairs.half(aside=True)
    by_original: dict[tuple[str, str], list[str]] = defaultdict(list)
    owners: dict[str, set[str]] = defaultdict(set)
    scripts: dict[str, set[str]] = defaultdict(set)
    for pair in aside:
        owners[pair.spelling].add(pair.cluster)
        scripts[pair.spelling] |= pair.scripts
        for name in pair.originals:
            by_original[pair.cluster, name].append(pair.spelling)
    same = sorted({
        (a, b) for found in by_original.values() for a in found for b in found if a < b
    })  # fmt: skip
    same = draw.sample(same, min(_SAMPLE, len(same)))
    missed = [pair for pair in same if not _meet(*pair)]
    print(f"  of one original {len(same)} pairs, meet {1 - len(missed) / len(same):.3f}")
    names = sorted(owners)
    read = draw.sample(names, min(_SAMPLE, len(names)))
    by_key: dict[str, set[str]] = defaultdict(set)
    for name in read:
        for key in list_keys(name):
            by_key[key].add(name)
    strange = {
        (a, b)
        for found in by_key.values()
        for a in found
        for b in found
        if a < b and not owners[a] & owners[b] and scripts[a] & scripts[b]
    }
    number = len(read) * (len(read) - 1) / 2
    alike = sum(fold(a) == fold(b) for a, b in strange)
    print(f"  at random {number:.0f} pairs, meet {len(strange) / number:.4%}"
          f" ({len(strange)}, of which {alike} are the same without marks)")  # fmt: skip
    groups = _group_counterparts(aside)
    near = [
        (a, b)
        for a, b in _list_near(names)
        if not {groups[c] for c in owners[a]} & {groups[c] for c in owners[b]}
        and scripts[a] & scripts[b]
        and fold(a) != fold(b)
    ]
    near = draw.sample(near, min(_SAMPLE, len(near)))
    wrong = [pair for pair in near if _meet(*pair)]
    print(f"  one letter apart {len(near)} pairs, meet {len(wrong) / len(near):.3f}")
    for title, found in (("missed", missed), ("met", wrong)):
        for one, other in found[:misses]:
            print(f"    {title}: {one} {other}")


def _group_counterparts(pairs: Iterable[Pair]) -> dict[str, str]:
    """Give each cluster its group: those that share a spelling, or originals of one sound."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    pairs = list(pairs)
    for pair in pairs:
        shared = [f"={fold(pair.spelling)}", *(f"~{find_sound_key(o)}" for o in pair.all_originals)]
        for one in shared:
            parent[root(one)] = root(pair.cluster)
    return {pair.cluster: root(pair.cluster) for pair in pairs}


def _meet(one: str, other: str) -> bool:
    return bool(list_keys(one) & list_keys(other))


def _list_near(names: Iterable[str]) -> list[tuple[str, str]]:
    patterns: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for at in range(len(name)):
            patterns[f"{name[:at]}?{name[at + 1 :]}"].append(name)
    return sorted({(a, b) for alike in patterns.values() for a in alike for b in alike if a < b})


def measure_regular(clusters: list[Cluster], pairs: Pairs, misses: int) -> None:
    """Surnames in a random press convention, and surnames with one letter damaged.

    The weights were fitted on the other half of the surnames that are aside. Damage may be a
    regular spelling by chance: who knows such names read it before the program did, and wrote
    whether it spells a `name`, `may be` one that is well formed, or `no` name could be spelled so.
    """
    print("\n5. Regular spellings, and damaged ones")
    spelled = [word for _, word in _spell_surnames(clusters, pairs, random.Random(21))]
    spelled = spelled[:_SURNAMES]
    found = sum(map(bool, map(is_regular_spelling, spelled))) / len(spelled)
    print(f"  surnames {len(spelled)}, called regular {found:.3f}")
    by_verdict: dict[str, list[str]] = defaultdict(list)
    path = Path(__file__).parent / "damage_verdicts.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            by_verdict[row["verdict"]].append(row["spelling"])
    for verdict, damaged in sorted(by_verdict.items()):
        wrong = [word for word in damaged if is_regular_spelling(word)]
        share = len(wrong) / len(damaged)
        print(f"  damaged, {verdict}: {len(damaged)}, called regular {share:.3f}")
        for word in wrong[: misses if verdict == "no" else 0]:
            print(f"    {word}: {is_regular_spelling(word).original}")


def _spell_surnames(
    clusters: list[Cluster], pairs: Pairs, draw: random.Random
) -> Iterator[tuple[str, str]]:
    """Give surnames that nothing was fitted on, each in some press convention of its language."""
    names = [
        name
        for cluster in clusters
        if pairs.halves[cluster.id] and is_slavic_surname(cluster)
        for name in cluster.spellings["cyrillic"]
        if hashlib.md5(name.encode()).digest()[0] % 2
    ]
    draw.shuffle(names)
    for name in names:
        word = _spell(name, draw)
        if word and len(word) > 4 and is_a_spelling(word):
            yield name, word


def draw_damaged(clusters: list[Cluster], pairs: Pairs, seed: int) -> Iterator[str]:
    """Give damaged surnames, to be read: those of `damage_verdicts.tsv` are by the seeds there.

    What some cluster has as a spelling is left out.
    """
    draw = random.Random(seed)
    attested = {fold(name) for cluster in clusters for name in cluster.spellings["latin"]}
    for _, word in _spell_surnames(clusters, pairs, draw):
        broken = (_damage(word, draw) for _ in range(20))
        new = (one for one in broken if fold(one) != fold(word) and fold(one) not in attested)
        if found := next(new, None):
            yield found


def _spell(name: str, draw: random.Random) -> str | None:
    lang = "be" if "ў" in name else "uk" if set(name) & set("іїєґ") else "ru"
    ids = [one for one in list_scheme_ids(lang) if "/press-" in one]
    try:
        return romanize(name, draw.choice(ids))
    except SchemeError:
        return None


def _damage(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    kind = draw.choice(("lost", "doubled", "changed"))
    if kind == "lost":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    return word[:at] + draw.choice("abcdefghijklmnoprstuvwxyz") + word[at + 1 :]


def list_first_five(names: Iterable[str]) -> Iterator[str]:
    """Give the originals of some names, to be read by somebody."""
    for name in names:
        yield f"{name}: " + ", ".join(f"{one.text} ({one.lang})" for one in originals(name))
