"""The canonical form of an entity in a style."""

import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache

from translit.datafolder import find_data_folder
from translit.forms.styles import Style
from translit.lexicon import Known
from translit.schemes import INVISIBLE, SchemeError, romanize
from translit.tables import PersonName, load_given_names


class CanonicalForms:
    """The canonical forms of entities in one style; thread-safe."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.form = lru_cache(maxsize=16384)(self._form)
        self.patronymic = lru_cache(maxsize=16384)(self._patronymic)

    def _form(self, known: Known) -> PersonName | str:
        """Return the name that the style prints: parts for a person, else a string."""
        entity, style = known.entity, self.style
        if style.id in entity.styles:
            return entity.styles[style.id]
        if style.use == "native" and entity.native:
            return next(iter(entity.native.values()))
        if known.id in style.names and isinstance(entity.name, str):
            return style.names[known.id]
        if style.use == "schemes":
            return self._derive(known) or entity.name
        return entity.name

    def _patronymic(self, known: Known) -> str | None:
        """Return the patronymic in this style, also where its canonical form leaves it out."""
        form = self.form(known)
        if isinstance(form, PersonName) and form.patronymic:
            return form.patronymic
        for lang, native in self._natives(known):
            if isinstance(native, PersonName) and native.patronymic:
                with suppress(SchemeError):  # letters of another language: it stays as written
                    return self._romanize(native.patronymic, lang)
        return None

    def _natives(self, known: Known) -> list[tuple[str, PersonName | str]]:
        """Native names that the style can write, the one that it prefers first."""
        natives = known.entity.native
        own = next(iter(natives), "")
        preferred = self.style.prefers.get(own, own)
        found = [(lang, name) for lang, name in natives.items() if lang in self.style.schemes]
        return sorted(found, key=lambda pair: pair[0] != preferred)

    def _derive(self, known: Known) -> PersonName | str | None:
        for lang, native in self._natives(known):
            try:
                if isinstance(native, str):
                    return self._romanize(native, lang)
                return self._derive_person(native, lang)
            except SchemeError:
                continue
        return None

    def _derive_person(self, native: PersonName, lang: str) -> PersonName:
        given = native.given and (
            _given_name(native.given, lang, self.style.language)
            or self._romanize(native.given, lang)
        )
        return replace(
            native,
            given=given,
            patronymic="",
            family=self._romanize(native.family, lang),
            particles=native.particles and self._romanize(native.particles, lang),
        )

    def _romanize(self, name: str, lang: str) -> str:
        return romanize(name, self.style.schemes[lang])


@cache
def _latin_given_names(language: str) -> Mapping[tuple[str, str], str]:
    path = find_data_folder() / "given_names.toml"
    return {
        (lang, native): group.latin[language][0]
        for group in load_given_names(path)
        if language in group.latin
        for lang, natives in group.native.items()
        for native in natives
    }


def _given_name(native: str, lang: str, language: str | None) -> str | None:
    """Return how a language of Latin letters writes a given name: Alexandre for Александр."""
    return _latin_given_names(language).get((lang, native)) if language else None


def is_same_form(written: str, form: str) -> bool:
    """Tell whether two spellings differ in nothing that makes an edit worth its risk.

    Case is none, nor is NFC or NFD, a soft hyphen, a zero-width character, or the full stop that
    British papers leave out of *St. Petersburg*.

    >>> is_same_form("Tass", "TASS"), is_same_form("Zełenski", "Zelensky")
    (True, False)
    """
    return _bare(written) == _bare(form)


def _bare(text: str) -> str:
    text = text.replace(".", "")
    if text.isascii():
        return text.lower()
    text = "".join(letter for letter in text if letter not in INVISIBLE)
    return unicodedata.normalize("NFC", text).casefold()
