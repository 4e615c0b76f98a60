"""Elsewhere: spellings that only the press of other languages prints: *Damaskus*, *Netanyahou*.

What rows give to other languages alone, or only their conventions make of a name, is none of a
language's own, whichever of several forms it has.
"""

from collections.abc import Iterable

from translit.forms.pieces import Piece, Wording
from translit.forms.styles import Style
from translit.languages import ENGLISH, find_way_abroad, is_small_word
from translit.lexicon import Known, Lexicon, is_printed_elsewhere, list_printers
from translit.schemes import fold, fold_marked, is_latin
from translit.tables import PersonName, spell_out

_CORE = ("family", "word")
_LEAST_OF_A_WORD = 6  # letters; shorter ones are names of families and towns: *Termes*


def is_exonym_elsewhere(text: str, wording: Wording, form: PersonName | str, style: Style) -> bool:
    """Tell whether a name is given by rows for other languages than this, English and its own.

    Of a place, or of an organization that each has heard in its way: *Hisbollah*.

    *Warszawa* and *München* may stand in names in every language. A form with an article grows
    together with what is before it: *a Kairo, al Cairo*.
    """
    entity, language = wording.known.entity, style.language or ""
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    has_form = language in entity.names or not entity.native.keys().isdisjoint(style.schemes)
    is_of_kind = entity.kind == "place" or (
        entity.kind == "organization" and is_heard(wording.known) and language in entity.names
    )
    if not is_of_kind or not has_form or not is_latin(written[0]):
        return False
    langs = _list_callers(wording, written)
    own = {ENGLISH, language, *(lang.partition("-")[0] for lang in entity.native)}
    return bool(langs) and own.isdisjoint(langs) and not _has_article(form, language)


def is_heard(known: Known) -> bool:
    """Tell whether it is of no letters that papers could follow: Arabic, Chinese."""
    own = next(iter(known.entity.native), "")  # without, of Latin letters, maybe: *Rapid Vienna*
    return bool(own) and find_way_abroad(own) == "heard"


def _list_callers(wording: Wording, written: str) -> Iterable[str]:
    """Return the languages for which a row has what is written."""
    entity, alias = wording.known.entity, wording.alias
    if fold_marked(spell_out(entity.name)) == fold_marked(written):
        return ()
    told = alias.get("langs", ()) if alias is not None else ()
    return {*list_printers(entity, written), *told}


def _has_article(form: PersonName | str, language: str) -> bool:
    first, *more = spell_out(form).split()
    return bool(more) and is_small_word(first.lower(), language)


def is_spelled_elsewhere(text: str, wording: Wording, language: str) -> bool:
    """Tell whether only conventions of other languages spell a name so, or a word of several.

    *Tschassiw Jar* and *Schachtar Donezk* are German, whatever the text is in.
    """
    core = [piece for piece in wording.pieces if piece.part in _CORE]
    if not core or wording.alias is not None:
        return False
    if len(core) == 1 and core[0].stop - core[0].start < _LEAST_OF_A_WORD:
        return False
    return all(
        any(_is_elsewhere(piece, language) for piece in one.pieces if piece.part in _CORE)
        for one in (wording, *wording.twins)
    )


def _is_elsewhere(piece: Piece, language: str) -> bool:
    return piece.spelling is not None and is_printed_elsewhere(piece.spelling, language)


def is_heard_elsewhere(
    text: str, piece: Piece, known: Known, language: str, lexicon: Lexicon
) -> bool:
    """Tell whether a word of a person's name is as only papers of other languages hear it.

    What its own language gives counts before what others make of it: *Chamenei* is German, though
    an Italian scholar has it so from the Russian.
    """
    roots = known.find_roots(piece.part, language)
    found = [
        spelling
        for spelling in lexicon.find_spellings(fold(text[piece.start : piece.stop]))
        if not roots.isdisjoint(spelling.word.roots)
    ]
    own = next(iter(known.entity.native), "")
    found = [one for one in found if one.word.lang == own] or found
    return bool(found) and all(is_printed_elsewhere(one, language) for one in found)
