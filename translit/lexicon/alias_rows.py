"""Aliases as a lexicon holds them: those of a row, and what languages print for no person."""

from collections.abc import Iterable
from typing import Any

from translit.lexicon.phrases import fold_phrase, fold_phrase_marked
from translit.tables import Entity, spell_out


def list_alias_rows(entity: Entity) -> list[dict[str, Any]]:
    """Return the aliases of an entity as they are stored, without what they do not say."""
    rows: list[dict[str, Any]] = [
        {
            "text": a.text,
            "as": a.as_,
            "lang": a.lang,
            "langs": [*([a.lang] if a.lang else ()), *a.langs],
            "because": a.because,
            "near": list(a.near),
        }
        for a in entity.aliases
    ]
    rows += _list_names(entity, rows)
    rows += [{"text": text, "suggest": True} for text in entity.suggest]
    return [{key: value for key, value in row.items() if value} for row in rows]


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
            rows[key] = {"text": text, "lang": lang, "langs": [lang], "names": True}
            more.append(rows[key])
    return more
