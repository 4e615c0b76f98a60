"""Checks of one row's names: gender, parts, letters, and whether the canonical form derives."""

from collections.abc import Iterator
from functools import cache

from translit.languages import keeps_order_abroad
from translit.lexicon import LATIN, NAMES, Known, WordOfName
from translit.names import load_name_parts
from translit.schemes import (
    SchemeError,
    fold_marked,
    has_one_form,
    is_latin,
    list_scheme_ids,
    load_scheme,
)
from translit.tables import PersonName, Row, tells_sound
from translit.testing.finding import Finding
from translit.testing.subject import Subject, key_of

_FIELD_OF_SOURCE = {"former": "former", "other": "other_names"}
_PARTS = ("given", "family", "word")


def find_missing_gender(subject: Subject) -> Iterator[Finding]:
    """Persons without `gender`: the other gender's form could be taken for them.

    None is asked where all originals are of languages in which both bear one form.
    """
    for row, known in _rows(subject):
        entity = known.entity
        has_two = not entity.native or not all(map(has_one_form, entity.native))
        if has_two and entity.kind == "person" and entity.gender is None:
            yield subject.finding(
                row,
                "missing-gender",
                "kind",
                "has no `gender`, so a wife's or husband's form may be taken for this person",
                'add gender = "f" or gender = "m"',
            )


def find_wrong_gender(subject: Subject) -> Iterator[Finding]:
    """Persons whose patronymic is of the other gender."""
    for row, known in _rows(subject):
        for lang, name in known.entity.native.items():
            patronymic = name.patronymic if isinstance(name, PersonName) else ""
            said = _tell_gender(subject, patronymic, lang)
            if said and known.entity.gender not in (None, said):
                yield subject.finding(
                    row,
                    "wrong-gender",
                    "gender",
                    f"`gender` is {known.entity.gender}, but the patronymic {patronymic} is "
                    f"a {'woman' if said == 'f' else 'man'}'s",
                    f'write gender = "{said}", or correct native.{lang}',
                )
                break


def _tell_gender(subject: Subject, patronymic: str, lang: str) -> str | None:
    """Return the gender of a patronymic by its ending; None for what is none of the language."""
    if not patronymic.endswith(tuple(load_name_parts()["fathers"].get(lang, ()))):
        return None
    of_woman = subject.lexicon.name_endings["womans_letters"]
    return "f" if patronymic.endswith(of_woman) else "m"


def find_missing_short(subject: Subject) -> Iterator[Finding]:
    """Names that the press prints family name first, written as if it were the last."""
    for row, known in _rows(subject):
        entity, written = known.entity, known.fields["name"]
        own = next(iter(entity.native), "")
        if entity.kind != "person" or not keeps_order_abroad(own) or entity.short is not None:
            continue
        if isinstance(written, str) and len(words := written.split()) > 1:
            given = " ".join(words[1:])
            yield subject.finding(
                row,
                "missing-short",
                "name",
                f"`name` does not say which part of “{written}” is the family name, and `{own}` "
                "puts it first",
                f'write name = {{ family = "{words[0]}", given = "{given}", order = '
                '"family-first" }, or `short`',
            )


def find_foreign_letters(subject: Subject) -> Iterator[Finding]:
    """Native names with a letter that their language does not have: и in Belarusian.

    And readings that are not in the standard of their language: *j* for the ǧ of Persian.
    """
    for row, known in _rows(subject):
        yield from _find_unread(subject, row, known)
        for name in known.names:
            if name.source.startswith(NAMES):  # what a language prints has its own letters
                continue
            for word in name.words:
                if not any(map(tells_sound, word.text)) or any(
                    map(is_latin, word.text + word.initials)
                ):
                    continue
                field = _FIELD_OF_SOURCE.get(name.source, f"{name.source}.{word.lang}")
                yield subject.finding(
                    row,
                    "foreign-letter",
                    field,
                    f"no scheme can write “{word.text}” in `{field}`: a letter in it is none of "
                    f"`{word.lang}`",
                    "type it again in the letters of that language, or correct the code",
                )


def _find_unread(subject: Subject, row: Row, known: Known) -> Iterator[Finding]:
    for lang, reading in known.entity.reading.items():
        text = reading.full if isinstance(reading, PersonName) else reading
        strange = _find_unread_letter(text, lang)
        if strange:
            yield subject.finding(
                row,
                "foreign-letter",
                f"reading.{lang}",
                f"no scheme can write “{text}” in `reading.{lang}`, so nothing derives from it: "
                f"“{strange}” is no letter of the standard in which readings of `{lang}` are",
                "write it in that standard; data/README.md names it, under Readings",
            )


@cache
def _find_unread_letter(text: str, lang: str) -> str:
    """Return a letter for which no scheme of a language can write a reading; none if one can."""
    strange = ""
    for scheme_id in list_scheme_ids(lang):
        try:
            load_scheme(scheme_id).romanize(text)
        except SchemeError as error:
            strange = error.letter
        else:
            return ""
    return strange


def find_underived_names(subject: Subject) -> Iterator[Finding]:
    """Canonical forms that no scheme makes of the native names, and that no `because` explains.

    Only persons and places: what an organization is called elsewhere is mostly a translation.
    """
    for row, known in _rows(subject):
        if known.entity.because or known.entity.kind not in ("person", "place"):
            continue
        originals = {
            word
            for name in known.names
            if name.source in ("native", "reading")
            for word in name.words
            if word.lang != LATIN and any(map(is_latin, word.initials))
        }
        if not originals:
            continue
        strange = _find_strange(subject, known, originals)
        if strange:
            yield subject.finding(
                row,
                "underived",
                "name",
                f"no scheme makes “{strange}” of the native names",
                "correct `name` or the native name, or say in `because` why it is printed so",
            )


def _find_strange(subject: Subject, known: Known, originals: set[WordOfName]) -> str | None:
    """The first word of the canonical form that does not derive; None for a translated name."""
    name = next(name for name in known.names if name.source == "name")
    words = [word for word, part in zip(name.words, name.parts, strict=True) if part in _PARTS]
    if known.entity.kind == "place" and len(words) > 1:
        if any(subject.lexicon.is_ordinary(key_of(word.text)) for word in words):
            return None  # *Sea of Azov* is said in English, not spelled
        if _derives(subject, "".join(word.text for word in words), originals):
            return None  # *Syr Darya* is one word in Russian
    strange = (word.text.title() for word in words if not _derives(subject, word.text, originals))
    return next(strange, None)


def _derives(subject: Subject, text: str, originals: set[WordOfName]) -> bool:
    groups = {group for original in originals for group in original.groups}
    for key in {key_of(text), fold_marked(text)}:
        for spelling in subject.lexicon.find_spellings(key):
            if spelling.word in originals or spelling.word.groups & groups:
                return True
    return False


def _rows(subject: Subject) -> Iterator[tuple[Row, Known]]:
    yield from ((subject.rows[id], known) for id, known in subject.known.items())
