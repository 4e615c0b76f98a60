"""Compiling tables into a lexicon: every word of every name, with all its derived spellings.

A full name is never spelled out (one has 10,000 spellings): its words are, once each, and a look-up
intersects their entities. So a lexicon grows with the words, not with the persons who share them.
"""

import json
import struct
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translit.languages import weigh_small_words
from translit.lexicon.alias_rows import list_alias_rows
from translit.lexicon.deriving import NativeWord, Spellings, Tell, derive_all
from translit.lexicon.facts import (
    ALIAS,
    BEARER,
    GIVEN,
    OPENS_ALIAS,
    PERSONS_FAMILY,
    SPELLED,
    WHOLE,
    pack_facts,
)
from translit.lexicon.naming import LATIN, NameForm, list_name_forms
from translit.lexicon.numbers import pack_numbers, rank
from translit.lexicon.phrases import fold_phrase
from translit.lexicon.records import pack_records
from translit.lexicon.shapes import pack_shaped
from translit.lexicon.sources import Sources
from translit.lexicon.speech import pack_languages
from translit.lexicon.spelling_table import Derived, pack_spellings
from translit.lexicon.spoken import leave_out_names
from translit.lexicon.word_table import pack_word_table
from translit.schemes import describe_scheme
from translit.tables import Entity, GivenName, Row

PLACE = struct.Struct("<II")
WORD_FIELDS = "\x1f"  # UNIT SEPARATOR: stands in no name
# The first letter of a key in the one trie says what it is a key of.
ALIAS_KEY, ID_KEY = "a", "i"
# Letters of a word's kind: it is a name of a place; it is all of the family name of a person who is
# no woman, so its spellings have cases.
OF_PLACE, DECLINED = "p", "d"
PRESS = "/press-"
# The same in the facts of a word while a lexicon is built.
_DECLINED = 1 << 15


@dataclass(slots=True)
class _Words:
    """The native words met so far, with their groups of given names and their bearers.

    A word is there once, and once more if it is the name of a place, which takes other endings.
    """

    numbers: dict[tuple[str, str, bool], int] = field(default_factory=dict)
    groups: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    bearers: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    facts: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def number(self, lang: str, word: str, *, of_place: bool = False) -> int:
        key = (lang, word if word.isupper() and len(word) > 1 else word.lower(), of_place)
        return self.numbers.setdefault(key, len(self.numbers))


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a lexicon file is made of: its sections, and what its table says beside them."""

    sections: Mapping[str, bytes]
    about: Mapping[str, Any]


def compile_lexicon(
    sources: Sources, digest: str, *, jobs: int = 1, tell: Tell = lambda done, total: None
) -> Compiled:
    """Return the lexicon of these sources, which have this digest.

    `jobs` processes derive the spellings, and `tell` is called with the number of words that are
    done and of all. Raises SchemeError or TableError for data that is wrong.

    >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv"}, "", 1)
    >>> compile_lexicon(Sources([row]), "0").about["counts"]
    {'rows': 1, 'words': 1, 'spellings': 1}
    """
    words = _Words()
    lists = sources.lists
    rows = sorted(sources.rows, key=lambda row: row.id)  # the same file for any order of rows
    entities = _compile_entities(rows, words, sources.countries)
    _add_given_names(words, sources.given_names, sources.all_given_names)
    spellings, scheme_sets, initials = _derive(words, lists.derived, jobs, tell)
    aliases = _number_aliases(entities)
    facts = _find_facts_of_aliases(alias for alias, _ in aliases)
    _add_spellings(facts, words, spellings)
    packed_facts, keys = pack_facts(facts)
    shapes, records = pack_shaped(entities)
    languages = pack_languages(sources.languages, fold_phrase)
    sections = {
        "keys": _pack_keys(aliases, rows),
        **packed_facts,
        **pack_spellings(spellings, keys),
        "shapes": shapes,
        "entities": records,
        **_pack_words(words, initials),
        "bearers": _pack_bearers(words),
        "scheme_sets": pack_records([_json(ids) for ids in scheme_sets]),
        "offices": _json({office.id: office.words for office in sources.offices}),
        "languages": pack_records([_json(one) for one in languages]),
        "telling": _json(weigh_small_words(sources.languages)),
        **pack_word_table(leave_out_names(lists.words, _list_printed(rows), sources.languages)),
        **lists.world,
    }
    about = {
        "digest": digest,
        "counts": {"rows": len(rows), "words": len(words.numbers), "spellings": len(spellings)},
        "schemes": _describe({scheme_id for ids in scheme_sets for scheme_id in ids}),
        **_tell_about(sources),
        "spoken_of": sorted({id for one in languages for id in one["countries"]}),
    }
    return Compiled(sections, about)


def _tell_about(sources: Sources) -> dict[str, Any]:
    """Return what the table of a lexicon says of its sources as they are."""
    return {
        "dropped": list(sources.dropped),
        "name_endings": dict(sources.name_endings),
        "case_endings": list(sources.case_endings),
        "guards": [[g.before, g.target, g.after, g.because] for g in sources.guards],
        "languages": [language.code for language in sources.languages],
        "lists": sources.lists.digest,
        "derived": sources.lists.derived_digest,
        "world": sources.lists.world_digest,
    }


def _compile_entities(
    rows: Iterable[Row], words: _Words, countries: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    return [
        {**_compile_entity(number, row, words), "countries": list(countries.get(row.id, ()))}
        for number, row in enumerate(rows)
    ]


def _list_printed(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Give what each language prints for entities that are called by one string."""
    for row in rows:
        names = row.fields.get("names", {}).items()
        own = row.fields.get("native", {}).items()
        for lang, name in (*names, *own):
            if isinstance(name, str):
                yield lang, name


def _pack_keys(aliases: Sequence[tuple[str, bytes]], rows: Sequence[Row]) -> bytes:
    keys = [(ALIAS_KEY + alias, value) for alias, value in aliases]
    keys += [(ID_KEY + row.id, PLACE.pack(number, 0)) for number, row in enumerate(rows)]
    return _trie(keys)


def _number_aliases(entities: Sequence[Mapping[str, Any]]) -> list[tuple[str, bytes]]:
    """Return each alias, folded, with the numbers of its entity and of its place in the row."""
    return [
        (fold_phrase(alias["text"]), PLACE.pack(number, place))
        for number, entity in enumerate(entities)
        for place, alias in enumerate(entity["aliases"])
    ]


def _find_facts_of_aliases(aliases: Iterable[str]) -> dict[str, int]:
    """Return what aliases say of each folded word or phrase."""
    facts: dict[str, int] = defaultdict(int)
    for alias in aliases:
        facts[alias] |= ALIAS
        words = alias.split(" ")
        for count in range(1, len(words)):
            facts[" ".join(words[:count])] |= OPENS_ALIAS
    return facts


def _add_spellings(facts: dict[str, int], words: _Words, spellings: Iterable[Derived]) -> None:
    for spelling, number, _ in spellings:
        given = GIVEN if number in words.groups else 0
        facts[spelling] |= SPELLED | given | words.facts.get(number, 0) & ~_DECLINED


class _Used:
    """The words of one entity, as its record has them: 0 is one that no earlier entity has."""

    def __init__(self, count: int) -> None:
        self._next = count
        self._told = [count]

    def add(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._told.append(self._next - number)
            self._next += number == self._next

    def tell(self) -> str:
        """Return how many words there were before, and how far back each of its own stands."""
        return " ".join(map(str, self._told))


def _compile_entity(number: int, row: Row, words: _Words) -> dict[str, Any]:
    entity = Entity.from_fields(row.id, row.fields)
    names: list[dict[str, Any]] = []
    used = _Used(len(words.numbers))
    of_place = entity.kind == "place"
    small: set[str] = set()
    for form in list_name_forms(entity):
        small.update(word for _, word in form.words if word[:1].islower())
        parts = [
            (part, words.number(form.lang, word, of_place=of_place)) for part, word in form.words
        ]
        if not parts:
            continue
        names.append({"parts": [form.source, *(part for part, _ in parts)]})
        used.add(number for _, number in parts)
        anchor = _anchor(form, parts)
        words.bearers[anchor].add(number)
        words.facts[anchor] |= _find_facts(entity, [part for part, _ in parts])
    return {
        "id": row.id,
        "fields": dict(row.fields),
        "names": names,
        "words": used.tell(),
        "aliases": list_alias_rows(entity),
        "small": sorted(small),
    }


def _anchor(form: NameForm, parts: list[tuple[str, int]]) -> int:
    """The word by which a name is found: the family name of a person, else the first word."""
    return next((number for part, number in parts if part == "family"), parts[0][1])


def _find_facts(entity: Entity, parts: Sequence[str]) -> int:
    """Return what a name with these parts says of the word that it is found by."""
    facts = BEARER
    if sum(part in ("family", "word") for part in parts) == 1:
        facts |= WHOLE
    if entity.kind == "person":
        facts |= PERSONS_FAMILY
        if entity.gender != "f" and parts.count("family") == 1:
            facts |= _DECLINED
    return facts


def _add_given_names(words: _Words, groups: Sequence[GivenName], everything: bool) -> None:
    for group in groups:
        forms = [(lang, name) for lang, names in group.native.items() for name in names]
        forms += [(LATIN, name) for names in group.latin.values() for name in names]
        if everything or any((lang, name.lower(), False) in words.numbers for lang, name in forms):
            for lang, name in forms:
                words.groups[words.number(lang, name)].add(group.id)


def _derive(
    words: _Words, known: Mapping[NativeWord, Spellings], jobs: int, tell: Tell
) -> tuple[list[Derived], list[list[str]], list[str]]:
    """Return all spellings, the sets of schemes that they number, and initials by word."""
    by_word = derive_all(list(words.numbers), known, jobs, tell)
    sets = rank(schemes for spellings in by_word for schemes in spellings.values())
    places = {schemes: place for place, schemes in enumerate(sets)}
    found = [
        (spelling, number, places[schemes])
        for number, spellings in enumerate(by_word)
        for spelling, schemes in spellings.items()
    ]
    initials = ["".join(sorted({one[0] for one in spellings if one})) for spellings in by_word]
    return found, [list(ids) for ids in sets], initials


def _pack_words(words: _Words, initials: list[str]) -> dict[str, bytes]:
    """Return the sections of words: the text of each, and of what kind it is beside."""
    kinds = [
        WORD_FIELDS.join(
            (
                lang,
                " ".join(sorted(words.groups.get(n, ()))),
                initials[n],
                OF_PLACE * of_place + DECLINED * bool(words.facts.get(n, 0) & _DECLINED),
            )
        )
        for (lang, _, of_place), n in words.numbers.items()
    ]
    several = rank(kinds)
    places = {kind: place for place, kind in enumerate(several)}
    return {
        "words": pack_records([word.encode() for _, word, _ in words.numbers]),
        "word_kinds": pack_numbers([places[kind] for kind in kinds]),
        "kinds": pack_records([kind.encode() for kind in several]),
    }


def _pack_bearers(words: _Words) -> bytes:
    return pack_records(
        [
            array("I", sorted(words.bearers.get(number, ()))).tobytes()
            for number in range(len(words.numbers))
        ]
    )


def _trie(keys: list[tuple[str, bytes]]) -> bytes:
    import marisa_trie

    return bytes(marisa_trie.BytesTrie(keys).tobytes())


def _describe(scheme_ids: Iterable[str]) -> dict[str, str]:
    return {scheme_id: describe_scheme(scheme_id) for scheme_id in sorted(scheme_ids)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
