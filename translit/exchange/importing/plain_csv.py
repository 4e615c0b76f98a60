"""Plain CSV, and what OpenRefine exports: a name, its original or its other spellings, and more."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from translit.exchange.importing.columns import find_columns, read_columns
from translit.exchange.importing.draft import Draft, Reject, UnreadableError
from translit.exchange.importing.lines import look_ahead, take
from translit.tables import Gender, Kind

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "alias": ("alias", "variant", "spelling", "from", "aliases", "variants", "spellings"),
    "native": ("native", "original", "native name", "original name", "original script"),
    "name": ("canonical", "name", "to", "english", "english name", "full name", "label"),
    "kind": ("kind", "type", "category"),
    "lang": ("lang", "language"),
    "gender": ("gender", "sex"),
    "reading": ("reading", "pronunciation"),
    "titles": ("titles", "title", "position", "role", "office"),
    "in": ("in", "country"),
    "wikidata": ("wikidata", "qid", "wikidata id", "item"),
}
"""What columns may be called by, in small letters; more by `--columns`."""

_REQUIRED = ("alias|native", "name")
_GENDERS: dict[str, Gender] = {
    "m": "m", "male": "m", "man": "m", "f": "f", "female": "f", "woman": "f", "w": "f",
}  # fmt: skip
_KINDS: dict[str, Kind] = {
    "person": "person", "people": "person", "per": "person", "human": "person",
    "place": "place", "location": "place", "loc": "place", "city": "place", "town": "place",
    "organization": "organization", "organisation": "organization", "org": "organization",
    "company": "organization", "other": "other",
}  # fmt: skip
_SEPARATORS = str.maketrans({"|": ";", "\n": ";"})
_EXPORT_AGAIN = "export it again with the template as it is offered, or as CSV"
_EMPTY = "one of the two is empty: give the name, and its original or another spelling"


def read_plain_csv(
    lines: Iterable[str], named: Mapping[str, str] | None = None
) -> Iterator[Draft | Reject]:
    """Give a draft for each canonical form, with its original, other spellings and what is told.

    `named` are the headers of columns that the user names.
    """
    yield from _make_drafts(read_columns(lines, COLUMNS, _REQUIRED, named), goes_on=False)


def read_openrefine(
    lines: Iterable[str], named: Mapping[str, str] | None = None
) -> Iterator[Draft | Reject]:
    """Give the drafts of an export: CSV, TSV, or the JSON of its templating, by rows or records.

    In records a row whose name is empty goes on with the one above.
    """
    first, ahead = look_ahead(iter(lines))
    is_json = first.lstrip()[:1] == "{"
    records = (
        _read_json(ahead, named or {})
        if is_json
        else read_columns(ahead, COLUMNS, _REQUIRED, named)
    )
    yield from _make_drafts(records, goes_on=True)


def _read_json(
    lines: Iterator[str], named: Mapping[str, str]
) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        rows = json.loads(take(lines))["rows"]
        header = list(dict.fromkeys(chain.from_iterable(row.keys() for row in rows)))
    except json.JSONDecodeError as error:
        problem = f"not valid JSON: {error.msg}"
        raise UnreadableError(error.lineno, problem, _EXPORT_AGAIN) from None
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        problem = "this is no export with `rows`"
        raise UnreadableError(1, problem, _EXPORT_AGAIN) from None
    places = find_columns(header, COLUMNS, _REQUIRED, named)
    for number, row in enumerate(rows, 1):
        yield number, {column: _say(row.get(header[at])) for column, at in places.items()}


def _say(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _make_drafts(
    records: Iterable[tuple[int, dict[str, str]]], *, goes_on: bool
) -> Iterator[Draft | Reject]:
    found: dict[tuple[str, str], Draft] = {}
    last: Draft | None = None
    for line, record in records:
        name, spelled = record["name"], record.get("native") or record.get("alias")
        if name and (spelled or goes_on):  # what it is spelled may stand below
            key = name, record.get("wikidata", "")
            last = found.setdefault(key, Draft(line, name, name=name))
        elif name or last is None or not goes_on:
            if name or spelled or not goes_on:
                yield Reject(line, name or spelled or "", _EMPTY)
            continue
        _add_facts(last, record)
        _add_names(last, record)
    for draft in found.values():
        yield draft if draft.names else Reject(draft.line, draft.name, _EMPTY)


def _add_facts(draft: Draft, record: Mapping[str, str]) -> None:
    kind = record.get("kind", "").lower()
    draft.kind = draft.kind or _KINDS.get(kind)
    draft.label = draft.label or kind
    draft.gender = draft.gender or _GENDERS.get(record.get("gender", "").lower())
    draft.titles += _split(record.get("titles", ""))
    draft.country = draft.country or record.get("in", "")
    item = record.get("wikidata", "").rpartition("/")[2]
    if item[:1] == "Q" and item[1:].isdecimal():
        draft.wikidata = item


def _add_names(draft: Draft, record: Mapping[str, str]) -> None:
    """Add the original, and other spellings; the language told is that of what is not Latin."""
    lang = record.get("lang", "")
    if native := record.get("native"):
        draft.names.append((native, lang))
    draft.names += [(alias, lang) for alias in _split(record.get("alias", ""))]
    if lang and record.get("reading"):
        draft.readings.setdefault(lang, record["reading"])


def _split(cell: str) -> list[str]:
    parts = (part.strip() for part in cell.translate(_SEPARATORS).split(";"))
    return [part for part in parts if part]
