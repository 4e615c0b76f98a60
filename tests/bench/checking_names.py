"""Checks of persons' names: items of Wikidata for given and family names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from tests.bench.checking import Check, derive, read_entities, read_tsv
from translit.schemes import fold
from translit.tables import Entity, PersonName

Items = Mapping[str, set[str]]


def check_clusters(path: Path) -> list[Check]:
    """Given and family names, original and canonical, that one item has."""
    noise = "of what its items have 15 % is no romanization"
    given = Check(f"7. Given names against half of Wikidata's items ({noise})", "wikidata-given")
    family = Check("8. Family names against half of Wikidata's items", "wikidata-family")
    originals, spellings = _read_clusters(path)
    for entity in read_entities():
        _compare(given, entity, _list_parts(entity, "given"), originals, spellings)
        _compare(family, entity, _list_parts(entity, "family"), originals, spellings)
    return [given, family]


def _compare(
    check: Check,
    entity: Entity,
    parts: Sequence[tuple[str, str, str]],
    originals: Items,
    spellings: Items,
) -> None:
    """Note which originals an item joins with the canonical form; one of a person is enough.

    A Belarusian is mostly printed by his Russian name, and his own is another.
    """
    known = {}
    for lang, ours, own in parts:
        items = originals.get(own.lower().replace("ё", "е"), set())
        if latin := {one for item in items for one in spellings[item]}:
            known[lang, ours, own] = latin
    if not known:
        check.unknown += bool(parts)
        return
    agree = [part for part, latin in known.items() if fold(part[1]) in latin]
    for lang, ours, own in agree:
        check.compare(entity.id, f"native.{lang}", f"{own} {ours}", (), agree=True)
    if agree:
        return
    if any(fold(ours) in set(map(fold, derive(own, lang, "person"))) for lang, ours, own in parts):
        check.derived += 1  # a regular spelling, which the items lack
        return
    (lang, ours, own), latin = next(iter(known.items()))
    check.compare(entity.id, f"native.{lang}", f"{own} {ours}", latin, agree=False)


def _list_parts(entity: Entity, part: Literal["given", "family"]) -> list[tuple[str, str, str]]:
    """Return (language, canonical form, original) of a part of a person's name."""
    name = entity.name
    if not isinstance(name, PersonName):
        return []
    found = [
        (lang, getattr(name, part), getattr(native, part))
        for lang, native in entity.native.items()
        if isinstance(native, PersonName)
    ]
    return [one for one in found if one[1] and one[2] and not one[2].isascii()]


def _read_clusters(path: Path) -> tuple[Items, Items]:
    """The items by their originals, and the spellings in Latin letters of each, folded."""
    originals: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in read_tsv(path):
        if row["script"] == "latin":
            spellings[row["cluster"]].add(fold(row["spelling"]))
        else:
            originals[row["spelling"].replace("ё", "е")].add(row["cluster"])
    return originals, spellings
