"""Foreign given names: whether one is spelled as another language has it, the text's otherwise."""

from translit.forms.elsewhere import is_heard, is_heard_elsewhere
from translit.forms.given_names import list_given_names
from translit.forms.neighbours import is_by_ear
from translit.forms.own_spelling import is_written
from translit.forms.pieces import Piece, Wording
from translit.forms.styles import Style
from translit.languages import ENGLISH, gives_endings, list_neighbours
from translit.lexicon import Known, Lexicon, fold_phrase, is_printed
from translit.schemes import fold, is_latin
from translit.tables import PersonName


def has_foreign_given_name(
    text: str, wording: Wording, form: PersonName | str, style: Style, lexicon: Lexicon
) -> bool:
    """Tell whether a given name is spelled as English does, not the language: *Sergey* in Czech.

    Where it is one in the language too, if not his, it is right: *Nikolái* as *Nicolás*. So is what
    newspapers make of one that is rare, *Đorge*.
    """
    given = [piece for piece in wording.pieces if piece.part == "given"]
    known = wording.known
    if any(is_by_ear(text, piece) for piece in given):
        return True
    if is_heard(known):
        language = style.language or ""
        return _has_english_given_name(text, wording, form) or any(
            is_heard_elsewhere(text, piece, known, language, lexicon) for piece in given
        )
    return any(_is_foreign_given(text, piece, known, style, lexicon) for piece in given)


def has_own_given_name(text: str, wording: Wording, style: Style) -> bool:
    """Tell whether all of a given name is one that the language has, or writes so of an original.

    The latter if English does not, beside an English family name or one of which no row says how
    the language has it: Danish *Ramsan Kadyrow* is all German, if Danes would write *Ramsan*, too.

    >>> own = list_given_names("de", as_written=True)
    >>> "Julia" in own, "Sergey" in own
    (True, False)
    """
    given = [piece for piece in wording.pieces if piece.part == "given"]
    language = style.language or ""
    own = list_given_names(language, as_written=True)  # Hungarian has *Mária*
    name = wording.known.entity.name
    if isinstance(name, str) or not given:
        return False
    family = "".join(text[p.start : p.stop] for p in wording.pieces if p.part == "family")
    is_english = fold(family) == fold(name.family)
    may_be_written = is_english or language not in wording.known.entity.names
    may_be_written = may_be_written and not gives_endings(language)  # Latvian *Viktors*
    return all(
        (written := text[piece.start : piece.stop]) in own
        or (
            may_be_written
            and fold(written) != fold(name.given)
            and piece.spelling is not None
            and bool(piece.spelling.schemes)
            and is_written(piece.spelling.word, written, style)
        )
        for piece in given
    )


def _has_english_given_name(text: str, wording: Wording, form: PersonName | str) -> bool:
    """Tell whether English hears a given name so and the language otherwise: *Kim Čong-un*.

    How its syllables are joined counts for nothing: *Kim Jong Un*.
    """
    name = wording.known.entity.name
    if isinstance(name, str) or isinstance(form, str) or not form.given:
        return False
    given = [piece for piece in wording.pieces if piece.part == "given"]
    written = "".join(text[piece.start : piece.stop] for piece in given)
    key = _join(written)
    return key == _join(name.given) != _join(form.given)


def _join(name: str) -> str:
    return fold_phrase(name).replace(" ", "")


def _is_foreign_given(
    text: str, piece: Piece, known: Known, style: Style, lexicon: Lexicon
) -> bool:
    language = style.language or ""
    written = text[piece.start : piece.stop]
    roots = known.find_roots("given", language)
    key = _join(written)  # *Чен Ын* is one
    found = [
        spelling
        for spelling in lexicon.find_spellings(key)
        if not roots.isdisjoint(spelling.word.roots)
    ]
    if fold(written) in list_given_names(language):
        return False
    if not is_latin(written[0]):
        langs = {one.word.lang for one in found}
        langs |= {
            one for one in (language, *list_neighbours(language)) if known.has_word(written, one)
        }
        return language not in langs and not langs.isdisjoint(list_neighbours(language))
    if not any(one.word.groups for one in found):
        return False
    name = known.entity.name
    is_english = not isinstance(name, str) and fold(name.given) == fold(written)
    given = "" if isinstance(name, str) else name.given
    is_english |= any(one.schemes and is_printed(one, written, ENGLISH) for one in found)
    return is_english and not any(
        is_written(one.word, written, style)
        or (written != given and is_printed(one, written, language))
        if one.schemes
        else one.word.lang == language
        for one in found
    )
