"""Checks of persons' names: items of Wikidata for given and family names."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.bench.checking import Check, derive, read_entities, read_tsv
from translit.schemes import fold
from translit.tables import Entity, PersonName


def check_clusters(path: Path) -> list[Check]:
    """Given and family names, original and canonical, that one item has."""
    noise = "of what its items have 15 % is no romanization"
    given = Check(f"7. Given names against half of Wikidata's items ({noise})", "wikidata-given")
    family = Check("8. Family names against half of Wikidata's items", "wikidata-family")
    originals, spellings = _read_clusters(path)
    for entity in read_entities():
        for lang, native in entity.native.items():
            for check, ours, own in _list_parts(given, family, entity, native):
                items = originals.get(own.lower().replace("ё", "е"), set())
                latin = {one for item in items for one in spellings[item]}
                if not latin:
                    check.unknown += 1
                    continue
                agree = fold(ours) in latin
                if not agree and fold(ours) in set(map(fold, derive(own, lang, "person"))):
                    check.derived += 1
                    continue  # a regular spelling, which the item lacks
                check.compare(entity.id, f"native.{lang}", f"{own} {ours}", latin, agree=agree)
    return [given, family]


def _list_parts(
    given: Check, family: Check, entity: Entity, native: object
) -> Iterator[tuple[Check, str, str]]:
    """Give the parts of a canonical name with those of an original in another script."""
    name = entity.name
    if not (isinstance(name, PersonName) and isinstance(native, PersonName)):
        return
    if name.family and native.family and not native.family.isascii():
        yield family, name.family, native.family
    if name.given and native.given and not native.given.isascii():
        yield given, name.given, native.given


def _read_clusters(path: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The items by their originals, and the spellings in Latin letters of each, folded."""
    originals: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in read_tsv(path):
        if row["script"] == "latin":
            spellings[row["cluster"]].add(fold(row["spelling"]))
        else:
            originals[row["spelling"].replace("ё", "е")].add(row["cluster"])
    return originals, spellings
