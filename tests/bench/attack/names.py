"""The names that are attacked: the entities of the tables, as anybody would spell them."""

import random
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from translit import load_table, variants
from translit.schemes import SchemeError

DATA = Path(__file__).resolve().parents[3] / "data"
_MOST_VARIANTS = 400


@dataclass(frozen=True)
class Named:
    """A row of a table: who it is, its canonical words, its names by language, its aliases."""

    id: str
    kind: str
    gender: str
    canonical: tuple[str, ...]
    natives: tuple[tuple[str, tuple[str, ...]], ...]
    aliases: tuple[str, ...]
    former: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def list_named() -> Sequence[Named]:
    """Return the rows of the default tables that have a name, in the order of the files."""
    return tuple(
        _read_row(row.id, row.fields)
        for path in sorted((DATA / "entities").rglob("*.toml"))
        for row in load_table(path).rows
        if "name" in row.fields
    )


@cache
def list_men() -> Sequence[Named]:
    """Return the men whose family name has a form for women."""
    return tuple(n for n in list_named() if n.gender == "m" and feminine(n))


def feminine(named: Named) -> tuple[str, str] | None:
    """Return the woman's form of a man's family name, and its language."""
    endings = (
        ("ский", "ская"), ("цкий", "цкая"), ("ський", "ська"), ("цький", "цька"), ("ов", "ова"),
        ("ев", "ева"), ("ин", "ина"), ("ін", "іна"), ("скі", "ская"), ("цкі", "цкая"),
    )  # fmt: skip
    for lang, words in named.natives:
        if lang not in ("ru", "uk", "be") or len(words) < 2:
            continue
        for man, woman in endings:
            if words[-1].endswith(man) and len(words[-1]) > len(man) + 2:
                return words[-1][: -len(man)] + woman, lang
    return None


def spell(named: Named, draw: random.Random) -> tuple[str, ...]:
    """Return the words of one spelling: canonical, an alias, a former name, or of any scheme."""
    choice = draw.random()
    if choice < 0.2 or not named.natives:
        return named.canonical
    if named.aliases and choice < 0.35:
        return tuple(draw.choice(named.aliases).split())
    if named.former and choice < 0.5:
        lang, words = draw.choice(named.former)
        return tuple(spell_word(word, lang, draw) for word in words)
    lang, words = draw.choice(named.natives)
    if choice < 0.56:
        return words
    return tuple(spell_word(word, lang, draw) for word in words)


def spell_word(word: str, lang: str, draw: random.Random) -> str:
    """Return a word as one of the schemes of its language writes it, or itself if none can."""
    found = _list_variants(word, lang)
    spelling = draw.choice(found) if found else word
    return spelling[:1].upper() + spelling[1:]


@lru_cache(maxsize=20_000)
def _list_variants(word: str, lang: str) -> tuple[str, ...]:
    try:
        return tuple(variants(word, lang))[:_MOST_VARIANTS]
    except SchemeError:
        return ()


def _read_row(id: str, fields: Mapping[str, Any]) -> Named:
    natives = {**fields.get("native", {}), **fields.get("written", {})}
    former = [
        (lang, tuple(name.split()))
        for row in fields.get("former", ())
        for lang, name in row.items()
        if isinstance(name, str)
    ]
    aliases = [
        alias if isinstance(alias, str) else alias["text"] for alias in fields.get("aliases", ())
    ]
    others = [name for name in fields.get("other_names", ()) if isinstance(name, str)]
    return Named(
        id,
        fields.get("kind", "other"),
        fields.get("gender", ""),
        _words(fields["name"]),
        tuple((lang, _words(name)) for lang, name in natives.items()),
        tuple(aliases + others + list(fields.get("suggest", ()))),
        tuple(former),
    )


def _words(name: str | Mapping[str, str]) -> tuple[str, ...]:
    if isinstance(name, str):
        words = unicodedata.normalize("NFC", name).split()
        return (
            (words[0], words[-1])
            if len(words) == 3 and words[1].endswith(("ич", "іч", "на"))
            else tuple(words)
        )
    if name.get("order") == "family-first":
        parts = [name.get("family"), name.get("given")]
    else:
        parts = [name.get("given"), name.get("particles"), name.get("family")]
    return tuple(word for part in parts if part for word in part.split())
