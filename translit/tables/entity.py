"""An entity with typed fields, from a complete row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from translit.tables.person_name import PersonName, read_name

Kind = Literal["person", "place", "organization", "other"]
Gender = Literal["m", "f"]
NameValue = PersonName | str


def spell_out(name: NameValue) -> str:
    """Return a name in full."""
    return name if isinstance(name, str) else name.full


def list_words(name: NameValue) -> list[str]:
    """Return the words of a name but for patronymics, which few print."""
    if isinstance(name, str):
        return name.split()
    return [word for role, word in name.words() if role != "patronymic"]


"""In parts for persons, a string for everything else."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling that no scheme gives; `as_` is what it becomes, `{name}` the canonical form."""

    text: str
    as_: str | None = None
    lang: str | None = None
    because: str | None = None
    near: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    """Further languages that print it so."""


@dataclass(frozen=True, slots=True)
class Former:
    """Names (by language) that were the entity's own, and the last year they were."""

    names: Mapping[str, str]
    until: int | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organization that a table knows. The fields are those of a row.

    `native` is in the row's order; its first name is the name's own. `names` are what the press of
    languages prints, `prints` what houses do. `alone` has the default of
    its kind where the row does not say (`alone_given` False). `other_names` are those given in
    Latin letters, `other_native` those given by language. `within` is what a row has as `in`.
    """

    id: str
    kind: Kind
    gender: Gender | None
    name: NameValue
    native: Mapping[str, NameValue]
    reading: Mapping[str, NameValue]
    written: Mapping[str, NameValue]
    other_names: tuple[NameValue, ...]
    other_native: tuple[Mapping[str, NameValue], ...]
    short: str | Literal[False] | None
    alone: bool
    alone_given: bool
    titles: tuple[str, ...]
    offices: tuple[str, ...]
    names: Mapping[str, NameValue]
    prints: Mapping[str, NameValue]
    aliases: tuple[Alias, ...]
    suggest: tuple[str, ...]
    former: tuple[Former, ...]
    shares: tuple[str, ...]
    within: tuple[str, ...]
    capital_of: tuple[str, ...]
    heads: tuple[str, ...]
    size: Literal["large"] | None
    keep: tuple[str, ...]
    not_same: tuple[str, ...]
    near: tuple[str, ...]
    place: tuple[str, ...]
    common: bool
    an: bool | None
    because: str | None
    wikidata: str | None
    source: str | None

    @classmethod
    def from_fields(cls, id: str, fields: Mapping[str, Any]) -> "Entity":
        """The entity of a complete row, as `merge_layers` gives it.

        >>> row = {"kind": "person", "name": "Xi", "native": {"zh": "习近平"}}
        >>> Entity.from_fields("xi-jinping", row).native["zh"].family
        '习'
        """
        kind: Kind = fields["kind"]
        read = read_name if kind == "person" else _plain
        other = fields.get("other_names", ())
        return cls(
            id=id,
            kind=kind,
            gender=fields.get("gender"),
            name=read(fields["name"]),
            native=_by_language(fields.get("native", {}), read),
            reading=_by_language(fields.get("reading", {}), read),
            # Foreign names keep their own order in another script, so the language has no say.
            written={lang: read(name) for lang, name in fields.get("written", {}).items()},
            other_names=tuple(read(name) for name in other if not is_by_language(name)),
            other_native=tuple(
                _by_language(names, read) for names in other if is_by_language(names)
            ),
            short=fields.get("short"),
            alone=fields.get("alone", kind != "person"),
            alone_given="alone" in fields,
            titles=tuple(fields.get("titles", ())),
            offices=tuple(fields.get("offices", ())),
            names={lang: read(undated(v)) for lang, v in fields.get("names", {}).items()},
            prints={style: read(undated(v)) for style, v in fields.get("prints", {}).items()},
            aliases=tuple(_alias(alias) for alias in fields.get("aliases", ())),
            suggest=tuple(fields.get("suggest", ())),
            former=tuple(_former(former) for former in fields.get("former", ())),
            shares=tuple(fields.get("shares", ())),
            within=tuple(fields.get("in", ())),
            capital_of=tuple(fields.get("capital_of", ())),
            heads=tuple(fields.get("heads", ())),
            size=fields.get("size"),
            keep=tuple(fields.get("keep", ())),
            not_same=tuple(fields.get("not_same", ())),
            near=tuple(fields.get("near", ())),
            place=tuple(fields.get("place", ())),
            common=fields.get("common", False),
            an=fields.get("an"),
            because=fields.get("because"),
            wikidata=fields.get("wikidata"),
            source=fields.get("source"),
        )


PARTS = ("given", "patronymic", "family", "particles", "order")


def is_by_language(name: object) -> bool:
    """Whether an other name is a map of languages, not a string and not the parts of one name."""
    return isinstance(name, Mapping) and not any(part in name for part in PARTS)


def undated(value: Any) -> Any:
    """Return the name of a value that may say since when it is printed."""
    return value["text"] if isinstance(value, Mapping) and "text" in value else value


def _plain(name: str, language: str = "") -> str:
    return name


def _by_language(names: Mapping[str, Any], read: Any) -> Mapping[str, NameValue]:
    return {language: read(name, language) for language, name in names.items()}


def _alias(alias: Mapping[str, Any]) -> Alias:
    near = tuple(alias.get("near", ()))
    langs = tuple(alias.get("langs", ()))
    return Alias(
        alias["text"], alias.get("as"), alias.get("lang"), alias.get("because"), near, langs
    )


def _former(former: Mapping[str, Any]) -> Former:
    names = {language: name for language, name in former.items() if language != "until"}
    return Former(names, former.get("until"))
