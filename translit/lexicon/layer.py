"""One lexicon file at look-up: what it knows of a word, and who bears it."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import marisa_trie

from translit.lexicon.compiling import ALIAS_KEY, ID_KEY, SPELLING, WORD_FIELDS, WORD_KEY
from translit.lexicon.facts import KNOWN_WORD, FactTable
from translit.lexicon.known import Known, Name, Spelling, Word
from translit.lexicon.met import is_met
from translit.lexicon.near import NearIndex
from translit.lexicon.records import unpack_record
from translit.lexicon.spoken import SpokenTable
from translit.lexicon.storage import Sections
from translit.lexicon.world import SECTIONS, WorldTable
from translit.tables import Entity, Office

# Fields that only decide of single spellings, and say why.
_DECIDING = frozenset({"keep", "not_same", "because"})
_NO_GROUPS: frozenset[str] = frozenset()


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
        self.find_facts = self._facts.find
        self.find_spoken = SpokenTable(self._views).find
        self.find_near = NearIndex(self._views["near"]).find
        self._dropped = frozenset(self.about["dropped"])
        self.load_entity = lru_cache(maxsize=16384)(self._load_entity)
        self._load_word = lru_cache(maxsize=65536)(self._read_word)
        self._schemes = lru_cache(maxsize=16384)(self._read_schemes)

    @cached_property
    def world(self) -> WorldTable | None:
        """The world's names, or None in the file of a user's tables."""
        return WorldTable(self._views) if self._views.keys() >= set(SECTIONS) else None

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices that rows name; none in the file of a user's tables."""
        rows = json.loads(bytes(self._views["offices"]))
        return {id: Office(id, words) for id, words in rows.items()}

    def find_spellings(self, key: str) -> list[tuple[int, Spelling]]:
        found = []
        for value in self._trie.get(WORD_KEY + key, ()):
            number, place = SPELLING.unpack(value)
            found.append((number, Spelling(self._load_word(number), self._schemes(place))))
        return found

    def find_bearers(self, number: int) -> Iterator[Known]:
        return map(self.load_entity, array("I", unpack_record(self._views["bearers"], number)))

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        for value in self._trie.get(ALIAS_KEY + key, ()):
            number, place = SPELLING.unpack(value)
            known = self.load_entity(number)
            yield known, known.aliases[place]

    def list_aliases(self, prefix: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of the aliases of more words that start with a folded phrase."""
        for _, value in self._trie.iteritems(ALIAS_KEY + prefix + " "):
            number, place = SPELLING.unpack(value)
            yield self.load_entity(number).aliases[place]

    def is_met(self, key: str) -> bool:
        return is_met(key, self._views["met"])

    def list_known_words(self, prefix: str) -> list[str]:
        return list(self._facts.list_words(KNOWN_WORD, prefix))

    def list_spellings(self, prefix: str) -> list[str]:
        """Return the keys of all spellings that start with `prefix`."""
        return [key[len(WORD_KEY) :] for key in self._trie.iterkeys(WORD_KEY + prefix)]

    def find_entity(self, entity_id: str) -> Known | None:
        found = self._trie.get(ID_KEY + entity_id)
        return self.load_entity(SPELLING.unpack(found[0])[0]) if found else None

    def list_ids(self) -> list[str]:
        """Return the ids of all entities."""
        return [key[len(ID_KEY) :] for key in self._trie.iterkeys(ID_KEY)]

    def hides(self, entity_id: str) -> bool:
        """Tell whether this layer has its own row for an entity, or leaves it out."""
        return ID_KEY + entity_id in self._trie or entity_id in self._dropped

    def _load_entity(self, number: int) -> Known:
        record = json.loads(unpack_record(self._views["entities"], number))
        return Known(
            entity=Entity.from_fields(record["id"], record["fields"]),
            fields=record["fields"],
            names=tuple(self._make_name(source, parts) for source, parts in record["names"]),
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

    def _make_name(self, source: str, written: Sequence[tuple[str, int]]) -> Name:
        parts = tuple([part for part, _ in written])
        words = tuple([self._load_word(number) for _, number in written])
        core = [word for word, part in zip(words, parts, strict=True) if part in ("family", "word")]
        return Name(source, words, parts, words if len(core) == len(words) else tuple(core))

    def _read_word(self, number: int) -> Word:
        record = unpack_record(self._views["words"], number).decode()
        lang, text, some, initials = record.split(WORD_FIELDS)
        groups = frozenset(some.split()) if some else _NO_GROUPS
        return Word(lang, text, groups, initials, frozenset(((lang, text), *groups)))

    def _read_schemes(self, place: int) -> tuple[str, ...]:
        return tuple(json.loads(unpack_record(self._views["scheme_sets"], place)))


def _leave_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say what an entity is called, and how far to believe it."""
    return {key: value for key, value in fields.items() if key not in _DECIDING}
