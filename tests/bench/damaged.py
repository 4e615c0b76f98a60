"""Damage by a fixed seed: is it repaired where the document says who is meant, and only there?"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.clusters import Cluster
from translit import Mention, Normalizer
from translit.lexicon import open_lexicon
from translit.schemes import fold

_SAMPLE = 2000
_SHORTEST = 6
_LONG = 9
_LETTERS = "abcdefghijklmnoprstuvyz"


@dataclass(frozen=True)
class _Case:
    """A text with one damaged word, where it stands and what it must become (None: it stays)."""

    text: str
    start: int
    damaged: str
    expected: str | None
    whole: str


def measure_damage(texts: Sequence[str], clusters: Iterable[Cluster], misses: int) -> None:
    print("\n4. Damaged names in headlines")
    normalizer = Normalizer()
    cases = list(_make_cases(normalizer, texts))
    cases = random.Random(44).sample(cases, min(_SAMPLE, len(cases)))
    repairable = [case for case in cases if case.expected is not None]
    missed = [case for case in repairable if not _is_repaired(normalizer, case)]
    wrong = [case for case in cases if _is_wrong(normalizer, case)]
    print(f"  texts {len(cases)}, to be repaired {len(repairable)}")
    print(f"  repaired {1 - len(missed) / len(repairable):.1%}, wrong edits {len(wrong)}")
    for title, found in (("missed", missed), ("wrong", wrong)):
        for case in found[:misses]:
            print(f"    {title}: {case.damaged} in {case.text[:90]!r}")
    _measure_neighbours(normalizer, clusters, misses)


def _make_cases(normalizer: Normalizer, texts: Sequence[str]) -> Iterator[_Case]:
    draw = random.Random(4)
    lexicon = open_lexicon((), True)
    for text in texts:
        mentions = [m for m in normalizer.find(text) if m.evidence in ("name", "scheme")]
        target = _choose(mentions, draw)
        if target is None:
            continue
        word, at = target
        damaged = _damage(word, draw)
        if fold(damaged) == fold(word):
            continue
        changed = text[:at] + damaged + text[at + len(word) :]
        key = fold(damaged)
        listed = lexicon.is_known_word(key) or lexicon.is_ordinary(key)
        listed = listed or bool(lexicon.find_spellings(key))
        whole = normalizer.normalize(text)
        yield _Case(changed, at, damaged, None if listed else whole, whole)


def _choose(mentions: Sequence[Mention], draw: random.Random) -> tuple[str, int] | None:
    """Return a family name or place and where it stands, if something else licenses its repair."""
    found = []
    for mention in mentions:
        words = mention.text.split()
        others = sum(m.entity_id == mention.entity_id for m in mentions) - 1
        last = words[-1] if words else ""
        plain = last.isascii() and last.isalpha() and last.istitle() and len(last) > _SHORTEST
        if plain and (len(words) > 1 or others):
            found.append((last, mention.end - len(last)))
    return draw.choice(found) if found else None


def _damage(word: str, draw: random.Random) -> str:
    for _ in range(2 if len(word) > _LONG else 1):
        at = draw.randrange(1, len(word) - 1)
        kind = draw.choice(("drop", "double", "swap", "replace"))
        if kind == "drop":
            word = word[:at] + word[at + 1 :]
        elif kind == "double":
            word = word[:at] + word[at] + word[at:]
        elif kind == "swap":
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            word = word[:at] + draw.choice(_LETTERS) + word[at + 1 :]
    return word


def _is_repaired(normalizer: Normalizer, case: _Case) -> bool:
    return normalizer.normalize(case.text) == case.whole


def _is_wrong(normalizer: Normalizer, case: _Case) -> bool:
    """Tell whether the damaged word became something else than what it was."""
    end = case.start + len(case.damaged)
    edits = normalizer.explain(case.text).edits
    touched = [e for e in edits if e.start < end and case.start < e.end]
    return bool(touched) and normalizer.normalize(case.text) != case.whole


def _measure_neighbours(normalizer: Normalizer, clusters: Iterable[Cluster], misses: int) -> None:
    """Real surnames one letter from a known spelling, bare or with another given name."""
    lexicon = open_lexicon((), True)
    names = sorted({n for cluster in clusters for n in cluster.spellings["latin"] if n.isascii()})
    names = [n for n in names if len(n) >= _SHORTEST and n.isalpha()]
    near = [name for name in names if not lexicon.find_spellings(name)]
    near = random.Random(45).sample(near, min(_SAMPLE, len(near)))
    changed = []
    for name in near:
        for text in (f"{name.title()} said so.", f"Prokhor {name.title()} said so."):
            if normalizer.normalize(text) != text:
                changed.append(text)
    print(f"  other surnames {len(near)}, bare and with a given name; changed {len(changed)}")
    for text in changed[:misses]:
        print(f"    {text} becomes {normalizer.normalize(text)}")
