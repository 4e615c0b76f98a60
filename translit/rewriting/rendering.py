"""Rendering: what the words of a mention become, in the shape in which they stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from translit.mentions import Piece, Reading, Scene
from translit.rewriting.canonical import CanonicalForms, is_same_form
from translit.rewriting.growing import find_itself
from translit.schemes import split_words
from translit.tables import PersonName


class Change(NamedTuple):
    """These code points of the text become `after`; `first` and `last` number their words."""

    start: int
    end: int
    after: str
    first: int
    last: int


def list_changes(scene: Scene, reading: Reading, forms: CanonicalForms) -> list[Change]:
    """Return the changes of a mention: one for each maximal run of words that change."""
    return _correct_article(scene, reading, _list_word_changes(scene, reading, forms))


def render(scene: Scene, reading: Reading, forms: CanonicalForms) -> str:
    """Return the text of the whole mention after its changes."""
    start = reading.start
    changes = _list_word_changes(scene, reading, forms)
    return apply_changes(
        scene.text[start : reading.end],
        [(change.start - start, change.end - start, change.after) for change in changes],
    )


def _list_word_changes(scene: Scene, reading: Reading, forms: CanonicalForms) -> list[Change]:
    changed = [
        change
        for change in _change_pieces(scene, reading, forms)
        if not is_same_form(scene.text[change.start : change.end], change.after)
    ]
    return _merge(scene, changed)


def apply_changes(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Replace spans of a text: (start, end, after) in order, half-open code points."""
    parts: list[str] = []
    at = 0
    for start, end, after in changes:
        parts += (text[at:start], after)
        at = end
    return "".join((*parts, text[at:]))


def _change_pieces(scene: Scene, reading: Reading, forms: CanonicalForms) -> Iterator[Change]:
    form = forms.form(reading.known)
    if reading.alias is not None:
        phrase = _fill_alias(reading, form)
        if not _would_grow(reading, phrase):
            yield _change_block(scene, reading.pieces, phrase)
    elif reading.source == "former" or isinstance(form, str):
        if not _would_grow(reading, _full(form)):
            yield from _change_words(scene, reading.pieces, _full(form))
    elif not _would_grow(reading, _family_form(reading, form, forms.style.use)):
        for part, group in groupby(reading.pieces, key=lambda piece: piece.part):
            pieces = list(group)
            after = _part_form(reading, forms, form, part)
            if after:
                yield from _change_words(scene, pieces, after)


def _would_grow(reading: Reading, printed: str) -> bool:
    in_plural = reading.pieces[-1].ending == "plural"
    return find_itself(reading.known, printed, in_plural=in_plural) is not None


def _full(form: PersonName | str) -> str:
    return form if isinstance(form, str) else form.full


def _fill_alias(reading: Reading, form: PersonName | str) -> str:
    assert reading.alias is not None
    return str(reading.alias.get("as", "{name}")).replace("{name}", _full(form))


def _part_form(reading: Reading, forms: CanonicalForms, form: PersonName, part: str) -> str | None:
    """Return what one part of a person's name becomes; None leaves it as it stands."""
    if part == "given":
        return (form.given or None) if _has_whole_given_name(reading) else None
    if part == "patronymic":
        return forms.patronymic(reading.known)
    if part == "particle":
        return form.particles or None
    if part == "family":
        return _family_form(reading, form, forms.style.use)
    return None


def _has_whole_given_name(reading: Reading) -> bool:
    """What was not written is not added: *Abdel* does not become *Abdel Fattah*."""
    written = [p.spelling.word for p in reading.pieces if p.part == "given" and p.spelling]
    if any(word.groups for word in written):
        return True
    return any(
        given and all(word in written for word in given)
        for name in reading.known.names
        if (given := [w for w, p in zip(name.words, name.parts, strict=True) if p == "given"])
    )


def _family_form(reading: Reading, form: PersonName, use: str) -> str:
    short = reading.known.entity.short
    alone = not any(piece.part in ("given", "initial") for piece in reading.pieces)
    if alone and isinstance(short, str) and use == "name":
        return short
    return form.family


def _change_words(scene: Scene, pieces: Sequence[Piece], after: str) -> Iterator[Change]:
    """Change word by word where there are as many on both sides, else all as one.

    What stands between the words of the form (*&*, a number) is part of it.
    """
    words = _split(after)
    if len(words) != len(pieces) or "." in after or not _is_words(after):
        yield _change_block(scene, pieces, after)
        return
    for piece, word in zip(pieces, words, strict=True):
        yield _change_block(scene, (piece,), word)


@lru_cache(maxsize=16384)
def _split(form: str) -> tuple[str, ...]:
    return tuple(word for gap, word in split_words(form.replace(".", "")) if not gap)


@lru_cache(maxsize=16384)
def _is_words(form: str) -> bool:
    """Tell whether a form is words, and hyphens or single gaps between them, and nothing else."""
    return all(len(part) == 1 and not part.isdigit() for gap, part in split_words(form) if gap)


def _change_block(scene: Scene, pieces: Sequence[Piece], after: str) -> Change:
    first, last = pieces[0], pieces[-1]
    if all(_is_shouted(scene, piece) for piece in pieces):
        after = after.upper()
    elif first.part == "particle" and scene.starts_sentence(first.token):
        after = after[:1].upper() + after[1:]
    return Change(first.start, last.stop, after, first.token, last.last)


def _is_shouted(scene: Scene, piece: Piece) -> bool:
    """Written in capitals as emphasis or in a headline, not because it is an acronym."""
    if piece.is_acronym:
        return False
    return scene.tokens[piece.token].is_upper


def _merge(scene: Scene, changes: Sequence[Change]) -> list[Change]:
    """Join changes of neighbouring words into one, with what stands between them."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].last + 1 == change.first:
            before = merged.pop()
            gap = scene.text[before.end : change.start]
            change = Change(
                before.start,
                change.end,
                before.after + gap + change.after,
                before.first,
                change.last,
            )
        merged.append(change)
    return merged


def _correct_article(scene: Scene, reading: Reading, changes: list[Change]) -> list[Change]:
    """Take *a* or *an* along where the row says which of them the new form takes."""
    at = reading.tokens.start - 1
    takes_an = reading.known.entity.an
    if not changes or takes_an is None or changes[0].first != reading.tokens.start:
        return changes
    if at < 0 or scene.tokens[at].key not in ("a", "an") or not scene.follows(at + 1, hyphen=False):
        return changes
    token = scene.tokens[at]
    article = "an" if takes_an else "a"
    if token.key == article:
        return changes
    if token.text[0].isupper():
        article = article.capitalize()
    first = changes[0]
    after = article + scene.text[token.end : first.start] + first.after
    return [Change(token.start, first.end, after, at, first.last), *changes[1:]]
