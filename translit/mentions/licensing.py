"""Licensing: whether a reading may be believed, by itself and by what else the document names."""

import re
from collections.abc import Iterable, Sequence, Set

from translit.mentions.longer_names import find_other_country, is_word_of_another_name
from translit.mentions.persons import list_titles
from translit.mentions.reading import Reading
from translit.mentions.reasons import Reason
from translit.mentions.scene import Scene
from translit.schemes import APOSTROPHES, fold

_AGE = re.compile(
    r",\s*(?:(?:an?|the)\s+)?\d{1,3}-year-old\b"
    r"|,\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:%|percent|per cent|million|billion|people))"
)
_APPOSITION = re.compile(r",\s+an?\s+((?:[^\W\d_]|[-\s'’]){2,60})")
_TITLE_AFTER = re.compile(r",\s+(?:an?\s+|the\s+)?((?:[^\W\d_]|[-\s'’]){2,60})")
_NOMINATIVES = ("/press-lv", "/press-lt")
_LONGEST_ACRONYM_IN_DOUBT = 3
_LONGEST_NAME = 8  # words in which an acronym is spelled out


def find_own_obstacle(scene: Scene, reading: Reading) -> Reason | None:
    """Return the code of what in the words around a reading forbids or weakens it, or None."""
    if reading.obstacle:
        return reading.obstacle
    if reading.is_person:
        obstacle = _find_person_obstacle(scene, reading)
        if obstacle:
            return obstacle
    if reading.alias is not None:
        return _find_alias_obstacle(scene, reading)
    if find_other_country(scene, reading):
        return "other-country"
    if _may_be_a_plural(scene, reading):
        return "plural"
    return _find_acronym_obstacle(scene, reading)


def _find_acronym_obstacle(scene: Scene, reading: Reading) -> Reason | None:
    """Doubt an acronym in another convention than the canonical one: *SBOE, SWR, KDB*.

    An acronym of a few letters stands for many things, so the text must name somebody of its own
    field; a country or a common word is no such evidence.
    """
    spelling = reading.pieces[0].spelling
    if spelling is None or not spelling.word.is_acronym or spelling.word.lang == "latin":
        return None
    written = scene.text[reading.start : reading.end]
    if fold(written) == fold(str(reading.known.entity.name)):
        return None
    if is_spelled_out(scene, reading):
        return "spelled-out"
    if len(written) > _LONGEST_ACRONYM_IN_DOUBT and reading.known.entity.alone:
        return None
    near: Iterable[str] = reading.known.entity.near
    if scene.tokens[reading.tokens.start].is_latin:
        near = [word for word in near if _is_of_a_field(scene, word)]
    return None if has_word_near(scene, reading, near) else "short-acronym"


def _is_of_a_field(scene: Scene, word: str) -> bool:
    """Tell whether a word is a name, and of less than a country or of those who speak for it."""
    key = fold(word)
    if word.islower() or key in scene.lexicon.countries or key in scene.lexicon.context["powers"]:
        return False
    return any(True for _ in scene.lexicon.find_bearers(key))


def is_spelled_out(scene: Scene, reading: Reading) -> bool:
    """Tell whether words beside an acronym have its letters: *Communist Party of India (CPI)*.

    They stand before the bracket that it is in, or in one after it, capitalised or not.
    """
    letters = fold(scene.text[reading.start : reading.end])
    first, last = reading.tokens.start, reading.tokens.stop - 1
    before = [scene.tokens[at].key for at in range(max(0, first - _LONGEST_NAME), first)]
    after = [
        scene.tokens[at].key
        for at in range(last + 1, min(last + 1 + _LONGEST_NAME, len(scene.tokens)))
    ]
    small = scene.lexicon.context["within_names"]
    return _has_initials(before, letters, small) or _has_initials(after, letters, small)


def _has_initials(words: Sequence[str], letters: str, small: Set[str]) -> bool:
    """Tell whether words in a row start with these letters; small words may stand between."""
    for start in range(len(words)):
        wanted = letters
        for word in words[start:]:
            if wanted and word.startswith(wanted[0]):
                wanted = wanted[1:]
            elif wanted == letters or word not in small:
                break
        if not wanted:
            return True
    return False


def _find_person_obstacle(scene: Scene, reading: Reading) -> Reason | None:
    if not reading.full:
        if reading.is_shared_family and (reading.in_case or reading.is_damaged):
            return "short-form"
        if _stands_after_work(scene, reading, set()):
            return "apposition"
        return "given-name" if _is_bare_given_name(scene, reading) else None
    if _stands_by_title(scene, reading):
        return None
    if _has_strange_apposition(scene, reading):
        return "apposition"
    if reading.known.entity.common and not _stands_before_title(scene, reading):
        return "needs-title"
    return None


def _find_alias_obstacle(scene: Scene, reading: Reading) -> Reason | None:
    assert reading.alias is not None
    if reading.alias.get("suggest"):
        return "suggest-only"
    if is_word_of_another_name(scene, reading):
        return "unknown-word"
    if find_other_country(scene, reading):
        return "other-country"
    near = reading.alias.get("near")
    if reading.pieces[0].is_acronym:
        if is_spelled_out(scene, reading):
            return "spelled-out"
        near = [word for word in near or () if not word.islower()] if near else None
        if near == []:
            return "near"
    return "near" if near and not has_word_near(scene, reading, near) else None


def _is_bare_given_name(scene: Scene, reading: Reading) -> bool:
    """Tell whether a family name that stands alone is also a given name: *Boris* for Borys."""
    if len(reading.pieces) > 1 or reading.is_damaged or reading.in_case:
        return False
    return reading.alias is None and scene.is_given_name(reading.tokens.start)


def find_license(scene: Scene, reading: Reading, named: frozenset[str]) -> Reason | None:
    """Return None if a short form may be believed, else the code of what it lacks.

    `named` are the ids of the entities whose full names are in the document.
    """
    entity = reading.known.entity
    if reading.full:
        return None
    if entity.short is False:
        return "short-form"
    if entity.id in named:
        return None
    if has_word_near(scene, reading, entity.near):
        return None
    if entity.place and has_word(scene, entity.place):
        return None
    if entity.kind == "place" and scene.text[reading.end - 1] in APOSTROPHES:
        return None  # with a soft sign, *Kazan'*, it is nothing else
    if not entity.alone:
        return "short-form" if reading.is_person else "place"
    return None


def is_ordinary(scene: Scene, reading: Reading) -> bool:
    """Tell whether the one word of a reading, initials aside, is also an ordinary word."""
    pieces = [piece for piece in reading.pieces if piece.part != "initial"]
    if len(pieces) > 1:
        return False
    piece = pieces[0]
    if scene.text[piece.stop - 1] in APOSTROPHES:  # with a soft sign it is none: *Perm'*
        return False
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


def speaks_of_a_woman(scene: Scene, reading: Reading) -> bool:
    """Tell whether the text says *she* or *wife*, or names another woman whom a table knows."""
    return bool(scene.women - {scene.tokens[at].key for at in reading.tokens})


def _may_be_a_plural(scene: Scene, reading: Reading) -> bool:
    """A Latvian or Lithuanian nominative in -s is one with the full name only: *the Putins*."""
    spelling = reading.pieces[-1].spelling
    if reading.full or spelling is None or not spelling.schemes:
        return False
    if not all(scheme.endswith(_NOMINATIVES) for scheme in spelling.schemes):
        return False
    return scene.text[reading.end - 1] in "sS"


def _has_strange_apposition(scene: Scene, reading: Reading) -> bool:
    titles = {fold(word) for title in list_titles(reading.known) for word in title.split()}
    if _stands_after_work(scene, reading, titles):
        return True
    rest = scene.text[reading.end : reading.end + 80]
    if _AGE.match(rest):
        return True
    match = _APPOSITION.match(rest)
    if not match:
        return False
    said = {fold(word) for word in match[1].split()}
    return not any(set(title.split()) & said for title in list_titles(reading.known))


def _stands_after_work(scene: Scene, reading: Reading, titles: Set[str]) -> bool:
    """Tell whether work that is not the person's stands before: *the physicist Lev Trotzki*."""
    first = reading.tokens.start
    if not first or not scene.follows(first, hyphen=False):
        return False
    at = first - 1
    if at and scene.tokens[at].key in ("called", "named") and scene.follows(at, hyphen=False):
        at -= 1  # *a cousin called Poroschenko*
    key = scene.tokens[at].key
    return key in scene.lexicon.context["occupations"] and key not in titles


def _stands_by_title(scene: Scene, reading: Reading) -> bool:
    """Tell whether a title of the person stands directly before the name."""
    first = reading.tokens.start
    before = " ".join(token.key for token in scene.tokens[max(first - 6, 0) : first])
    return any(
        before.endswith(" ".join(map(fold, title.split()))) for title in list_titles(reading.known)
    )


def _stands_before_title(scene: Scene, reading: Reading) -> bool:
    """Tell whether a title follows after a comma: *Yakovlev, the former Politburo member*."""
    rest = scene.text[reading.end : reading.end + 80]
    match = _TITLE_AFTER.match(rest)
    if not match:
        return False
    said = " ".join(fold(word) for word in match[1].split())
    return any(
        f" {' '.join(map(fold, title.split()))} " in f" {said} "
        for title in list_titles(reading.known)
    )
