"""Look-up: every reading of the words of a text, before it is decided who is meant."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from translit.lexicon import Known, Name, Spelling
from translit.mentions.longer_names import is_word_of_another_name
from translit.mentions.persons import read_person
from translit.mentions.reading import Part, Piece, Reading
from translit.mentions.scene import SOFT_SIGN, Scene, find_word
from translit.mentions.words import Form
from translit.schemes import APOSTROPHES, fold

# An alias is a fixed phrase of a few words.
_LONGEST_ALIAS = 6


def look_up(scene: Scene) -> list[Reading]:
    """Return all readings of a text, in the order of their first words."""
    return [
        reading
        for at in scene.capitalised
        for reading in (*_read_aliases(scene, at), *_read_names(scene, at))
    ]


def group_by_span(readings: Iterable[Reading]) -> list[list[Reading]]:
    """Group readings by span; of spans that overlap the longest stays, then the first."""
    spans: dict[tuple[int, int], list[Reading]] = {}
    for reading in readings:
        spans.setdefault((reading.start, reading.end), []).append(reading)
    taken: set[int] = set()
    groups = []
    for _, group in sorted(
        spans.items(), key=lambda item: (-_weight(item[1]), item[0][0], -item[0][1])
    ):
        tokens = {at for reading in group for at in reading.tokens}
        if not tokens & taken:
            taken |= tokens
            groups.append(group)
    return sorted(groups, key=lambda group: group[0].start)


def _weight(group: list[Reading]) -> int:
    return max(len(reading.tokens) for reading in group)


def _read_names(scene: Scene, at: int) -> Iterator[Reading]:
    seen: set[tuple[object, ...]] = set()
    for form in scene.forms(at):
        if form.ending == "plural" and seen:  # *the Brussels Agreement* holds no plural
            break
        for spelling, known in scene.lexicon.find_bearers(form.key):
            if spelling.word.is_acronym and not scene.tokens[at].is_upper:
                continue
            for name in known.find_names(spelling.word):
                for reading in _read_name(scene, at, form, spelling, known, name):
                    mark = (known.id, known.layer, reading.pieces, reading.source == "former")
                    if mark not in seen:
                        seen.add(mark)
                        yield reading


def _read_name(
    scene: Scene, at: int, form: Form, spelling: Spelling, known: Known, name: Name
) -> Iterator[Reading]:
    core = name.core
    part: Part = "family" if known.entity.kind == "person" else "word"
    token = scene.tokens[at]
    acronym = spelling.word.is_acronym
    pieces = [Piece(at, part, token.start, form.stop, form.ending, spelling, is_acronym=acronym)]
    for word in core[1:]:
        at += 1
        if pieces[-1].ending or not scene.follows(at) or not scene.is_free(at):
            return
        if not scene.tokens[at].is_capitalised and word.text not in known.small_words:
            return
        for form in scene.forms(at):
            found = find_word(scene.lexicon.find_spellings(form.key), (word,))
            if found:
                start = scene.tokens[at].start
                pieces.append(Piece(at, part, start, form.stop, form.ending, found))
                break
        else:
            return
    pieces[-1] = _take_soft_sign(scene, pieces[-1])
    if known.entity.kind == "person":
        yield read_person(scene, known, tuple(pieces), name.source)
    else:
        reading = Reading(known, tuple(pieces), name.source, full=len(core) > 1)
        is_part = is_word_of_another_name(scene, reading)
        yield reading.forbid("other-given-name") if is_part else reading


def _take_soft_sign(scene: Scene, piece: Piece) -> Piece:
    """Take in the apostrophe that stands for a final soft sign: *Mariupol'*."""
    if piece.ending or piece.spelling is None or not piece.spelling.word.text.endswith(SOFT_SIGN):
        return piece
    if not scene.has_apostrophe(piece.stop):
        return piece
    return piece._replace(stop=piece.stop + 1)


def _read_aliases(scene: Scene, at: int) -> Iterator[Reading]:
    key = ""
    pieces: list[Piece] = []
    for place in range(at, min(at + _LONGEST_ALIAS, len(scene.tokens))):
        if place > at and not (scene.follows(place) and scene.is_free(place)):
            return
        token = scene.tokens[place]
        for form in _list_alias_forms(scene, place):
            phrase = f"{key} {form.key}".strip()
            last = Piece(place, "alias", token.start, form.stop, form.ending)
            for known, alias in scene.lexicon.find_aliases(phrase):
                if _has_case_of(scene, alias, range(at, place + 1), form.stop):
                    words = tuple(
                        p._replace(is_acronym=_is_acronym(alias)) for p in (*pieces, last)
                    )
                    yield Reading(known, words, "alias", full=place > at, alias=alias)
        key = f"{key} {token.key}".strip()
        pieces.append(Piece(place, "alias", token.start, token.end))
        if not scene.lexicon.starts_alias(key):
            return


def _list_alias_forms(scene: Scene, at: int) -> list[Form]:
    """The forms of a word, and the word as it stands: *Partij van de Regio's* is no possessive."""
    token = scene.tokens[at]
    forms = scene.forms(at)
    return forms if forms[0].stop == token.end else [Form(token.key, token.end), *forms]


def _has_case_of(scene: Scene, alias: Mapping[str, Any], tokens: range, stop: int) -> bool:
    """An acronym is met in capitals only, *GUS*, not *Gus*, and a capital is not left out."""
    first = scene.tokens[tokens.start]
    if _is_acronym(alias) and not scene.text[first.start : min(first.end, stop)].isupper():
        return False
    words = [word for word in alias["text"].replace("-", " ").split() if fold(word)]
    possessive = scene.forms(tokens.stop - 1)[0]
    if possessive.ending and stop > possessive.stop and not set(words[-1]) & set(APOSTROPHES):
        return False  # *Brzezinski's* is not the Lithuanian *Brzezinskis*
    return not any(
        word[0].isupper() and not scene.tokens[at].is_capitalised
        for at, word in zip(tokens, words, strict=True)
    )


def _is_acronym(alias: Mapping[str, Any]) -> bool:
    first = alias["text"].split()[0]
    return len(first) > 1 and first.isupper()
