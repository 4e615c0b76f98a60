"""Wikidata: the JSON of SPARQL results, and of entities (one, several, or a dump's lines)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from translit.exchange.importing.draft import Draft, Reject, UnreadableError
from translit.exchange.importing.lines import look_ahead, take
from translit.tables import Gender, Kind

_HUMAN = "Q5"
_GENDERS: dict[str, Gender] = {"Q6581097": "m", "Q6581072": "f"}
_INSTANCE_OF, _GENDER, _PLACE_AT = "P31", "P21", "P625"
_ENTITY = "/entity/"
_LABEL = "label"
# Variables that people give to what they ask of an item, in small letters.
_TITLES = frozenset({"position", "office", "occupation", "title", "role", "job"})
_COUNTRIES = frozenset({"country", "state", "citizenship", "nationality"})
_ENDS = frozenset({"end", "endtime", "until", "to", "enddate"})
_NAMES = frozenset({"name", "officialname", "nativename", "nativelabel", "native"})


def read_wikidata_sparql(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each item of SPARQL results.

    The item is the first variable that is an entity; a literal with a language is one of its
    names: the English one of its *Label* is its canonical form. Q5 among the values makes it a
    person, and so do the two genders, which are noted. Of other variables the labels are no names
    of it: those of an office or work are its titles, that of a country says where it is. A name
    with a qualifier *end* (or *until*, P582) in the past is a former one.
    """
    answer = _parse(take(lines))
    try:
        variables, bindings = answer["head"]["vars"], answer["results"]["bindings"]
        if not isinstance(variables, list) or not isinstance(bindings, list):
            raise TypeError
    except (KeyError, TypeError):
        cure = "save the answer as JSON: format=json, or Download, JSON file"
        raise UnreadableError(1, "these are no SPARQL results", cure) from None
    found: dict[str, Draft] = {}
    for number, binding in enumerate(bindings, 1):
        if not _is_binding(binding):
            reason = "it is no result of a query"
            yield Reject(number, str(binding)[:60], reason, is_malformed=True)
            continue
        ids = [(v, _id_of(binding[v])) for v in variables if v in binding]
        item = next((id for _, id in ids if id), None)
        if item is None:
            yield Reject(
                number, str(binding)[:60], "no variable of it is an item", is_malformed=True
            )
            continue
        draft = found.setdefault(item, Draft(number, item, wikidata=item))
        for _, id in ids:
            _note_class(draft, id)
        own = next(v for v, id in ids if id)
        until = _find_end(binding)
        for variable in variables:
            if not _add_qualifier(draft, variable, own, binding.get(variable, {})):
                _add_literal(draft, variable, binding.get(variable, {}), until)
    yield from found.values()


def _find_end(binding: dict[str, Any]) -> int | None:
    """Return the year in which a name ended, if a result says so; an office has its own end."""
    if any(_strip_label(variable).lower() in _TITLES for variable in binding):
        return None
    for variable, value in binding.items():
        year = str(value.get("value", ""))[:4]
        if variable.lower() in _ENDS and year.isdecimal() and int(year):
            return int(year)
    return None


def _add_qualifier(draft: Draft, variable: str, own: str, value: dict[str, Any]) -> bool:
    """Take the label of another variable than the item's; tell whether it is one."""
    base = _strip_label(variable)
    if base in (variable, own) or base.lower() in ("", "alt", "pref"):
        return False
    text = value.get("value", "")
    if isinstance(text, str) and text and value.get("xml:lang", "en") == "en":
        if base.lower() in _TITLES and text not in draft.titles:
            draft.titles.append(text)
        elif base.lower() in _COUNTRIES:
            draft.country = draft.country or text
    return True


def _strip_label(variable: str) -> str:
    """Return the variable whose label another one is: *country* for *countryLabel*."""
    return variable[: -len(_LABEL)] if variable.lower().endswith(_LABEL) else variable


def _is_binding(binding: Any) -> bool:
    return isinstance(binding, dict) and all(isinstance(v, dict) for v in binding.values())


def _id_of(value: dict[str, Any]) -> str | None:
    text = str(value.get("value", ""))
    tail = text.rpartition(_ENTITY)[2]
    is_item = value.get("type") == "uri" and _ENTITY in text and tail[:1] == "Q"
    return tail if is_item else None


def _note_class(draft: Draft, id: str | None) -> None:
    if id == _HUMAN or id in _GENDERS:
        draft.kind = "person"
    draft.gender = _GENDERS.get(id or "", draft.gender)


def _add_literal(draft: Draft, variable: str, value: dict[str, Any], until: int | None) -> None:
    lang, text = value.get("xml:lang"), value.get("value", "")
    if not isinstance(lang, str) or not isinstance(text, str) or not lang:
        return
    if lang == "en" and variable.lower().endswith(_LABEL) and not draft.name:
        draft.name = text
    elif until is not None and variable.lower() in _NAMES:
        if (text, lang, until) not in draft.former:
            draft.former.append((text, lang, until))
    elif text != draft.name and (text, lang) not in draft.names:
        draft.names.append((text, lang))


def read_wikidata_entities(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each entity: labels and aliases by language, Q5 for persons, gender."""
    for number, entity in enumerate(_list_entities(iter(lines)), 1):
        try:
            yield _read_entity(number, entity)
        except (AttributeError, KeyError, TypeError):  # values of other types than Wikidata writes
            reason = "its labels or claims are not as Wikidata writes them"
            yield Reject(number, str(entity.get("id"))[:60], reason, is_malformed=True)


def _read_entity(number: int, entity: dict[str, Any]) -> Draft | Reject:
    labels = entity.get("labels") or {}
    if not isinstance(labels, dict):
        raise TypeError
    draft = Draft(number, str(entity.get("id", "")), wikidata=entity.get("id"))
    if "en" not in labels:
        return Reject(number, draft.id, "it has no English label")
    classes = list(_values(entity, _INSTANCE_OF))
    draft.kind = _kind(entity, classes)
    for id in _values(entity, _GENDER):
        _note_class(draft, id)
    aliases = entity.get("aliases") or {}
    names = [(v["value"], lang) for lang, v in labels.items() if lang != "en"]
    names += [(v["value"], lang) for lang, values in aliases.items() for v in values]
    draft.name = labels["en"]["value"]
    draft.names = names
    if not all(isinstance(text, str) for text in (draft.name, *(text for text, _ in names))):
        raise TypeError
    return draft


def _kind(entity: dict[str, Any], classes: list[str]) -> Kind | None:
    if _HUMAN in classes:
        return "person"
    return "place" if _PLACE_AT in (entity.get("claims") or {}) else None


def _values(entity: dict[str, Any], claim: str) -> Iterator[str]:
    for statement in (entity.get("claims") or {}).get(claim, ()):
        value = statement.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        if isinstance(value, dict) and "id" in value:
            yield value["id"]


def _list_entities(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """The entities of `{"entities": …}`, of a list, or of a dump with one on each line."""
    first, lines = look_ahead(lines)
    if first.strip() == "[" or _is_object(first):
        for number, line in enumerate(lines, 1):
            if (text := line.strip().rstrip(",")) not in ("", "[", "]"):
                yield from _of(_parse(text, number), number)
        return
    yield from _of(_parse(take(lines)), 1)


def _is_object(first: str) -> bool:
    """Tell whether the first line is one whole entity, as in JSON Lines."""
    try:
        return "labels" in json.loads(first)
    except (ValueError, TypeError, RecursionError):
        return False


def _of(value: Any, line: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        value = list(value["entities"].values())
    for entity in value if isinstance(value, list) else [value]:
        if not isinstance(entity, dict) or "labels" not in entity:
            cure = "give the JSON of entities: Special:EntityData, wbgetentities, or a dump"
            raise UnreadableError(line, "this is no entity", cure)
        yield entity


def _parse(text: str, line: int = 1) -> Any:
    """Return the value of JSON that begins on a line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"not valid JSON: {error.msg}, at column {error.colno}"
        cure = "save it again: it may be cut off, or of another format"
        raise UnreadableError(line + error.lineno - 1, problem, cure) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(line, f"cannot be read as JSON: {error}", "simplify it") from None
