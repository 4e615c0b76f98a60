"""`python -m tests.bench train-originals`: count what names look like, for reading them back.

Only counts of runs of letters, of how letters are written and of schemes are kept, by family of
languages. A run that few names have is left out, so that no name can be read off the counts.
"""

import csv
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import exp, log
from pathlib import Path

from tests.bench.aligning import align, find_schemes
from tests.bench.clusters import Cluster, read_clusters
from tests.bench.fit_letters import PARTS, Example, choose, fit, list_examples, part_of
from tests.bench.kazakh import WEIGHT, list_composed
from tests.bench.original_pairs import LANGUAGES, Pair, Pairs, read_pairs
from translit.lexicon.ordinary import list_faker_names
from translit.names.families import FAMILIES, Counted, Family
from translit.names.letters import Letters, count_runs
from translit.names.model import make_model, write_counts
from translit.names.reversed import UNSTRESSED, Windows, list_contexts
from translit.names.shares import count_latin
from translit.schemes import fold_marked, romanize, undouble
from translit.tables import load_given_names

DATA = Path(__file__).parents[2] / "data"
_PLACE_LANGUAGES = {"bel": "be", "srp": "sr", "kat": "ka", "hye": "hy"}
_FAKER = ("bg_BG", "el_GR", "hy_AM", "ka_GE", "ru_RU", "uk_UA")
# Of Kazakh and its like: a name with none of them is as Russian writes it, and told there.
_OWN_LETTERS = frozenset("әғқңөұүһіҗӣӯҳҷўҝҹј")
_ROUNDS = 4
_SEED_WEIGHT = 1.0
_LEAST_EVENT = 0.7
_LEAST_LATIN = 0.5
_LENT = 0.05
_EACH_COMPOSED = 6
_LEAST_RUN = {4: 1.4}

Names = dict[str, dict[str, float]]
Counts = dict[str, dict[str, dict[str, float]]]


def family_of(lang: str) -> str | None:
    return next((name for name, langs in FAMILIES.items() if lang in langs), None)


def list_seeds(data: Path) -> Iterator[tuple[str, str]]:
    """Give (family, word) of names whose language is known."""
    for lang, name in (*_list_table_names(), *_list_place_names(data), *_list_text_names(data)):
        family = family_of(lang)
        if family:
            yield from ((family, word) for word in name.split())


def _list_table_names() -> Iterator[tuple[str, str]]:
    """Give (language, name) of the tables, of given names, and of Faker's lists."""
    for path in sorted((DATA / "entities").rglob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8")).values():
            for lang, native in row.get("native", {}).items() if isinstance(row, dict) else ():
                texts = native.values() if isinstance(native, dict) else [native]
                if all(isinstance(text, str) for text in texts):
                    yield from ((lang, text) for text in texts)
    for row in load_given_names(DATA / "given_names.toml"):
        yield from ((lang, name) for lang, names in row.native.items() for name in names)
    for locale in _FAKER:
        yield from ((locale[:2], name) for name in list_faker_names([locale]))


def _list_place_names(data: Path) -> Iterator[tuple[str, str]]:
    with (data / "place_names.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["lang"] in _PLACE_LANGUAGES:
                yield _PLACE_LANGUAGES[row["lang"]], row["name"]


def _list_text_names(data: Path) -> Iterator[tuple[str, str]]:
    for lang in ("ru", "uk", "bg"):
        with (data / "inflected" / f"{lang}.jsonl").open(encoding="utf-8") as file:
            lemmas = {m[2] for line in file for m in json.loads(line)["mentions"]}
        yield from (
            (lang, word) for lemma in sorted(lemmas) for word in lemma.split() if word.istitle()
        )


def tidy(word: str) -> str:
    return word.lower().translate(UNSTRESSED).replace("’", "'").replace("ʼ", "'")


def list_names(
    clusters: Iterable[Cluster], pairs: Iterable[Pair], letters: Mapping[str, set[str]]
) -> dict[str, tuple[float, set[str]]]:
    """Give the originals with their number and the families that may have them."""
    confirmed: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for name, langs in pair.originals.items():
            confirmed[tidy(name)] |= {family for lang in langs if (family := family_of(lang))}
    found: dict[str, tuple[float, set[str]]] = {}
    for cluster in clusters:
        for script in LANGUAGES:
            for name in map(tidy, cluster.spellings[script]):
                may = confirmed.get(name) or {f for f, own in letters.items() if set(name) <= own}
                if len(may) > 1 and not set(name) & _OWN_LETTERS:
                    may = may - {"kk"}
                if may:
                    found[name] = (found.get(name, (0.0, may))[0] + 1.0, may)
    return found


def assign(names: Mapping[str, tuple[float, set[str]]], seeds: Names) -> Names:
    """Divide names among families by what the names of each look like, in rounds."""
    shares = dict.fromkeys(FAMILIES, 1 / len(FAMILIES))
    divided: Names = seeds
    for _ in range(_ROUNDS):
        models = {f: Letters(count_runs(words)) for f, words in divided.items()}
        divided = {f: dict(words) for f, words in seeds.items()}
        totals = dict.fromkeys(FAMILIES, 0.0)
        for name, (weight, may) in names.items():
            scores = {f: log(shares[f]) + models[f].score_word(name) for f in may}
            best = max(scores.values())
            parts = {f: exp(score - best) for f, score in scores.items()}
            for f, part in parts.items():
                part *= weight / sum(parts.values())
                if part > 0.02:
                    divided[f][name] = divided[f].get(name, 0.0) + part
                    totals[f] += part
        shares = {f: (totals[f] + 1) / (sum(totals.values()) + len(FAMILIES)) for f in FAMILIES}
    return divided


def prune(runs: Mapping[str, float]) -> dict[str, float]:
    return {
        run: round(count, 1)
        for run, count in sorted(runs.items())
        if round(count, 1) >= _LEAST_RUN.get(len(run), 0.2)
    }


def count_spellings(pairs: Iterable[Pair], divided: Names) -> dict[str, dict[str, float]]:
    """Count by family the runs of Latin letters of spellings."""
    spelled: dict[str, dict[str, float]] = {f: defaultdict(float) for f in FAMILIES}
    for pair in pairs:
        for name in pair.originals:
            for family in FAMILIES:
                part = _weigh(divided, family, tidy(name)) / len(pair.originals)
                if part > 0.02:
                    spelled[family][fold_marked(pair.spelling)] += part
    return {
        family: {
            run: round(count, 1)
            for run, count in sorted(count_latin(words).items())
            if count >= _LEAST_LATIN
        }
        for family, words in spelled.items()
    }


def make_families(counted: Mapping[str, Counted]) -> list[Family]:
    return list(make_model(counted).families)


def count_conventions(
    pairs: list[Pair], families: list[Family], divided: Names
) -> tuple[Counts, Counts, dict[str, dict[str, float]]]:
    """Count, in rounds, how letters are written and how often each scheme is used."""
    forms: Counts = {}
    windows: Counts = {}
    masks: dict[str, Counter[int]] = {f.name: Counter() for f in families}
    weighed = [
        (family, name, pair.spelling, part)
        for pair in pairs
        for name in pair.originals
        for family in families
        if (part := _weigh(divided, family.name, tidy(name)) / len(pair.originals)) > 0.05
    ]
    for family, name, spelling, part in weighed:
        mask = find_schemes(name, spelling, family.reversed, family.reversed.mask)
        if mask:
            masks[family.name][mask] += part  # type: ignore[assignment]
    for round_ in range(2):
        for family in families:
            counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
            for of, name, spelling, part in weighed:
                if of is family:
                    for source, form in align_best(name, spelling, family):
                        counts[source][form] += part
            forms[family.name] = {k: dict(v) for k, v in counts.items()}
            windows[family.name] = count_windows(
                (path, fold_marked(spelling), part)
                for of, name, spelling, part in weighed
                if of is family and (path := align_best(name, spelling, family))
            )
        if not round_:
            families = make_families(
                {f.name: Counted(f.counted.runs, {}, forms[f.name], {}, {}, {}) for f in families}
            )
            by_name = {f.name: f for f in families}
            weighed = [(by_name[f.name], *rest) for f, *rest in weighed]  # type: ignore[misc]
    return forms, windows, {f.name: _count_schemes(f, masks[f.name]) for f in families}


Path_ = tuple[tuple[str, str], ...]


def align_best(name: str, spelling: str, family: Family) -> Path_:
    for form in dict.fromkeys((name, undouble(name))):
        path, _ = align(form, spelling, family.reversed, family.reversed.mask)
        if path:
            return tuple((source.translate(UNSTRESSED), latin) for source, latin in path)
    return ()


def count_windows(rows: Iterable[tuple[Path_, str, float]]) -> dict[str, dict[str, float]]:
    """Count by the Latin letters around what letters are read as; what is silent goes before."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for path, word, weight in rows:
        joined: list[tuple[str, str]] = []
        for source, form in path:
            if not form and joined:
                joined[-1] = (joined[-1][0] + source, joined[-1][1])
            elif form:
                joined.append((source, form))
        at = 0
        for source, form in joined:
            window = (word[at - 1] if at else "^") + word[at:] + "$"
            for context in dict.fromkeys(list_contexts(window)):
                counts[context][f"{form} {source}"] += weight
            at += len(form)
    return {
        context: found
        for context, events in counts.items()
        if (found := {e: round(c, 1) for e, c in events.items() if c >= _LEAST_EVENT})
    }


def _spell_composed(family: Family) -> Iterator[tuple[Path_, str, float]]:
    """Give some composed Kazakh names as most of the press spells them, aligned."""
    for name in sorted(set(list_composed()))[::_EACH_COMPOSED]:
        spelling = fold_marked(romanize(name, "kk/press-en"))
        if path := align_best(name, spelling, family):
            yield path, spelling, WEIGHT


def _add_windows(own: Windows, others: Windows, share: float) -> dict[str, dict[str, float]]:
    """Return what was counted, with some of what was counted of other names.

    Kazakh and its like are mostly printed as Russian names are, but few of them were counted.
    """
    found = {context: dict(events) for context, events in own.items()}
    for context, events in others.items():
        row = found.setdefault(context, {})
        for event, count in events.items():
            row[event] = round(row.get(event, 0.0) + share * count, 1)
    kept = {
        context: {event: count for event, count in events.items() if count >= _LEAST_EVENT}
        for context, events in found.items()
    }
    return {context: events for context, events in kept.items() if events}


def _weigh(divided: Names, family: str, name: str) -> float:
    everywhere = sum(words.get(name, 0.0) for words in divided.values())
    return divided[family].get(name, 0.0) / everywhere if everywhere else 0.0


def _count_schemes(family: Family, masks: Mapping[int, float]) -> dict[str, float]:
    ids = list(family.ids.values())
    rows = [(list(family.list_ids(mask)), count) for mask, count in masks.items()]
    shares = dict.fromkeys(ids, 1 / len(ids))
    for _ in range(15):
        counts = dict.fromkeys(ids, 0.05)
        for explaining, count in rows:
            total = sum(shares[i] for i in explaining)
            for i in explaining:
                counts[i] += count * shares[i] / total
        total = sum(counts.values())
        shares = {i: count / total for i, count in counts.items()}
    return shares


STRESSED = "άέήίόύώΐΰ"


def count_stress(words: Iterable[str]) -> dict[str, dict[str, float]]:
    """Count by endings which letter from the end is stressed."""
    counts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for word in words:
        places = [len(word) - at for at, letter in enumerate(word) if letter in STRESSED]
        if len(places) == 1:
            plain = "^" + word.translate(UNSTRESSED)
            for length in range(1, min(6, len(plain)) + 1):
                counts[plain[-length:]][places[0]] += 1
    return {e: {str(k): float(n) for k, n in places.items()} for e, places in counts.items()}


def train(data: Path, pairs: Pairs, *, of: Iterable[str] | None = None) -> dict[str, Counted]:
    """Return what is counted of the half of the clusters that is for training."""
    keep = set(of) if of is not None else {c for c, aside in pairs.halves.items() if not aside}
    clusters = [c for c in read_clusters(data / "name_clusters.tsv") if c.id in keep]
    used = [pair for pair in pairs.confirmed if pair.cluster in keep]
    nothing = make_families({f: Counted({"^a": 1}, {}, {}, {}, {}, {}) for f in FAMILIES})
    letters = {
        f.name: {c for p in f.languages for letters in p.reach for c in letters} | set("'")
        for f in nothing
    }
    seeds: Names = {f: {} for f in FAMILIES}
    for family, word in list_seeds(data):
        word = tidy(word)
        if len(word) > 2 and set(word) <= letters[family]:
            seeds[family][word] = seeds[family].get(word, 0.0) or _SEED_WEIGHT
    for word in list_composed():
        seeds["kk"].setdefault(word, WEIGHT)
    divided = assign(list_names(clusters, used, letters), seeds)
    forms, windows, schemes = count_conventions(used, nothing, divided)
    latin = count_spellings(used, divided)
    kazakh = next(family for family in nothing if family.name == "kk")
    windows["kk"] = _add_windows(windows["kk"], windows["ru"], _LENT)
    windows["kk"] = _add_windows(windows["kk"], count_windows(_spell_composed(kazakh)), 1.0)
    greek = [name for c in clusters for name in c.spellings["greek"]]
    return {
        f: Counted(
            prune(count_runs(divided[f])),
            latin[f],
            forms[f],
            windows[f],
            schemes[f],
            count_stress(greek) if f == "el" else {},
        )
        for f in FAMILIES
    }


def fit_weights(data: Path, pairs: Pairs) -> dict[str, dict[str, dict[str, float]]]:
    """Return by family the weights of letters, each name read with the counts of others."""
    of_training = {cluster for cluster, aside in pairs.halves.items() if not aside}
    parts: dict[int, list[Pair]] = defaultdict(list)
    for pair in choose(pairs):
        parts[part_of(pairs, pair.cluster)].append(pair)
    examples: list[Example] = []
    for part in range(PARTS):
        others = {cluster for cluster in of_training if part_of(pairs, cluster) != part}
        examples += list_examples(parts[part], make_model(train(data, pairs, of=others)))
    return fit(examples)


def load_pairs(data: Path) -> Pairs:
    return read_pairs(data / "name_clusters.tsv")


def run(data: Path, misses: int) -> None:
    """Write what is counted of the half for training to `data/originals/`."""
    folder = DATA / "originals"
    folder.mkdir(exist_ok=True)
    pairs = load_pairs(data)
    weights = fit_weights(data, pairs)
    for name, counted in train(data, pairs).items():
        write_counts(folder / f"{name}.tsv", replace(counted, weights=weights[name]))
        runs = len(counted.runs)
        print(f"  {name}: {runs} runs of letters, {len(counted.latin)} of spellings")
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"  {size / 1e6:.2f} MB in {folder}")
