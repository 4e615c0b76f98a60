"""Needs: what a reading, by its spelling and its row, wants of its text to be believed."""

from collections.abc import Iterable

from translit.lexicon import Lexicon, Speech, is_printed
from translit.page import ORDINARY, Vocabulary
from translit.readings.reading import Need, Reading
from translit.schemes import APOSTROPHES, fold

_CORE = ("family", "word")


def is_foreign(text: str, reading: Reading, lang: str) -> bool:
    """Tell whether a place or a short form is spelled as the language of the text has it not.

    Only of what is to be changed: a former name and an alias are asked for otherwise.
    """
    if reading.alias is not None or not reading.changes or reading.source in ("former", "other"):
        return False
    kind = reading.known.entity.kind
    if kind != "place" and (kind != "person" or reading.full):
        return False
    return not any(
        all(
            piece.spelling is None
            or is_printed(piece.spelling, text[piece.start : piece.stop], lang)
            for piece in one.pieces
            if piece.part in _CORE
        )
        for one in (reading, *reading.twins)
    )


def stands_alone(lexicon: Lexicon, text: str, reading: Reading, offset: int = 0) -> bool:
    """Tell whether a spelling is known as nothing else; `offset` is where its segment starts.

    Of what is to be changed more is asked; of a user's row that says nowhere where it is, no
    more than that.
    """
    known = reading.known
    core = [piece for piece in reading.pieces if piece.part in _CORE]
    if not core or reading.alias is not None:
        return False
    written = text[offset + core[0].start : offset + core[-1].stop]
    if reading.changes and (known.countries or not known.layer):
        return lexicon.stands_alone(known, written)
    is_asked = known.entity.kind == "place" or (known.layer > 0 and known.entity.alone)
    return is_asked and not lexicon.alone.find_others(known, written)


def is_ordinary(vocabulary: Vocabulary, text: str, reading: Reading) -> bool:
    """Tell whether the one word of a reading, initials aside, is also an ordinary word."""
    pieces = [piece for piece in reading.pieces if piece.part != "initial"]
    if len(pieces) > 1:
        return False
    written = text[pieces[0].start : pieces[0].stop]
    if written[-1] in APOSTROPHES:  # with a soft sign it is none: *Perm'*
        return False
    return bool(vocabulary.find(written).facts & ORDINARY)


def find_need(lexicon: Lexicon, text: str, reading: Reading, speech: Speech) -> Need | None:
    """Return what a reading needs of its text to be believed; None if perhaps nothing.

    That is what the licences of `translit.judging` ask for, where they ask of the words alone; an
    ordinary word, such as *The* for Thae, changes only with the full name there.
    """
    entity = reading.known.entity
    if reading.is_ordinary:
        return Need(entity.id)
    if reading.alias is not None:
        near = reading.alias.get("near")
        return Need("", _fold_first_words(near)) if near else None
    is_damaged = not reading.in_case and any(
        piece.meant for piece in reading.pieces if piece.part in _CORE
    )
    if not reading.is_foreign and (reading.full or (entity.alone and not is_damaged)):
        return None
    if entity.kind == "place" and text[reading.end - 1] in APOSTROPHES:
        return None  # its soft sign is enough
    if not speech.is_english and (text[reading.start : reading.end] == entity.name or entity.heads):
        return None  # in another language the English form, or a head of state, is nothing else
    can_stand = not reading.is_person or (entity.alone and not is_damaged)
    if can_stand and stands_alone(lexicon, text, reading):
        return None
    words = (*entity.near, *entity.place)
    if is_damaged:
        words = lexicon.list_titles(reading.known, speech.code)
    is_place = reading.is_foreign or not reading.is_person
    countries = frozenset(reading.known.countries if is_place else ())
    return Need(entity.id, _fold_first_words(words), countries)


def _fold_first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase.split()[0]) for phrase in phrases)
