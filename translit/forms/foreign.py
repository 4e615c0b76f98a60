"""Foreign spellings: what a text in another language than English surely has from elsewhere.

Each language has several right forms of a name: *Kyiv* and *Kiev* in French, *Żytomierz* and
*Żytomyr* in Polish, *Beijing* and *Pekín* in Spanish; and *City of London*, *Paris FC*, *RusHydro*
are names in every language. So only what cannot be the language's own is made its own. All of this
was learned from 3 million words of right text in 21 languages. What papers hear rather than read,
Arabic or Chinese, is made the language's own only where the row says how it has heard it.
"""

from translit.forms.elsewhere import is_exonym_elsewhere, is_heard, is_spelled_elsewhere
from translit.forms.foreign_given_names import has_foreign_given_name
from translit.forms.foreign_kinds import (
    has_room,
    is_english_of_no_original,
    is_foreign_acronym,
    is_foreign_organization,
    is_foreign_person,
    is_foreign_place,
    is_heard_abroad,
    is_heard_in_english,
)
from translit.forms.neighbours import is_by_ear, is_neighbours_form
from translit.forms.own_spelling import (
    has_strange_marks,
    is_own_spelling,
    may_be_itself,
    pick_core,
)
from translit.forms.pieces import Wording
from translit.forms.putting_in_case import is_of_latin_original
from translit.forms.styles import Style
from translit.languages import find_way_abroad
from translit.lexicon import Lexicon, fold_phrase
from translit.schemes import fold, is_latin, mixes_scripts
from translit.tables import Entity, PersonName


def is_surely_foreign(
    text: str,
    wording: Wording,
    form: PersonName | str,
    style: Style,
    lexicon: Lexicon,
    *,
    is_declined: bool = False,
) -> bool:
    """Tell whether words are a spelling that the press of a language would not print.

    `text` is what the pieces have their places in, `form` what the language prints; it is not
    English. What `is_declined` is a word of the text, and of no name or title in English.
    """
    language = style.language
    assert language is not None
    speech = lexicon.load_speech(language)
    pieces = wording.pieces
    if any(mixes_scripts(text[piece.start : piece.stop]) for piece in pieces):
        return True  # *Пyтин* with a Latin y
    if any(piece.is_acronym for piece in pieces) and _is_in_script(text, wording, form):
        return is_foreign_acronym(text, wording, style)
    if _is_of_no_paper(text, wording, form, language, is_declined=is_declined):
        return True
    is_called_so = is_exonym_elsewhere(text, wording, form, style)
    if not (is_called_so or _is_derived(text, wording, style)) or _is_own_alias(wording, language):
        return False
    if not _is_in_script(text, wording, form):
        return is_latin(pick_core(form)[:1])  # *Херсон* in German; Russian may quote *Moscow*
    if not isinstance(form, str) and _has_printed_family(text, wording, form):
        return has_foreign_given_name(text, wording, form, style, lexicon)
    if may_be_itself(text, wording, form, speech):
        return False
    if is_heard_abroad(text, wording, language, lexicon):
        return True
    is_strange = is_called_so and has_strange_marks(text, wording, style)
    if not is_strange and is_own_spelling(text, wording, pieces, style):
        return False
    return (is_called_so and has_room(wording, form)) or _is_foreign_name(
        text, wording, form, style, lexicon, is_declined
    )


def _is_of_no_paper(
    text: str, wording: Wording, form: PersonName | str, language: str, *, is_declined: bool
) -> bool:
    """Tell whether a neighbour's form stands there, one by ear, or English with an ending."""
    if is_neighbours_form(text, wording, pick_core(form), language):
        return True
    if _is_by_ear(text, wording, form):
        return True
    return is_declined and is_english_of_no_original(text, wording, form, language)


def _is_foreign_name(
    text: str,
    wording: Wording,
    form: PersonName | str,
    style: Style,
    lexicon: Lexicon,
    is_declined: bool,
) -> bool:
    """Tell whether what is no spelling of the language's own is known as foreign, by its kind."""
    language = style.language or ""
    if is_heard(wording.known):
        return is_heard_in_english(text, wording, form, lexicon, is_declined=is_declined)
    if wording.known.entity.kind == "person":
        return is_foreign_person(text, wording, form, style, lexicon)
    if is_spelled_elsewhere(text, wording, language):
        return has_room(wording, form)
    if wording.known.entity.kind == "place":
        speech = lexicon.load_speech(language)
        return is_foreign_place(text, wording, form, speech, is_declined=is_declined)
    return is_foreign_organization(text, wording, form, language)


def _is_own_alias(wording: Wording, language: str) -> bool:
    """Tell whether an alias may well be the language's own: *Biała Cerkiew*."""
    alias = wording.alias
    return alias is not None and language in (alias.get("langs") or (language,))


def _is_derived(text: str, wording: Wording, style: Style) -> bool:
    """Tell whether the language has the name from an original's letters.

    A town of Latin letters may be known by the Russian ones, *Kishinev* and *Kišiněv*; but its
    English name of today may be a part of another.
    """
    entity = wording.known.entity
    names = entity.names
    own = next(iter(entity.native), "")
    ways = {find_way_abroad(own), find_way_abroad(style.prefers.get(own, own))}
    if "from_russian" in ways:
        return "derived" in ways or style.language in {*names, *entity.native}
    if "kept" in ways and isinstance(entity.name, str) and style.language in names:
        written = text[wording.pieces[0].start : wording.pieces[-1].stop]
        spelled = [piece.spelling for piece in wording.pieces]
        return fold_phrase(written) != fold_phrase(entity.name) and all(
            one and find_way_abroad(one.word.lang) == "derived" for one in spelled
        )
    if is_heard(wording.known):
        return style.language in names
    is_respelled = is_of_latin_original(wording.known) and _is_respelled(entity, style)
    return "derived" in ways or is_respelled


def _is_respelled(entity: Entity, style: Style) -> bool:
    """Tell whether a person of a Latin name is spelled as it sounds, Latvian *Tramps*; with more
    than an ending, as Lithuanian has *Macronas*."""
    own = entity.names.get(style.language or "")
    if style.latin != "respell" or isinstance(entity.name, str) or not isinstance(own, PersonName):
        return False
    return not fold(own.family).startswith(fold(entity.name.family))


def _is_by_ear(text: str, wording: Wording, form: PersonName | str) -> bool:
    """Tell whether a name is written by ear, or a given name beside the family name that the
    language has."""
    named = [piece for piece in wording.pieces if piece.part in ("family", "word")]
    if named and all(is_by_ear(text, piece) for piece in named):
        return True
    given = [piece for piece in wording.pieces if piece.part == "given"]
    return (
        any(is_by_ear(text, piece) for piece in given)
        and not isinstance(form, str)
        and _has_printed_family(text, wording, form)
    )


def _is_in_script(text: str, wording: Wording, form: PersonName | str) -> bool:
    """Tell whether both are in Latin letters or neither."""
    return is_latin(text[wording.pieces[0].start]) == is_latin(pick_core(form)[:1] or "a")


def _has_printed_family(text: str, wording: Wording, form: PersonName) -> bool:
    family = [piece for piece in wording.pieces if piece.part == "family"]
    written = " ".join(text[piece.start : piece.stop] for piece in family)
    return fold_phrase(written) == fold_phrase(form.family)
