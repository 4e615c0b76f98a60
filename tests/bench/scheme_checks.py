"""`python -m tests.bench schemes`: what lists confirm of the romanizations that are not checked.

A name of a list counts if any romanization of its language writes it so, letter for letter: the
others are older names, names in another language, or adorned. A scheme is confirmed where it
writes nineteen of twenty of those, of thirty or more, in which nearly all of its letters stand; a
standard, where it writes all its own examples, ten or more. Both then say so in their `source`.
"""

import json
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.checking import read_tsv
from tests.bench.cities import COUNTRIES
from translit.datafolder import find_data_folder
from translit.schemes import APOSTROPHES, SchemeError, is_latin, list_scheme_ids, romanize

HERE = Path(__file__).parent
_EXAMPLES = "scheme_examples.tsv"
_LEAST_EXAMPLES = 10
_CITED = "python -m tests.bench schemes"
_LEAST = 30
_SHARE = 0.95
_LETTERS = 0.9
# Codes of languages in the list of places.
_LANGUAGES = {
    "aze": "az", "bel": "be", "bul": "bg", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de",
    "ell": "el", "eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he",
    "hrv": "hr", "hun": "hu", "hye": "hy", "isl": "is", "ita": "it", "jpn": "ja", "kat": "ka",
    "kaz": "kk", "kor": "ko", "lav": "lv", "lit": "lt", "mkd": "mk", "nld": "nl", "nor": "nb",
    "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es",
    "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "ara": "ar", "afr": "af", "eus": "eu",
    "glg": "gl", "bos": "bs", "sqi": "sq", "ind": "id", "vie": "vi", "zho": "zh",
}  # fmt: skip
_OWN = {"by": ("be", "ru"), "ge": ("ka",), "am": ("hy",), "rs": ("sr",)}
Pairs = Mapping[str, list[tuple[str, str]]]


@dataclass(slots=True)
class Finding:
    """How a scheme writes the originals of one list."""

    scheme: str
    source: str
    right: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)
    unexplained: int = 0  # what no scheme writes so

    @property
    def count(self) -> int:
        return self.right + len(self.wrong)

    @property
    def share(self) -> float:
        return self.right / self.count if self.count else 0.0


def run(data: Path, misses: int) -> None:
    """Print of each scheme that is not checked what the lists say."""
    sources = {
        _EXAMPLES: read_examples(data / "scheme_examples.tsv"),
        "CLDR": read_cities(data / "cldr_exemplar_cities.tsv"),
        "places": read_places(data / "place_names.tsv"),
    }
    confirmed = asked = 0
    schemes = read_schemes()
    # Those that it has confirmed before stay under its eye.
    asked_of = [
        id for id, one in schemes.items() if one.get("checked") is False or _CITED in one["source"]
    ]
    for id in asked_of:
        found = [compare(id, name, pairs[id]) for name, pairs in sources.items() if pairs.get(id)]
        found = [one for one in found if one.count]
        asked += bool(found)
        for one in found:
            is_confirmed, coverage = judge(one)
            confirmed += is_confirmed
            print(
                f"  {id:26} {one.source:20} {one.right:4}/{one.count:<4} {one.share:6.1%} "
                f"letters {coverage:4.0%} "
                f"written by none {one.unexplained:4} {'confirmed' if is_confirmed else ''}"
            )
            for source, target, got in one.wrong[:misses]:
                print(f"      {source} gives {got}, not {target}")
    print(f"  from knowledge {len(asked_of)}, with examples {asked}, confirmed {confirmed}")


@cache
def read_schemes() -> Mapping[str, dict[str, Any]]:
    """Return the scheme files as they are written, by the id of each."""
    folder = find_data_folder() / "schemes"
    paths = {path.relative_to(folder).with_suffix("").as_posix(): path for path in
             sorted(folder.glob("*/*.toml"))}  # fmt: skip
    return {id: tomllib.loads(path.read_text("utf-8")) for id, path in paths.items()}


def compare(scheme: str, source: str, pairs: list[tuple[str, str]]) -> Finding:
    found = Finding(scheme, source)
    for original, target in dict.fromkeys(pairs):
        try:
            got = romanize(original, scheme)
        except SchemeError:
            continue
        if _bare(got) == _bare(target):
            found.right += 1
            found.letters |= set(original.lower())
        elif _bare(target) in write_all(original, scheme.partition("/")[0]):
            found.wrong.append((original, target, got))
        else:
            found.unexplained += 1
    return found


@cache
def write_all(original: str, lang: str) -> frozenset[str]:
    """How the romanizations of a language write an original."""
    found = set()
    for scheme in list_scheme_ids(lang):
        with suppress(SchemeError):
            found.add(_bare(romanize(original, scheme)))
    return frozenset(found)


def judge(one: Finding) -> tuple[bool, float]:
    """Tell whether a list confirms a scheme, and how many of its letters it has."""
    letters = read_schemes()[one.scheme].get("letters", {})
    own = {letter for letter in letters if len(letter) == 1 and letter.isalpha()}
    coverage = len(own & one.letters) / len(own) if own else 1.0
    if one.source == _EXAMPLES:
        return one.count >= _LEAST_EXAMPLES and not one.wrong and not one.unexplained, coverage
    return one.count >= _LEAST and one.share >= _SHARE and coverage >= _LETTERS, coverage


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFC", text).lower()
    return text.translate(dict.fromkeys(map(ord, APOSTROPHES + "-"), " ")).replace(" ", "")


def read_examples(path: Path) -> Pairs:
    """Examples of the standards that have a scheme here."""
    systems = json.loads((HERE / "systems.json").read_text("utf-8"))
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_tsv(path):
        if row["system"] in systems:
            found[systems[row["system"]]].append((row["source"], row["target"]))
    return found


def read_cities(path: Path) -> Pairs:
    """Cities of time zones, by the press scheme of each language that CLDR has them in."""
    zones: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_tsv(path):
        zones[row["zone"]][row["lang"]] = row["name"].removeprefix("о-в ")
    own = {zone: langs for langs, found in COUNTRIES.items() for zone in found.split()}
    return _pair((names, own[zone]) for zone, names in zones.items() if zone in own)


def read_places(path: Path) -> Pairs:
    """Places of Belarus, Georgia, Armenia and Serbia by the press scheme of each language."""
    places: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in read_tsv(path):
        if row["kind"] == "preferred" and row["lang"] in _LANGUAGES:
            places[row["place"], row["country"]][_LANGUAGES[row["lang"]]] = row["name"]
    return _pair((names, _OWN.get(country, ())) for (_, country), names in places.items())


def _pair(places: Iterable[tuple[Mapping[str, str], Collection[str]]]) -> Pairs:
    """Put the names of places beside their originals, in the languages of their countries."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for names, own in places:
        for id in list_scheme_ids():
            lang, _, target = id.partition("/press-")
            name = names.get(target, "")
            if lang not in own or lang not in names or not name or not is_latin(name[0]):
                continue
            if target == "en" or name != names.get("en"):  # many a list copies the English name
                found[id].append((names[lang], name))
    return found
