"""Wikidata: the JSON of SPARQL results, and of entities (one, several, or a dump's lines)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from translit.tables.entity import Gender, Kind
from translit.tables.importing.draft import Draft, Reject, UnreadableError

_HUMAN = "Q5"
_GENDERS: dict[str, Gender] = {"Q6581097": "m", "Q6581072": "f"}
_INSTANCE_OF, _GENDER, _PLACE_AT = "P31", "P21", "P625"
_ENTITY = "/entity/"


def read_wikidata_sparql(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each item of SPARQL results.

    The item is the first variable that is an entity; a literal with a language is one of its
    names: the English one of a variable that ends in *Label* is its canonical form. Q5 among the
    values makes it a person, and so do the two genders, which are noted.
    """
    answer = _parse(lines)
    try:
        variables, bindings = answer["head"]["vars"], answer["results"]["bindings"]
    except (KeyError, TypeError):
        cure = "save the answer as JSON: format=json, or Download, JSON file"
        raise UnreadableError(1, "these are no SPARQL results", cure) from None
    found: dict[str, Draft] = {}
    for number, binding in enumerate(bindings, 1):
        ids = [(v, _id_of(binding[v])) for v in variables if v in binding]
        item = next((id for _, id in ids if id), None)
        if item is None:
            yield Reject(number, str(binding)[:60], "no variable of it is an item")
            continue
        draft = found.setdefault(item, Draft(number, item, wikidata=item))
        for _, id in ids:
            _note_class(draft, id)
        for variable in variables:
            _add_literal(draft, variable, binding.get(variable, {}))
    yield from found.values()


def _id_of(value: dict[str, Any]) -> str | None:
    text = str(value.get("value", ""))
    tail = text.rpartition(_ENTITY)[2]
    is_item = value.get("type") == "uri" and _ENTITY in text and tail[:1] == "Q"
    return tail if is_item else None


def _note_class(draft: Draft, id: str | None) -> None:
    if id == _HUMAN or id in _GENDERS:
        draft.kind = "person"
    draft.gender = _GENDERS.get(id or "", draft.gender)


def _add_literal(draft: Draft, variable: str, value: dict[str, Any]) -> None:
    lang, text = value.get("xml:lang"), value.get("value", "")
    if not lang or variable.lower() in ("genderlabel", "sexlabel", "kindlabel", "classlabel"):
        return
    if lang == "en" and variable.lower().endswith("label") and not draft.name:
        draft.name = text
    elif text != draft.name and (text, lang) not in draft.names:
        draft.names.append((text, lang))


def read_wikidata_entities(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each entity: labels and aliases by language, Q5 for persons, gender."""
    for number, entity in enumerate(_list_entities(list(lines)), 1):
        labels = entity.get("labels") or {}
        draft = Draft(number, entity.get("id", ""), wikidata=entity.get("id"))
        if "en" not in labels:
            yield Reject(number, draft.id, "it has no English label")
            continue
        classes = list(_values(entity, _INSTANCE_OF))
        draft.kind = _kind(entity, classes)
        for id in _values(entity, _GENDER):
            _note_class(draft, id)
        draft.name = labels["en"]["value"]
        draft.names = [(v["value"], lang) for lang, v in labels.items() if lang != "en"]
        aliases = entity.get("aliases") or {}
        draft.names += [(v["value"], lang) for lang, values in aliases.items() for v in values]
        yield draft


def _kind(entity: dict[str, Any], classes: list[str]) -> Kind | None:
    if _HUMAN in classes:
        return "person"
    return "place" if _PLACE_AT in (entity.get("claims") or {}) else None


def _values(entity: dict[str, Any], claim: str) -> Iterator[str]:
    for statement in (entity.get("claims") or {}).get(claim, ()):
        value = statement.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        if isinstance(value, dict) and "id" in value:
            yield value["id"]


def _list_entities(lines: list[str]) -> Iterator[dict[str, Any]]:
    """The entities of `{"entities": …}`, of a list, or of a dump with one on each line."""
    if (len(lines) > 1 and lines[0].strip() == "[") or _is_object(lines[:1]):
        for number, line in enumerate(lines, 1):
            if (text := line.strip().rstrip(",")) not in ("", "[", "]"):
                yield from _of(_parse([text], number))
        return
    yield from _of(_parse(lines))


def _is_object(first: list[str]) -> bool:
    """Tell whether the first line is one whole entity, as in JSON Lines."""
    try:
        return bool(first) and "labels" in json.loads(first[0])
    except (ValueError, TypeError):
        return False


def _of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "entities" in value:
        value = list(value["entities"].values())
    for entity in value if isinstance(value, list) else [value]:
        if not isinstance(entity, dict) or "labels" not in entity:
            cure = "give the JSON of entities: Special:EntityData, wbgetentities, or a dump"
            raise UnreadableError(1, "this is no entity", cure)
        yield entity


def _parse(lines: Iterable[str], number: int = 1) -> Any:
    try:
        return json.loads("".join(lines))
    except ValueError as error:
        raise UnreadableError(number, f"not valid JSON: {error}", "save it again") from None
