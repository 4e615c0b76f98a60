"""Name clusters: spellings of one name in many scripts, and what the schemes derive of them."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from translit.schemes import SchemeError, fold, swap_gender, variants

# Endings of family names in Russian, Ukrainian and Belarusian, as men bear them.
SURNAME_ENDINGS = (
    "ов", "ев", "ёв", "єв", "їв", "ин", "ін", "їн", "ын", "ский", "ський", "скі", "цкий", "цький",
    "цкі", "ской", "цкой", "аў", "оў", "еў", "ёў", "енко", "енка", "эка", "чук", "щук", "юк", "ук",
    "як", "вич", "віч", "ич", "іч",
)  # fmt: skip


@dataclass
class Cluster:
    """One name: its spellings by script, lower case."""

    id: str
    spellings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read_clusters(path: Path) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            cluster = clusters.setdefault(row["cluster"], Cluster(row["cluster"]))
            cluster.spellings[row["script"]].append(row["spelling"])
    return list(clusters.values())


# The same for other scripts, without endings that given names and Armenian surnames share (-ია,
# -ანი, -ელი). Hangul, Arabic and Hebrew family names have no endings of their own.
SCRIPT_ENDINGS = {
    "georgian": ("შვილი", "ძე", "უა", "ური", "ული", "ავა"),
    "armenian": ("յան", "յանց", "եան", "ունի"),
    "greek": (
        "όπουλος", "οπούλου", "ίδης", "ίδου", "άδης", "άδου", "άκης", "άκη", "άκος", "άτος",
        "ίτης", "ώτης", "έας", "ος", "ης", "ας",
    ),
}  # fmt: skip
BULGARIAN_ENDINGS = ("ов", "ев", "ски", "ова", "ева", "ска", "чки", "шки")
# Letters that Bulgarian does not have, and ъ, which it alone has between consonants.
_NOT_BULGARIAN = set("ыэёіїєґўјљњћђџ")

SHORTEST_STEM = 3  # shorter ones are syllables of Chinese and Korean names: цзин, мин


def is_slavic_surname(cluster: Cluster) -> bool:
    return any(map(_ends_as_surname, cluster.spellings["cyrillic"]))


def _ends_as_surname(name: str, endings: Iterable[str] = SURNAME_ENDINGS) -> bool:
    return any(
        name.endswith(ending) and len(name) >= len(ending) + SHORTEST_STEM for ending in endings
    )


def has_surname(cluster: Cluster, script: str) -> bool:
    """Tell whether a name of the cluster ends as surnames of its script do."""
    return any(_ends_as_surname(name, SCRIPT_ENDINGS[script]) for name in cluster.spellings[script])


def is_bulgarian_surname(cluster: Cluster) -> bool:
    """Tell whether a surname is surely Bulgarian: it has ъ as a vowel, and no foreign letter."""
    names = cluster.spellings["cyrillic"]
    return any(
        _ends_as_surname(name, BULGARIAN_ENDINGS) and _has_vowel_er(name) for name in names
    ) and not any(_NOT_BULGARIAN & set(name) for name in names)


def _has_vowel_er(name: str) -> bool:
    return any(a == "ъ" and b not in "еюя" for a, b in pairwise(name))


def is_a_spelling(name: str) -> bool:
    """Leave out what is no Latin spelling: tone digits, brackets, several words in one cell."""
    return all(letter.isalpha() or letter in "'’ʹʺ" for letter in name)


@cache
def derive(name: str, lang: str) -> dict[str, tuple[str, ...]]:
    """The spellings of a name in one language; none where its letters do not fit."""
    try:
        return variants(name, lang)
    except SchemeError:
        return {}


@dataclass
class Derived:
    """What all originals of a cluster give: exact spellings and folded ones, with their schemes."""

    exact: set[str] = field(default_factory=set)
    folded: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def derive_cluster(originals: Iterable[str], langs: Iterable[str]) -> Derived:
    derived = Derived()
    for name in originals:
        for lang in langs:
            for spelling, schemes in derive(name, lang).items():
                derived.exact.add(spelling.lower())
                derived.folded[fold(spelling)].update(schemes)
    return derived


def list_other_gender(originals: Iterable[str], langs: Iterable[str]) -> set[str]:
    """The folded spellings that only the other gender's form of a name gives."""
    return {
        fold(spelling)
        for name in originals
        for lang in langs
        for form in swap_gender(name, lang)
        for spelling in derive(form, lang)
    }


def measured(
    clusters: Iterable[Cluster], script: str, langs: tuple[str, ...]
) -> Iterator[tuple[Cluster, Derived, list[str]]]:
    """Give each cluster with what is derived, and the Latin spellings that count."""
    for cluster in clusters:
        originals = cluster.spellings[script]
        derived = derive_cluster(originals, langs)
        if not derived.folded:
            continue
        other = list_other_gender(originals, langs) - derived.folded.keys()
        latin = [
            name
            for name in cluster.spellings["latin"]
            if fold(name) not in other and is_a_spelling(name)
        ]
        if latin:
            yield cluster, derived, latin
