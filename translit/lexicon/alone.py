"""Spellings that stand alone: what means an entity also where nothing near says so.

*Lwiw* in a bare headline is Lviv and nothing else; *Sivas* is no spelling of Syvash that may stand
so, for it is a town in Turkey. A spelling stands alone if papers print it, with these very marks,
for a country, a capital, a large city or the family name of a person whose row is `alone`, and if
the lexicon knows it as no other name, place or word.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from translit.languages import ENGLISH
from translit.lexicon.known import Known
from translit.lexicon.phrases import fold_phrase
from translit.lexicon.world import WorldName
from translit.schemes import (
    SchemeError,
    adds_endings,
    fold,
    fold_marked,
    list_languages,
    list_scheme_ids,
    load_scheme,
    spell_name,
    undouble,
    variants,
)
from translit.tables import Entity, PersonName, spell_out

if TYPE_CHECKING:
    from translit.lexicon.lexicon import Lexicon

_PRESS = "/press-"
# A place for which the press of so many languages has a form of its own is known far from it.
_LEAST_NAMES = 12


class AloneSpellings:
    """Tells of a lexicon which spellings stand alone. Answers are remembered."""

    def __init__(self, lexicon: "Lexicon") -> None:
        self._lexicon = lexicon
        self._is_printed = lru_cache(maxsize=65536)(self._look_for_printed)
        self._find_others = lru_cache(maxsize=65536)(self._look_for_others)
        self._has_exonym = lru_cache(maxsize=65536)(self._look_for_exonym)
        self._number_derived = lru_cache(maxsize=4096)(self._find_derived)

    def tell(self, known: Known, text: str) -> bool:
        """Tell whether a spelling stands alone; see `Lexicon.stands_alone`."""
        key = fold_marked(text)
        return self._is_printed(known, key) and not self._find_others(known, key)

    def find_others(self, known: Known, text: str) -> tuple[str, ...]:
        """Return what else a spelling of an entity may be: nothing, if it means only this.

        `word`, and `plural` of the name in English; `given` and `family` for another name of
        persons; `place COUNTRY` for a place in a country where the entity is not; `entity ID` for
        another of the tables.
        """
        return self._find_others(known, fold_marked(text))

    def list_printed(self, known: Known) -> Iterator[str]:
        """Give what papers print for an entity that is such as may stand alone, each once."""
        if self.is_eligible(known):
            found = {fold_marked(text): text for text in _list_printed(known.entity)}
            yield from (text for key, text in sorted(found.items()) if self._is_printed(known, key))

    def is_eligible(self, known: Known) -> bool:
        """Tell whether it is a country, capital or large city, or a person who is `alone`.

        Or a smaller place that is as well known: *Bakhmut*.
        """
        entity = known.entity
        if entity.kind == "person":
            return entity.alone
        # A default row that is not `alone` is so for some of its spellings: *Orel*, not *Orjol*.
        if entity.kind != "place" or (known.layer and not entity.alone):
            return False
        is_country = entity.id in self._lexicon.countries and not entity.within
        if is_country or entity.capital_of or entity.size == "large":
            return True
        return len(entity.names) >= _LEAST_NAMES

    def _look_for_printed(self, known: Known, text: str) -> bool:
        """Tell whether papers print it, marks as written."""
        if not self.is_eligible(known):
            return False
        if any(fold_marked(name) == text for name in _list_given(known.entity)):
            return True
        schemes = [one for one in self._find_presses(text) if not self._has_exonym(known, one)]
        return any(fold_marked(one) == text for one in _spell(known.entity, schemes))

    def _look_for_exonym(self, known: Known, scheme_id: str) -> bool:
        """Tell whether a convention's language calls a place as the convention does not.

        Papers that print *Tanger* do not print *Tandja*, the French of طنجة. But German ones that
        print *Charkiw* have printed *Charkow*: each is German for one of the city's two names.
        """
        lang = load_scheme(scheme_id).target or ""
        if known.entity.kind != "place" or lang not in known.entity.names:
            return False
        name = fold_marked(_pick(known.entity.names[lang]))
        schemes = [one for one in self._find_presses(name) if load_scheme(one).target == lang]
        return all(fold_marked(one) != name for one in _spell(known.entity, schemes))

    def _find_presses(self, text: str) -> frozenset[str]:
        """Return the conventions that may give it, by its first word."""
        first = text.replace("-", " ").partition(" ")[0]
        return frozenset(
            scheme
            for key in {fold(first), first}
            for spelling in self._lexicon.find_spellings(key)
            for scheme in spelling.schemes
            if is_of_press(scheme)
        )

    def _look_for_others(self, known: Known, text: str) -> tuple[str, ...]:
        found = (
            self._list_words(known, text),
            self._list_names(known, text),
            self._list_entities(known, text),
        )
        return tuple(dict.fromkeys(other for others in found for other in others))

    def _list_words(self, known: Known, text: str) -> Iterator[str]:
        # Whether it is a word of the passage's language is asked there; one list has misprints.
        if self._lexicon.is_ordinary(fold(text)) or self._lexicon.count_writers(text) > 1:
            yield "word"
        singular = self._lexicon.load_speech(ENGLISH).find_singular(text)
        if text != singular == fold_marked(_pick(known.entity.name)):
            yield "plural"

    def _list_names(self, known: Known, text: str) -> Iterator[str]:
        # Marks are left out in print, and never added: *Rovna* may be Rovná, *Łuck* no Luck.
        found = self._lexicon.find_world(text, as_written=text != fold(text))
        if found is None:
            return
        if (found.family or found.given) and not self._is_own_name(known, found):
            yield from (["given"] if found.given else []) + (["family"] if found.family else [])
        own = {*known.countries, *self._list_namesakes(known, text)}
        yield from (f"place {country}" for country in found.places if country not in own)

    def _list_namesakes(self, known: Known, text: str) -> Iterable[str]:
        """Return where places are called as the entity is: there *Donezk* is *Donetsk*, too."""
        name = spell_out(known.entity.name)
        found: WorldName | None = None
        if len(name.split()) == len(text.split()):
            found = self._lexicon.find_world(name)
        return found.places if found else ()

    def _is_own_name(self, known: Known, name: WorldName) -> bool:
        """Tell whether a name is a spelling of the person's: *Selenskyj* is *Zelensky*."""
        if known.entity.kind != "person":
            return False
        printed = {_pick(one) for one in (known.entity.name, *known.entity.prints.values())}
        if not self._number(printed).isdisjoint(name.same):
            return True  # without the schemes, whose loading takes its time
        return not self._number_derived(known).isdisjoint(name.same)

    def _find_derived(self, known: Known) -> frozenset[int]:
        return self._number(_spell_beside_the_press(known.entity))

    def _number(self, spellings: Iterable[str]) -> frozenset[int]:
        """Return the numbers of the names in the world that these are spellings of."""
        found = map(self._lexicon.find_world, spellings)
        return frozenset(number for one in found if one for number in one.same)

    def _list_entities(self, known: Known, text: str) -> Iterator[str]:
        is_english = known.entity.kind == "place" and fold_marked(_pick(known.entity.name)) == text
        is_capital = is_english and self.is_eligible(known)
        for key in {fold(text), text}:
            for spelling, other in self._lexicon.find_bearers(key):
                if other.id == known.id or _is_of_one_name(known, other):
                    continue
                # *Riyadh* may be a spelling of somebody called *Riad*, but nobody writes him so.
                is_person = other.entity.kind == "person"
                if is_capital and is_person and fold_marked(_pick(other.entity.name)) != text:
                    continue
                if any(name.core == (spelling.word,) for name in other.names):
                    yield f"entity {other.id}"
        for other, _ in self._lexicon.find_aliases(fold_phrase(text)):
            if other.id != known.id:
                yield f"entity {other.id}"


def _is_of_one_name(known: Known, other: Known) -> bool:
    """Tell whether two persons bear one family name: then the row says which is meant alone."""
    one_name = not known.find_roots("family").isdisjoint(other.find_roots("family"))
    return one_name and not other.entity.alone


@cache
def is_of_press(scheme_id: str) -> bool:
    """Tell whether papers write so; but not where most names get an ending, as in Latvian.

    Too many of those are other names or places: *Kaniva* is one in Australia.
    """
    return _PRESS in scheme_id and not adds_endings(scheme_id)


def _list_printed(entity: Entity) -> Iterator[str]:
    for text, schemes in _derive(entity):
        if any(map(is_of_press, schemes)):
            yield text
    yield from _list_given(entity)


def _list_given(entity: Entity) -> Iterator[str]:
    """Give what the row has of what papers print; an alias for a part of a phrase is none."""
    yield from map(_pick, entity.names.values())
    if entity.kind != "person":
        yield from (alias.text for alias in entity.aliases if not alias.near and not alias.as_)


def _derive(entity: Entity) -> Iterator[tuple[str, tuple[str, ...]]]:
    for lang, name in _list_originals(entity):
        with suppress(SchemeError):  # a script of which no scheme writes this letter
            yield from variants(name, lang, kind=entity.kind).items()


def _spell(entity: Entity, scheme_ids: Sequence[str]) -> Iterator[str]:
    """Give the spellings by these schemes alone; `variants` asks all."""
    for _, name in _list_originals(entity):
        yield from _spell_name(name, scheme_ids, entity.kind)


def _spell_beside_the_press(entity: Entity) -> Iterator[str]:
    """Give the spellings by the schemes that are no paper's; those of papers need no loading."""
    for lang, name in _list_originals(entity):
        scheme_ids = [one for one in list_scheme_ids(lang) if _PRESS not in one]
        yield from _spell_name(name, scheme_ids, entity.kind)


def _spell_name(name: str, scheme_ids: Iterable[str], kind: str) -> Iterator[str]:
    for scheme_id in scheme_ids:
        for form in dict.fromkeys((name, undouble(name))):
            with suppress(SchemeError):  # it has letters that the scheme has not
                yield from spell_name(form, load_scheme(scheme_id), kind)


def _list_originals(entity: Entity) -> Iterator[tuple[str, str]]:
    # What papers write of a place by way of another script is too far from its name to stand
    # alone: *Kiena* is the Polish for the Russian for Qena, and a gold mine in Australia.
    written = {} if entity.kind == "place" else entity.written
    for names in (entity.native, entity.reading, written):
        for lang, name in names.items():
            if lang in list_languages() and _pick(name):
                yield lang, _pick(name)


def _pick(name: PersonName | str) -> str:
    """Return the family name of a person, or the whole name of anything else."""
    return name.family if isinstance(name, PersonName) else name
