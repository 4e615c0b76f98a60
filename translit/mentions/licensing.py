"""Licensing: whether a reading may be believed, by itself and by what else the document names."""

import re
from collections.abc import Iterable

from translit.mentions.persons import list_titles
from translit.mentions.reading import Reading
from translit.mentions.scene import Scene
from translit.schemes import fold

_AGE = re.compile(r",\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:%|percent|per cent|million|billion|people))")
_APPOSITION = re.compile(r",\s+an?\s+((?:[^\W\d_]|[-\s'’]){2,60})")
_NOMINATIVES = ("/press-lv", "/press-lt")
_LONGEST_ACRONYM_IN_DOUBT = 3


def find_own_obstacle(scene: Scene, reading: Reading) -> str | None:
    """Return the code of what in the words around a reading forbids or weakens it, or None."""
    entity = reading.known.entity
    if reading.obstacle:
        return reading.obstacle
    if reading.is_person and reading.full and not _stands_by_title(scene, reading):
        if _has_strange_apposition(scene, reading):
            return "apposition"
        if entity.common:
            return "needs-title"
    if reading.alias is not None:
        if reading.alias.get("suggest"):
            return "suggest-only"
        near = reading.alias.get("near")
        if near and not has_word_near(scene, reading, near):
            return "near"
    elif _may_be_a_plural(scene, reading):
        return "plural"
    elif _is_short_acronym(scene, reading) and not has_word_near(scene, reading, entity.near):
        return "short-acronym"
    return None


def find_license(scene: Scene, reading: Reading, named: frozenset[str]) -> str | None:
    """Return None if a short form may be believed, else the code of what it lacks.

    `named` are the ids of the entities whose full names are in the document.
    """
    entity = reading.known.entity
    if reading.full or entity.id in named:
        return None
    if has_word_near(scene, reading, entity.near):
        return None
    if entity.place and has_word(scene, entity.place):
        return None
    if not entity.alone:
        return "short-form" if reading.is_person else "place"
    return None


def is_ordinary(scene: Scene, reading: Reading) -> bool:
    """Tell whether the one word of a reading, initials aside, is also an ordinary word."""
    pieces = [piece for piece in reading.pieces if piece.part != "initial"]
    if len(pieces) > 1:
        return False
    piece = pieces[0]
    return scene.lexicon.is_ordinary(fold(scene.text[piece.start : piece.stop]))


def has_word_near(scene: Scene, reading: Reading, words: Iterable[str]) -> bool:
    """Tell whether one of these words is in the sentence of a reading, outside it."""
    wanted = {fold(word) for word in words}
    if not wanted:
        return False
    return any(
        token.key in wanted or _bare(token.key) in wanted
        for token in scene.sentence_tokens(reading.start)
        if not reading.start <= token.start < reading.end
    )


def has_word(scene: Scene, words: Iterable[str]) -> bool:
    """Tell whether one of these words, or a phrase of them, is in the text."""
    return any(scene.holds(phrase) for phrase in words)


def _bare(key: str) -> str:
    return key.removesuffix("s")


def _is_short_acronym(scene: Scene, reading: Reading) -> bool:
    spelling = reading.pieces[0].spelling
    if spelling is None or not spelling.word.is_acronym or spelling.word.lang == "latin":
        return False
    return len(scene.tokens[reading.tokens.start].text) <= _LONGEST_ACRONYM_IN_DOUBT


def _may_be_a_plural(scene: Scene, reading: Reading) -> bool:
    """A Latvian or Lithuanian nominative in -s is one with the full name only: *the Putins*."""
    spelling = reading.pieces[-1].spelling
    if reading.full or spelling is None or not spelling.schemes:
        return False
    if not all(scheme.endswith(_NOMINATIVES) for scheme in spelling.schemes):
        return False
    return scene.text[reading.end - 1] in "sS"


def _has_strange_apposition(scene: Scene, reading: Reading) -> bool:
    rest = scene.text[reading.end : reading.end + 80]
    if _AGE.match(rest):
        return True
    match = _APPOSITION.match(rest)
    if not match:
        return False
    said = {fold(word) for word in match[1].split()}
    return not any(set(title.split()) & said for title in list_titles(reading.known))


def _stands_by_title(scene: Scene, reading: Reading) -> bool:
    """Tell whether a title of the person stands directly before the name."""
    first = reading.tokens.start
    before = " ".join(token.key for token in scene.tokens[max(first - 6, 0) : first])
    return any(
        before.endswith(" ".join(map(fold, title.split()))) for title in list_titles(reading.known)
    )
