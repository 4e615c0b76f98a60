"""The check of one row: each field by itself, then the fields beside one another."""

from collections.abc import Iterator, Mapping
from typing import Any

from translit.tables.checks import unknown_field
from translit.tables.entity import is_by_language, undated
from translit.tables.errors import Flaw, Flawed, flawed
from translit.tables.fields import FIELDS
from translit.tables.person_name import UnclearNameError, read_name
from translit.tables.spelling import refuse_foreign_script


def check_row(id: str, raw: Mapping[str, object]) -> tuple[dict[str, Any], list[Flaw]]:
    """The fields of a row in their normal shape, and everything wrong with them.

    >>> check_row("kyiv", {"kind": "place", "place": "Ukraine"})
    ({'kind': 'place', 'place': ['Ukraine']}, [])
    """
    fields: dict[str, Any] = {}
    flaws: list[Flaw] = []
    for key, value in raw.items():
        if (check := FIELDS.get(key)) is None:
            flaws.append(unknown_field(key, key, FIELDS))
            continue
        try:
            fields[key] = check(value, key)
        except Flawed as error:
            flaws += error.flaws
    return fields, flaws + contradictions(id, fields)


def contradictions(id: str, fields: Mapping[str, Any]) -> list[Flaw]:
    """What is wrong between the fields of a row, of which some may be missing."""
    flaws: list[Flaw] = []
    kind = fields.get("kind")
    if kind == "person":
        flaws += _unclear_names(fields)
        flaws += _unclear_orders(fields)
    elif kind is not None:
        flaws += _personal(kind, fields)
    flaws += _of_another_kind(kind, fields)
    if kind in ("person", "place"):
        flaws += _foreign_scripts(fields)
    for field in ("shares", "in", "capital_of", "heads"):
        if id in fields.get(field, ()):
            flaws.append(Flaw(field, f"`{field}` names `{id}`, the row itself", "name the others"))
    flaws += _parted_from_itself(id, fields)
    return flaws + _repeated_spellings(fields)


def _parted_from_itself(id: str, fields: Mapping[str, Any]) -> Iterator[Flaw]:
    name, aliases = fields.get("name"), fields.get("aliases", ())
    own = [id, *([name] if isinstance(name, str) else []), *(alias["text"] for alias in aliases)]
    for i, item in enumerate(fields.get("not_same", ()), 1):
        if item in own:
            problem = f'`not_same[{i}]` ("{item}") is the name, an alias or the id of the row'
            yield Flaw(f"not_same[{i}]", problem, "delete it at one of the two places")


def _unclear_names(fields: Mapping[str, Any]) -> Iterator[Flaw]:
    for at, language, name in _names(fields):
        try:
            read_name(name, language)
        except UnclearNameError as error:
            yield Flaw(
                at,
                f"`{at}` has more than three words, so its parts cannot be told",
                f"write them out, for instance: {at} = {error.parts}",
            )


def _unclear_orders(fields: Mapping[str, Any]) -> Iterator[Flaw]:
    """A string is read given name first, and *Лю Сяобо* would become *Xiaobo Liu*."""
    name = fields.get("name")
    if not isinstance(name, dict) or name.get("order") != "family-first":
        return
    for lang, written in fields.get("written", {}).items():
        if isinstance(written, str) and " " in written:
            family, _, given = written.partition(" ")
            parts = f'{{ family = "{family}", given = "{given}", order = "family-first" }}'
            yield Flaw(
                f"written.{lang}",
                f"`written.{lang}` is read given name first, and `name` is family name first",
                f"write its parts, for instance: written.{lang} = {parts}",
            )


def _personal(kind: str, fields: Mapping[str, Any]) -> Iterator[Flaw]:
    if "gender" in fields:
        cure = 'delete it, or write kind = "person"'
        yield Flaw("gender", f"`gender` is for persons; this is a row of kind `{kind}`", cure)
    for at, _, name in _names(fields):
        if not isinstance(name, str):
            cure = 'write the name as one string, or kind = "person"'
            yield Flaw(at, f"`{at}` is in parts, which only persons have", cure)


def _of_another_kind(kind: str | None, fields: Mapping[str, Any]) -> Iterator[Flaw]:
    for field, wanted in (
        ("heads", "person"),
        ("offices", "person"),
        ("capital_of", "place"),
        ("size", "place"),
    ):
        if field in fields and kind not in (wanted, None):
            problem = f"`{field}` is for rows of kind `{wanted}`; this is one of kind `{kind}`"
            yield Flaw(field, problem, f'delete it, or write kind = "{wanted}"')


def _foreign_scripts(fields: Mapping[str, Any]) -> list[Flaw]:
    originals = [
        (f"{field}.{language}", language, name)
        for field in ("native", "written")
        for language, name in fields.get(field, {}).items()
    ] + [
        (f"former[{i}].{language}", language, name)
        for i, former in enumerate(fields.get("former", ()), 1)
        for language, name in former.items()
        if language != "until"
    ]
    flaws: list[Flaw] = []
    for at, language, name in originals:
        text = name if isinstance(name, str) else name.get("family") or name["given"]
        try:
            refuse_foreign_script(text, language, at)
        except Flawed as error:
            flaws += error.flaws
    return flaws


def _repeated_spellings(fields: Mapping[str, Any]) -> list[Flaw]:
    flaws: list[Flaw] = []
    seen: dict[str, str] = {}
    spellings = [(f"aliases[{i}]", a["text"]) for i, a in enumerate(fields.get("aliases", ()), 1)]
    spellings += [(f"suggest[{i}]", text) for i, text in enumerate(fields.get("suggest", ()), 1)]
    for at, text in spellings:
        if (first := seen.setdefault(text, at)) != at:
            flaws += flawed(at, f'repeats "{text}" of `{first}`', "keep one of the two").flaws
    return flaws


def _names(fields: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every name as (field, language whose order it is in, name)."""
    if "name" in fields:
        yield "name", "", fields["name"]
    for field in ("native", "reading"):
        for language, name in fields.get(field, {}).items():
            yield f"{field}.{language}", language, name
    for field in ("written", "names", "prints"):
        for key, name in fields.get(field, {}).items():
            yield f"{field}.{key}", "", undated(name)
    for i, other in enumerate(fields.get("other_names", ()), 1):
        named = other if is_by_language(other) else {"": other}
        for language, name in named.items():
            yield f"other_names[{i}]" + (f".{language}" if language else ""), language, name
