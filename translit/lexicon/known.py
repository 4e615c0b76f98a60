"""What a lexicon knows: words, their spellings, and the entities that bear them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from translit.lexicon.naming import list_name_forms
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


@dataclass(frozen=True)
class Name:
    """A name of an entity: the field that it is from, its words and their parts."""

    source: str
    words: tuple[Word, ...]
    parts: tuple[str, ...]

    @cached_property
    def core(self) -> tuple[Word, ...]:
        """The words of the family name, or of a name that is not a person's."""
        pairs = zip(self.words, self.parts, strict=True)
        return tuple(word for word, part in pairs if part in ("family", "word"))


@dataclass(frozen=True, eq=False)
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

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that its names have in small letters: the *на* of *Ростов-на-Дону*."""
        words = (word for form in list_name_forms(self.entity) for _, word in form.words)
        return frozenset(word for word in words if word[:1].islower())

    @cached_property
    def _by_first_word(self) -> Mapping[tuple[str, str], Sequence[Name]]:
        names: dict[tuple[str, str], list[Name]] = {}
        for name in self.names:
            for word in name.core[:1]:
                names.setdefault((word.lang, word.text), []).append(name)
        return names

    @cached_property
    def _by_part(self) -> Mapping[str, Sequence[Word]]:
        words: dict[str, list[Word]] = {}
        for name in self.names:
            for word, part in zip(name.words, name.parts, strict=True):
                words.setdefault(part, []).append(word)
        return words

    def find_names(self, first: Word) -> Sequence[Name]:
        """Return its names that start with a word, beside given names and the like."""
        return self._by_first_word.get((first.lang, first.text), ())

    def find_words(self, part: str) -> Sequence[Word]:
        """Return the words that its names have as this part."""
        return self._by_part.get(part, ())
