"""Aliases as a lexicon holds them: those of a row, and what languages print for no person."""

from collections.abc import Iterable
from typing import Any

from translit.languages import gives_endings, list_language_codes
from translit.lexicon.phrases import fold_phrase, fold_phrase_marked
from translit.schemes import is_latin
from translit.tables import Entity, spell_out

_SHORTEST_ABROAD = 5  # letters; shorter ones are words somewhere: *Gand*, *Cluj*


def list_alias_rows(entity: Entity) -> list[dict[str, Any]]:
    """Return the aliases of an entity as they are stored, without what they do not say."""
    of_person = entity.kind == "person"  # *Kim Dzong Un* is Polish, though no alias says so
    rows: list[dict[str, Any]] = [
        {
            "text": a.text,
            "as": a.as_,
            "lang": a.lang,
            "langs": [*([a.lang] if a.lang else ()), *a.langs]
            or (list_printers(entity, a.text) if of_person else []),
            "because": a.because,
            "near": list(a.near),
        }
        for a in entity.aliases
    ]
    rows += _list_names(entity, rows)
    rows += [{"text": text, "suggest": True} for text in entity.suggest]
    return [{key: value for key, value in row.items() if value} for row in rows]


def list_printers(entity: Entity, text: str) -> list[str]:
    """Return the languages for which a row has an entity spelled so, marks as written.

    >>> fields = {"kind": "place", "name": "Kyiv", "names": {"de": "Kiew", "pl": "Kijów"}}
    >>> list_printers(Entity.from_fields("kyiv", fields), "Kijów")
    ['pl']
    """
    key = fold_phrase_marked(text)
    names = entity.names.items()
    return [lang for lang, name in names if fold_phrase_marked(spell_out(name)) == key]


def _list_names(entity: Entity, listed: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what languages print for what is no person, as aliases that need no evidence more.

    A name that is also the English one, or an alias with its own evidence, is none; the alias then
    is also of those languages. In text of another language it may be a word or another name:
    *Duma*, *Baikal*, *UE*.
    """
    if entity.kind == "person":
        return []
    rows = {fold_phrase_marked(row["text"]): row for row in listed}
    english = fold_phrase(spell_out(entity.name))
    more = []
    for lang, name in entity.names.items():
        text = spell_out(name)
        key = fold_phrase_marked(text)
        if key in rows:
            if lang not in rows[key]["langs"]:
                rows[key]["langs"].append(lang)
        elif fold_phrase(text) not in ("", english):
            is_abroad = _may_stand_abroad(entity, lang, text)
            rows[key] = {
                "text": text,
                "lang": lang,
                "langs": [lang],
                "names": True,
                "abroad": is_abroad,
            }
            more.append(rows[key])
    return more


def _may_stand_abroad(entity: Entity, lang: str, text: str) -> bool:
    """Tell whether English text may have what a language prints for a place: *Samarcande*.

    Not a short word, a part of the English name (*Rostov*) or one that English had itself
    (*Rangoon*). In Latvian and Lithuanian most names get an ending, with which they are others.
    """
    if lang not in list_language_codes() or gives_endings(lang):
        return False
    if entity.kind != "place" or len(text) < _SHORTEST_ABROAD or not is_latin(text[0]):
        return False
    key = fold_phrase(text)
    once = {fold_phrase(spell_out(name)) for one in entity.former for name in one.names.values()}
    is_part = set(key.split()) <= set(fold_phrase(spell_out(entity.name)).split())
    return not (is_part or key in once or text.isupper())
