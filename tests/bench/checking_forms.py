"""Checks of canonical forms: what papers in English print most."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench.checking import Check, read_tsv
from translit import Normalizer

_LEAST = 5  # times that a form is met
# Of the five houses by whose majority forms are chosen, these are among the sites.
_HOUSES = {"bbc.co.uk": "BBC", "reuters.com": "Reuters"}
Counts = Mapping[tuple[str, str], Counter[str]]


def check_forms(path: Path) -> list[Check]:
    """Canonical forms of what is met five times or more: the majority, in BBC and Reuters."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in read_tsv(path):
        texts[row["site"]].append("\n".join(filter(None, (row["title"], row["desc"]))))
    houses = [text for site in _HOUSES for text in texts.pop(site, ())]
    checks = [_check("9. Canonical forms met five times or more, BBC and Reuters", houses, 0.97)]
    for site, found in sorted(texts.items()):
        checks.append(_check(f"   the same, {site} (no bar)", found, None))
    return checks


def _check(title: str, texts: Iterable[str], bar: float | None) -> Check:
    check = Check(title, "bbc-reuters-2022" if bar else "", bar)
    for (id, canonical), forms in count_forms(texts).items():
        if forms.total() >= _LEAST:
            most, _ = forms.most_common(1)[0]
            agree = most.casefold() == canonical.casefold()  # *Nato* is no other form
            said = [f"{form} {count}" for form, count in forms.most_common(4)]
            check.compare(id, "name" if " " in canonical else "short", canonical, said, agree=agree)
    return check


def count_forms(texts: Iterable[str]) -> Counts:
    """Count the forms in which each canonical form is met, by entity and that form."""
    normalizer = Normalizer(lang="en")
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        for mention in normalizer.explain(text).mentions:
            if mention.entity_id and mention.status in ("edit", "canonical"):
                written = _bare(mention.text)
                counts[mention.entity_id, _bare(mention.canonical)][written] += 1
    return counts


def _bare(text: str) -> str:
    for mark in ("’s", "'s"):
        text = text.removesuffix(mark)
    return text
