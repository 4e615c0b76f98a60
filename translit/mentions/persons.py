"""Persons: a family name with what stands before and after it."""

from collections.abc import Iterator

from translit.lexicon import Known, Spelling, Word
from translit.mentions.reading import Piece, Reading
from translit.mentions.scene import Scene, find_word
from translit.mentions.words import is_name_gap
from translit.schemes import fold


def read_person(scene: Scene, known: Known, core: tuple[Piece, ...], source: str) -> Reading:
    """Extend a family name to the given name, patronymic and initials of the same person.

    Another person's given name or initials beside it become the reading's obstacle.
    """
    before = _read_before(scene, known, core[0].token)
    has_given = any(piece.part == "given" for piece in before)
    has_initials = any(piece.part == "initial" for piece in before)
    after: list[Piece] = []
    if not has_given and not has_initials and not core[-1].ending:
        after = _read_after(scene, known, core[-1].token)
    is_mononym = not _words(known, "given")
    reading = Reading(
        known, (*before, *core, *after), source, full=has_given or bool(after) or is_mononym
    )
    obstacle = _find_obstacle(scene, reading, before)
    return reading.forbid(obstacle) if obstacle else reading


def _words(known: Known, wanted: str) -> list[Word]:
    return [
        word
        for name in known.names
        for word, part in zip(name.words, name.parts, strict=True)
        if part == wanted
    ]


def _read_before(scene: Scene, known: Known, at: int) -> list[Piece]:
    """Return the pieces before the family name, in the order of the text."""
    pieces: list[Piece] = []
    place = at - 1
    for part in ("particle", "patronymic", "given"):
        words = _words(known, part)
        while place >= 0 and _belongs(scene, place, part):
            piece = _match(scene, place, part, words)
            if piece is None:
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
            words = _words(known, "given")
            given = (
                _match(scene, place, "given", words) if _belongs(scene, place, "given") else None
            )
            if given:
                pieces.insert(0, given)
                break
    return pieces


def _belongs(scene: Scene, at: int, part: str) -> bool:
    if at < 0 or not scene.follows(at + 1) or not scene.is_free(at):
        return False
    return part == "particle" or scene.tokens[at].is_capitalised


def _is_initial_before(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    gap = scene.gap(at + 1)
    return token.is_initial and gap.startswith(".") and is_name_gap(gap, after_initial=True)


def _match(scene: Scene, at: int, part: str, words: list[Word]) -> Piece | None:
    """Match the word, or it and the one before, which some conventions part: *Chin-p'ing*."""
    token = scene.tokens[at]
    for first in (at - 1, at):
        if not words or first < 0 or (first < at and not _is_joined(scene, at)):
            continue
        key = "".join(scene.tokens[n].key for n in range(first, at + 1))
        spelling = find_word(scene.lexicon.find_spellings(key), words)
        if spelling:
            start = scene.tokens[first].start
            return Piece(first, part, start, token.end, spelling=spelling, width=at - first + 1)
    return None


def _is_joined(scene: Scene, at: int) -> bool:
    """Tell whether a word and the one before may be two syllables of one given name."""
    return scene.follows(at) and scene.is_free(at - 1) and scene.tokens[at - 1].is_capitalised


def _read_after(scene: Scene, known: Known, at: int) -> list[Piece]:
    """Return the given name and patronymic after a family name: *LUKASHENKA Aliaksandr*."""
    pieces: list[Piece] = []
    place = at + 1
    for part in ("given", "patronymic"):
        words = _words(known, part)
        gap_fits = place < len(scene.tokens) and (
            scene.follows(place, hyphen=False) or (not pieces and scene.gap(place) == ", ")
        )
        if not words or not gap_fits or not scene.can_name(place):
            break
        piece = _match_last(scene, place, part, words)
        if piece is None:
            break
        pieces.append(piece)
        place = piece.last + 1
    if pieces and scene.gap(at + 1) == ", " and _starts_a_name(scene, known, place):
        return []  # *Kadhafi, Mouammar Kadhafi* are two names
    return pieces


def _starts_a_name(scene: Scene, known: Known, at: int) -> bool:
    """Tell whether a capitalised word or a particle follows a given name at once."""
    if at >= len(scene.tokens) or not scene.follows(at):
        return False
    particles = {fold(word.text) for word in _words(known, "particle")}
    return scene.tokens[at].is_capitalised or scene.tokens[at].key in particles


def _match_last(scene: Scene, at: int, part: str, words: list[Word]) -> Piece | None:
    """Match the word, or it and the next, with an ending that English put to it."""
    start = scene.tokens[at].start
    for last in (at + 1, at):
        if last > at and not (last < len(scene.tokens) and scene.follows(last)):
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


def _find_obstacle(scene: Scene, reading: Reading, before: list[Piece]) -> str | None:
    initials = [scene.tokens[p.token].key for p in before if p.part == "initial"]
    has_given = any(piece.part == "given" for piece in reading.pieces)
    if initials and not has_given and not _initials_fit(reading.known, initials):
        return "other-initials"
    first, last = reading.tokens.start, reading.tokens.stop - 1
    if first and _is_other_gender(scene, reading, first - 1):
        return "other-gender"
    if first and not initials and scene.follows(first):
        if has_given:
            if _is_somebodys_given_name(scene, first - 1):
                return "other-given-name"
        elif not can_precede(scene, reading.known, first - 1):
            return "other-given-name"
    if last + 1 < len(scene.tokens) and not can_follow(scene, reading, last + 1):
        return "other-given-name"
    return None


def _initials_fit(known: Known, initials: list[str]) -> bool:
    """The last two letters are given name and patronymic; one letter is the given name."""
    parts = ("given", "patronymic") if len(initials) > 1 else ("given",)
    for letter, part in zip(initials, parts, strict=False):
        allowed = "".join(word.initials for word in _words(known, part))
        if allowed and letter not in allowed:
            return False
    return True


def _is_other_gender(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether the word before, with or without a full stop, is said of the other gender."""
    if not is_name_gap(scene.gap(at + 1), after_initial=True):
        return False
    gender = reading.known.entity.gender
    context = scene.lexicon.context
    key = scene.tokens[at].key
    wrong = {"m": context["feminine"], "f": context["masculine"]}
    return gender is not None and key in wrong[gender]


def _is_somebodys_given_name(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if not (token.is_capitalised and scene.is_given_name(at)):
        return False
    if token.key in scene.lexicon.context["auxiliaries"] and scene.starts_sentence(at):
        return False
    return not _is_name_of_something(scene, token.key) or not scene.lexicon.is_ordinary(token.key)


def can_precede(scene: Scene, known: Known, at: int) -> bool:
    """Tell whether the word directly before a family name leaves it this person's."""
    token = scene.tokens[at]
    if not token.is_capitalised or _is_title(scene, known, token.key):
        return True
    if _is_somebodys_given_name(scene, at):
        return False
    if scene.lexicon.is_ordinary(token.key) or token.key in ("a", "i"):
        return True
    return any(_is_name_of_something(scene, form.key) for form in scene.forms(at))


def _is_title(scene: Scene, known: Known, key: str) -> bool:
    context = scene.lexicon.context
    if any(key in context[name] for name in ("feminine", "masculine", "neutral", "labels")):
        return True
    return any(key in title.lower().split() for title in known.entity.titles)


def _is_name_of_something(scene: Scene, key: str) -> bool:
    """Tell whether a word is itself a mention that may stand before a name: *Minsk, Kremlin*."""
    if any(True for _ in scene.lexicon.find_aliases(key)):
        return True
    return any(
        known.entity.kind != "person" or known.entity.alone
        for _, known in scene.lexicon.find_bearers(key)
    )


def can_follow(scene: Scene, reading: Reading, at: int) -> bool:
    """Tell whether the word directly after a name leaves it this entity's."""
    token = scene.tokens[at]
    if reading.pieces[-1].ending or not scene.follows(at) or not token.is_capitalised:
        return True
    context = scene.lexicon.context
    if token.key in context["generations"]:
        return not reading.is_person
    keys = [form.key for form in scene.forms(at)]
    if scene.lexicon.is_ordinary(token.key) or any(_is_name_of_something(scene, k) for k in keys):
        return True
    if token.is_upper or token.key in context["neutral"]:
        return True
    has_given = any(piece.part == "given" for piece in reading.pieces)
    joined = not scene.gap(at).isspace()  # a double surname: *Zelenskyi-Kovalenko*
    if joined or not reading.is_person:
        return False
    return has_given or not scene.is_given_name(at)


def list_titles(known: Known) -> Iterator[str]:
    """Give the titles of a person, lower case."""
    yield from (title.lower() for title in known.entity.titles)
