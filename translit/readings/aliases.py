"""Aliases: fixed phrases of rows, and what languages print for what is no person."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from translit.forms import Piece
from translit.languages import ENGLISH, UNTOLD
from translit.lexicon import Known, Lexicon
from translit.page import UNSPACED, Columns, Form
from translit.readings.names import ends_possessive, is_latin_language
from translit.readings.reading import Reading
from translit.schemes import APOSTROPHES, fold, is_latin

# An alias is a fixed phrase of a few words; *Party of Socialists of the Republic of Moldova*.
_LONGEST_ALIAS = 9
_LONGEST_FAMILY = 2  # letters, of names in scripts that part no words


class AliasReader:
    """Reads aliases that start with a word, in text of a language; thread-safe."""

    def __init__(self, lexicon: Lexicon, lang: str) -> None:
        self._lexicon = lexicon
        self._lang = lang

    def read(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the readings of aliases that start with word `at`."""
        key = ""
        pieces: list[Piece] = []
        for place in range(at, min(at + _LONGEST_ALIAS, len(columns.words))):
            if place > at and not columns.follows(place):
                if not columns.follows_soft_sign(place):
                    return
                pieces[-1] = pieces[-1]._replace(stop=pieces[-1].stop + 1)
            word, start = columns.words[place], columns.starts[place]
            for form in _list_alias_forms(columns, place):
                phrase = f"{key} {form.key}".strip()
                last = Piece(place, "alias", start, start + form.cut, form.ending)
                for known, alias in self._lexicon.find_aliases(phrase):
                    is_own = self._lang in alias.get("langs", ())
                    is_foreign = alias.get("names") and not is_own
                    if is_foreign and not self._is_read_abroad(known, alias):
                        continue
                    if self._needs_marks(known, alias) and not _has_marks_of(
                        columns, alias, at, last
                    ):
                        continue  # *in Luck* is no Łuck in German
                    if _has_case_of(columns, alias, at, last) and _parts_alike(
                        columns, alias, at, place
                    ):
                        words = _mark_acronyms(alias, (*pieces, last))
                        yield Reading(
                            known, words, "alias", full=place > at or _is_whole(alias), alias=alias
                        )
            key = f"{key} {word.key}".strip()
            pieces.append(Piece(place, "alias", start, columns.stops[place]))
            if not self._lexicon.starts_alias(key):
                return

    def _needs_marks(self, known: Known, alias: Mapping[str, Any]) -> bool:
        """Tell whether an alias without its marks may be a word: in English it is known which."""
        is_english = self._lang in (ENGLISH, UNTOLD)
        return known.layer == 0 and (bool(alias.get("names")) or not is_english)

    def _is_read_abroad(self, known: Known, alias: Mapping[str, Any]) -> bool:
        """Tell whether what another language prints for a thing is looked for in this text.

        What is of another script by sight; and a place of which the spelling is known as nothing
        else: *Samarcande*. An acronym may be of any language.
        """
        if not is_latin(alias["text"][0]):
            return is_latin_language(self._lang) and not _is_acronym(alias)
        if (
            self._lang == UNTOLD
            or "abroad" not in alias
            or self._lexicon.alone.find_others(known, alias["text"])
        ):
            return False
        # It is read otherwise too: *Jersón*; or is what it was called: *Tiflis*.
        bearers = self._lexicon.find_bearers(fold(alias["text"]))
        return all(one is not known for _, one in bearers)


def _list_alias_forms(columns: Columns, at: int) -> Sequence[Form]:
    """The forms of a word, and the word as it stands: *Partij van de Regio's* is no possessive."""
    word = columns.words[at]
    forms = columns.list_forms(at)
    whole = len(word.text)
    return forms if forms[0].cut == whole else (Form(word.key, whole), *forms)


def _parts_alike(columns: Columns, alias: Mapping[str, Any], at: int, last: int) -> bool:
    """Tell whether an apostrophe before a space stands only where the alias has one."""
    words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
    return all(
        columns.follows(place) or ends_possessive(words[place - at - 1])
        for place in range(at + 1, last + 1)
    )


def _is_whole(alias: Mapping[str, Any]) -> bool:
    """Tell whether an alias of one word is a full name: 习近平."""
    text = str(alias["text"])
    return text[0] >= UNSPACED and len(text) > _LONGEST_FAMILY


def _has_marks_of(columns: Columns, alias: Mapping[str, Any], at: int, last: Piece) -> bool:
    """Tell whether an alias stands there with its marks: *Irpině* is not *Irpinė*."""
    written = columns.text[columns.starts[at] : last.stop]
    return _fold_case(written) == _fold_case(alias["text"])


def _fold_case(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("-", " ").split())


def _has_case_of(columns: Columns, alias: Mapping[str, Any], at: int, last: Piece) -> bool:
    """An acronym is met in capitals only, *GUS*, not *Gus*, and a capital is not left out."""
    start = columns.starts[at]
    written = columns.text[start : min(columns.stops[at], last.stop)]
    if _is_acronym(alias) and not written.isupper():
        return False
    words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
    possessive = columns.words[last.first].forms[0]
    cut = last.stop - last.start
    if possessive.ending and cut > possessive.cut and not set(words[-1]) & set(APOSTROPHES):
        return False  # *Brzezinski's* is not the Lithuanian *Brzezinskis*
    return not any(
        word[0].isupper() and not columns.words[at + place].is_capital
        for place, word in enumerate(words)
    )


def _mark_acronyms(alias: Mapping[str, Any], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Mark the words that are acronyms; all of them where they cannot be told apart."""
    if not _is_acronym(alias):
        return tuple(pieces)
    words = alias["text"].replace("-", " ").split()
    if len(words) != len(pieces):
        return tuple(piece._replace(is_acronym=True) for piece in pieces)
    return tuple(
        piece._replace(is_acronym=word.isupper()) for piece, word in zip(pieces, words, strict=True)
    )


def _is_acronym(alias: Mapping[str, Any]) -> bool:
    first = alias["text"].split()[0]
    return len(first) > 1 and first.isupper()
