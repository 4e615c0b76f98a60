"""Needs: what a reading, by its spelling and its row, wants of its text to be believed."""

from collections.abc import Iterable, Sequence

from translit.forms import Piece, has_other_consonants, part_tail
from translit.languages import ENGLISH, UNTOLD, find_way_abroad
from translit.lexicon import Known, Lexicon, Speech, fold_phrase, is_of_press, is_printed
from translit.page import ORDINARY, Vocabulary
from translit.readings.reading import Need, Reading
from translit.schemes import APOSTROPHES, adds_endings, fold, is_latin

_CORE = ("family", "word")
_PRESS = "/press-"
_PRESS_EN = f"{_PRESS}{ENGLISH}"
_SHORTEST = 6
_LEAST_FORMS = 5  # of as many languages a row of somebody known has the form
_ENTITY = "entity "
_GIVEN = "given"


def is_foreign(lexicon: Lexicon, text: str, reading: Reading, lang: str) -> bool:
    """Tell whether a place or a short form is spelled as the language of the text has it not.

    Only of what is to be changed: a former name and an alias are asked for otherwise.
    """
    if reading.alias is not None:
        return "abroad" in reading.alias and lang not in reading.alias["langs"]
    if not reading.changes or reading.source in ("former", "other"):
        return False
    kind = reading.known.entity.kind
    if kind not in ("place", "person"):
        return reading.is_seldom  # of what is no place or person, most spellings mean nothing else
    if kind == "person" and reading.full:
        return False
    if kind == "place" and lang in (ENGLISH, UNTOLD) and _is_nowhere(reading):
        return True  # nothing says whether this is the country: only what it may be else does
    if kind == "place" and _lacks_apostrophe(lexicon, text, reading):
        return True
    if kind == "place" and reading.is_translated and _is_otherwise_printed(text, reading, lang):
        return True
    return not any(
        all(
            piece.spelling is None or is_printed(piece.spelling, written, lang)
            for piece, written in zip(one.pieces, _list_written(text, one), strict=True)
            if piece.part in _CORE
        )
        for one in (reading, *reading.twins)
    )


def _is_otherwise_printed(text: str, reading: Reading, lang: str) -> bool:
    """Tell whether the row says that the language prints the place otherwise: *Susa* in Italian is
    no Shusha, which has that name there, too.
    """
    name = reading.known.entity.names.get(lang)
    if not isinstance(name, str):
        return False
    written = [fold(one) for one in _list_written(text, reading)]
    return written != [fold(one) for one in name.replace("-", " ").split()]


def _lacks_apostrophe(lexicon: Lexicon, text: str, reading: Reading) -> bool:
    """Tell whether only an apostrophe parts a given name from the place: *Luan* and Lu'an."""
    known = reading.known
    name, written = known.entity.name, " ".join(_list_written(text, reading))
    if not isinstance(name, str) or fold(name) != fold(written):
        return False
    is_bare = any(map(name.count, APOSTROPHES)) and not any(map(written.count, APOSTROPHES))
    return is_bare and _GIVEN in lexicon.alone.find_others(known, written)


def _list_written(text: str, reading: Reading) -> Sequence[str]:
    """Return the pieces as they stand, or their base forms if they stand in a case."""
    return reading.bases or [text[piece.start : piece.stop] for piece in reading.pieces]


def is_seldom(lexicon: Lexicon, text: str, reading: Reading) -> bool:
    """Tell whether no press prints the name so, and it is a word or a given name that is met.

    *Arctica* is no likely spelling of Арктика, which one list of passports alone gives; nor is
    *Volina*, which is Волинь with an ending of Latvian: with that, it may be nearly any name.
    """
    if reading.alias is not None or not reading.changes or reading.source in ("former", "other"):
        return False
    core = [piece for piece in reading.pieces if piece.part in _CORE]
    if len(core) > 1 or (reading.is_person and reading.full):
        return False
    pieces = (piece for one in (reading, *reading.twins) for piece in one.pieces)
    schemes = [p.spelling.schemes if p.spelling else () for p in pieces if p.part in _CORE]
    written = reading.bases[0] if len(reading.bases) == 1 else text[core[0].start : core[0].stop]
    if _is_heard_elsewhere(reading, written):
        others = lexicon.alone.find_others(reading.known, written)
        return any(not _is_printed_alike(lexicon, reading.known, one) for one in others)
    if any(not some or any(map(is_of_press, some)) for some in schemes):
        return False
    ends = (adds_endings(scheme) for some in schemes for scheme in some if _PRESS in scheme)
    if lexicon.is_known_word(fold(written)) or (not reading.is_person and any(ends)):
        return True
    found = None if reading.is_person else lexicon.find_world(written)
    return found is not None and found.given


def _is_printed_alike(lexicon: Lexicon, known: Known, other: str) -> bool:
    """Tell whether English has the same name for what else a spelling may be: Mizuho Fukushima."""
    found = lexicon.find_entity(other.removeprefix(_ENTITY)) if other.startswith(_ENTITY) else None
    if found is None:
        return False
    mine, its = (
        name if isinstance(name, str) else name.family
        for name in (known.entity.name, found.entity.name)
    )
    return mine == its


def _is_heard_elsewhere(reading: Reading, written: str) -> bool:
    """Tell whether English has a name of the Far or Near East otherwise than this.

    Such names are short and heard: by way of Russian, or as other papers write them, *Cancun* is
    Changchun.
    """
    if find_way_abroad(next(iter(reading.known.entity.native), ENGLISH)) != "heard":
        return False
    spellings = (p.spelling for one in (reading, *reading.twins) for p in one.pieces)
    return not any(one is None or is_printed(one, written, ENGLISH) for one in spellings)


def stands_alone(
    lexicon: Lexicon, text: str, reading: Reading, offset: int = 0, *, is_english: bool
) -> bool:
    """Tell whether a spelling is known as nothing else; `offset` is where its segment starts.

    Of what is to be changed more is asked. A user's row that says nowhere where it is may take a
    spelling from a row that is weaker, but from no country, word or person.
    """
    known = reading.known
    core = [piece for piece in reading.pieces if piece.part in _CORE]
    if reading.is_foreign and reading.alias is not None and "abroad" in reading.alias:
        # it was read because it is nothing else
        return not is_english and lexicon.alone.is_eligible(known)
    if not core or reading.alias is not None:
        return False
    written = text[offset + core[0].start : offset + core[-1].stop]
    if reading.is_foreign and len(core) == len(reading.bases) == 1:
        written = reading.bases[0]
    if reading.changes and (known.countries or not known.layer):
        return lexicon.stands_alone(known, written)
    if reading.changes and known.entity.kind == "place":
        return (
            _is_likely(core, written)
            and not _is_another_word(lexicon, written)
            and not _list_stronger(lexicon, known, written)
        )
    is_asked = known.entity.kind == "place" or (known.layer > 0 and known.entity.alone)
    return is_asked and not lexicon.alone.find_others(known, written)


def _is_nowhere(reading: Reading) -> bool:
    """Tell whether a row of a user says nowhere where the place is."""
    return reading.known.layer > 0 and not reading.known.countries


def _is_likely(core: Sequence[Piece], written: str) -> bool:
    """Tell whether the press of English prints the name so, or that of some language if it is long.

    Short words are too many to be all known: *Avana* and *Havana* are no Avan.
    """
    schemes = [
        piece.spelling.schemes for piece in core if piece.spelling and piece.spelling.schemes
    ]
    if any(_PRESS_EN in scheme for some in schemes for scheme in some):
        return True
    letters = sum(map(str.isalpha, written))  # *Qur'an* has five
    return letters >= _SHORTEST and all(any(map(is_of_press, some)) for some in schemes)


def _is_another_word(lexicon: Lexicon, written: str) -> bool:
    """Tell whether a spelling is met, and no place that is known is called so: *Bolshevik*."""
    key = fold(written)
    if not lexicon.is_known_word(key):
        return False
    found = lexicon.find_world(written)
    return not (found and found.places) and not any(
        other.entity.kind == "place"
        and not other.layer
        and any(name.core == (spelling.word,) for name in other.names)
        for spelling, other in lexicon.find_bearers(key)
    )


def _list_stronger(lexicon: Lexicon, known: Known, written: str) -> list[str]:
    """Return what else a spelling may be that a user's row does not take it from."""
    if fold_phrase(written).replace(" ", "-") in lexicon.countries:
        return [written]
    others = lexicon.alone.find_others(known, written)
    return [
        one
        for one in others
        if not one.startswith(_ENTITY) or one.removeprefix(_ENTITY) in lexicon.countries
    ]


def is_ordinary(vocabulary: Vocabulary, text: str, reading: Reading, speech: Speech) -> bool:
    """Tell whether the one word of a reading, initials aside, is also an ordinary word.

    So is what speaks of another country: *Kazakh* is a language, and Gazakh is in Azerbaijan.
    """
    pieces = [piece for piece in reading.pieces if piece.part != "initial"]
    if len(pieces) > 1:
        return False
    start, stop = pieces[0].start, pieces[0].stop
    written = text[start:stop]
    if written[-1] in APOSTROPHES:  # with a soft sign it is none: *Perm'*
        return False
    if vocabulary.find(written).facts & ORDINARY:
        return True
    if _speaks_of_another_country(written, reading, speech):
        return True
    while text[stop : stop + 1].isalpha():  # Dutch *Sinds* is no possessive of *Sind*
        stop += 1
    whole = vocabulary.find(text[start:stop])
    return whole.text != written and bool(whole.facts & ORDINARY or whole.is_given_name)  # *James*


def _speaks_of_another_country(written: str, reading: Reading, speech: Speech) -> bool:
    spoken_of = speech.country_stems.get(fold(written))
    is_elsewhere = spoken_of is not None and spoken_of.isdisjoint(reading.known.countries)
    return is_elsewhere and bool(reading.changes) and not reading.is_person


def find_need(lexicon: Lexicon, text: str, reading: Reading, speech: Speech) -> Need | None:
    """Return what a reading needs of its text to be believed; None if perhaps nothing.

    That is what the licences of `translit.judging` ask for, where they ask of the words alone; an
    ordinary word, such as *The* for Thae, changes only with the full name there.
    """
    entity = reading.known.entity
    if reading.is_strange and reading.is_person:
        return None  # whoever is meant, he is not called so in the language
    if reading.is_ordinary:
        return Need(entity.id)
    if reading.alias is not None and not reading.is_foreign:
        near = reading.alias.get("near")
        by_country = entity.kind == "place" and not speech.is_english
        countries = frozenset(reading.known.countries if by_country else ())
        return Need("", _fold_first_words(near), countries) if near else None
    is_damaged = not reading.in_case and any(
        piece.meant for piece in reading.pieces if piece.part in _CORE
    )
    if not reading.is_foreign and (reading.full or (entity.alone and not is_damaged)):
        return None
    if entity.kind == "place" and text[reading.end - 1] in APOSTROPHES:
        return None  # its soft sign is enough
    if entity.kind == "place" and not is_latin(text[reading.start]):
        return None  # its own script may be
    written = text[reading.start : reading.end]
    if not speech.is_english and (
        reading.find_base(written) == entity.name
        or entity.heads
        or is_unlike_its_form(text, reading, speech.code)
    ):
        return None  # in another language the English form, or a head of state, is nothing else
    can_stand = not reading.is_person or (entity.alone and not is_damaged)
    if can_stand and stands_alone(lexicon, text, reading, is_english=speech.is_english):
        return None
    words = (*entity.near, *entity.place)
    # with initials or a damaged given name, a title of the person is enough
    is_titled = any(p.part == "initial" or (p.part == "given" and p.meant) for p in reading.pieces)
    if is_damaged or is_titled or (reading.is_person and not speech.is_english):
        words = (*words, *lexicon.list_titles(reading.known, speech.code))
    is_told_by_country = reading.is_foreign or not (reading.is_person and speech.is_english)
    countries = frozenset(reading.known.countries if is_told_by_country else ())
    return Need(entity.id, _fold_first_words(words), countries)


def is_unlike_its_form(text: str, reading: Reading, lang: str, offset: int = 0) -> bool:
    """Tell whether a known person's family name is in its English form, of which the one that the
    language prints differs by more than vowels, German *Kadyrov*, which is *Kadyrow*; or the row
    itself says what that is, Finnish *Majakovski*.

    `text` is what `reading` has its places in, after `offset` code points.
    """
    entity = reading.known.entity
    if isinstance(entity.name, str) or len(entity.names) < _LEAST_FORMS or not reading.changes:
        return False
    named = [at for at, piece in enumerate(reading.pieces) if piece.part == "family"]
    if len(named) != 1 or reading.is_damaged:
        return False
    piece = reading.pieces[named[0]]
    written = text[offset + piece.start : offset + piece.stop]
    own = reading.base_output.split()[-1] if reading.cases else reading.changes[-1].after
    base = reading.bases[named[0]] if reading.cases else written
    if base.isupper() or not is_english_family(base, reading):
        return False
    return lang in entity.names or has_other_consonants(base, own.split()[-1])


def is_english_family(base: str, reading: Reading) -> bool:
    """Tell whether a base form is the family name of a person as English has it, in any letters.

    Of a word in a case, how it ends may be the language's: *Tarkovskiemu* is of *Tarkovski*.
    """
    name = reading.known.entity.name
    if isinstance(name, str):
        return False
    keys = [fold(one) for one in (base, name.family)]
    return len({part_tail(key, ENGLISH)[0] if reading.cases else key for key in keys}) == 1


def _fold_first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase.split()[0]) for phrase in phrases)
