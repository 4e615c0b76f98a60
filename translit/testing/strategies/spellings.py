"""Spellings of one entity: any variant in any shape that print gives to it."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from hypothesis import strategies as st

from translit.schemes import (
    SchemeError,
    fold,
    is_latin,
    list_languages,
    list_scheme_ids,
    load_scheme,
    spell_name,
)
from translit.tables import Entity, NameValue, PersonName, Row, list_words, script_of, spell_out

_MOST_OF_A_SCHEME = 4

_SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("'", "’"),
    lambda text: text.replace("'", ""),
    lambda text: text[:3] + "\u00ad" + text[3:],
    str.upper,
)
_ENDINGS = ("", "'s", "’s")


def spellings(entity: Entity | Row) -> st.SearchStrategy[str]:
    """Any spelling that means an entity by itself, in any shape.

    The full name in any scheme, with initials for a person, a listed alias, and the family name
    where the row is `alone`; in capitals, NFD, with a possessive, a soft hyphen or another
    apostrophe. Shrinks to the canonical form.

    >>> from hypothesis import find
    >>> row = Row("kyiv", {"kind": "place", "name": "Kyiv", "native": {"uk": "Київ"}}, "a.toml", 1)
    >>> find(spellings(row), lambda text: text.endswith("’s") and text[0] == "K")
    'Kyiv’s'
    """
    known = read_entity(entity)
    bases = full_spellings(known)
    if known.aliases:
        bases |= st.sampled_from([alias.text for alias in known.aliases])
    if known.kind == "person":
        bases |= full_spellings(known).map(_with_initial)
        if known.alone and isinstance(known.name, PersonName):
            bases |= st.just(known.name.family)
    shapes = st.sampled_from(_SHAPES)
    parts = st.tuples(bases, shapes, st.sampled_from(_ENDINGS))
    return parts.map(lambda part: part[1](part[0]) + part[2])


def full_spellings(entity: Entity | Row) -> st.SearchStrategy[str]:
    """The full name of an entity as a scheme writes it, or its canonical form, as it stands."""
    known = read_entity(entity)
    canonical = st.just(spell_out(known.name))
    written = [
        (scheme, kind_name)
        for lang, kind_name in _natives(known)
        for scheme in list_scheme_ids(lang)
    ]
    if not written:
        return canonical
    derived = st.tuples(st.sampled_from(written), st.integers(0, _MOST_OF_A_SCHEME - 1)).map(
        lambda drawn: _spell(drawn[0][1], drawn[0][0], drawn[1], known.kind)
    )
    return canonical | derived.map(lambda text: text or spell_out(known.name))


def read_entity(entity: Entity | Row) -> Entity:
    """Return the entity of a row."""
    return Entity.from_fields(entity.id, entity.fields) if isinstance(entity, Row) else entity


def _natives(entity: Entity) -> Iterator[tuple[str, NameValue]]:
    for names in (entity.native, entity.reading):
        for lang, name in names.items():
            if lang in list_languages() and not any(map(is_latin, spell_out(name))):
                yield lang, name


def _spell(name: NameValue, scheme: str, choice: int, kind: str) -> str | None:
    """The name in one scheme's spelling number `choice`, or None if it cannot write it."""
    words = list_words(name)
    written = [_spell_word(word, scheme, kind) for word in words]
    if not all(written):
        return None
    chosen = [found[choice % len(found)] for found in written]
    joined = " ".join(
        spelling if word[0].islower() and _has_case(word) else spelling[:1].upper() + spelling[1:]
        for word, spelling in zip(words, chosen, strict=True)
    )
    return joined.replace("- ", "-")  # *al-Libi*: what ends in a hyphen is joined


def _has_case(word: str) -> bool:
    """Tell whether the script of a word has capitals that print uses: Georgian has none."""
    return script_of(word[0]) != "GEORGIAN"


@lru_cache(maxsize=4096)
def _spell_word(word: str, scheme: str, kind: str) -> tuple[str, ...]:
    try:
        found = tuple(islice(spell_name(word, load_scheme(scheme), kind), _MOST_OF_A_SCHEME))
    except SchemeError:
        return ()
    # In a text, an apostrophe after a word is a quotation mark, and a hyphen that a scheme puts
    # into a word parts it.
    bare = dict.fromkeys(spelling.rstrip("'’`") for spelling in found)
    return tuple(s for s in bare if len(fold(s)) > 1 and s.count("-") == word.count("-"))


def _with_initial(name: str) -> str:
    given, gap, rest = name.partition(" ")
    return f"{given[0]}. {rest}" if gap and given[0].isalpha() else name
