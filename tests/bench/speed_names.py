"""Native names for the speed benchmark: as many as are asked for, shaped as the clusters' are."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.bench.clusters import SHORTEST_STEM, read_clusters
from translit import romanize
from translit.schemes import SchemeError

_GIVEN_NAMES = ("Иван", "Николай", "Сергей", "Пётр", "Борис", "Павел", "Глеб", "Игорь")
_ENDINGS = ("ов", "ев", "ин", "ский", "цкий", "енко", "чук", "юк", "ич")
_RUSSIAN = set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
_CANONICAL = "ru/bgn-pcgn-1947-plain"


def make_names(data: Path, number: int) -> list[str]:
    """Return different Russian family names, always the same.

    Each has the first letters of one name of the clusters, the last of another, and an ending.
    """
    stems = sorted(_list_stems(data))
    draw = random.Random(8)
    found: dict[str, None] = {}
    while len(found) < number:
        first, second = draw.choice(stems), draw.choice(stems)
        found[(first[: len(first) // 2 + 1] + second[-2:] + draw.choice(_ENDINGS)).title()] = None
    return [name for name in found if _is_spelled(name)]


def _list_stems(data: Path) -> Iterable[str]:
    for cluster in read_clusters(data / "name_clusters.tsv"):
        for name in cluster.spellings["cyrillic"]:
            for ending in _ENDINGS:
                stem = name.removesuffix(ending)
                if stem != name and len(stem) > SHORTEST_STEM and set(stem) <= _RUSSIAN:
                    yield stem


def _is_spelled(name: str) -> bool:
    try:
        return bool(romanize(name, _CANONICAL))
    except SchemeError:
        return False


def write_table(path: Path, names: Sequence[str]) -> Path:
    """Write a table of men with these family names; each needs its given name or a licence."""
    path.write_text("\n".join(_write_rows(names)) + "\n", encoding="utf-8")
    return path


def _write_rows(names: Sequence[str]) -> Iterator[str]:
    yield json.dumps({"schema": 1})
    for number, family in enumerate(names):
        given = _GIVEN_NAMES[number % len(_GIVEN_NAMES)]
        row = {
            "id": f"person-{number}",
            "kind": "person",
            "gender": "m",
            "name": {"given": romanize(given, _CANONICAL), "family": romanize(family, _CANONICAL)},
            "native": {"ru": {"given": given, "family": family}},
        }
        yield json.dumps(row, ensure_ascii=False)
