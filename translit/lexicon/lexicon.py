"""A lexicon at look-up: what is known of a word, who bears it, and what an entity is called."""

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from translit.lexicon.compiling import ALIAS, KNOWN, ORDINARY, SPELLING, WORD, fold_phrase
from translit.lexicon.storage import Sections, unpack_record
from translit.tables import Entity


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name as its language writes it.

    `groups` are the given names that it is a form of; `initials` the folded letters that its
    spellings start with.
    """

    lang: str
    text: str
    groups: frozenset[str]
    initials: str

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read a spelling: the word that it may be, and the schemes that write it so."""

    word: Word
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity: the field that it is from, its words and their parts."""

    source: str
    words: tuple[Word, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An entity as the lexicon holds it; `layer` is greater for a user's tables."""

    entity: Entity
    fields: Mapping[str, Any]
    names: tuple[Name, ...]
    aliases: tuple[Mapping[str, Any], ...]
    layer: int

    @property
    def id(self) -> str:
        return self.entity.id


class Layer:
    """One lexicon file, opened. Look-ups are thread-safe: they only read, and caches are safe."""

    def __init__(self, path: Path, rank: int) -> None:
        self._sections = Sections(path)
        self.about = self._sections.about
        self.rank = rank
        self._trie = marisa_trie.BytesTrie().map(self._sections.view("keys"))
        self._views = {name: self._sections.view(name) for name in self.about["sections"]}
        self.load_entity = lru_cache(maxsize=16384)(self._load_entity)
        self._load_word = lru_cache(maxsize=65536)(self._read_word)

    def find_spellings(self, key: str) -> list[tuple[int, Spelling]]:
        found = []
        for value in self._trie.get(WORD + key, ()):
            number, place = SPELLING.unpack(value)
            found.append((number, Spelling(self._load_word(number), self._schemes(place))))
        return found

    def find_bearers(self, number: int) -> Iterator[Known]:
        bearers = array("I", unpack_record(self._views["bearers"], number))
        return (self.load_entity(bearer) for bearer in bearers)

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        for value in self._trie.get(ALIAS + key, ()):
            number, place = SPELLING.unpack(value)
            known = self.load_entity(number)
            yield known, known.aliases[place]

    def starts_alias(self, key: str) -> bool:
        return any(True for _ in self._trie.iterkeys(ALIAS + key + " "))

    def is_ordinary(self, key: str) -> bool:
        return ORDINARY + key in self._trie

    def is_known(self, key: str) -> bool:
        return KNOWN + key in self._trie

    def list_known_words(self, prefix: str) -> list[str]:
        return [key[len(KNOWN) :] for key in self._trie.iterkeys(KNOWN + prefix)]

    def list_spellings(self, prefix: str) -> list[str]:
        """Return the keys of all spellings that start with `prefix`."""
        return [key[len(WORD) :] for key in self._trie.iterkeys(WORD + prefix)]

    def find_entity(self, entity_id: str) -> Known | None:
        number = self.about["ids"].get(entity_id)
        return None if number is None else self.load_entity(number)

    def _load_entity(self, number: int) -> Known:
        record = json.loads(unpack_record(self._views["entities"], number))
        return Known(
            entity=Entity.from_fields(record["id"], record["fields"]),
            fields=record["fields"],
            names=tuple(
                Name(
                    source,
                    tuple(self._load_word(word) for _, word in parts),
                    tuple(part for part, _ in parts),
                )
                for source, parts in record["names"]
            ),
            aliases=tuple(record["aliases"]),
            layer=self.rank,
        )

    def _read_word(self, number: int) -> Word:
        lang, text, groups, initials = json.loads(unpack_record(self._views["words"], number))
        return Word(lang, text, frozenset(groups), initials)

    def _schemes(self, place: int) -> tuple[str, ...]:
        return tuple(json.loads(unpack_record(self._views["scheme_sets"], place)))


class Lexicon:
    """The layers that are looked in, the default tables below, a user's above.

    An entity that a stronger layer changes or removes is hidden in the weaker one.
    """

    def __init__(
        self, layers: list[Layer], hidden: frozenset[str], *, default_tables: bool
    ) -> None:
        self._layers = layers
        self._hidden = hidden
        self._default_tables = default_tables
        self.find_spellings = lru_cache(maxsize=65536)(self._find_spellings)
        self.strip_case = lru_cache(maxsize=65536)(self._strip_case)
        self.is_ordinary = lru_cache(maxsize=65536)(self._is_ordinary)
        self.list_spellings = lru_cache(maxsize=256)(self._list_spellings)
        self.list_known_words = lru_cache(maxsize=64)(self._list_known_words)

    def _find_spellings(self, key: str) -> tuple[Spelling, ...]:
        """Return what a folded word may be."""
        return tuple(s for layer in self._layers for _, s in layer.find_spellings(key))

    def find_bearers(self, key: str) -> Iterator[tuple[Spelling, Known]]:
        """Give the entities one of whose names is found by this folded word, and how it is read."""
        for layer in self._layers:
            for number, spelling in layer.find_spellings(key):
                for known in layer.find_bearers(number):
                    if self._is_visible(known):
                        yield spelling, known

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        """Give the entities that have this folded phrase as an alias, with its row."""
        for layer in self._layers:
            for known, alias in layer.find_aliases(key):
                if self._is_visible(known):
                    yield known, alias

    def starts_alias(self, key: str) -> bool:
        """Tell whether an alias of more words starts with this folded phrase."""
        return any(layer.starts_alias(key) for layer in self._layers)

    def find_entity(self, entity_id: str) -> Known | None:
        """Return the entity with this id, or None."""
        for layer in reversed(self._layers):
            known = layer.find_entity(entity_id)
            if known is not None and self._is_visible(known):
                return known
        return None

    def _is_visible(self, known: Known) -> bool:
        return known.layer > 0 or (self._default_tables and known.id not in self._hidden)

    def _is_ordinary(self, key: str) -> bool:
        """Tell whether a folded word is an English word written with a small letter."""
        return any(layer.is_ordinary(key) for layer in self._layers)

    def is_known_word(self, key: str) -> bool:
        """Tell whether a folded word of six letters or more occurs in the large languages."""
        return any(layer.is_known(key) for layer in self._layers)

    def _list_known_words(self, prefix: str) -> tuple[str, ...]:
        return tuple(w for layer in self._layers for w in layer.list_known_words(prefix))

    def _list_spellings(self, prefix: str) -> tuple[str, ...]:
        return tuple(s for layer in self._layers for s in layer.list_spellings(prefix))

    def describe_scheme(self, scheme_id: str) -> str:
        """Return how a sentence names a scheme."""
        for layer in self._layers:
            if scheme_id in layer.about["schemes"]:
                return str(layer.about["schemes"][scheme_id])
        return scheme_id

    @cached_property
    def context(self) -> Mapping[str, frozenset[str]]:
        """The words of `data/context.toml` that stand around names, folded, by their list."""
        rows = self._layers[0].about["context"]
        return {
            name: frozenset(fold_phrase(word) for word in words)
            for name, words in rows.items()
            if isinstance(words, list)
        }

    @cached_property
    def _case_endings(self) -> tuple[tuple[str, str, str, str], ...]:
        """The endings of `data/case_endings.toml`: language, of the name, in the case, after."""
        return tuple(tuple(row) for row in self._layers[0].about["case_endings"])

    def _strip_case(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return (language, name) for each case of a name that a folded word may be."""
        stems = (
            (lang, key[: -len(ending)] + base, len(ending), after)
            for lang, base, ending, after in self._case_endings
            if key.endswith(ending)
        )
        return tuple(
            (lang, stem)
            for lang, stem, cut, after in stems
            if len(key) > cut + 1 and (not after or stem[-1] in after)
        )

    @property
    def guards(self) -> list[tuple[list[str], str, list[str], str]]:
        """The collocations of `data/guards.toml`: words before, target, words after, because."""
        return [tuple(guard) for guard in self._layers[0].about["guards"]]
