"""Names from which no spelling derives, so that a row finds less than its writer may think."""

from collections.abc import Iterator

from translit.schemes import is_latin, is_writable, list_languages
from translit.tables import Entity, spell_out
from translit.testing.subject import Subject

_MOST_NAMED = 3


def describe_unread(subject: Subject) -> Iterator[str]:
    """Say by language of which rows nothing derives, and what helps.

    It is no fault: where such a name is looked for as it stands, or by its aliases, a row may be
    as it was meant. So rows that have an alias, or say why in `because`, are passed over.
    """
    rows: dict[str, list[str]] = {}
    for id, known in subject.known.items():
        if not known.entity.aliases and not known.entity.because:
            for lang in _list_unread(known.entity):
                rows.setdefault(lang, []).append(id)
    for lang, ids in rows.items():
        named = ", ".join(ids[:_MOST_NAMED])
        more = f" and {len(ids) - _MOST_NAMED:,} more" if len(ids) > _MOST_NAMED else ""
        why, cure = _explain(lang)
        yield f"no spelling derives from `native.{lang}` of {named}{more}: {why}; {cure}"


def _list_unread(entity: Entity) -> list[str]:
    """Return the languages of the native names, if nothing derives from any."""
    native = entity.native
    unread = [lang for lang in native if lang not in entity.reading]
    unread = [lang for lang in unread if _is_unread(spell_out(native[lang]), lang)]
    return unread if len(unread) == len(native) else []


def _is_unread(name: str, lang: str) -> bool:
    first = next(filter(str.isalpha, name), "")
    return bool(first) and not is_latin(first) and not is_writable(first, lang)


def _explain(lang: str) -> tuple[str, str]:
    if lang in list_languages():
        return "its letters do not say how it sounds", f"add reading.{lang}, or aliases"
    return (
        f"no scheme writes `{lang}` in Latin letters",
        "add aliases, or the name in another script that has one",
    )
