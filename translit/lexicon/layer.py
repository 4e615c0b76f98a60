"""One lexicon file at look-up: what it knows of a word, and who bears it."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import marisa_trie

from translit.lexicon.compiling import (
    ALIAS_KEY,
    DECLINED,
    ID_KEY,
    OF_PLACE,
    PLACE,
    PRESS,
    WORD_FIELDS,
)
from translit.lexicon.deriving import NativeWord
from translit.lexicon.facts import FactTable
from translit.lexicon.known import Known, Name, Spelling, WordOfName
from translit.lexicon.near import NearIndex
from translit.lexicon.numbers import Numbers
from translit.lexicon.records import Records
from translit.lexicon.shapes import ShapedRecords
from translit.lexicon.speech import SpeechRows
from translit.lexicon.spelling_table import SpellingTable
from translit.lexicon.storage import Sections
from translit.lexicon.word_table import KNOWN_WORD_BIT, WordTable
from translit.lexicon.world import SECTIONS, WorldTable
from translit.tables import Entity, Office

# Fields that only decide of single spellings, and say why.
_DECIDING = frozenset({"keep", "not_same", "because"})
_NO_GROUPS: frozenset[str] = frozenset()
# What words have alike: language, groups of given names, initials, and letters of `compiling.py`.
_Kind = tuple[str, frozenset[str], str, str]


class Layer:
    """One lexicon file, opened. Look-ups are thread-safe: they only read, and caches are safe.

    What a row of it leaves as the `weaker` layer has it, but for spellings that are kept or parted,
    is no stronger than there.
    """

    def __init__(self, sections: Sections, rank: int, weaker: "Layer | None" = None) -> None:
        self._sections = sections
        self.about = sections.about
        self.rank = rank
        self._weaker = weaker
        self._trie = marisa_trie.BytesTrie().map(self._sections.view("keys"))
        self._views = {name: self._sections.view(name) for name in self.about["sections"]}
        self._facts = FactTable(self._views)
        self._spellings = SpellingTable(self._views)
        self._entities = ShapedRecords(self._views["shapes"], self._views["entities"])
        self._word_table = WordTable(self._views)
        self.find_facts = self._find_facts if self._word_table else self._facts.find
        self.find_name_facts = self._facts.find
        self.starts_word = self._facts.starts_any
        self.find_spoken = self._word_table.find_spoken
        self.find_listed = self._word_table.find
        self.find_near = NearIndex(self._list_spelled).find
        self._dropped = frozenset(self.about["dropped"])
        self.load_entity = lru_cache(maxsize=16384)(self._load_entity)
        self._load_word = lru_cache(maxsize=65536)(self._read_word)
        self._schemes = lru_cache(maxsize=16384)(self._read_schemes)
        self._kinds = lru_cache(maxsize=16384)(self._read_kind)
        self._words, self._kind_records, self._bearers, self._scheme_sets = (
            Records(self._views[name]) for name in ("words", "kinds", "bearers", "scheme_sets")
        )
        self._word_kinds = Numbers(self._views["word_kinds"], len(self._words))

    @cached_property
    def world(self) -> WorldTable | None:
        """The world's names, or None in the file of a user's tables."""
        return WorldTable(self._views) if self._views.keys() >= set(SECTIONS) else None

    @cached_property
    def speech_rows(self) -> SpeechRows:
        """What is stored of each language that texts are written in."""
        return SpeechRows(self.about["languages"], self._views["languages"])

    @cached_property
    def telling(self) -> Mapping[str, Any]:
        """What tells the language of a text."""
        telling: Mapping[str, Any] = json.loads(bytes(self._views["telling"]))
        return telling

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices that rows name; none in the file of a user's tables."""
        rows = json.loads(bytes(self._views["offices"]))
        return {id: Office(id, words) for id, words in rows.items()}

    def find_spellings(self, key: str) -> list[tuple[int, Spelling]]:
        at = self._facts.number(key)
        if at is None:
            return []
        return [
            (number, Spelling(self._load_word(number), self._schemes(place)))
            for number, place in self._spellings.find(at)
        ]

    def _find_facts(self, key: str) -> int:
        return self._facts.find(key) | self._word_table.find_facts(key)

    def find_bearers(self, number: int) -> Iterator[Known]:
        return map(self.load_entity, array("I", self._bearers[number]))

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        for value in self._trie.get(ALIAS_KEY + key, ()):
            number, place = PLACE.unpack(value)
            known = self.load_entity(number)
            yield known, known.aliases[place]

    def list_aliases(self, prefix: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of the aliases of more words that start with a folded phrase."""
        for _, value in self._trie.iteritems(ALIAS_KEY + prefix + " "):
            number, place = PLACE.unpack(value)
            yield self.load_entity(number).aliases[place]

    def is_known_word(self, key: str) -> bool:
        return bool(self._word_table.find(key) & KNOWN_WORD_BIT)

    def list_known_words(self, prefix: str) -> list[str]:
        return sorted(self._word_table.list_words(KNOWN_WORD_BIT, prefix))

    def list_spellings(self) -> Iterator[tuple[str, Spelling, bool]]:
        """Give each spelling with its key, and whether it is of the name of a place."""
        for key, number, schemes in self.list_derived():
            uses = self._kinds(self._word_kinds[number])[3]
            yield key, Spelling(self._load_word(number), schemes), OF_PLACE in uses

    def _list_spelled(self, prefix: str) -> list[str]:
        """Return the keys of all spellings that start with `prefix`, each once."""
        counts = self._views["spelling_counts"]
        return [key for key, at in self._facts.list_numbers(prefix) if counts[at]]

    def is_declined(self, key: str, lang: str) -> bool:
        """Tell whether the press of a language spells a name so that has cases there.

        It is all of the family name of a person who is no woman.
        """
        at = self._facts.number(key)
        return at is not None and any(
            DECLINED in self._kinds(self._word_kinds[number])[3]
            and any(scheme.endswith(f"{PRESS}{lang}") for scheme in self._schemes(place))
            for number, place in self._spellings.find(at)
        )

    def list_derived(self) -> Iterator[tuple[str, int, tuple[str, ...]]]:
        """Give each spelling with the number of its word and the schemes that write it so."""
        for key, at in self._facts.list_numbers(""):
            for number, place in self._spellings.find(at):
                yield key, number, self._schemes(place)

    def load_native_word(self, number: int) -> NativeWord:
        """Return a word as it was derived: its language, itself, whether it names a place."""
        lang, _, _, uses = self._kinds(self._word_kinds[number])
        return lang, self._read_text(number), OF_PLACE in uses

    def find_entity(self, entity_id: str) -> Known | None:
        found = self._trie.get(ID_KEY + entity_id)
        return self.load_entity(PLACE.unpack(found[0])[0]) if found else None

    def list_ids(self) -> list[str]:
        """Return the ids of all entities."""
        return [key[len(ID_KEY) :] for key in self._trie.iterkeys(ID_KEY)]

    def hides(self, entity_id: str) -> bool:
        """Tell whether this layer has its own row for an entity, or leaves it out."""
        return ID_KEY + entity_id in self._trie or entity_id in self._dropped

    def _load_entity(self, number: int) -> Known:
        record = self._entities.read(number)
        return Known(
            entity=Entity.from_fields(record["id"], record["fields"]),
            fields=record["fields"],
            names=tuple(self._list_names(record["names"], record["words"])),
            aliases=tuple(record["aliases"]),
            small_words=frozenset(record["small"]),
            countries=tuple(record["countries"]),
            layer=self._tell_strength(record["id"], record["fields"]),
        )

    def _tell_strength(self, entity_id: str, fields: Mapping[str, Any]) -> int:
        weaker = self._weaker.find_entity(entity_id) if self._weaker else None
        if weaker is not None and _leave_out(weaker.fields) == _leave_out(fields):
            return weaker.layer
        return self.rank

    def _list_names(self, names: Sequence[Mapping[str, Any]], told: str) -> Iterator[Name]:
        """Give the names of an entity: see `compiling.py` for how their words are told."""
        new, *back = map(int, told.split())
        numbers = []
        for one in back:
            numbers.append(new - one)
            new += not one
        at = 0
        for name in names:
            source, *parts = name["parts"]
            yield self._make_name(source, tuple(parts), numbers[at : at + len(parts)])
            at += len(parts)

    def _make_name(self, source: str, parts: tuple[str, ...], numbers: Sequence[int]) -> Name:
        words = tuple([self._load_word(number) for number in numbers])
        core = [word for word, part in zip(words, parts, strict=True) if part in ("family", "word")]
        return Name(source, words, parts, words if len(core) == len(words) else tuple(core))

    def _read_word(self, number: int) -> WordOfName:
        lang, groups, initials, _ = self._kinds(self._word_kinds[number])
        text = self._read_text(number)
        return WordOfName(lang, text, groups, initials, frozenset(((lang, text), *groups)))

    def _read_text(self, number: int) -> str:
        return self._words[number].decode()

    def _read_kind(self, number: int) -> _Kind:
        record = self._kind_records[number].decode()
        lang, some, initials, uses = record.split(WORD_FIELDS)
        return lang, frozenset(some.split()) if some else _NO_GROUPS, initials, uses

    def _read_schemes(self, place: int) -> tuple[str, ...]:
        return tuple(json.loads(self._scheme_sets[place]))


def _leave_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say what an entity is called, and how far to believe it."""
    return {key: value for key, value in fields.items() if key not in _DECIDING}
