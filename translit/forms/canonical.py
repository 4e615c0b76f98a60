"""The canonical form of an entity in a style."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

from translit.forms.foreign import is_surely_foreign
from translit.forms.given_names import find_given_name
from translit.forms.pieces import Wording
from translit.forms.styles import Style
from translit.languages import (
    ENGLISH,
    Gender,
    find_language,
    find_way_abroad,
    gives_endings,
    make_feminine,
    make_nominative,
)
from translit.lexicon import Known, Lexicon
from translit.schemes import INVISIBLE, SchemeError, add_ending, fold, is_latin, romanize
from translit.tables import Entity, PersonName, UnclearNameError, read_name, spell_out

_GAP = re.compile(r"[\s-]")
_WORD_START = re.compile(r"(?:^|(?<=[\s-]))\w")


class CanonicalForms:
    """The canonical forms of entities in one style; thread-safe."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.form = lru_cache(maxsize=16384)(self._form)
        self.patronymic = lru_cache(maxsize=16384)(self._patronymic)

    def _form(self, known: Known) -> PersonName | str | None:
        """Return the name that the style prints: parts for a person, else a string.

        None if the style has no form of its own for it; then the name stays as it is.
        """
        entity, style = known.entity, self.style
        if style.id in entity.prints:
            return entity.prints[style.id]
        if style.use == "native" and entity.native:
            return next(iter(entity.native.values()))
        if known.id in style.names:
            return self._shape(style.names[known.id], entity)
        if style.language is not None and style.language in entity.names:
            return _join_parts(entity.names[style.language], entity)
        if style.use != "schemes":
            return self._part_syllables(entity.name, known.countries)
        return self._find_native(entity) or self._derive(known) or self._find_other_form(entity)

    def _part_syllables(self, name: PersonName | str, countries: Sequence[str]) -> PersonName | str:
        """Return *Kim Jong Un* for *Kim Jong-un* where the style has such names so."""
        if not isinstance(name, PersonName) or name.order != "family-first":
            return name
        if set(countries).isdisjoint(self.style.syllables_apart):
            return name
        syllables = name.given.split("-")
        return replace(name, given=" ".join(one[:1].upper() + one[1:] for one in syllables))

    @staticmethod
    def _shape(name: str, entity: Entity) -> PersonName | str:
        if isinstance(entity.name, str):
            return name
        try:
            return read_name(name)
        except UnclearNameError as error:  # a style has no parts to say it by
            return read_name(error.guess)

    def _find_native(self, entity: Entity) -> PersonName | str | None:
        """Return a name as the row has it in the style's own language: Latvian *Mihails Tāls*."""
        language = self.style.language
        own = None if language is None else entity.native.get(language)
        if language is None or own is None:
            return None
        return own if is_latin(spell_out(own)[:1]) == find_language(language).is_latin else None

    def _find_other_form(self, entity: Entity) -> PersonName | str | None:
        """Return the form of a name that no scheme of the style writes, if it has one.

        The name of the row is English; an original in Latin letters is printed as it is, unless
        the language respells such names; one in the style's own script stands in the row.
        """
        language = self.style.language
        if language in (None, ENGLISH):
            return entity.name
        own = entity.native.get(language) or entity.written.get(language)
        if own is not None:
            return own
        if self.style.latin == "respell" or not find_language(language).is_latin:
            return None
        if not entity.native:
            return entity.name if entity.kind == "person" else None
        lang, name = next(iter(entity.native.items()))
        if find_way_abroad(lang) == "kept" and is_latin(spell_out(name)[0]):
            return name
        return entity.name if self.style.unwritten == "english" else None

    @property
    def writes_english(self) -> bool:
        """Whether the style is of English, or of no language's press."""
        return self.style.use != "schemes" or self.style.language in (None, ENGLISH)

    def is_users(self, known: Known) -> bool:
        """Tell whether a user's row or style says how it is printed, who knows what he wants."""
        return known.layer > 0 or known.id in self.style.names

    def prints_alias(self, alias: Mapping[str, Any]) -> bool:
        """Tell whether the language of the style prints an alias itself: Polish *UE*."""
        return not self.writes_english and self.style.language in alias.get("langs", ())

    def may_write(
        self,
        text: str,
        wording: Wording,
        form: PersonName | str,
        lexicon: Lexicon,
        *,
        is_declined: bool = False,
    ) -> bool:
        """Tell whether a mention may become the form of the style, if that is another.

        In a text of another language than English, only what is surely no form of its own.
        """
        language = self.style.language
        if self.writes_english or language is None:
            return True
        if self.is_users(wording.known):
            return True
        return is_surely_foreign(text, wording, form, self.style, lexicon, is_declined=is_declined)

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
        """Native names that the style can write, the one that it prefers first.

        A style of a language writes a name by its own language, or by the one that it prefers for
        it: what a third language makes of it is nobody's form.
        """
        readings = known.entity.reading  # of scripts that hide their sounds
        natives = {lang: readings.get(lang, name) for lang, name in known.entity.native.items()}
        own = next(iter(natives), "")
        preferred = self.style.prefers.get(own, own)
        found = [(lang, name) for lang, name in natives.items() if lang in self.style.schemes]
        if self.style.language not in (None, ENGLISH):
            found = [pair for pair in found if pair[0] in (own, preferred)]
        return sorted(found, key=lambda pair: pair[0] != preferred)

    def _derive(self, known: Known) -> PersonName | str | None:
        for lang, native in self._natives(known):
            try:
                if isinstance(native, str):
                    written = self._romanize(native, lang)
                    return add_ending(written, self.style.schemes[lang], known.entity.kind)
                return self._derive_person(native, lang, known.entity.gender or "m")
            except SchemeError:
                continue
        return None

    def _derive_person(self, native: PersonName, lang: str, gender: Gender) -> PersonName:
        given = native.given and (
            find_given_name(native.given, lang, self.style.language)
            or self._name_person(native.given, lang, gender)
        )
        return replace(
            native,
            given=given,
            patronymic="",
            family=self._name_family(native, lang, gender),
            particles=native.particles and self._romanize(native.particles, lang),
        )

    def _name_family(self, native: PersonName, lang: str, gender: Gender) -> str:
        """Return a family name with the ending that some languages give a woman's: *Stefanišynová*.

        Not one of the Far East, nor one of two, of which each would have it.
        """
        written = self._name_person(native.family, lang, gender)
        language = self.style.language
        is_single = native.order != "family-first" and not _GAP.search(written)
        if gender != "f" or language is None or not is_single or gives_endings(language):
            return written
        return make_feminine(written, language)[0]

    def _name_person(self, name: str, lang: str, gender: Gender) -> str:
        """Return a name of a person, with the ending that some languages give each: *Putins*."""
        written = self._romanize(name, lang)
        language = self.style.language
        return make_nominative(written, language, gender)[0] if language else written

    def _romanize(self, name: str, lang: str) -> str:
        written = romanize(name, self.style.schemes[lang])
        if name[:1].islower() and name[:1].title() == name[:1]:
            # Letters of Georgian pass for small ones, though names are written with no others.
            written = _WORD_START.sub(lambda found: found[0].upper(), written)
        return written


def _join_parts(form: PersonName | str, entity: Entity) -> PersonName | str:
    """Return a name in one part if the row has it in one: *Hafez al-Assad* has no family name
    that could stand by itself for all of it."""
    is_one = isinstance(entity.name, PersonName) and not entity.name.given
    if not (is_one and isinstance(form, PersonName) and form.given):
        return form
    return replace(form, given="", patronymic="", particles="", family=form.full)


def is_same_but_for_marks(written: str, form: str) -> bool:
    """Tell whether two spellings differ in marks alone, which is no other spelling.

    >>> is_same_but_for_marks("Erdoğan", "Erdogan"), is_same_but_for_marks("Groß", "Gross")
    (True, False)
    """
    if written.isascii() and form.isascii():
        return False
    if len({is_latin(letter) for letter in written + form if letter.isalpha()}) > 1:
        return False  # a homoglyph of another script is no mark
    # ß and ss, æ and ae, þ and th are other letters, not one with a mark and without
    return _count_letters(written) == _count_letters(form) and fold(written) == fold(form)


def _count_letters(text: str) -> int:
    # an apostrophe counts: for a soft sign it is more than a mark
    return sum(letter not in INVISIBLE for letter in unicodedata.normalize("NFC", text))


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
