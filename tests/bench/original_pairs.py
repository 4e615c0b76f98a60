"""Pairs of a Latin spelling and its originals, fixed before any model: which count, and the halves.

A pair counts if some scheme makes the spelling of an original of its cluster. Clusters that share
an original are one name, and all of one half: what a model was trained on is not what it is
measured by. The halves depend on the names alone.
"""

import hashlib
import itertools
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from tests.bench.clusters import Cluster, is_a_spelling, read_clusters
from translit.schemes import SchemeError, fold, variants

LANGUAGES = {
    "cyrillic": (
        *("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "uz", "tk", "az"),
    ),
    "greek": ("el",),
    "georgian": ("ka",),
    "armenian": ("hy",),
}
# Letters by which a language is told among those that write Cyrillic.
OWN_LETTERS = {
    "ru": "ыэё",
    "uk": "їєґ",
    "be": "ў",
    "sr": "ђћ",
    "mk": "ѓќѕ",
    "kk": "әғқңұ",
}
_DATA = Path(__file__).parents[2] / "data"
_SHORTEST = 3


@dataclass(frozen=True)
class Pair:
    """A spelling, and by language the originals of its cluster of which a scheme makes it."""

    cluster: str
    spelling: str
    originals: Mapping[str, tuple[str, ...]]
    all_originals: frozenset[str]

    @property
    def scripts(self) -> set[str]:
        langs = {lang for langs in self.originals.values() for lang in langs}
        return {s for s, of in LANGUAGES.items() if langs & set(of)}

    @property
    def own_languages(self) -> set[str]:
        """The languages of which an original of the pair surely is."""
        found = {lang for langs in self.originals.values() for lang in langs if len(langs) == 1}
        found &= {"el", "ka", "hy"}
        for name in self.originals:
            found |= {lang for lang, own in OWN_LETTERS.items() if set(own) & set(name)}
        if any(_is_bulgarian(name) for name in self.originals):
            found.add("bg")
        return found


def _is_bulgarian(name: str) -> bool:
    foreign = set("ыэёіїєґўјљњћђџѓќѕәғқңөұүһӣӯҳҷҝҹ")
    vowel = any(a == "ъ" and b not in "еюя" for a, b in itertools.pairwise(name))
    return vowel and not foreign & set(name)


@dataclass(frozen=True)
class Pairs:
    """All pairs of a file, those that no scheme confirms, and of which half a cluster is."""

    confirmed: list[Pair]
    unconfirmed: list[Pair]
    left_out: Counter[str]
    halves: Mapping[str, bool]
    groups: Mapping[str, str]  # clusters that share originals have one

    def half(self, *, aside: bool) -> list[Pair]:
        return [pair for pair in self.confirmed if self.halves[pair.cluster] is aside]

    def unconfirmed_half(self, *, aside: bool) -> list[Pair]:
        return [pair for pair in self.unconfirmed if self.halves[pair.cluster] is aside]


def read_pairs(path: Path) -> Pairs:
    """Return the pairs of a file of clusters; what takes minutes is kept in the user's cache."""
    clusters = read_clusters(path)
    derived = _derive_all(clusters, path)
    left_out: Counter[str] = Counter()
    confirmed, unconfirmed = [], []
    for cluster in clusters:
        originals = [n for script in LANGUAGES for n in cluster.spellings[script]]
        if not originals:
            left_out["no original in a script that is read"] += len(cluster.spellings["latin"])
            continue
        for spelling in cluster.spellings["latin"]:
            if not is_a_spelling(spelling) or len(fold(spelling)) < _SHORTEST:
                left_out["no one word of three letters"] += 1
                continue
            by = derived[cluster.id].get(spelling, {})
            pair = Pair(cluster.id, spelling, by, frozenset(originals))
            (confirmed if by else unconfirmed).append(pair)
    groups = _group(clusters)
    halves = {c: hashlib.sha256(g.encode()).digest()[0] % 2 == 1 for c, g in groups.items()}
    return Pairs(confirmed, unconfirmed, left_out, halves, groups)


def _group(clusters: Iterable[Cluster]) -> dict[str, str]:
    """Give each cluster its group: those that share originals are kept aside together, or not."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    clusters = list(clusters)
    for cluster in clusters:
        for script in LANGUAGES:
            for name in cluster.spellings[script]:
                one, other = sorted((root(cluster.id), root(f"={name}")))
                parent[other] = one
    return {c.id: root(c.id) for c in clusters}


Derived = dict[str, dict[str, dict[str, tuple[str, ...]]]]


def _derive_all(clusters: Iterable[Cluster], path: Path) -> Derived:
    """Give by cluster and spelling the originals that give it, with the languages."""
    kept = user_cache_path("translit-bench") / f"pairs-{_fingerprint(path)}.json"
    if kept.is_file():
        rows = json.loads(kept.read_text("utf-8"))
    else:
        rows = {cluster.id: _derive(cluster) for cluster in clusters}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return {
        key: {s: {o: tuple(langs) for o, langs in by.items()} for s, by in row.items()}
        for key, row in rows.items()
    }


def _derive(cluster: Cluster) -> dict[str, dict[str, list[str]]]:
    wanted = {fold(spelling): spelling for spelling in cluster.spellings["latin"]}
    by_fold: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for script, langs in LANGUAGES.items():
        for original in cluster.spellings[script]:
            for lang in langs:
                for key in _spell(original, lang) & wanted.keys():
                    by_fold[key].setdefault(original, []).append(lang)
    return {s: by_fold[fold(s)] for s in cluster.spellings["latin"] if fold(s) in by_fold}


def _spell(original: str, lang: str) -> set[str]:
    try:
        found = variants(original, lang)
    except SchemeError:
        return set()
    return {
        fold(spelling)
        for spelling, ids in found.items()
        if not all(scheme_id.partition("/")[2].startswith("hybrid") for scheme_id in ids)
    }


def _fingerprint(path: Path) -> str:
    digest = hashlib.sha256(path.read_bytes())
    for folder in ("schemes", "relays"):
        for file in sorted((_DATA / folder).rglob("*.toml")):
            if not file.stem.startswith("hybrid"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def sample(pairs: list[Pair], count: int, seed: int = 16) -> list[Pair]:
    return random.Random(seed).sample(pairs, min(count, len(pairs)))


def own(pairs: Iterable[Pair]) -> Iterator[tuple[str, Pair]]:
    for pair in pairs:
        for lang in pair.own_languages:
            yield lang, pair
