"""Styles: which canonical form of a name is wanted."""

import difflib
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from translit.datafolder import find_data_folder
from translit.languages import ENGLISH, UNTOLD, list_language_codes
from translit.schemes import SchemeError, load_scheme

Marks = Literal["keep", "plain", "full"]
Latin = Literal["keep", "respell"]
Unwritten = Literal["keep", "english"]

_USES = ("name", "native", "schemes")
_MAPS = ("prefers", "schemes", "names")
_CHOICES = {
    "use": _USES,
    "marks": get_args(Marks),
    "latin": get_args(Latin),
    "unwritten": get_args(Unwritten),
}
_MAP = {"type": "object", "additionalProperties": {"type": "string"}}
# The fields of a file, and what each is, in the words of JSON Schema.
_FIELDS: Mapping[str, Any] = {
    "schema": {"const": 1},
    "title": {"type": "string"},
    **{name: {"enum": list(choices)} for name, choices in _CHOICES.items()},
    "language": {"type": "string"},
    **dict.fromkeys(_MAPS, _MAP),
    "syllables_apart": {"type": "array", "items": {"type": "string"}},
}
_REQUIRED = {"schema", "title", "use"}


def make_style_schema() -> dict[str, Any]:
    """Return the JSON Schema of style files, made from the list of their fields.

    >>> make_style_schema()["properties"]["marks"]
    {'enum': ['keep', 'plain', 'full']}
    """
    return {
        "title": "A style of translit-fix",
        "type": "object",
        "properties": _FIELDS,
        "required": sorted(_REQUIRED),
        "additionalProperties": False,
    }


class StyleError(ValueError):
    """A style is unknown or its file is wrong; the text says where and the cure."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style, as its file in `data/styles/` or a user's own file states it.

    `use` is `name` (the row's own form), `native`, or `schemes`, which writes the entity's first
    native name, or the one that `prefers` names for its language. A style of a `language` writes
    only forms of that language; `names` are a user's own forms, by entity. `marks` says whether a
    difference of marks alone is an edit; with `latin` `respell` only names of the row stand for
    originals in Latin letters, which with `keep` are printed as they are. With `unwritten`
    `english` a name of which neither row nor schemes say more is printed as in English.
    `syllables_apart` are the countries of whose people the syllables of a given name stand apart:
    *Kim Jong Un*.
    """

    id: str
    title: str
    use: str
    language: str | None = None
    marks: Marks = "keep"
    latin: Latin = "keep"
    unwritten: Unwritten = "keep"
    prefers: Mapping[str, str] = field(default_factory=dict)
    schemes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    syllables_apart: Sequence[str] = ()


def list_style_ids() -> tuple[str, ...]:
    """Return the ids of the styles at hand.

    >>> {"news", "de", "bgn-pcgn"} <= set(list_style_ids())
    True
    """
    return tuple(sorted(path.stem for path in (find_data_folder() / "styles").glob("*.toml")))


def load_style(style: str | os.PathLike[str]) -> Style:
    """Return a style by its id, or by the path of a file of one's own (with a `.toml` ending).

    Raises StyleError for an unknown id or a wrong file, TypeError for what names no style.
    """
    if not isinstance(style, str | os.PathLike):
        raise TypeError(f"a style is an id or a path, not {type(style).__name__}")
    name = os.fspath(style)
    if name in list_style_ids():
        return _read_style(find_data_folder() / "styles" / f"{name}.toml")
    if name.endswith(".toml"):
        return _read_style(Path(name))
    near = difflib.get_close_matches(name, list_style_ids(), n=1)
    cure = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(list_style_ids())}"
    raise StyleError(f"unknown style “{name}”; {cure}, or a path that ends in .toml")


def find_style_of(lang: str) -> Style:
    """Return the style of a language's press; of one that has none, a style that writes nothing.

    English, and what is not told, has that of international news.

    >>> find_style_of("de").id, find_style_of("und").id
    ('de', 'news')
    """
    if lang in (ENGLISH, UNTOLD):
        return load_style("news")
    if lang in list_style_ids():
        return load_style(lang)
    return Style("none", "no style", "schemes", language=lang, latin="respell")


def _read_style(path: Path) -> Style:
    try:
        text = path.read_text(encoding="utf-8")
        fields = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StyleError(f"{path}: cannot be read as a style: {error}") from None
    problem = _find_problem(fields)
    if problem:
        where, what = problem
        line = next((n for n, row in enumerate(text.splitlines(), 1) if where in row), 1)
        raise StyleError(f"{path}:{line}: {what}")
    return Style(path.stem, **{key: value for key, value in fields.items() if key != "schema"})


def _find_problem(fields: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return where a style file is wrong (a text of that line) and what to do about it."""
    for name in sorted(fields.keys() - _FIELDS.keys()):
        near = difflib.get_close_matches(name, _FIELDS, n=1)
        cure = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(_FIELDS))}"
        return name, f"unknown field `{name}`; {cure}"
    for name in sorted(_REQUIRED - fields.keys()):
        return "schema", f"the field `{name}` is missing; add it"
    if fields["schema"] != 1:
        return "schema", "this version reads `schema = 1` only"
    for name, choices in _CHOICES.items():
        if fields.get(name, choices[0]) not in choices:
            return name, f"`{name}` is one of {', '.join(choices)}"
    for name in _MAPS:
        table = fields.get(name, {})
        if not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
            return name, f"`{name}` is a table of strings"
    apart = fields.get("syllables_apart", [])
    if not isinstance(apart, list) or not all(isinstance(one, str) for one in apart):
        return "syllables_apart", "`syllables_apart` is a list of ids of countries"
    return _find_wrong_value(fields) or _find_wrong_scheme(fields.get("schemes", {}))


def _find_wrong_value(fields: Mapping[str, Any]) -> tuple[str, str] | None:
    if not isinstance(fields["title"], str):
        return "title", '`title` is a text; write title = "…"'
    if problem := _find_wrong_language(fields.get("language")):
        return "language", problem
    for id, form in fields.get("names", {}).items():
        if not any(map(str.isalpha, form)) or not form.isprintable():
            return id, f"the form of `{id}` is no name; write it in one line, or delete the row"
    return None


def _find_wrong_language(code: object) -> str | None:
    if code is None or code in list_language_codes():
        return None
    near = difflib.get_close_matches(str(code), list_language_codes(), n=1)
    cure = f"did you mean {near[0]}?" if near else "`translit languages` lists those that are"
    return f"`language` is no language that is known: {code!r}; {cure}"


def _find_wrong_scheme(schemes: Mapping[str, str]) -> tuple[str, str] | None:
    for lang, scheme_id in schemes.items():
        try:
            load_scheme(scheme_id)
        except SchemeError as error:
            return scheme_id, str(error)
        if not scheme_id.startswith(f"{lang}/"):
            return scheme_id, f"“{scheme_id}” is no scheme for {lang}"
    return None
