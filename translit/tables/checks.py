"""Checks of single values, lists and maps, from which the fields of every file are built.

A check takes a value and where it stands (`native.ru`), and gives the value in its normal shape
or raises Flawed. What it takes is said beside it in the words of JSON Schema, for editors.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from translit.tables.errors import Flaw, Flawed, flawed, nearest, shown
from translit.tables.spelling import clean, type_name

Check = Callable[[object, str], Any]
_C = TypeVar("_C", bound=Check)
JsonSchema = Mapping[str, Any]

MOST_IN_LIST = 1000
"""Items in one list, such as the aliases of a row: more than print has for any name."""
_MOST_LANGUAGES = 400

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?")
_OF_A_COUNTRY = re.compile(rf"{LANGUAGE_CODE.pattern}|[a-z]{{2,3}}-[A-Z]{{2}}")

_schemas: dict[Check, JsonSchema] = {}


def takes(schema: JsonSchema) -> Callable[[_C], _C]:
    """Say what a check takes, as a JSON Schema."""

    def describe(check: _C) -> _C:
        _schemas[check] = schema
        return check

    return describe


def find_schema(check: Check) -> JsonSchema:
    """Return what a check takes, as a JSON Schema."""
    return _schemas[check]


TEXT: JsonSchema = {"type": "string", "minLength": 1}
takes(TEXT)(clean)


@takes({"type": "string", "pattern": f"^{ID.pattern}$"})
def identifier(value: object, at: str) -> str:
    """An id: lower-case ASCII letters, digits and hyphens."""
    text = clean(value, at)
    if not ID.fullmatch(text) or text == "schema":
        raise flawed(
            at,
            f"cannot be {shown(text)}",
            "an id is made of lower-case letters a-z, digits and single hyphens: `xi-jinping`",
        )
    return text


@takes({"type": "boolean"})
def flag(value: object, at: str) -> bool:
    if not isinstance(value, bool):
        raise flawed(at, f"must be true or false, not {type_name(value)}", f"write {at} = true")
    return value


def choice(*options: str) -> Check:
    """One of a few words."""

    @takes({"enum": list(options)})
    def check(value: object, at: str) -> str:
        text = value if isinstance(value, str) and value in options else clean(value, at)
        if text in options:
            return text
        near = nearest(text, options)
        listed = ", ".join(f'"{option}"' for option in options)
        cure = f'did you mean "{near}"?' if near else f"use one of {listed}"
        raise flawed(at, f"cannot be {shown(text)}", cure)

    return check


def list_of(check: Check) -> Check:
    @takes({"type": "array", "items": find_schema(check), "maxItems": MOST_IN_LIST})
    def check_list(value: object, at: str) -> list[Any]:
        if not isinstance(value, list):
            cure = f"put it in square brackets: {at} = [ … ]"
            raise flawed(at, f"must be a list, not {type_name(value)}", cure)
        if len(value) > MOST_IN_LIST:
            cure = f"write at most {MOST_IN_LIST:,}; leave out what a scheme derives"
            raise flawed(at, f"has {len(value):,} items", cure)
        return each((check, item, f"{at}[{i}]") for i, item in enumerate(value, 1))

    return check_list


def one_or_more(check: Check) -> Check:
    """A single value or a list of them; always gives the list."""
    several = list_of(check)

    @takes({"anyOf": [find_schema(check), find_schema(several)]})
    def check_either(value: object, at: str) -> Any:
        return several([value] if isinstance(value, str) else value, at)

    return check_either


def by_language(check: Check, *, of_countries: bool = False) -> Check:
    """A map of languages; with `of_countries` also of those as one country writes them, `pt-BR`."""
    codes = _OF_A_COUNTRY if of_countries else LANGUAGE_CODE

    @takes(
        {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{codes.pattern})$"},
            "additionalProperties": find_schema(check),
        }
    )
    def check_map(value: object, at: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            cure = f'name the language: {at}.uk = "…"'
            raise flawed(at, f"must be a map of languages, not {type_name(value)}", cure)
        if len(value) > _MOST_LANGUAGES:
            cure = f"write at most {_MOST_LANGUAGES}"
            raise flawed(at, f"has {len(value):,} languages", cure)
        for key in value:
            _check_code(key, at, codes)
        values = each((check, item, f"{at}.{key}") for key, item in value.items())
        return dict(zip(value, values, strict=True))

    return check_map


@takes({"type": "string", "pattern": f"^{LANGUAGE_CODE.pattern}$"})
def language(value: object, at: str) -> str:
    return _check_code(value, at, LANGUAGE_CODE)


def _check_code(value: object, at: str, codes: re.Pattern[str]) -> str:
    code = clean(value, at)
    if not codes.fullmatch(code):
        cure = "use a code such as `uk`, `be` or `sr-Latn`"
        raise flawed(at, f"has {shown(code)}, which is no language code", cure)
    return code


def each(items: Iterable[tuple[Check, object, str]]) -> list[Any]:
    """The values after their checks; the flaws of all are raised together."""
    values: list[Any] = []
    flaws: list[Flaw] = []
    for check, item, at in items:
        try:
            values.append(check(item, at))
        except Flawed as error:
            flaws += error.flaws
    if flaws:
        raise Flawed(flaws)
    return values


def schema_of_record(checks: dict[str, Check], required: tuple[str, ...] = ()) -> JsonSchema:
    """What `record` takes with these checks, as a JSON Schema."""
    properties = {key: find_schema(check) for key, check in checks.items()}
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema


def record(
    value: object, checks: dict[str, Check], at: str, required: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A map with known keys, in the order of `checks`."""
    if not isinstance(value, dict):
        raise flawed(at, f"must be a map, not {type_name(value)}", f"write {at} = {{ … }}")
    refuse_unknown(value, checks, at)
    for key in required:
        if key not in value:
            raise flawed(at, f"has no `{key}`", f'add {key} = "…"')
    keys = [key for key in checks if key in value]
    return dict(zip(keys, each((checks[k], value[k], f"{at}.{k}") for k in keys), strict=True))


def refuse_unknown(value: dict[str, Any], known: Iterable[str], at: str) -> None:
    flaws = [unknown_field(f"{at}.{key}", key, known) for key in value if key not in known]
    if flaws:
        raise Flawed(flaws)


def unknown_field(at: str, key: str, known: Iterable[str]) -> Flaw:
    near = nearest(key, known)
    cure = f"did you mean `{near}`?" if near else "use one of " + ", ".join(known)
    return Flaw(at, f"unknown field `{shown(key)[1:-1]}`", cure)
