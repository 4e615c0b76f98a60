"""The default tables: do their native names agree with other lists, and do they know the news?"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.bench.listed_persons import read_native_names
from tests.bench.resolution import HEADLINES, read_headlines
from translit import load_table
from translit.lexicon import Lexicon, open_lexicon
from translit.schemes import fold
from translit.tables import Entity, PersonName

HERE = Path(__file__).parent
ENTITIES = HERE.parent.parent / "data" / "entities"
# Languages of the list of places, by the codes of the tables.
_LANGUAGES = {
    "bel": "be", "rus": "ru", "ukr": "uk", "kat": "ka", "hye": "hy", "srp": "sr", "bul": "bg",
}  # fmt: skip
_MOST_FREQUENT = 400
_CAPITALISED = re.compile(r"(?<![\w#@/.])[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*")


def run(data: Path, misses: int) -> None:
    entities = list(_read_entities())
    measure_places(entities, data / "place_names.tsv", misses)
    measure_persons(entities, data / "belarus_listed_persons.tsv", misses)
    texts = [text for name in HEADLINES for text in read_headlines(data / name)]
    measure_frequent_names(texts, misses)


def _read_entities() -> Iterator[Entity]:
    for path in sorted(ENTITIES.rglob("*.toml")):
        yield from (Entity.from_fields(row.id, row.fields) for row in load_table(path).rows)


def measure_places(entities: Iterable[Entity], path: Path, misses: int) -> None:
    print("\n2. Native names of places that the list knows by the same id")
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["lang"] in _LANGUAGES:
                listed[row["wikidata"], _LANGUAGES[row["lang"]]].add(_bare(row["name"]))
    count, other = 0, []
    for entity in entities:
        for lang, name in entity.native.items():
            names = listed.get((entity.wikidata or "-", lang))
            if names:
                count += 1
                other += [] if _bare(str(name)) in names else [f"{entity.id} {lang} {name} {names}"]
    _show(count, other, misses)


def measure_persons(entities: Iterable[Entity], path: Path, misses: int) -> None:
    print("\n2. Native names of persons that the sanctions list has too")
    listed = defaultdict(set)
    for lang, parts in read_native_names(path):
        listed[lang, _bare(parts["given"]), _bare(parts["family"])].add(parts.get("patronymic", ""))
    count, other = 0, []
    for entity in entities:
        for lang, name in entity.native.items():
            if not isinstance(name, PersonName):
                continue
            patronymics = listed.get((lang, _bare(name.given), _bare(name.family)))
            if patronymics and name.patronymic:
                count += 1
                agree = _bare(name.patronymic) in set(map(_bare, patronymics))
                other += [] if agree else [f"{entity.id} {lang} {name.patronymic} {patronymics}"]
    _show(count, other, misses)


def _bare(name: str) -> str:
    return fold(name).replace("ё", "е").replace("-", "").replace(" ", "")


def _show(count: int, other: list[str], misses: int) -> None:
    print(f"  names {count}, that differ {len(other)}")
    for line in other[:misses]:
        print(f"    {line}")


def measure_frequent_names(texts: Iterable[str], misses: int) -> None:
    print(f"\n3. The {_MOST_FREQUENT} most frequent names of the region in the headlines")
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
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["word"]: row["kind"] for row in rows}
