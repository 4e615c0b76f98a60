"""A lexicon at look-up: what is known of a word, who bears it, and what an entity is called."""

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import marisa_trie

from translit.lexicon.cases import CaseEndings
from translit.lexicon.compiling import ALIAS, ALL_OF_NAME, BLANK, KNOWN, ORDINARY, SPELLING, WORD, fold_phrase
from translit.lexicon.naming import list_name_forms
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

    @property
    def core(self) -> tuple[Word, ...]:
        """The words of the family name, or of a name that is not a person's."""
        pairs = zip(self.words, self.parts, strict=True)
        return tuple(word for word, part in pairs if part in ("family", "word"))


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

    @property
    def small_words(self) -> frozenset[str]:
        """The words that its names have in small letters: the *на* of *Ростов-на-Дону*."""
        return _list_small_words(self)


@lru_cache(maxsize=4096)
def _list_small_words(known: Known) -> frozenset[str]:
    words = (word for form in list_name_forms(known.entity) for _, word in form.words)
    return frozenset(word for word in words if word[:1].islower())


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
        return (self.load_entity(bearer // 2) for bearer in self._list_bearers(number))

    def _list_bearers(self, number: int) -> "array[int]":
        return array("I", unpack_record(self._views["bearers"], number))

    def is_anchor(self, key: str, *, whole: bool) -> bool:
        return any(
            bearer & ALL_OF_NAME or not whole
            for value in self._trie.get(WORD + key, ())
            for bearer in self._list_bearers(SPELLING.unpack(value)[0])
        )

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        for value in self._trie.get(ALIAS + key, ()):
            number, place = SPELLING.unpack(value)
            known = self.load_entity(number)
            yield known, known.aliases[place]

    def is_alias(self, key: str) -> bool:
        return ALIAS + key in self._trie

    def starts_alias(self, key: str) -> bool:
        return any(True for _ in self._trie.iterkeys(ALIAS + key + " "))

    def list_aliases(self, prefix: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of the aliases of more words that start with a folded phrase."""
        for _, value in self._trie.iteritems(ALIAS + prefix + " "):
            number, place = SPELLING.unpack(value)
            yield self.load_entity(number).aliases[place]

    def is_ordinary(self, key: str) -> bool:
        return ORDINARY + key in self._trie

    def is_known(self, key: str) -> bool:
        return KNOWN + key in self._trie

    def is_blank(self, key: str) -> bool:
        found = self._trie.get(ORDINARY + key) or self._trie.get(KNOWN + key)
        return bool(found) and found[0] == BLANK

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
        self.find_bearers = lru_cache(maxsize=65536)(self._find_bearers)
        endings = CaseEndings(layers[0].about["case_endings"])
        self.strip_case = lru_cache(maxsize=65536)(endings.strip)
        self.is_ordinary = lru_cache(maxsize=65536)(self._is_ordinary)
        self.list_spellings = lru_cache(maxsize=4096)(self._list_spellings)
        self._group_spellings = lru_cache(maxsize=256)(self._group_spellings_by_length)
        self.list_known_words = lru_cache(maxsize=64)(self._list_known_words)

    def _find_spellings(self, key: str) -> tuple[Spelling, ...]:
        """Return what a folded word may be."""
        return tuple(s for layer in self._layers for _, s in layer.find_spellings(key))

    def _find_bearers(self, key: str) -> tuple[tuple[Spelling, Known], ...]:
        """Return the entities one of whose names is found by this folded word, and how."""
        return tuple(
            (spelling, known)
            for layer in self._layers
            for number, spelling in layer.find_spellings(key)
            for known in layer.find_bearers(number)
            if self._is_visible(known)
        )

    def is_anchor(self, key: str, *, whole: bool = False) -> bool:
        """Tell whether some name is found by this folded word.

        With `whole` it must be all of a family name, or of a name without one. An entity that a
        stronger layer hides counts too.
        """
        return any(layer.is_anchor(key, whole=whole) for layer in self._layers)

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        """Give the entities that have this folded phrase as an alias, with its row."""
        for layer in self._layers:
            for known, alias in layer.find_aliases(key):
                if self._is_visible(known):
                    yield known, alias

    def is_alias(self, key: str) -> bool:
        """Tell whether this folded phrase is an alias, of an entity that is hidden or not."""
        return any(layer.is_alias(key) for layer in self._layers)

    def starts_alias(self, key: str) -> bool:
        """Tell whether an alias of more words starts with this folded phrase."""
        return any(layer.starts_alias(key) for layer in self._layers)

    def list_aliases(self, prefix: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of the aliases of more words that start with this folded phrase."""
        return chain.from_iterable(layer.list_aliases(prefix) for layer in self._layers)

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

    def is_blank(self, key: str) -> bool:
        """Tell whether a folded word is known, and as nothing but a word: no name, no case of one.

        False is no answer.
        """
        default, *others = self._layers
        return default.is_blank(key) and not any(
            layer.is_alias(key)
            or layer.starts_alias(key)
            or any(layer.is_anchor(k, whole=False) for k in (key, *(stem for _, stem in self.strip_case(key))))
            for layer in others
        )

    def _list_known_words(self, prefix: str) -> tuple[str, ...]:
        return tuple(w for layer in self._layers for w in layer.list_known_words(prefix))

    def _list_spellings(self, first: str, length: int) -> tuple[str, ...]:
        """Return the spellings of so many letters with this first letter."""
        return self._group_spellings(first).get(length, ())

    def _group_spellings_by_length(self, first: str) -> Mapping[int, tuple[str, ...]]:
        groups: dict[int, list[str]] = {}
        for layer in self._layers:
            for spelling in layer.list_spellings(first):
                groups.setdefault(len(spelling), []).append(spelling)
        return {length: tuple(spellings) for length, spellings in groups.items()}

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

    @property
    def guards(self) -> list[tuple[list[str], str, list[str], str]]:
        """The collocations of `data/guards.toml`: words before, target, words after, because."""
        return [tuple(guard) for guard in self._layers[0].about["guards"]]
