"""Pairs: each spelling that by itself means an entity, with the canonical form."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from translit.schemes import SchemeError, is_latin, list_languages, list_scheme_ids, romanize
from translit.tables import Entity, NameValue, PersonName, Row, list_words, spell_out


@dataclass(frozen=True, slots=True)
class Pair:
    """A spelling, what it becomes, whose it is, and whether a scheme or a list gives it."""

    spelling: str
    canonical: str
    entity: Entity
    source: str


def list_pairs(rows: Iterable[Row], is_word: Callable[[str], bool]) -> Iterator[Pair]:
    """Give the pairs of complete rows: sure spellings only, one scheme for a whole name.

    Full names in the primary letters of each scheme, the family name of who is `alone`, and
    aliases without `near`. What means two entities of the table is left out, and so are ordinary
    words, as `is_word` tells, and names that many people bear: a list of pairs reads no context.
    """
    entities = (Entity.from_fields(row.id, row.fields) for row in rows)
    pairs = [
        pair
        for entity in entities
        if not entity.common
        for pair in _of_entity(entity)
        if not is_word(pair.spelling)
    ]
    owners: dict[str, set[str]] = {}
    for pair in pairs:
        owners.setdefault(pair.spelling, set()).add(pair.canonical)
    yield from (pair for pair in pairs if len(owners[pair.spelling]) == 1)


def _of_entity(entity: Entity) -> Iterator[Pair]:
    forms = {spell_out(entity.name): spell_out(entity.name)}
    is_short = entity.kind == "person" and entity.alone and isinstance(entity.name, PersonName)
    if isinstance(entity.name, PersonName) and is_short:
        forms[entity.name.family] = entity.name.family
    sources = dict.fromkeys(forms, "name")
    for lang, native in entity.native.items():
        for scheme in list_scheme_ids(lang) if lang in list_languages() else ():
            for text, canonical in _spell(native, scheme, entity, is_short):
                if text not in forms:
                    forms[text], sources[text] = canonical, scheme
    for alias in entity.aliases:
        if not alias.near:
            result = (alias.as_ or "{name}").replace("{name}", spell_out(entity.name))
            forms[alias.text], sources[alias.text] = result, "alias"
    for text, canonical in forms.items():
        yield Pair(text, canonical, entity, sources[text])


def _spell(
    native: NameValue, scheme: str, entity: Entity, is_short: bool
) -> Iterator[tuple[str, str]]:
    """The name as a scheme writes it, without patronymic, and the family name if it is enough."""
    words = list_words(native)
    if entity.kind != "person" and not entity.alone:
        return  # the place or the thing needs a word beside it
    try:
        spelled = [romanize(word, scheme) for word in words]
    except SchemeError:
        return
    written = [word[:1].upper() + word[1:] for word in spelled if word]
    if len(written) != len(words) or not all(any(map(is_latin, word)) for word in written):
        return
    yield " ".join(written), spell_out(entity.name)
    if is_short and isinstance(native, PersonName) and isinstance(entity.name, PersonName):
        family = written[len(words) - len(native.family.split()) :]
        if native.order == "given-first" and len(written) > len(family):
            yield " ".join(family), entity.name.family
