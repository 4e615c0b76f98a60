"""The fields of a row: one entry for each, with the check it must pass.

A new field is a new entry in FIELDS, and an attribute of Entity.
"""

import re
from typing import Any, get_args

from translit.tables.checks import (
    TEXT,
    Check,
    by_language,
    choice,
    each,
    find_schema,
    flag,
    identifier,
    language,
    list_of,
    one_or_more,
    record,
    schema_of_record,
    takes,
)
from translit.tables.entity import PARTS, Kind, is_by_language
from translit.tables.errors import flawed, shown
from translit.tables.offices import office
from translit.tables.spelling import (
    clean,
    refuse_long_words,
    refuse_mixed_name,
    refuse_mixed_words,
    type_name,
)

KINDS = get_args(Kind)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


@takes(TEXT)
def spelled(value: object, at: str) -> str:
    """A string whose words are each in one script."""
    text = named(value, at)
    refuse_mixed_words(text, at)
    return text


@takes(TEXT)
def named(value: object, at: str) -> str:
    """A string that names something: with a letter or a digit."""
    text = clean(value, at)
    if not any(map(str.isalnum, text)):
        raise flawed(at, f"({shown(text)}) has no letter", "write the name, or delete the field")
    refuse_long_words(text, at)
    return text


@takes(TEXT)
def original(value: object, at: str) -> str:
    """A string in one script."""
    text = named(value, at)
    refuse_mixed_name(text, at)
    return text


def name_of(check: Check) -> Check:
    """A name: a string, or the parts of one, each passing `check`."""
    checks = dict.fromkeys(PARTS, check) | {"order": choice("given-first", "family-first")}

    @takes({"anyOf": [find_schema(check), schema_of_record(checks)]})
    def check_name(value: object, at: str) -> Any:
        if not isinstance(value, dict):
            return check(value, at)
        parts = record(value, checks, at)
        if not ("family" in parts or ("given" in parts and "particles" not in parts)):
            raise flawed(at, "has no family name", 'add family = "…" (a single name goes there)')
        return parts

    return check_name


@takes({"type": "integer", "minimum": 1, "maximum": 9999})
def year(value: object, at: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
        raise flawed(at, f"must be a year, not {shown(value)}", f"write {at} = 2016")
    return value


_name = name_of(spelled)
_DATED: dict[str, Check] = {
    "text": _name,
    "since": year,
    "source": clean,
    "checked": flag,
}


@takes({"anyOf": [find_schema(_name), schema_of_record(_DATED, ("text",))]})
def dated(value: object, at: str) -> Any:
    """A name, or one with since when it is printed, its source, and what checked it."""
    if isinstance(value, dict) and "text" in value:
        return record(value, _DATED, at, ("text",))
    return _name(value, at)


@takes(
    {
        "type": "object",
        "propertyNames": find_schema(identifier),
        "additionalProperties": find_schema(dated),
    }
)
def by_style(value: object, at: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        cure = f'name the style: {at}.guardian = "…"'
        raise flawed(at, f"must be a map of styles, not {type_name(value)}", cure)
    styles = [identifier(key, at) for key in value]
    names = each((dated, item, f"{at}.{key}") for key, item in value.items())
    return dict(zip(styles, names, strict=True))


@takes({"anyOf": [{"const": False}, TEXT]})
def short(value: object, at: str) -> str | bool:
    if value is True:
        raise flawed(at, "cannot be true", "write the short form, or false for none")
    return False if value is False else spelled(value, at)


@takes(TEXT)
def replacement(value: object, at: str) -> str:
    """What an alias becomes: text in which only `{name}` stands for something."""
    text = clean(value, at)
    if set("{}") & set(text.replace("{name}", "")):
        raise flawed(at, f"({shown(text)}) has other braces than {{name}}", "use only {name}")
    return text


_ALIAS: dict[str, Check] = {
    "text": spelled,
    "as": replacement,
    "lang": language,
    "langs": one_or_more(language),
    "because": clean,
    "near": list_of(clean),
}


@takes({"anyOf": [TEXT, schema_of_record(_ALIAS, ("text",))]})
def alias(value: object, at: str) -> dict[str, Any]:
    return record({"text": value} if isinstance(value, str) else value, _ALIAS, at, ("text",))


@takes(
    {
        "type": "object",
        "properties": {"until": find_schema(year)},
        "additionalProperties": find_schema(original),
    }
)
def former(value: object, at: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        cure = 'write { uk = "Артемівськ", until = 2016 }'
        raise flawed(at, f"must be a map, not {type_name(value)}", cure)
    names = {key: item for key, item in value.items() if key != "until"}
    if not names:
        raise flawed(at, "has no name", 'add one with its language: { uk = "Артемівськ" }')
    checked: dict[str, Any] = by_language(original)(names, at)
    if "until" in value:
        checked["until"] = year(value["until"], f"{at}.until")
    return checked


_original = name_of(original)
_originals = by_language(_original)


@takes({"anyOf": [find_schema(_name), find_schema(_originals)]})
def other_name(value: object, at: str) -> Any:
    return (_originals if is_by_language(value) else _name)(value, at)


@takes({"type": "string", "pattern": f"^{_WIKIDATA.pattern}$"})
def wikidata(value: object, at: str) -> str:
    text = clean(value, at)
    if not _WIKIDATA.fullmatch(text):
        cure = 'write the letter Q and the number: "Q1899"; leave the field out if unsure'
        raise flawed(at, f"cannot be {shown(text)}", cure)
    return text


FIELDS: dict[str, Check] = {
    "kind": choice(*KINDS),
    "gender": choice("m", "f"),
    "name": _name,
    "native": _originals,
    "reading": _originals,
    "written": _originals,
    "other_names": list_of(other_name),
    "short": short,
    "alone": flag,
    "titles": list_of(clean),
    "offices": one_or_more(office),
    "in": one_or_more(identifier),
    "capital_of": one_or_more(identifier),
    "heads": one_or_more(identifier),
    "size": choice("large"),
    "names": by_language(dated, of_countries=True),
    "prints": by_style,
    "aliases": list_of(alias),
    "suggest": list_of(spelled),
    "former": list_of(former),
    "shares": list_of(identifier),
    "keep": list_of(named),
    "not_same": list_of(named),
    "near": list_of(clean),
    "place": one_or_more(clean),
    "common": flag,
    "an": flag,
    "drop": flag,
    "because": clean,
    "wikidata": wikidata,
    "source": clean,
}

MERGED_BY_KEY = frozenset({"native", "reading", "written", "names", "prints"})
"""Fields of which a stronger table changes single keys; any other it replaces whole."""
