"""Foreign by kind: by what a spelling of a person, a place or an acronym is known as foreign.

The English form of a name may be the one that every language has; by its kind, and by how many
languages have a form of their own, it is told which is not.
"""

from functools import lru_cache

from translit.forms.alike import has_other_consonants, part_tail
from translit.forms.elsewhere import is_heard, is_heard_elsewhere
from translit.forms.foreign_given_names import has_foreign_given_name
from translit.forms.own_spelling import is_own_spelling, pick_core
from translit.forms.pieces import Wording, has_whole_given_name
from translit.forms.putting_in_case import is_of_latin_original
from translit.forms.styles import Style
from translit.languages import list_neighbours
from translit.lexicon import Known, Lexicon, Speech, fold_phrase
from translit.schemes import SchemeError, fold, load_scheme
from translit.tables import PersonName, spell_out

# A place for which so many languages have a form of their own is known far from it.
_LEAST_FORMS = 5
# By another spelling than the English one only what many languages have: *Termes* is a family name.
_LEAST_FORMS_OF_A_CITY = 12
_LEAST_OF_AN_ACRONYM = 4  # letters
_LEAST_WORDS = 2
_ENGLISH_PRESS = "press-en"


def is_foreign_person(
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


def is_foreign_place(
    text: str, wording: Wording, form: PersonName | str, speech: Speech, *, is_declined: bool
) -> bool:
    """Tell whether a place whose name the language reads is in its English form, *Chasiv Yar*.

    Where no row says so and only vowels differ, that may be the language's own as well: Polish
    *Karelia, Penza, Gudermes*. Another spelling is so only of what many languages have. The English
    name of a country stands within English names, *Opera for Ukraine*, or is another's; in a case
    it is neither, if it ends as the language's own does: *Kazakhstanului*.
    """
    entity = wording.known.entity
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    is_english = _is_as(written, spell_out(entity.name))
    own = pick_core(form)
    if written == entity.name and fold_phrase(written) in speech.countries:
        # *v Belarusu* is a name that some prefer to *v Bělorusku*
        return is_declined and own[-1:] == written[-1:] and not part_tail(own, speech.code)[1]
    least = _LEAST_FORMS if is_english else _LEAST_FORMS_OF_A_CITY
    is_strange = is_english and has_other_consonants(written, own)
    if len(entity.names) < least and not is_strange:
        return False
    if not has_room(wording, form):
        return False
    return wording.alias is None or "names" not in wording.alias


def is_foreign_organization(
    text: str, wording: Wording, form: PersonName | str, language: str
) -> bool:
    """Tell whether an organization of which the row says how the language prints it is in English.

    Where the row does not, it may be a brand, which is the same in every language: *RusHydro*.
    """
    entity = wording.known.entity
    if entity.kind != "organization" or language not in entity.names:
        return False
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    return _is_as(written, spell_out(entity.name)) and has_room(wording, form)


def is_foreign_acronym(text: str, wording: Wording, style: Style) -> bool:
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
    of_neighbour = any(entity.native.get(one) == written for one in list_neighbours(language))
    alias = wording.alias
    of_others = alias is not None and language not in alias.get("langs", (language,))
    return written == entity.name or of_neighbour or of_others


def is_english_of_no_original(
    text: str, wording: Wording, form: PersonName | str, language: str
) -> bool:
    """Tell whether a name that has no original to follow, *al-Qaeda*, is in its English form.

    An organization's of several words: one word may be what every language calls it. A place's
    that many languages have each in its way: Finnish *Athensissa, Viennassa*.
    """
    entity = wording.known.entity
    if language not in entity.names or any(piece.is_acronym for piece in wording.pieces):
        return False
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    name = spell_out(entity.name)
    if fold_phrase(written) != fold_phrase(name) or not has_room(wording, form):
        return False
    if entity.kind == "place" and is_of_latin_original(wording.known):
        is_known = len(entity.names) >= _LEAST_FORMS_OF_A_CITY
        is_as_written = _is_as(written, name)  # not Hungarian *Tribune de Genève*
        return is_known and is_as_written and has_other_consonants(written, pick_core(form))
    is_told = len(wording.pieces) >= _LEAST_WORDS
    return entity.kind == "organization" and is_told and not entity.native


def is_heard_in_english(
    text: str, wording: Wording, form: PersonName | str, lexicon: Lexicon, *, is_declined: bool
) -> bool:
    """Tell whether a name that is heard rather than read is surely in its English form.

    Only the row says how a language has heard it. A person's family name alone is many people's:
    whether he is meant, the rules ask. A place is known by its English name, *Mbeya*, unless many
    languages have one of their own.
    """
    entity = wording.known.entity
    written = text[wording.pieces[0].start : wording.pieces[-1].stop]
    if isinstance(entity.name, PersonName):
        return _is_as(written, entity.name.family) or has_whole_given_name(wording)
    if is_declined and entity.kind == "place":
        silent = lexicon.name_endings["silent_letters"]
        is_english = written in (entity.name, *map(entity.name.removesuffix, silent))
        return is_english and has_room(wording, form, by_syllables=True)
    if not _is_as(written, entity.name) or len(entity.names) < _LEAST_FORMS:
        return False
    return has_room(wording, form)


def is_heard_abroad(text: str, wording: Wording, language: str, lexicon: Lexicon) -> bool:
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


def has_room(wording: Wording, form: PersonName | str, *, by_syllables: bool = False) -> bool:
    """What was not written is not added: *Rostov* is none of the Spanish *Rostov del Don*.

    With `by_syllables`, a hyphen before a small letter parts no words: *Sin-ťiang*.
    """
    words = spell_out(form).replace("-", " ").split()
    if by_syllables:
        return sum(word[0].isupper() for word in words) <= len(wording.pieces)
    return len(words) <= len(wording.pieces)


def _is_as(written: str, name: str) -> bool:
    """Tell whether a name stands there, or all of it in capitals: a dateline, a headline."""
    return written in (name, name.upper())


@lru_cache(maxsize=16384)
def _has_own_latin_name(known: Known) -> bool:
    """Tell whether English prints a name that the English press convention makes of no original.

    Of a Belarusian it may be the Russian one, *Dmitry Lukashenko*.
    """
    name = known.entity.name
    if isinstance(name, str) or not known.entity.native:
        return not known.entity.native
    made = [
        _is_made(name.family, native.family, lang)
        for lang, native in known.entity.native.items()
        if not isinstance(native, str)
    ]
    return False in made and True not in made


def _is_made(name: str, original: str, lang: str) -> bool | None:
    """Tell whether the English press convention makes a name of an original; None if it cannot."""
    parts = fold(name).split("-")
    words = original.split("-")
    if len(parts) != len(words):
        return False
    try:
        scheme = load_scheme(f"{lang}/{_ENGLISH_PRESS}")
        pairs = zip(parts, words, strict=True)
        return all(part in {*map(fold, scheme.spell(word))} for part, word in pairs)
    except SchemeError:
        return None
