"""The lexicon at look-up: the layers that are looked in, as one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from translit.languages import Teller
from translit.lexicon.alone import AloneSpellings
from translit.lexicon.callings import Callings
from translit.lexicon.cases import CaseEndings
from translit.lexicon.facts import (
    ALIAS,
    BEARER,
    ENTITIES,
    KNOWN_WORD,
    OPENS_ALIAS,
    ORDINARY,
    SPELLED,
    add_blank,
)
from translit.lexicon.known import Known, Spelling
from translit.lexicon.layer import Layer
from translit.lexicon.near import list_slips
from translit.lexicon.speech import Speech, Speeches
from translit.lexicon.spoken import plain
from translit.lexicon.world import WorldName
from translit.schemes import fold

_NAMES = SPELLED | ALIAS
_SHORTEST_TELLING = 5  # letters of a capitalised word that tells a language
_MOST_FACTS = 1 << 16  # words: some 8 MB
_LONGEST_KEPT = 64  # letters
_MOST_READ = 1_000  # rows of a user's tables


Guarded = tuple[Sequence[str], Sequence[str], str]


class Lexicon:
    """The layers that are looked in, the default tables below, a user's above.

    An entity that a stronger layer changes or removes is hidden in the weaker one.
    """

    def __init__(self, layers: list[Layer], *, default_tables: bool) -> None:
        self._layers = layers
        self._default_tables = default_tables
        self.find_spellings = lru_cache(maxsize=65536)(self._find_spellings)
        self.find_bearers = lru_cache(maxsize=65536)(self._find_bearers)
        endings = CaseEndings(layers[0].about["case_endings"])
        self.strip_case = lru_cache(maxsize=65536)(endings.strip)
        self._list_stems = endings.strip
        self.is_case = lru_cache(maxsize=65536)(self._is_case)
        self.starts_word = lru_cache(maxsize=65536)(self._starts_word)
        self._shown = layers if default_tables else layers[1:]
        self._facts: dict[str, int] = {}
        hidden = 0 if default_tables else ENTITIES
        self._fact_finders = [
            (layer.find_facts, ~hidden if layer.rank == 0 else ~0) for layer in layers
        ]
        callings = Callings(layers[0])
        self.list_titles, self.list_field_words = callings.list_titles, callings.list_field_words
        self.list_known_words = lru_cache(maxsize=64)(self._list_known_words)

    @property
    def digest(self) -> str:
        """A hash of all that the lexicon is made from."""
        parts = [str(self._default_tables), *(layer.about["digest"] for layer in self._layers)]
        return " ".join(parts)

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
            if self._is_visible(layer, known.id)
        )

    def find_facts(self, key: str) -> int:
        """Return what is known of a folded word or phrase: bits of `translit.lexicon.facts`.

        A fact holds if it does in some layer. An entity of the default tables that a stronger
        layer hides counts, too, so BEARER, WHOLE, PERSONS_FAMILY and ALIAS may then say more than
        can be found, and BLANK less; the other facts are exact.

        >>> from translit.lexicon import ORDINARY, WHOLE, open_lexicon
        >>> facts = open_lexicon((), default_tables=True).find_facts("kiev")
        >>> bool(facts & WHOLE), bool(facts & ORDINARY)
        (True, False)
        """
        facts = self._facts.get(key)
        return self._look_up_facts(key) if facts is None else facts

    def _look_up_facts(self, key: str) -> int:
        facts = 0
        for find, shown in self._fact_finders:
            facts |= find(key) & shown
        facts = add_blank(facts, lambda: self.is_case(key))
        if len(key) <= _LONGEST_KEPT:
            if len(self._facts) >= _MOST_FACTS:
                self._facts = {}
            self._facts[key] = facts
        return facts

    def may_have_bearers(self, key: str) -> bool:
        """Tell BEARER of a folded word alone: quicker than all facts, and nothing is kept of it."""
        for layer in self._shown:  # noqa: SIM110  # a generator takes longer than what it asks
            if layer.find_name_facts(key) & BEARER:
                return True
        return False

    def _starts_word(self, prefix: str) -> bool:
        """Tell whether a folded word or phrase starts so of which some layer knows something."""
        return any(layer.starts_word(prefix) for layer in self._layers)

    def _is_case(self, key: str) -> bool:
        """Tell whether a folded word is a case of the whole family name of a man.

        It is one in a language whose press spells the name so. As in `find_facts`, an entity that
        a stronger layer hides counts.

        >>> from translit.lexicon import open_lexicon
        >>> lexicon = open_lexicon((), default_tables=True)
        >>> lexicon.is_case("lukaszenki"), lexicon.is_case("lukaszenka")
        (True, False)
        """
        return any(
            layer.is_declined(stem, lang)
            for lang, stem in self._list_stems(key)
            for layer in self._shown
        )

    def find_aliases(self, key: str) -> Iterator[tuple[Known, Mapping[str, Any]]]:
        """Give the entities that have this folded phrase as an alias, with its row."""
        for layer in self._layers:
            for known, alias in layer.find_aliases(key):
                if self._is_visible(layer, known.id):
                    yield known, alias

    def is_alias(self, key: str) -> bool:
        """Tell whether this folded phrase is an alias, of an entity that is hidden or not."""
        return bool(self.find_facts(key) & ALIAS)

    def starts_alias(self, key: str) -> bool:
        """Tell whether an alias of more words starts with this folded phrase."""
        return bool(self.find_facts(key) & OPENS_ALIAS)

    def list_aliases(self, prefix: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of the aliases of more words that start with this folded phrase."""
        return chain.from_iterable(layer.list_aliases(prefix) for layer in self._layers)

    def find_entity(self, entity_id: str) -> Known | None:
        """Return the entity with this id, or None."""
        for layer in reversed(self._layers):
            known = layer.find_entity(entity_id)
            if known is not None and self._is_visible(layer, known.id):
                return known
        return None

    def list_ids(self) -> list[str]:
        """Return the ids of all entities, sorted."""
        return sorted(
            entity_id
            for layer in self._shown
            for entity_id in layer.list_ids()
            if self._is_visible(layer, entity_id)
        )

    @cached_property
    def is_gazetteer(self) -> bool:
        """Whether a user's tables are so large that nobody has read each of their rows."""
        return sum(len(layer.list_ids()) for layer in self._layers[1:]) > _MOST_READ

    def _is_visible(self, layer: Layer, entity_id: str) -> bool:
        if layer.rank > 0:
            return True
        return self._default_tables and not any(one.hides(entity_id) for one in self._layers[1:])

    def is_ordinary(self, key: str) -> bool:
        """Tell whether a folded word is an English word written with a small letter."""
        return bool(self.find_facts(key) & ORDINARY)

    def is_known_word(self, key: str) -> bool:
        """Tell whether a folded word of six letters or more occurs in the large languages."""
        return bool(self.find_facts(key) & KNOWN_WORD)

    def find_listed(self, word: str) -> int:
        """Return what is told of a folded word of another script: MET, OFTEN and LISTED.

        >>> from translit.lexicon import LISTED, MET, open_lexicon
        >>> told = open_lexicon((), default_tables=True).find_listed("чехов")
        >>> bool(told & MET), bool(told & LISTED)
        (True, False)
        """
        return self._layers[0].find_listed(word)

    def find_world(self, text: str, *, as_written: bool = False) -> WorldName | None:
        """Return what in the world bears a spelling of one or more words, besides the tables.

        With `as_written` only names that have its very marks count; else all of the same letters.
        The tables' own entities are among what is found, where they are known to the world: *Lwiw*
        is a place in Ukraine.

        >>> from translit.lexicon import open_lexicon
        >>> lexicon = open_lexicon((), default_tables=True)
        >>> lexicon.find_world("Sivas").large, lexicon.find_world("Brack").family
        (('turkey',), True)
        >>> lexicon.find_world("Łuck").places, lexicon.find_world("Łuck", as_written=True).places
        (('ukraine', 'united-states'), ('ukraine',))
        """
        return self._find_world(text, as_written)

    @cached_property
    def _find_world(self) -> Callable[[str, bool], WorldName | None]:
        world = self._layers[0].world
        return lru_cache(maxsize=65536)(world.find) if world else lambda text, as_written: None

    def _list_known_words(self, prefix: str) -> tuple[str, ...]:
        return tuple(w for layer in self._layers for w in layer.list_known_words(prefix))

    def list_known_slips(self, key: str) -> set[str]:
        """Return the known words of a to z that are one edit from a folded word, in no order.

        They have its first letter; two letters that change places are one edit.
        """
        found: set[str] = set()
        for layer in self._layers:
            found.update(filter(layer.is_known_word, list_slips(key)))
        return found - {key}

    def list_strongest_spellings(self) -> Iterator[tuple[str, Spelling, bool]]:
        """Give the spellings of the names in the strongest layer: a user's, or the default one.

        Each comes with its key before it, and after it whether it is of the name of a place.
        """
        return self._layers[-1].list_spellings()

    def list_near(self, key: str, most: int) -> list[str]:
        """Return the spellings that may be `most` edits, 1 or 2, from a folded word.

        They start with its first letter and have five letters or more. All that are as near are
        among them (two letters that change places count as one edit), and some that are not.
        """
        found = []
        for layer in self._layers:
            found += layer.find_near(key, most)
        return found

    def describe_scheme(self, scheme_id: str) -> str:
        """Return how a sentence names a scheme."""
        for layer in self._layers:
            if scheme_id in layer.about["schemes"]:
                return str(layer.about["schemes"][scheme_id])
        return scheme_id

    @cached_property
    def name_endings(self) -> Mapping[str, tuple[str, ...]]:
        """The endings of `data/name_endings.toml`, by what they tell of a name."""
        rows = self._layers[0].about["name_endings"]
        return {name: tuple(words) for name, words in rows.items() if isinstance(words, list)}

    @cached_property
    def teller(self) -> Teller:
        """What tells the language of a text."""
        return Teller(self._layers[0].telling, self._list_writers)

    def _list_writers(self, word: str) -> Sequence[str]:
        """Return the languages that write a word, if it cannot be a name.

        A short word with a capital may be a name that no table lists.
        """
        if word[:1].isupper():
            facts = self.find_facts(fold(word))
            if facts & _NAMES or len(word) < _SHORTEST_TELLING or self.is_case(fold(word)):
                return ()
        return self._speeches.list_writers(word)

    def load_speech(self, code: str) -> Speech:
        """Return what is known of the language that a text is in, by its code or `und`.

        >>> from translit.lexicon import open_lexicon
        >>> polish = open_lexicon((), default_tables=True).load_speech("pl")
        >>> polish.find_spoken("Według"), "prezydenta" in polish.lists["neutral"]
        (True, True)
        """
        return self._speeches.load(code)

    @cached_property
    def _speeches(self) -> Speeches:
        return Speeches(self._layers[0].speech_rows, self._layers[0].find_spoken)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ids of the countries, and regions like them, that some language speaks of."""
        return frozenset(self._layers[0].about["spoken_of"])

    def list_entities(self) -> Iterator[Known]:
        """Give the entities of the strongest layer: a user's, or the default one."""
        for entity_id in self._layers[-1].list_ids():
            known = self.find_entity(entity_id)
            if known is not None:
                yield known

    def stands_alone(self, known: Known, text: str) -> bool:
        """Tell whether a spelling of an entity means it also where nothing near says so.

        `text` is all of the spelling as it is written: it counts whether it has its marks. So do
        what papers print, or an alias, for a country, a capital or a large city, and for the family
        name of a person whose row is `alone`, if the lexicon knows it as nothing else.

        >>> from translit.lexicon import open_lexicon
        >>> lexicon = open_lexicon((), default_tables=True)
        >>> lviv, rivne = lexicon.find_entity("lviv"), lexicon.find_entity("rivne")
        >>> lexicon.stands_alone(lviv, "Lwiw"), lexicon.stands_alone(rivne, "Rovna")
        (True, False)
        """
        return self.alone.tell(known, text)

    @cached_property
    def alone(self) -> AloneSpellings:
        """What tells which spellings stand alone, and what else the others may be."""
        return AloneSpellings(self)

    def count_writers(self, word: str) -> int:
        """Return how many languages have a word, marks as written, as an ordinary one."""
        return self._layers[0].find_spoken(plain(word)).bit_count()

    @cached_property
    def guards(self) -> Mapping[tuple[str, int, str], Sequence[Guarded]]:
        """The collocations of `data/guards.toml`: words before and after, and because.

        They are found by their target, the side (-1 or 1) on which a word of them stands directly
        beside it, and that word.
        """
        guards: dict[tuple[str, int, str], list[Guarded]] = {}
        for before, target, after, because in self._layers[0].about["guards"]:
            folded = [fold(word) for word in before], [fold(word) for word in after]
            key = (target, -1, folded[0][-1]) if before else (target, 1, folded[1][0])
            guards.setdefault(key, []).append((*folded, because))
        return guards
