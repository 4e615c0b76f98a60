"""Own spellings: what the press of a language may itself write, in one of its right forms."""

from collections.abc import Sequence
from functools import lru_cache

from translit.forms.pieces import Piece, Wording
from translit.forms.styles import Style
from translit.languages import ENGLISH, VOCATIVE, read_case
from translit.lexicon import Speech, WordOfName, is_printed
from translit.schemes import SchemeError, fold, fold_marked, has_scheme, romanize
from translit.tables import PersonName, spell_out

_SPOKEN_TO = (VOCATIVE,)  # *Lavrov* is a case of Lavrovs, but in no text
_OWN_LETTERS = frozenset({"sr/gaj"})


def pick_core(form: PersonName | str) -> str:
    """Return the family name of a person, or all of another name."""
    return form if isinstance(form, str) else form.family or form.given


def may_be_itself(text: str, wording: Wording, form: PersonName | str, speech: Speech) -> bool:
    """Tell whether the form itself may stand there, with an ending or in a case.

    *Putins* is not the Latvian name in German, nor *Sarajeva* that of another language in Slovene.
    Or another one that the language prints elsewhere: in Brazil, *Moscou*.
    """
    last = wording.pieces[-1]
    whole = text[wording.pieces[0].start : last.stop]
    if _is_printed_elsewhere(whole, wording, speech.code):
        return True
    *leading, printed = map(fold, pick_core(form).split())
    is_english = whole.casefold() == spell_out(wording.known.entity.name).casefold()
    if is_english and leading and [*map(fold, whole.split()[:-1])] != leading:
        return False  # of *Nizhny Novgorod* only the last word is as Czech has it
    written = fold(text[last.start : last.stop])
    if not last.ending and written == f"{printed}s":
        return True
    word = text[last.start : last.stop]
    return speech.declines and any(
        fold(read.base) == printed and read.cases != _SPOKEN_TO
        for read in read_case(word, speech.code)
    )


def _is_printed_elsewhere(written: str, wording: Wording, language: str) -> bool:
    """Tell whether a row says that the language prints a name so in another country."""
    return any(
        lang.startswith(f"{language}-") and fold_marked(spell_out(name)) == fold_marked(written)
        for lang, name in wording.known.entity.names.items()
    )


def is_own_spelling(text: str, wording: Wording, pieces: Sequence[Piece], style: Style) -> bool:
    """Tell whether these words are what the style's own scheme makes of an original.

    Of two originals either may be right: *Zełenski*, whichever the row prefers. The Latin letters
    of Serbia are right everywhere, but for a place of which the language has a name.
    """
    has_name = style.language in wording.known.entity.names
    # What a language adds, to a woman's name or to each, is among what its scheme may also write.
    takes_all = style.latin == "respell" or wording.known.entity.gender == "f"
    places = {(piece.part, piece.first) for piece in pieces}
    return any(
        all(
            _is_own(
                text,
                piece,
                style,
                takes_all=takes_all or not _is_english(text, piece),
                has_name=has_name,
            )
            for piece in one.pieces
            if (piece.part, piece.first) in places
        )
        for one in (wording, *wording.twins)
    )


def _is_english(text: str, piece: Piece) -> bool:
    """Tell whether English prints a word so: *Zelensky*, and not *Zelenski*."""
    written = text[piece.start : piece.stop]
    return piece.spelling is not None and is_printed(piece.spelling, written, ENGLISH)


def _is_own(text: str, piece: Piece, style: Style, *, takes_all: bool, has_name: bool) -> bool:
    if piece.spelling is None or piece.meant:
        return False
    if not _OWN_LETTERS.isdisjoint(piece.spelling.schemes):
        return piece.part != "word" or not has_name
    word = piece.spelling.word
    if style.prefers.get(word.lang, word.lang) != word.lang:
        return False  # *Lukaschenka* is Belarusian, and the press prints him in Russian
    if takes_all and _find_scheme(word, style) in piece.spelling.schemes:
        return True
    return is_written(word, text[piece.start : piece.stop], style)


def _find_scheme(word: WordOfName, style: Style) -> str:
    """Return the id of the scheme by which papers of a style's language write a word."""
    return style.schemes.get(word.lang, f"{word.lang}/press-{style.language}")


def is_written(word: WordOfName, written: str, style: Style) -> bool:
    """Tell whether that scheme writes a word first as it stands."""
    return fold(_romanize(word.text, _find_scheme(word, style))) == fold(written)


def has_strange_marks(text: str, wording: Wording, style: Style) -> bool:
    """Tell whether marks stand there that the style's scheme has not: German has no *Lwów*."""
    for piece in wording.pieces:
        written = text[piece.start : piece.stop]
        if piece.spelling is not None and not written.isascii():
            word = piece.spelling.word
            made = _romanize(word.text, _find_scheme(word, style))
            if fold(made) == fold(written) and fold_marked(made) != fold_marked(written):
                return True
    return False


@lru_cache(maxsize=16384)
def _romanize(word: str, scheme_id: str) -> str:
    """Return how a scheme writes a word first, or nothing where it cannot or there is none."""
    if not has_scheme(scheme_id):
        return ""
    try:
        return romanize(word, scheme_id)
    except SchemeError:
        return ""
