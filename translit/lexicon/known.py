"""What a lexicon knows: words, their spellings, and the entities that bear them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from translit.languages import list_neighbours
from translit.lexicon.naming import NAMES
from translit.schemes import fold
from translit.tables import Entity

Root = tuple[str, str] | str
"""What two words have in common that are one: their language and letters, or a given name."""

_NO_ROOTS: frozenset[Root] = frozenset()


class WordOfName(NamedTuple):
    """A word of a name as its language writes it.

    `groups` are the given names that it is a form of; `initials` the folded letters that its
    spellings start with; `roots` what it shares with every word that is the same, or the same given
    name elsewhere.
    """

    lang: str
    text: str
    groups: frozenset[str]
    initials: str
    roots: frozenset[Root]

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


class Spelling(NamedTuple):
    """One way to read a spelling: the word that it may be, and the schemes that write it so."""

    word: WordOfName
    schemes: tuple[str, ...]


class Name(NamedTuple):
    """A name of an entity: the field that it is from, its words and their parts.

    `core` are the words of the family name, or of a name that is not a person's.
    """

    source: str
    words: tuple[WordOfName, ...]
    parts: tuple[str, ...]
    core: tuple[WordOfName, ...]

    def is_read_as(self, other: "Name") -> bool:
        """Tell whether both are found by the same words, and of the same worth when found.

        What the press of one language prints is found in text of that language alone.
        """
        if other.source.startswith(NAMES) and self.source != other.source:
            return False
        return self.core == other.core and (self.source == "former") == (other.source == "former")


@dataclass(frozen=True, eq=False)
class Known:
    """An entity as the lexicon holds it; `layer` is greater for what a user's tables say.

    `small_words` are those that its names have in small letters: the *на* of *Ростов-на-Дону*.
    `countries` are the ids of those that it is in, found through its regions.
    """

    entity: Entity
    fields: Mapping[str, Any]
    names: tuple[Name, ...]
    aliases: tuple[Mapping[str, Any], ...]
    layer: int
    small_words: frozenset[str]
    countries: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.entity.id

    @cached_property
    def _by_first_word(self) -> Mapping[tuple[str, str], Sequence[Name]]:
        names: dict[tuple[str, str], list[Name]] = {}
        for name in self.names:
            for word in name.core[:1]:
                alike = names.setdefault((word.lang, word.text), [])
                if not any(name.is_read_as(other) for other in alike):
                    alike.append(name)
        return names

    @cached_property
    def _by_part(self) -> Mapping[tuple[str, str], Sequence[WordOfName]]:
        """The words of each part: of all names, and of those that one language prints by itself."""
        words: dict[tuple[str, str], list[WordOfName]] = {}
        for name in self.names:
            lang = name.source.removeprefix(NAMES) if name.source.startswith(NAMES) else ""
            for word, part in zip(name.words, name.parts, strict=True):
                words.setdefault((part, lang), []).append(word)
        return words

    def find_names(self, first: WordOfName) -> Sequence[Name]:
        """Return its names that start with a word, beside given names and the like.

        Of names that differ in nothing else, only the first: each is read alike.
        """
        return self._by_first_word.get((first.lang, first.text), ())

    def has_word(self, text: str, lang: str) -> bool:
        """Tell whether a language has a word so in one of the names."""
        return fold(text) in self.list_words(lang)

    def list_words(self, lang: str) -> Set[str]:
        """Return the words, folded, that a language has in the names."""
        return self._by_language.get(lang, frozenset())

    @cached_property
    def _by_language(self) -> Mapping[str, Set[str]]:
        words: dict[str, set[str]] = {}
        for name in self.names:
            for word in name.words:
                for lang in {word.lang, name.source.removeprefix(NAMES)}:
                    words.setdefault(lang, set()).add(fold(word.text))
        return words

    @cached_property
    def _roots(self) -> dict[tuple[str, str], frozenset[Root]]:
        return {}  # filled as they are asked for: most languages never are

    def find_roots(self, part: str, lang: str = "") -> frozenset[Root]:
        """Return the roots of the words that its names have as this part.

        With `lang`, also of what the press of that language prints, or of a neighbour's.
        """
        found = self._roots.get((part, lang))
        if found is None:
            langs = {"", lang, *list_neighbours(lang)}
            words = [word for one in langs for word in self._by_part.get((part, one), ())]
            found = frozenset(root for word in words for root in word.roots) or _NO_ROOTS
            self._roots[part, lang] = found
        return found

    @cached_property
    def _initials(self) -> Mapping[tuple[str, str], frozenset[str]]:
        return {
            part: frozenset("".join(word.initials for word in words))
            for part, words in self._by_part.items()
        }

    def find_initials(self, part: str) -> frozenset[str]:
        """Return the letters that a spelling of this part of its names can start with."""
        return self._initials.get((part, ""), frozenset())

    def find_words(self, part: str, lang: str = "") -> Sequence[WordOfName]:
        """Return the words that its names have as this part, if need be those of a language."""
        return self._by_part.get((part, "")) or self._by_part.get((part, lang), ())
