"""Foreign spellings: what a text in another language than English surely has from elsewhere.

Each language has several right forms of a name: *Kyiv* and *Kiev* in French, *Żytomierz* and
*Żytomyr* in Polish, *Beijing* and *Pekín* in Spanish; and *City of London*, *Paris FC*, *RusHydro*
are names in every language. So only what cannot be the language's own is made its own. All of this
was learned from 3 million words of right text in 21 languages. What papers hear rather than read,
Arabic or Chinese, is made the language's own only where the row says how it has heard it.
"""

from functools import lru_cache

from translit.forms.alike import has_other_consonants, part_tail
from translit.forms.elsewhere import (
    is_exonym_elsewhere,
    is_heard,
    is_heard_elsewhere,
    is_spelled_elsewhere,
)
from translit.forms.foreign_given_names import has_foreign_given_name
from translit.forms.neighbours import is_by_ear, is_neighbours_form
from translit.forms.own_spelling import (
    has_strange_marks,
    is_own_spelling,
    may_be_itself,
    pick_core,
)
from translit.forms.pieces import Wording, has_whole_given_name
from translit.forms.styles import Style
from translit.languages import find_language, find_way_abroad
from translit.lexicon import Known, Lexicon, Speech, fold_phrase
from translit.schemes import (
    SchemeError,
    fold,
    is_latin,
    load_scheme,
    unify_script,
)
from translit.tables import PersonName, spell_out

# A place for which so many languages have a form of their own is known far from it.
_LEAST_FORMS = 5
# By another spelling than the English one only what many languages have: *Termes* is a family name.
_LEAST_FORMS_OF_A_CITY = 12
_LEAST_OF_AN_ACRONYM = 4  # letters
_LEAST_WORDS = 2
_SILENT = "h"  # at the end of an Arabic name, of which an ending takes the place: *Jeddah*
_ENGLISH_PRESS = "press-en"


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
    if any(piece.is_acronym for piece in pieces) and _is_in_script(text, wording, form):
        return _is_foreign_acronym(text, wording, style)
    if _is_of_no_paper(text, wording, form, language, is_declined=is_declined):
        return True
    is_called_so = is_exonym_elsewhere(text, wording, form, style)
    if not (is_called_so or _is_derived(text, wording, style)) or _is_own_alias(wording, language):
        return False
    if not _is_in_script(text, wording, form):
        return is_latin(pick_core(form)[:1])  # *Херсон* in German; Russian may quote *Moscow*
    if _mixes_letters(text, wording):
        return True
    if not isinstance(form, str) and _has_printed_family(text, wording, form):
        return has_foreign_given_name(text, wording, form, style, lexicon)
    if may_be_itself(text, wording, form, speech):
        return False
    if _is_heard_abroad(text, wording, language, lexicon):
        return True
    is_strange = is_called_so and has_strange_marks(text, wording, style)
    if not is_strange and is_own_spelling(text, wording, pieces, style):
        return False
    return (is_called_so and _has_room(wording, form)) or _is_foreign_name(
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
    return is_declined and _is_english_of_no_original(text, wording, form, language)


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
        return _is_heard_in_english(text, wording, form, is_declined)
    if wording.known.entity.kind == "person":
        return _is_foreign_person(text, wording, form, style, lexicon)
    if is_spelled_elsewhere(text, wording, language):
        return _has_room(wording, form)
    is_place = wording.known.entity.kind == "place"
    speech = lexicon.load_speech(language)
    return is_place and _is_foreign_place(text, wording, form, speech, is_declined)


def _is_english_of_no_original(
    text: str, wording: Wording, form: PersonName | str, language: str
) -> bool:
    """Tell whether an organization that has no original, *al-Qaeda*, is in its English form.

    Of several words: one word may be what every language calls it.
    """
    entity = wording.known.entity
    if entity.kind != "organization" or entity.native or language not in entity.names:
        return False
    if len(wording.pieces) < _LEAST_WORDS or any(piece.is_acronym for piece in wording.pieces):
        return False
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    return fold_phrase(written) == fold_phrase(spell_out(entity.name)) and _has_room(wording, form)


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
    return "derived" in ways


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


def _is_heard_in_english(
    text: str, wording: Wording, form: PersonName | str, is_declined: bool
) -> bool:
    """Tell whether a name that is heard rather than read is surely in its English form.

    Only the row says how a language has heard it. A person's family name alone is many people's,
    and a place is known by its English name, *Mbeya*, unless most languages have one of their own.
    """
    entity = wording.known.entity
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    if isinstance(entity.name, PersonName):
        is_whole = not entity.name.given and len(wording.pieces) > 1  # *Saddam Hussein*
        own = (entity.alone or is_whole) and _is_as(written, entity.name.family)
        return own or has_whole_given_name(wording)
    if is_declined and entity.kind == "place":
        is_english = written in (entity.name, entity.name.removesuffix(_SILENT))
        return is_english and _has_room(wording, form, by_syllables=True)
    if not _is_as(written, entity.name) or len(entity.names) < _LEAST_FORMS_OF_A_CITY:
        return False
    return _has_room(wording, form)


def _is_heard_abroad(text: str, wording: Wording, language: str, lexicon: Lexicon) -> bool:
    """Tell whether a person's name is as only papers of other languages have heard it."""
    known = wording.known
    if known.entity.kind != "person" or not is_heard(known):
        return False
    if wording.alias is not None:
        return bool(wording.alias.get("langs"))  # those of others
    if any(piece.part == "given" for piece in wording.pieces) and not has_whole_given_name(wording):
        return False
    return any(
        is_heard_elsewhere(text, piece, known, language, lexicon)
        for piece in wording.pieces
        if piece.part in ("family", "given")
    )


def _is_as(written: str, name: str) -> bool:
    """Tell whether a name stands there, or all of it in capitals: a dateline, a headline."""
    return written in (name, name.upper())


def _has_room(wording: Wording, form: PersonName | str, *, by_syllables: bool = False) -> bool:
    """What was not written is not added: *Rostov* is none of the Spanish *Rostov del Don*.

    With `by_syllables`, a hyphen before a small letter parts no words: *Sin-ťiang*.
    """
    words = spell_out(form).replace("-", " ").split()
    if by_syllables:
        return sum(word[0].isupper() for word in words) <= len(wording.pieces)
    return len(words) <= len(wording.pieces)


def _is_in_script(text: str, wording: Wording, form: PersonName | str) -> bool:
    """Tell whether both are in Latin letters or neither."""
    return is_latin(text[wording.pieces[0].start]) == is_latin(pick_core(form)[:1] or "a")


def _mixes_letters(text: str, wording: Wording) -> bool:
    """Tell whether a word has letters of two scripts that look alike: *Пyтин* with a Latin y."""
    words = (text[piece.start : piece.stop] for piece in wording.pieces)
    return any(word != unify_script(word) for word in words)


def _has_printed_family(text: str, wording: Wording, form: PersonName) -> bool:
    family = [piece for piece in wording.pieces if piece.part == "family"]
    written = " ".join(text[piece.start : piece.stop] for piece in family)
    return fold_phrase(written) == fold_phrase(form.family)


def _is_foreign_person(
    text: str, wording: Wording, form: PersonName | str, style: Style, lexicon: Lexicon
) -> bool:
    """A person who has a Latin name of his own, *Chagall, Klitschko*, keeps it."""
    known = wording.known
    family = [piece for piece in wording.pieces if piece.part == "family"]
    if family and is_own_spelling(text, wording, family, style):
        # *Igor Sikorski* is Polish for him, whatever his given name is elsewhere
        return has_foreign_given_name(text, wording, form, style, lexicon)
    has_form = style.language in {*known.entity.names, *known.entity.native}
    return has_form or not _has_own_latin_name(known)


def _is_foreign_place(
    text: str, wording: Wording, form: PersonName | str, speech: Speech, is_declined: bool
) -> bool:
    """What is known by its English or original name alone keeps it: *Gudermes*.

    The English name of a country stands within English names, *Opera for Ukraine*, or is another's.
    In a case it is neither, if it ends as the language's own does: *Kazakhstanului*.
    """
    entity = wording.known.entity
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    is_english = _is_as(written, spell_out(entity.name))
    own = pick_core(form)
    if written == entity.name and fold_phrase(written) in speech.countries:
        # *v Belarusu* is a name that some prefer to *v Bělorusku*
        return is_declined and own[-1:] == written[-1:] and not part_tail(own, speech.code)[1]
    least = _LEAST_FORMS if is_english else _LEAST_FORMS_OF_A_CITY
    # Where no row says so, *Karelia* and *Penza* may be the language's own as well.
    is_strange = is_declined and is_english and has_other_consonants(written, own)
    if len(entity.names) < least and not is_strange:
        return False
    if not _has_room(wording, form):
        return False
    return wording.alias is None or "names" not in wording.alias


def _is_foreign_acronym(text: str, wording: Wording, style: Style) -> bool:
    """Tell whether an organization of which the press has an acronym has that of English or a
    neighbour; a short one may stand for anything."""
    entity, language = wording.known.entity, style.language or ""
    (piece, *more) = wording.pieces
    written = text[piece.start : piece.stop]
    has_form = language in {*entity.names, *entity.native} or style.unwritten == "english"
    if more or entity.kind != "organization" or not has_form:
        return False
    of_countries = [one for one in entity.names if one.startswith(f"{language}-")]
    if len(written) < _LEAST_OF_AN_ACRONYM or written in map(entity.names.get, of_countries):
        return False  # Brazil says *OTAN*
    of_neighbour = any(
        entity.native.get(one) == written for one in find_language(language).neighbours
    )
    alias = wording.alias
    of_others = alias is not None and language not in alias.get("langs", (language,))
    return written == entity.name or of_neighbour or of_others


@lru_cache(maxsize=16384)
def _has_own_latin_name(known: Known) -> bool:
    """Tell whether English prints a name that the English press convention does not make."""
    entity = known.entity
    name = entity.name
    if not entity.native:
        return True
    lang, native = next(iter(entity.native.items()))
    if isinstance(name, str) or isinstance(native, str):
        return False
    try:
        scheme = load_scheme(f"{lang}/{_ENGLISH_PRESS}")
        made = {fold(word) for word in scheme.spell(native.family)}
    except SchemeError:
        return False
    return fold(name.family) not in made
