"""The file of a language: a wrong one is refused with its line and the cure."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from itertools import takewhile
from pathlib import Path
from typing import Any, get_args

from translit.languages.errors import FileFlaw, LanguageError
from translit.languages.language import Around, Country, Language, Order
from translit.languages.paradigm import check_grammar

_GRAMMAR = ("paradigms", "nominative", "feminine", "derived", "before", "variants")
_REQUIRED = ("schema", "title", "code", "script")
_PERSONS = ("any", "m", "f")
_BY_KEY = {"titles": _PERSONS, "kin": _PERSONS, "labels": ()}
# Named as in Unicode, not by code: *Latn* would be a script that no letter is of.
_SCRIPTS = (
    *("Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hebrew", "Arabic", "Han", "Hangul"),
    *("Japanese", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada"),
    *("Malayalam", "Sinhala", "Thai", "Lao", "Tibetan", "Myanmar", "Khmer", "Mongolian"),
    *("Ethiopic", "Syriac", "Thaana"),
)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "script": _SCRIPTS,
    "order": get_args(Order),
    "order_abroad": get_args(Order),
    "family_names": ("many", "few"),
    "nouns": ("small", "capital"),
    "casing": ("plain", "dotted"),
    "phrases": ("words", "last"),
}
_POSSESSION = ("endings", "plurals", "elisions")
_PLAIN = re.compile(r"\w+ = .*[\w\"\]]$")  # a field of one line
_TEXT = {"type": "string"}
_WORDS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_TABLE = {"type": "object"}
_BLOCKS = {"type": "array", "items": _TABLE}


def _table_of(names: Iterable[str], item: Mapping[str, Any]) -> dict[str, Any]:
    properties = dict.fromkeys(names, item)
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _describe_around() -> dict[str, Any]:
    """What is by whom it is said of has lists by that; `labels` are by any language."""
    table = _table_of((one.name for one in fields(Around)), _WORDS)
    for name, keys in _BY_KEY.items():
        by_any = {"type": "object", "additionalProperties": _WORDS}
        table["properties"][name] = _table_of(keys, _WORDS) if keys else by_any
    return table


# The fields of a file, and what each is, in the words of JSON Schema.
_FIELDS: Mapping[str, Any] = {
    "schema": {"const": 1},
    **dict.fromkeys(("title", "code", "family", "region"), _TEXT),
    "checked": {"type": "boolean"},
    "undivided_family": {"type": "integer", "minimum": 0},
    **{name: {"enum": list(choices)} for name, choices in _CHOICES.items()},
    **dict.fromkeys(
        (
            "other_scripts",
            "small_words",
            "abbreviations",
            "surname_endings",
            "cases",
            "agreeing",
            "neighbours",
            "strange",
            "wavering",
        ),
        _WORDS,
    ),
    "around": _describe_around(),
    "countries": {
        "type": "object",
        "additionalProperties": _table_of((one.name for one in fields(Country)), _WORDS),
    },
    "by_ear": {
        "type": "object",
        "additionalProperties": {"type": "object", "additionalProperties": _WORDS},
    },
    "prepositions": {"type": "object", "additionalProperties": _WORDS},
    "possession": _table_of(_POSSESSION, _WORDS),
    **dict.fromkeys(("letters", "relay", "sounds", "harmony"), _TABLE),
    **dict.fromkeys(_GRAMMAR, _BLOCKS),
}


def make_language_schema() -> dict[str, Any]:
    """Return the JSON Schema of language files, made from the list of their fields.

    >>> make_language_schema()["properties"]["nouns"]
    {'enum': ['small', 'capital']}
    """
    return {
        "title": "A language of translit-fix",
        "type": "object",
        "properties": _FIELDS,
        "required": list(_REQUIRED),
        "additionalProperties": False,
    }


def read_head(path: Path) -> Mapping[str, Any]:
    """Read the fields of one line that a file has before its first section, such as `order`.

    To read all of a file takes a hundred times as long; what is wrong in it, `read_language` says.
    """
    with path.open(encoding="utf-8") as file:
        head = takewhile(lambda line: not line.startswith("["), file)
        return tomllib.loads("".join(line for line in head if _PLAIN.match(line)))


def read_language(path: Path) -> Language:
    """Read one file. Raises LanguageError with its path, the line and the cure."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"{path}: cannot be read as a language: {error}") from None
    try:
        return _make_language(data, path.stem)
    except FileFlaw as flaw:
        raise LanguageError(f"{path}:{flaw.find_line(text)}: {flaw}") from None


def _make_language(data: Mapping[str, Any], stem: str) -> Language:
    _check_head(data, stem)
    possession = _table(data, "possession")
    _refuse_unknown(possession, _POSSESSION, "possession")
    return Language(
        code=data["code"],
        title=data["title"],
        script=data["script"],
        checked=bool(data.get("checked", False)),
        nouns=data.get("nouns", "small"),
        casing=data.get("casing", "plain"),
        family=data.get("family", ""),
        small_words=_texts(data, "small_words"),
        surname_endings=_texts(data, "surname_endings"),
        abbreviations=_texts(data, "abbreviations"),
        around=_make_around(_table(data, "around")),
        countries={
            key: _make_country(key, value) for key, value in _table(data, "countries").items()
        },
        possessives=_texts(possession, "endings"),
        plurals=_texts(possession, "plurals"),
        elisions=_texts(possession, "elisions"),
        letters=_table(data, "letters"),
        phrases=data.get("phrases", "words"),
        agreeing=_texts(data, "agreeing"),
        neighbours=_texts(data, "neighbours"),
        strange=_texts(data, "strange"),
        wavering=_texts(data, "wavering"),
        by_ear=_make_by_ear(_table(data, "by_ear")),
        **_make_grammar(data),
    )


def _check_head(data: Mapping[str, Any], stem: str) -> None:
    _refuse_unknown(data, _FIELDS, "")
    for key in _REQUIRED:
        if key not in data:
            raise FileFlaw("", f"`{key}` is missing; add it")
    if data["schema"] != 1:
        raise FileFlaw("schema", "this version reads `schema = 1` only")
    if data["code"] != stem:
        raise FileFlaw("code", f'`code` is the name of the file; write code = "{stem}"')
    for key in ("title", "family", "region"):
        if not isinstance(data.get(key, ""), str):
            raise FileFlaw(key, f'`{key}` is a text; write {key} = "…"')
    for key, choices in _CHOICES.items():
        if data.get(key, choices[0]) not in choices:
            raise FileFlaw(key, f"`{key}` is one of {', '.join(choices)}")
    cure = "`undivided_family` is a number of letters"
    _checked(data, "undivided_family", int, 0, cure)
    _texts(data, "other_scripts")


def _make_grammar(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say how names stand in cases."""
    grammar = {name: _blocks(data, name) for name in _GRAMMAR if name in data}
    harmony = _make_harmony(_table(data, "harmony"))
    cases = _texts(data, "cases")
    sounds = _make_sounds(_table(data, "sounds"))
    check_grammar(grammar, cases, sounds, harmony)
    return {
        "cases": cases,
        "sounds": sounds,
        "harmony": {key: tuple(dict.fromkeys(after.values())) for key, after in harmony.items()},
        "harmony_after": harmony,
        "prepositions": _make_prepositions(_table(data, "prepositions"), cases),
        "grammar": grammar,
    }


def _make_by_ear(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return letters by neighbour and by letter; small ones stand for capitals too."""
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for lang in table:
        letters = _table(table, lang)
        made[lang] = {one: _texts(letters, one) for one in letters}
        made[lang] |= {
            one.upper(): tuple(map(str.upper, heard)) for one, heard in made[lang].items()
        }
    return made


def _make_prepositions(
    table: Mapping[str, Any], cases: Iterable[str]
) -> Mapping[str, frozenset[str]]:
    """Return by preposition the cases that stand after it; the file has them by case."""
    _refuse_unknown(table, cases, "prepositions")
    by_case = {case: _texts(table, case) for case in table}
    words = {word for listed in by_case.values() for word in listed}
    return {
        word: frozenset(case for case, listed in by_case.items() if word in listed)
        for word in words
    }


def _make_sounds(table: Mapping[str, Any]) -> Mapping[str, str]:
    if not all(isinstance(letters, str) and key.isupper() for key, letters in table.items()):
        raise FileFlaw("sounds", '`sounds` are letters; write sounds = { C = "bcd", V = "aei" }')
    return table


def _make_harmony(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
    """Return for each letter in braces what it is after which vowel; after none, of "".

    A list is for the vowels of `back` and of `front`, a table is by vowels.
    """
    classes = {key: table.get(key, "") for key in ("back", "front")}
    other = classes.get(table.get("else", "front"), "")
    if not all(isinstance(vowels, str) for vowels in (*classes.values(), other)):
        raise FileFlaw("harmony", '`back` and `front` are vowels; write back = "aou"')
    made: dict[str, Mapping[str, str]] = {}
    for key, value in table.items():
        if key in ("back", "front", "else"):
            continue
        if isinstance(value, list) and len(value) == len(classes):
            value = dict(zip(classes.values(), value, strict=True))
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise FileFlaw(key, f'`{key}` is by `back` and `front`; write {key} = ["a", "ä"]')
        after = {vowel: letter for vowels, letter in value.items() for vowel in vowels}
        rest = next((letter for vowel, letter in after.items() if vowel in other), "")
        made[key] = {**after, "": rest}
    return made


def _make_around(table: Mapping[str, Any]) -> Around:
    names = [one.name for one in fields(Around)]
    _refuse_unknown(table, names, "around")
    found: dict[str, Any] = {}
    for name in table:
        if name in _BY_KEY:
            inner = _table(table, name)
            if _BY_KEY[name]:
                _refuse_unknown(inner, _BY_KEY[name], name)
            found[name] = {key: _texts(inner, key) for key in inner}
        else:
            found[name] = _texts(table, name)
    return Around(**found)


def _make_country(key: str, value: object) -> Country:
    if not isinstance(value, dict):
        raise FileFlaw(key, f"`{key}` is a table; write {key} = {{ names = [ … ] }}")
    names = [one.name for one in fields(Country)]
    _refuse_unknown(value, names, key)
    return Country(**{name: _texts(value, name) for name in value})


def _refuse_unknown(table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), n=1)
            cure = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            inside = f" in [{where}]" if where else ""
            raise FileFlaw(key, f"unknown field `{key}`{inside}; {cure}")


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = _checked(data, key, dict, {}, f"`{key}` is a table; write [{key}]")
    return table


def _blocks(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    cure = f"`{key}` are blocks; write [[{key}]]"
    rows = _checked(data, key, list, [], cure)
    if not all(isinstance(row, dict) for row in rows):
        raise FileFlaw(key, cure)
    return list(rows)


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    cure = f'`{key}` is a list of words; write {key} = ["…"]'
    rows = _checked(data, key, list, [], cure)
    if not all(isinstance(row, str) and row for row in rows):
        raise FileFlaw(key, cure)
    return tuple(rows)


def _checked(
    data: Mapping[str, Any], key: str, kind: Callable[..., Any], default: Any, cure: str
) -> Any:
    value = data.get(key, default)
    if not isinstance(value, kind):  # type: ignore[arg-type]
        raise FileFlaw(key, cure)
    return value
