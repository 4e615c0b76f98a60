"""Names that stand as a table or a scheme spells them, and aliases."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from translit.forms import Part, Piece
from translit.languages import ENGLISH, UNTOLD, find_language
from translit.lexicon import NAMES, Known, Lexicon, Name, Spelling, Word
from translit.page import UNSPACED, UPPER, Columns, Form
from translit.readings.persons import SOFT_SIGN, PersonReader, find_spelling
from translit.readings.reading import Reading
from translit.schemes import APOSTROPHES, fold, is_latin

# An alias is a fixed phrase of a few words; *Party of Socialists of the Republic of Moldova*.
_LONGEST_ALIAS = 9
_LONGEST_FAMILY = 2  # letters, of names in scripts that part no words


class NameReader:
    """Reads names and aliases that start with a word, in text of a language; thread-safe."""

    def __init__(self, lexicon: Lexicon, persons: PersonReader, lang: str) -> None:
        self._lexicon = lexicon
        self._persons = persons
        self._lang = lang

    def read_names(self, columns: Columns, at: int) -> Iterator[Reading]:
        """Give the readings of names that start with word `at`; a person's with the family name."""
        seen: dict[tuple[object, ...], list[Reading]] = {}
        upper = columns.words[at].facts & UPPER
        for form in _list_whole_forms(columns, at):
            if form.ending == "plural" and seen:  # *the Brussels Agreement* holds no plural
                break
            for spelling, known in self._lexicon.find_bearers(form.key):
                if spelling.word.is_acronym and not upper:
                    continue
                for name in known.find_names(spelling.word):
                    if not _fits_whole(columns, at, form, name.core[0]):
                        continue
                    if name.source.startswith(NAMES) and not self._is_read(
                        name.source.removeprefix(NAMES), name.core[0]
                    ):
                        continue
                    reading = self._read_name(columns, at, form, spelling, known, name)
                    if reading is None:
                        continue
                    alike = seen.setdefault(
                        (known, reading.start, reading.end, name.source == "former"), []
                    )
                    _join_twins(reading, alike)
        for alike in seen.values():
            yield from alike

    def _needs_marks(self, known: Known, alias: Mapping[str, Any]) -> bool:
        """Tell whether an alias without its marks may be a word: in English it is known which."""
        is_english = self._lang in (ENGLISH, UNTOLD)
        return known.layer == 0 and (bool(alias.get("names")) or not is_english)

    def _is_read(self, lang: str, word: Word) -> bool:
        """Tell whether what the press of a language prints is looked for here.

        In another language it may be a word, or another name.
        """
        return lang == self._lang or (not is_latin(word.text[0]) and self._is_latin)

    @cached_property
    def _is_latin(self) -> bool:
        """Whether the text is in Latin letters, among which *Αθήνα* is no word of its language."""
        return self._lang == UNTOLD or find_language(self._lang).script == "Latin"

    def _read_name(
        self,
        columns: Columns,
        at: int,
        form: Form,
        spelling: Spelling,
        known: Known,
        name: Name,
    ) -> Reading | None:
        is_person = known.entity.kind == "person"
        part: Part = "family" if is_person else "word"
        start = columns.starts[at]
        acronym = spelling.word.is_acronym
        last = Piece(at, part, start, start + form.cut, form.ending, spelling, is_acronym=acronym)
        core = name.core
        if len(core) == 1:
            pieces: tuple[Piece, ...] = (_take_soft_sign(columns, last, known),)
        else:
            found = self._read_core(columns, known, name, last)
            if found is None:
                return None
            pieces = found
        if is_person:
            return self._persons.read(columns, known, pieces, name.source)
        return Reading(known, pieces, name.source, full=len(core) > 1)

    def _read_core(
        self, columns: Columns, known: Known, name: Name, first: Piece
    ) -> tuple[Piece, ...] | None:
        """Return the pieces of a name of several words, or None if they do not stand there."""
        pieces = [first]
        at = first.first
        for before, word in pairwise(name.core):
            at += 1
            if pieces[-1].ending:
                return None
            if not columns.follows(at):
                if not (_ends_possessive(before.text) and columns.follows_soft_sign(at)):
                    return None
                pieces[-1] = pieces[-1]._replace(stop=pieces[-1].stop + 1)
            if not columns.words[at].is_capital and word.text not in known.small_words:
                return None
            for form in _list_whole_forms(columns, at):
                if not _fits_whole(columns, at, form, word):
                    continue
                found = find_spelling(self._lexicon.find_spellings(form.key), word.roots)
                if found:
                    start = columns.starts[at]
                    stop = start + form.cut
                    pieces.append(Piece(at, first.part, start, stop, form.ending, found))
                    break
            else:
                return None
        pieces[-1] = _take_soft_sign(columns, pieces[-1], known)
        return tuple(pieces)

    def read_aliases(self, columns: Columns, at: int) -> Iterator[Reading]:
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
                    if is_foreign and (_is_latin_or_acronym(alias) or not self._is_latin):
                        continue
                    if self._needs_marks(known, alias) and not _has_marks_of(
                        columns, alias, at, last
                    ):
                        continue  # *in Luck* is no Łuck in German
                    if _has_case_of(columns, alias, at, last) and _parts_alike(
                        columns, alias, at, place
                    ):
                        is_acronym = _is_acronym(alias)
                        words = tuple(p._replace(is_acronym=is_acronym) for p in (*pieces, last))
                        yield Reading(
                            known, words, "alias", full=place > at or _is_whole(alias), alias=alias
                        )
            key = f"{key} {word.key}".strip()
            pieces.append(Piece(place, "alias", start, columns.stops[place]))
            if not self._lexicon.starts_alias(key):
                return


def _join_twins(reading: Reading, alike: list[Reading]) -> None:
    """Add a reading to those of one entity, span and worth; to the twin of it, if there is one."""
    for other in alike:
        if len(other.pieces) != len(reading.pieces) or reading.pieces[0].is_acronym:
            continue
        if other.pieces == reading.pieces:
            return
        if reading.is_twin_of(other):
            other.twins += (reading,)
            return
    alike.append(reading)


def _take_soft_sign(columns: Columns, piece: Piece, known: Known) -> Piece:
    """Take in the apostrophe that stands for a final soft sign: *Mariupol'*.

    In one of its languages: *Kerch* would be read so with an apostrophe after it.
    """
    if piece.ending or piece.spelling is None:
        return piece
    if not any(name.core and name.core[-1].text.endswith(SOFT_SIGN) for name in known.names):
        return piece
    mark = columns.text[piece.stop : piece.stop + 1]
    if (
        not mark
        or mark not in APOSTROPHES
        or columns.text[piece.stop + 1 : piece.stop + 2].isalnum()
    ):
        return piece
    return piece._replace(stop=piece.stop + 1)


def _list_alias_forms(columns: Columns, at: int) -> Sequence[Form]:
    """The forms of a word, and the word as it stands: *Partij van de Regio's* is no possessive."""
    word = columns.words[at]
    forms = columns.list_forms(at)
    whole = len(word.text)
    return forms if forms[0].cut == whole else (Form(word.key, whole), *forms)


def _list_whole_forms(columns: Columns, at: int) -> Sequence[Form]:
    """The forms of a word, and after them the word as it stands: *People's* of a name."""
    forms = columns.list_forms(at)
    word = columns.words[at]
    whole = len(word.text)
    return forms if forms[0].cut == whole else (*forms, Form(word.key, whole))


def _fits_whole(columns: Columns, at: int, form: Form, word: Word) -> bool:
    """Tell whether a possessive that is taken as it stands is one in the name too."""
    is_possessive = columns.words[at].forms[0].cut < form.cut == len(columns.words[at].text)
    return not is_possessive or bool(set(word.text) & set(APOSTROPHES))


def _ends_possessive(word: str) -> bool:
    """Tell whether a word of a name ends with the apostrophe of a plural: *Workers’ Party*."""
    return word[-1:] in APOSTROPHES


def _parts_alike(columns: Columns, alias: Mapping[str, Any], at: int, last: int) -> bool:
    """Tell whether an apostrophe before a space stands only where the alias has one."""
    words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
    return all(
        columns.follows(place) or _ends_possessive(words[place - at - 1])
        for place in range(at + 1, last + 1)
    )


def _is_whole(alias: Mapping[str, Any]) -> bool:
    """Tell whether an alias of one word is a full name: 习近平."""
    text = str(alias["text"])
    return text[0] >= UNSPACED and len(text) > _LONGEST_FAMILY


def _is_latin_or_acronym(alias: Mapping[str, Any]) -> bool:
    """Tell whether a name is none of another script by sight; an acronym may be of any language."""
    return is_latin(alias["text"][0]) or _is_acronym(alias)


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


def _is_acronym(alias: Mapping[str, Any]) -> bool:
    first = alias["text"].split()[0]
    return len(first) > 1 and first.isupper()
