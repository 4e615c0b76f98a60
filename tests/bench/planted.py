"""A table of 100,000 persons beside the default one: who is meant where nearly all is shared."""

import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.clusters import Cluster
from translit import Normalizer, romanize
from translit.schemes import SchemeError, fold
from translit.tables import load_given_names

_PERSONS = 100_000
_TEXTS = 2000
_CANONICAL = "ru/bgn-pcgn-1947-plain"
_PRESSES = ("de", "fr", "pl", "nl", "sv", "es", "it", "hu", "cs", "fi", "hr", "ro")
_GIVEN_NAMES = Path(__file__).parent.parent.parent / "data" / "given_names.toml"


@dataclass(frozen=True)
class _Person:
    given: str
    family: str

    @property
    def canonical(self) -> str:
        return f"{romanize(self.given, _CANONICAL)} {romanize(self.family, _CANONICAL)}"

    def spell(self, press: str) -> str:
        return f"{romanize(self.given, press)} {romanize(self.family, press)}"


def measure_planted(clusters: Iterable[Cluster], reuters: Sequence[str], misses: int) -> None:
    print("\n6. A table of 100,000 persons beside the default one")
    draw = random.Random(6)
    persons = _make_persons(clusters, draw)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "persons.jsonl"
        table.write_text("\n".join(_write_rows(persons)), encoding="utf-8")
        start = time.perf_counter()
        normalizer = Normalizer(tables=[table])
        print(f"  persons {len(persons)}, compiled in {time.perf_counter() - start:.0f} s")
        _measure_texts(normalizer, persons, draw, misses)
    plain = Normalizer()
    more = [t for t in reuters if normalizer.normalize(t) != plain.normalize(t)]
    print(f"  stories of 1987 that it changes further {len(more)}")
    for text in more[:misses]:
        edits = [(e.before, e.after) for e in normalizer.explain(text).edits]
        print(f"    {edits}")


def _make_persons(clusters: Iterable[Cluster], draw: random.Random) -> list[_Person]:
    families = sorted(
        {n.title() for c in clusters for n in c.spellings["cyrillic"] if _is_russian_man(n)}
    )
    givens = [
        group.native["ru"][0]
        for group in load_given_names(_GIVEN_NAMES)
        if group.gender == "m" and "ru" in group.native and " " not in group.native["ru"][0]
    ]
    found: set[_Person] = set()
    while len(found) < _PERSONS:
        person = _Person(draw.choice(givens), draw.choice(families))
        if _is_writable(person):
            found.add(person)
    return sorted(found, key=lambda person: (person.family, person.given))


def _is_russian_man(name: str) -> bool:
    letters = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    return len(name) > 4 and set(name) <= letters and name.endswith(("ов", "ев", "ин", "ский"))


def _is_writable(person: _Person) -> bool:
    try:
        return bool(person.canonical)
    except SchemeError:
        return False


def _write_rows(persons: Sequence[_Person]) -> Iterator[str]:
    yield json.dumps({"schema": 1})
    for number, person in enumerate(persons):
        native = {"ru": {"given": person.given, "family": person.family}}
        given, family = person.canonical.split(" ", 1)
        name = {"given": given, "family": family}
        row = {"id": f"planted-{number}", "kind": "person", "gender": "m"}
        yield json.dumps({**row, "name": name, "native": native}, ensure_ascii=False)


def _measure_texts(
    normalizer: Normalizer, persons: Sequence[_Person], draw: random.Random, misses: int
) -> None:
    cases = list(_make_texts(persons, draw))
    right = wrong = 0
    failed = []
    for kind, text, expected in cases:
        got = normalizer.normalize(text)
        right += got == expected
        wrong += not set(got.split()) <= {*expected.split(), *text.split()}
        failed += [] if got == expected else [f"{kind}: {text} gives {got}, not {expected}"]
    print(f"  texts {len(cases)}, right {right / len(cases):.1%}, changed wrongly {wrong}")
    for line in failed[:misses]:
        print(f"    {line}")


def _make_texts(persons: Sequence[_Person], draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """Give kind, text and what it must become."""
    by_family: dict[str, list[_Person]] = defaultdict(list)
    for person in persons:
        by_family[fold(romanize(person.family, _CANONICAL))].append(person)
    for number in range(_TEXTS):
        person = draw.choice(persons)
        press = f"ru/press-{draw.choice(_PRESSES)}"
        namesakes = by_family[fold(romanize(person.family, _CANONICAL))]
        written = person.spell(press)
        if number % 3 == 0:
            yield "listed", f"Yesterday {written} spoke.", f"Yesterday {person.canonical} spoke."
        elif number % 3 == 1:
            text = f"Yesterday Bartholomew {romanize(person.family, press)} spoke."
            yield "namesake", text, text
        else:
            other = draw.choice(namesakes)
            short = romanize(person.family, press)
            text = f"{written} met {other.spell(press)}. {short} left."
            after = f"{person.canonical} met {other.canonical}. "
            family = romanize(person.family, _CANONICAL)
            yield "shared", text, f"{after}{family} left."
