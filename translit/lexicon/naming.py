"""Which names of an entity are looked for, each word with its part and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translit.schemes import list_languages, split_words
from translit.tables import Entity, PersonName, spell_out

LATIN = "latin"
_NON_JOINER = "\u200c"
NAMES = "names."
"""How the source of a name starts that the press of one language prints."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entity: its words with their parts, as a language writes them.

    `source` says which field it is from (`name`, `native`, `written`, `other`, `former`, …);
    `lang` is a language that schemes write, or `latin` for what is looked for as it stands.
    """

    source: str
    lang: str
    words: tuple[tuple[str, str], ...]


def list_name_forms(entity: Entity) -> Iterator[NameForm]:
    """Give every name under which an entity is looked for, except aliases.

    Unknown scripts and languages without schemes are looked for as they are written.
    """
    yield _form("name", LATIN, entity.name)
    if entity.kind == "person":
        for lang, name in entity.names.items():
            yield _form(f"{NAMES}{lang}", LATIN, name)
    yield from (_form("style", LATIN, name) for name in entity.prints.values())
    yield from _forms("native", entity.native)
    yield from _forms("written", entity.written)
    yield from _forms("reading", entity.reading)
    yield from (_form("other", LATIN, name) for name in entity.other_names)
    for names in entity.other_native:
        yield from _forms("other", names)
    for former in entity.former:
        yield from _forms("former", former.names)


def _forms(source: str, names: Mapping[str, PersonName | str]) -> Iterator[NameForm]:
    for lang, name in names.items():
        known = lang if lang in list_languages() else LATIN
        yield _form(source, known, name)
        if _NON_JOINER in spell_out(name):  # a word by itself in some texts: *احمدی‌نژاد*
            yield _form(source, known, _join_parts(name))


def _join_parts(name: PersonName | str) -> PersonName | str:
    if isinstance(name, str):
        return name.replace(_NON_JOINER, "")
    return replace(
        name,
        given=name.given and name.given.replace(_NON_JOINER, ""),
        family=name.family.replace(_NON_JOINER, ""),
    )


def _form(source: str, lang: str, name: PersonName | str) -> NameForm:
    return NameForm(source, lang, part_words(name))


def part_words(name: PersonName | str) -> tuple[tuple[str, str], ...]:
    """Return (part, word) for each word of a name.

    Hyphens part words as spaces do, but not in a given name: *Geun-hye* is one, also where a
    convention writes it as *Geunhye* or *Geun Hye*.
    """
    if isinstance(name, str):
        return tuple(("word", word) for gap, word in split_words(name) if not gap)
    return tuple(
        (part, word)
        for part, whole in name.words()
        for word in ([whole] if part == "given" else _split(whole))
    )


def _split(words: str) -> list[str]:
    return [word for gap, word in split_words(words) if not gap]
