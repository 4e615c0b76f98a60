"""Offices that persons hold: what each is called, by language, gender and case."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from translit.datafolder import find_data_folder
from translit.tables.checks import (
    ID,
    TEXT,
    Check,
    JsonSchema,
    by_language,
    find_schema,
    one_or_more,
    record,
    schema_of_record,
    takes,
)
from translit.tables.entity import Gender
from translit.tables.errors import flawed, nearest, shown
from translit.tables.spelling import clean
from translit.tables.toml_rows import read_rows

FORMER = "former "
"""What stands in a row before an office that the person has no more.

The row `former` of the file has what languages say so, to be put before the words of the office.
"""

_ENDING = "-"
_FORMS = "|"
_NEAR = "near"


Forms = tuple[str, ...]
"""A phrase in all its cases, the nominative first."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its words by language, then by whom they are said of: `any`, `m`, `f`.

    Those under `near` are what is spoken of where such persons are: *tennis, WTA*.
    """

    id: str
    words: Mapping[str, Mapping[str, tuple[Forms, ...]]]

    def list_words(self, lang: str, gender: Gender | None, *, in_cases: bool = True) -> list[str]:
        """Return what a language calls it where one of this gender holds it.

        >>> words = {"pl": {"any": (("premier", "premiera"),), "f": (("premierka",),)}}
        >>> Office("prime-minister", words).list_words("pl", "m")
        ['premier', 'premiera']
        """
        by_gender = self.words.get(lang, {})
        wanted = ("any", gender) if gender else ("any", "m", "f")
        phrases = (forms for one in wanted for forms in by_gender.get(one, ()))
        return [form for forms in phrases for form in (forms if in_cases else forms[:1])]

    def list_near(self, lang: str) -> list[str]:
        """Return what a language speaks of where persons of this office are.

        >>> Office("tennis-player", {"en": {"near": (("tennis",), ("WTA",))}}).list_near("en")
        ['tennis', 'WTA']
        """
        return [form for forms in self.words.get(lang, {}).get(_NEAR, ()) for form in forms]


@takes({"type": "string", "pattern": f"^(?:{FORMER})?{ID.pattern}$"})
def office(value: object, at: str) -> str:
    """The id of an office of our data, *former* before it where the person has it no more."""
    text = clean(value, at)
    id = text.removeprefix(FORMER)
    if id in list_office_ids():
        return text
    near = nearest(id, list_office_ids())
    listed = f"use one of {', '.join(list_office_ids())}"
    cure = f'did you mean "{text.removesuffix(id)}{near}"?' if near else listed
    raise flawed(at, f"names no office: {shown(text)}", f"{cure} (any other goes in `titles`)")


@cache
def list_office_ids() -> tuple[str, ...]:
    """Return the ids of the offices of our data, sorted."""
    ids = (one.id for one in load_offices(find_data_folder() / "offices.toml"))
    return tuple(sorted(id for id in ids if id != FORMER.strip()))


@takes(TEXT)
def _phrase(value: object, at: str) -> Forms:
    """A phrase in all its forms: *Präsident|-en* is *Präsident* and *Präsidenten*."""
    return tuple(spread_forms(clean(value, at)))


_WORDS = one_or_more(_phrase)
_BY_WHOM: dict[str, Check] = {"any": _WORDS, "m": _WORDS, "f": _WORDS, _NEAR: _WORDS}


@takes({"anyOf": [find_schema(_WORDS), schema_of_record(_BY_WHOM)]})
def _by_whom(value: object, at: str) -> dict[str, Any]:
    return record(value if isinstance(value, dict) else {"any": value}, _BY_WHOM, at)


_by_language = by_language(_by_whom)


def spread_forms(phrase: str) -> Iterator[str]:
    """Give the forms of a phrase, in each of whose words they are parted by bars.

    A form that begins with a hyphen is an ending of the first. The first of all is the nominative.

    >>> list(spread_forms("szef|-a rządu"))
    ['szef rządu', 'szefa rządu']
    """
    choices = []
    for word in phrase.split():
        first, *others = word.split(_FORMS)
        endings = (first + one[1:] if one.startswith(_ENDING) else one for one in others)
        choices.append([first, *endings])
    yield from (" ".join(words) for words in product(*choices))


def load_offices(path: str | os.PathLike[str]) -> tuple[Office, ...]:
    """Reads `offices.toml`: `[president]`, then words by language.

    Returns the offices in the file's order. Raises TableError with all that is wrong.

    >>> offices = load_offices(find_data_folder() / "offices.toml")
    >>> next(one.list_words("es", "f") for one in offices if one.id == "mayor")
    ['alcaldesa']
    """
    return read_rows(path, lambda id, raw: Office(id, _by_language(raw, id)))


def list_titles(
    offices: Mapping[str, Office],
    held: Iterable[str],
    lang: str,
    gender: Gender | None,
    *,
    in_cases: bool = True,
) -> Iterator[str]:
    """Give what a language calls a person who holds, or held, these offices.

    >>> president, former = ({"en": {"any": ((word,),)}} for word in ("president", "former"))
    >>> offices = {"president": Office("", president), "former": Office("", former)}
    >>> list(list_titles(offices, ["former president"], "en", "m"))
    ['president', 'former president']
    """
    for one in held:
        words = offices[one.removeprefix(FORMER)].list_words(lang, gender, in_cases=in_cases)
        yield from words
        if one.startswith(FORMER):
            for before in offices[FORMER.strip()].list_words(lang, gender):
                yield from (f"{before} {word}" for word in words)


def make_office_schema() -> JsonSchema:
    """Return the JSON Schema of the file of offices.

    >>> make_office_schema()["properties"]["schema"]
    {'const': 1}
    """
    return {
        "title": "Offices of translit-fix",
        "type": "object",
        "properties": {"schema": {"const": 1}},
        "required": ["schema"],
        "propertyNames": {"pattern": f"^{ID.pattern}$"},
        "additionalProperties": {**find_schema(_by_language), "minProperties": 1},
    }
