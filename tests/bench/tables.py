"""The default tables: do their native names agree with other lists, and do they know the news?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench.checking import (
    Check,
    read_entities,
    read_reasons,
    read_rows,
    read_tsv,
    write_checks,
)
from tests.bench.checking_forms import check_forms
from tests.bench.checking_names import check_clusters
from tests.bench.checking_places import (
    check_exemplar_cities,
    check_geonames,
    check_iso_codes,
    check_territories,
)
from tests.bench.listed_persons import read_native_names
from tests.bench.resolution import HEADLINES, read_headlines
from translit.lexicon import Lexicon, open_lexicon
from translit.schemes import fold
from translit.tables import Entity, PersonName

HERE = Path(__file__).parent
# Languages of the list of places, by the codes of the tables.
_LANGUAGES = {
    "bel": "be", "rus": "ru", "ukr": "uk", "kat": "ka", "hye": "hy", "srp": "sr", "bul": "bg",
}  # fmt: skip
_MOST_FREQUENT = 400
_CAPITALISED = re.compile(r"(?<![\w#@/.])[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*")


def run(data: Path, misses: int) -> None:
    """Print what the tables are checked against, and keep what is confirmed."""
    checks = [
        *check_geonames(),
        check_exemplar_cities(data / "cldr_exemplar_cities.tsv"),
        check_territories(),
        check_iso_codes(),
        *check_clusters(data / "name_clusters.tsv"),
        *check_forms(data / "war_headlines_2022.tsv"),
        measure_places(read_entities(), data / "place_names.tsv"),
        measure_persons(read_entities(), data / "belarus_listed_persons.tsv"),
    ]
    reasons = read_reasons()
    for check in checks:
        check.show(misses, reasons)
    rows = write_checks(check for check in checks if check.source)
    print(f"\nrows of which a list confirms something: {rows:,} of {len(read_rows()):,}")
    texts = [text for name in HEADLINES for text in read_headlines(data / name)]
    measure_frequent_names(texts, misses)


def measure_places(entities: Iterable[Entity], path: Path) -> Check:
    """Native names of places that the list of places knows by the same id."""
    check = Check("10. Native names of places against a list, by Wikidata's ids", "places-list")
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read_tsv(path):
        if row["lang"] in _LANGUAGES:
            listed[row["wikidata"], _LANGUAGES[row["lang"]]].add(_bare(row["name"]))
    for entity in entities:
        for lang, name in entity.native.items():
            if names := listed.get((entity.wikidata or "-", lang)):
                agree = _bare(str(name)) in names
                check.compare(entity.id, f"native.{lang}", str(name), names, agree=agree)
    return check


def measure_persons(entities: Iterable[Entity], path: Path) -> Check:
    """Patronymics of persons that the sanctions list has too."""
    check = Check("11. Patronymics of persons against a list of the EU", "eu-list")
    listed = defaultdict(set)
    for lang, parts in read_native_names(path):
        listed[lang, _bare(parts["given"]), _bare(parts["family"])].add(parts.get("patronymic", ""))
    for entity in entities:
        for lang, name in entity.native.items():
            if not isinstance(name, PersonName):
                continue
            known = listed.get((lang, _bare(name.given), _bare(name.family)))
            if known and name.patronymic:
                agree = _bare(name.patronymic) in set(map(_bare, known))
                check.compare(entity.id, f"native.{lang}", name.patronymic, known, agree=agree)
    return check


def _bare(name: str) -> str:
    return fold(name).replace("ё", "е").replace("-", "").replace(" ", "")


def measure_frequent_names(texts: Iterable[str], misses: int) -> None:
    print(f"\n12. The {_MOST_FREQUENT} most frequent names of the region in the headlines")
    verdicts = _read_kinds(HERE / "frequent_names.tsv")
    counts = Counter(word for text in texts for word in _CAPITALISED.findall(text))
    names = [word for word, _ in counts.most_common() if verdicts.get(word) == "name"]
    names = names[:_MOST_FREQUENT]
    lexicon = open_lexicon((), True)
    missing = [name for name in names if not _is_in(lexicon, name)]
    print(f"  names {len(names)}, in the tables {1 - len(missing) / len(names):.1%}")
    print(f"  left out: {' '.join(missing)}")


def _is_in(lexicon: Lexicon, name: str) -> bool:
    """Tell whether a word is a name of an entity, or a word of one: *Ossetia*."""
    if any(True for _ in lexicon.find_aliases(fold(name))):
        return True
    return all(lexicon.find_spellings(fold(part)) for part in name.split("-"))


def _read_kinds(path: Path) -> Mapping[str, str]:
    return {row["word"]: row["kind"] for row in read_tsv(path)}
