"""Standing alone: which spellings are known as nothing else, so that nothing must tell of them.

*Peking*, *Lwiw* and *Selenskyj* are nobody else's names, in whatever text they stand.
"""

from functools import lru_cache

from translit.lexicon import Known, Lexicon, WorldName
from translit.readings.reading import Reading
from translit.schemes import SchemeError, fold, fold_marked, load_scheme

_PRESS = "/press-"
_SHORTEST = 4  # letters


def may_stand_alone(lexicon: Lexicon, text: str, reading: Reading) -> bool:
    """Tell whether a spelling, marks as written, is nothing but this well-known name.

    It is so of a country, a capital or a large city, and of the family name of a person whose row
    is `alone`; the press of some language prints it so, and no other name or word is known that
    is spelled so. Of what is canonical as it stands, no more is asked than the last.
    """
    if len(reading.pieces) > 1 or not (
        _is_well_known(reading.known) or (not reading.changes and not reading.is_person)
    ):
        return False
    piece = reading.pieces[0]
    written = text[piece.start : piece.stop]
    if len(written) < _SHORTEST or piece.spelling is None or piece.spelling.word.is_acronym:
        return False
    if reading.changes and not _is_printed(reading, written):
        return False
    return not _is_something_else(lexicon, reading.known, written)


def _is_printed(reading: Reading, written: str) -> bool:
    spellings = [one.pieces[0].spelling for one in (reading, *reading.twins)]
    return any(
        one is not None and _is_printed_somewhere(one.schemes, one.word.text, written)
        for one in spellings
    )


def _is_well_known(known: Known) -> bool:
    entity = known.entity
    if entity.kind == "person":
        return entity.alone
    if not known.countries:
        return entity.alone and known.layer > 0  # a user's own row, which says nothing more
    return bool(entity.capital_of or entity.size == "large" or known.id in known.countries)


@lru_cache(maxsize=1 << 14)
def _is_printed_somewhere(schemes: tuple[str, ...], word: str, written: str) -> bool:
    """Tell whether a press convention writes a word so, marks and all."""
    marked = fold_marked(written)
    for scheme_id in schemes:
        if _PRESS not in scheme_id:
            continue
        try:
            spellings = load_scheme(scheme_id).spell(word)
            if any(fold_marked(one) == marked for one in spellings):
                return True
        except SchemeError:
            continue
    return False


def _is_something_else(lexicon: Lexicon, known: Known, written: str) -> bool:
    others = {other.id for _, other in lexicon.find_bearers(fold(written))} - {known.id}
    if any(not _is_kin(lexicon, known, other) for other in others):
        return True
    if lexicon.load_speech("und").find_spoken(written):
        return True
    found = lexicon.find_world(written, as_written=True)
    return found is not None and _is_another(lexicon, known, found)


def _is_kin(lexicon: Lexicon, known: Known, other_id: str) -> bool:
    """Tell whether another that is spelled so is a longer or shorter name of the same place."""
    other = lexicon.find_entity(other_id)
    return other is not None and known.id in (*other.entity.within, *other.countries)


def _is_another(lexicon: Lexicon, known: Known, found: WorldName) -> bool:
    """Tell whether a name of the world is another than this entity's own."""
    if known.entity.kind != "person":
        return found.given or found.family or not set(found.places) <= set(known.countries)
    if found.given or found.places:
        return True
    name = known.entity.name
    own = lexicon.find_world(name if isinstance(name, str) else name.family, as_written=False)
    return found.family and (own is None or not found.is_same(own))
