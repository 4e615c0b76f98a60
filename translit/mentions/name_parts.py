"""The parts of a name beside the family name: given name, patronymic, initials, particles."""

from collections.abc import Sequence

from translit.lexicon import Known, Spelling, Word
from translit.mentions.damage import find_damaged_word, find_near_word
from translit.mentions.reading import Part, Piece
from translit.mentions.scene import SOFT_SIGN, Scene, find_word
from translit.mentions.words import is_name_gap
from translit.schemes import fold

# In which order, from the family name on, the parts of a name stand.
_BEFORE: tuple[Part, ...] = ("particle", "patronymic", "given")
_AFTER: tuple[Part, ...] = ("given", "patronymic")
_PATRONYMIC_ENDINGS = ("ich", "ych", "ics", "icz", "itsch", "itch", "itj", "vna", "una", "wna")


def read_before(scene: Scene, known: Known, at: int, case_of: str | None) -> list[Piece]:
    """Return the pieces before the family name, in the order of the text."""
    pieces: list[Piece] = []
    place = at - 1
    for part in _BEFORE:
        words = known.find_words(part)
        while place >= 0 and _belongs(scene, place, part):
            piece = _match(scene, place, part, words) or _match_otherwise(
                scene, place, part, words, case_of
            )
            if piece is None or _is_there_already(piece, pieces):
                break
            pieces.insert(0, piece)
            place = piece.token - 1
    while place >= 0 and len(pieces) < 4 and _is_initial_before(scene, place):
        if any(piece.part == "given" for piece in pieces):
            break
        token = scene.tokens[place]
        pieces.insert(0, Piece(place, "initial", token.start, token.end))
        place -= 1
        if len(pieces) == 1:  # *Alexander G. Lukashenko*
            words = known.find_words("given")
            given = (
                _match(scene, place, "given", words) if _belongs(scene, place, "given") else None
            )
            if given:
                pieces.insert(0, given)
                break
    if not any(piece.part in ("given", "initial") for piece in pieces):
        pieces[:0] = _repair_given(scene, known, place)
    return pieces


def _is_there_already(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a word of the name was read before: *Ivan, Ivan Susanin* are two names."""
    found = [other.spelling.word for other in pieces if other.part == piece.part and other.spelling]
    return piece.spelling is not None and piece.spelling.word in found


def _match_otherwise(
    scene: Scene, at: int, part: Part, words: Sequence[Word], case_of: str | None
) -> Piece | None:
    if part == "given" and case_of:
        return _match_case(scene, at, words, case_of)
    return _repair_patronymic(scene, at, words) if part == "patronymic" else None


def _repair_patronymic(scene: Scene, at: int, words: Sequence[Word]) -> Piece | None:
    """Read a patronymic that mixes two languages: *Aliaksandrovich*. It licenses nothing."""
    token = scene.tokens[at]
    if not scene.repairs or not words or not token.key.endswith(_PATRONYMIC_ENDINGS):
        return None
    found = find_near_word(scene.lexicon, token.key, words)
    if found is None:
        return None
    meant, spelling = found
    return Piece(at, "patronymic", token.start, token.end, spelling=spelling, meant=meant)


def _repair_given(scene: Scene, known: Known, at: int) -> list[Piece]:
    """Read a damaged given name beside the family name: *Vladmir Putin*. It licenses nothing."""
    if not scene.repairs or not _belongs(scene, at, "given"):
        return []
    token = scene.tokens[at]
    found = find_damaged_word(scene.lexicon, token.key, known.find_words("given"))
    if found is None:
        return []
    meant, spelling = found
    return [Piece(at, "given", token.start, token.end, spelling=spelling, meant=meant)]


def _belongs(scene: Scene, at: int, part: Part) -> bool:
    if at < 0 or not scene.is_free(at):
        return False
    if not scene.follows(at + 1) and not scene.follows_soft_sign(at + 1):
        return False
    if part == "particle" or scene.tokens[at].is_capitalised:
        return True
    return part == "given" and _is_joined(scene, at)


def _is_initial_before(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    gap = scene.gap(at + 1)
    return token.is_initial and gap.startswith(".") and is_name_gap(gap, after_initial=True)


def _match(scene: Scene, at: int, part: Part, words: Sequence[Word]) -> Piece | None:
    """Match the word, or it and the one before, which some conventions part: *Chin-p'ing*."""
    token = scene.tokens[at]
    for first in (at - 1, at):
        if not words or first < 0 or (first < at and not _is_joined(scene, at)):
            continue
        key = "".join(scene.tokens[n].key for n in range(first, at + 1))
        spellings, soft = scene.lexicon.find_spellings(key), scene.follows_soft_sign(at + 1)
        if soft:  # *Igor' Girkin*
            spellings = tuple(s for s in spellings if s.word.text.endswith(SOFT_SIGN))
        spelling = find_word(spellings, words)
        if spelling:
            start, stop = scene.tokens[first].start, token.end + soft
            return Piece(first, part, start, stop, spelling=spelling, width=at - first + 1)
    return None


def _match_case(scene: Scene, at: int, words: Sequence[Word], lang: str) -> Piece | None:
    """Match a given name in a case: *Władimira*; not *Walerija*, which may be a woman's name."""
    token = scene.tokens[at]
    if scene.is_given_name(at):
        return None
    for language, stem in scene.lexicon.strip_case(token.key):
        spelling = find_word(scene.lexicon.find_spellings(stem), words)
        if spelling and language == lang:
            return Piece(at, "given", token.start, token.end, spelling=spelling)
    return None


def _is_joined(scene: Scene, at: int) -> bool:
    """Tell whether a word and the one before may be two syllables of one given name."""
    if not scene.follows(at) or not scene.is_free(at - 1):
        return False
    if scene.tokens[at].is_initial or scene.tokens[at - 1].is_initial:  # *Ann A.* is no *Anna*
        return False
    hyphened = not scene.follows(at, hyphen=False)  # *Junus-bek*
    return scene.tokens[at - 1].is_capitalised and (hyphened or scene.tokens[at].is_capitalised)


def read_after(scene: Scene, known: Known, at: int) -> list[Piece]:
    """Return the given name and patronymic after a family name: *LUKASHENKA Aliaksandr*."""
    pieces: list[Piece] = []
    place = at + 1
    for part in _AFTER:
        words = known.find_words(part)
        gap_fits = place < len(scene.tokens) and (
            scene.follows_in_line(place) or (not pieces and scene.gap(place) == ", ")
        )
        if not words or not gap_fits or not scene.can_name(place):
            break
        piece = _match_last(scene, place, part, words)
        if piece is None:
            break
        pieces.append(piece)
        place = piece.last + 1
    pieces += _read_initials_after(scene, at, place)
    place = pieces[-1].last + 1 if pieces else place
    if pieces and scene.gap(at + 1) == ", " and _starts_a_name(scene, known, place):
        return []  # *Kadhafi, Mouammar Kadhafi* are two names
    return pieces


def _read_initials_after(scene: Scene, family: int, at: int) -> list[Piece]:
    """Read the initials after a family name, or after the given name: *Sakharov, Andrei D.*"""
    pieces: list[Piece] = []
    while at < len(scene.tokens) and scene.tokens[at].is_initial:
        after_comma = at == family + 1 and scene.gap(at) == ", "
        after_initial = bool(pieces) and is_name_gap(scene.gap(at), after_initial=True)
        if not (after_comma or after_initial or scene.follows_in_line(at)):
            break
        token = scene.tokens[at]
        if scene.text[token.end : token.end + 1] not in (".", ""):  # a pronoun: *Putin I saw*
            break
        pieces.append(Piece(at, "initial", token.start, token.end))
        at += 1
    return pieces


def _starts_a_name(scene: Scene, known: Known, at: int) -> bool:
    """Tell whether a capitalised word or a particle follows a given name at once."""
    if at >= len(scene.tokens) or not scene.follows(at):
        return False
    particles = {fold(word.text) for word in known.find_words("particle")}
    return scene.tokens[at].is_capitalised or scene.tokens[at].key in particles


def _match_last(scene: Scene, at: int, part: Part, words: Sequence[Word]) -> Piece | None:
    """Match the word, or it and the next, with an ending that English put to it."""
    start = scene.tokens[at].start
    for last in (at + 1, at):
        if last > at and not (last < len(scene.tokens) and scene.follows(last)):
            continue
        if last > at and (scene.tokens[at].is_initial or scene.tokens[last].is_initial):
            continue
        before = "" if last == at else scene.tokens[at].key
        for form in scene.forms(last):
            spelling: Spelling | None = find_word(
                scene.lexicon.find_spellings(before + form.key), words
            )
            if spelling:
                width = last - at + 1
                return Piece(at, part, start, form.stop, form.ending, spelling, width)
    return None
