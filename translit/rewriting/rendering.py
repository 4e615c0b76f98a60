"""Rendering: what the words of a mention become, in the shape in which they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from translit.mentions import Piece, Reading, Scene, has_whole_given_name, is_space_gap
from translit.rewriting.canonical import CanonicalForms, is_same_form
from translit.rewriting.growing import find_itself
from translit.schemes import split_words
from translit.tables import PersonName

_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_HYPHEN = re.compile("[-\u2010\u2011]")


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
        and not _is_hyphen_alone(scene, reading, change)
    ]
    return _merge(scene, changed)


def _is_hyphen_alone(scene: Scene, reading: Reading, change: Change) -> bool:
    """Tell whether a hyphen is all that changes, in a name that houses join each as they like.

    *Al Qaeda*, *RIA-Novosti* stay; a person or a place has one form: *Nagorno Karabakh*.
    """
    entity = reading.known.entity
    if reading.is_person or (entity.kind == "place" and entity.native):
        return False
    written = scene.text[change.start : change.end]
    return is_same_form(_HYPHEN.sub(" ", written), _HYPHEN.sub(" ", change.after))


def apply_changes(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """Replace spans of a text: (start, end, after) in order, half-open code points.

    Raises ValueError for spans that overlap or are out of order: no text is written twice.
    """
    parts: list[str] = []
    at = 0
    for start, end, after in changes:
        if start < at:
            raise ValueError(f"two changes overlap at code point {start}")
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
        return _given_form(reading, form)
    if part == "patronymic":
        patronymic = forms.patronymic(reading.known)
        # *George H. Bush* does not become *George H.W. Bush*
        return None if patronymic and _INITIAL.fullmatch(patronymic) else patronymic
    if part == "particle":
        return form.particles or None
    if part == "family":
        return _family_form(reading, form, forms.style.use)
    return None


def _given_form(reading: Reading, form: PersonName) -> str | None:
    """Return the given name if all of it stands there: what was not written is not added."""
    if not form.given or not has_whole_given_name(reading):
        return None
    written = sum(piece.width for piece in reading.pieces if piece.part == "given")
    words = form.given.split()
    if len(words) > written and any(_INITIAL.fullmatch(word) for word in words):
        return None  # *George* is not *George H.W.*
    return form.given


def _family_form(reading: Reading, form: PersonName, use: str) -> str:
    short = reading.known.entity.short
    alone = not any(piece.part in ("given", "initial") for piece in reading.pieces)
    if alone and isinstance(short, str) and use == "name":
        return short
    return form.family


def _change_words(scene: Scene, pieces: Sequence[Piece], after: str) -> Iterator[Change]:
    """Change word by word where both sides have as many, joined alike, else all as one.

    White space stays as it is written, also a line break; a hyphen is the canonical form's, and
    what else stands between its words (*&*, a number) is part of it.
    """
    words, gaps = _split(after)
    alike = len(words) == len(pieces) and _are_joined_alike(scene, pieces, gaps)
    if not alike or "." in after or not _is_words(after):
        yield _change_block(scene, pieces, after)
        return
    for piece, word in zip(pieces, words, strict=True):
        yield _change_block(scene, (piece,), word)


@lru_cache(maxsize=16384)
def _split(form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a form and what stands between them."""
    parts = list(split_words(form.replace(".", "")))
    words = tuple(word for gap, word in parts if not gap)
    return words, tuple(word for gap, word in parts if gap)


def _are_joined_alike(scene: Scene, pieces: Sequence[Piece], gaps: Sequence[str]) -> bool:
    """Tell whether white space stands where the canonical form has it, and a hyphen likewise."""
    written = [scene.text[one.stop : other.start] for one, other in pairwise(pieces)]
    if len(written) != len(gaps):
        return True
    return all(
        have == want or (is_space_gap(have) and is_space_gap(want))
        for have, want in zip(written, gaps, strict=True)
    )


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
    after = _keep_line_end(scene, pieces, after)
    return Change(first.start, last.stop, after, first.token, last.last)


def _keep_line_end(scene: Scene, pieces: Sequence[Piece], after: str) -> str:
    """Break a line where it was broken: after as many words, or as many as the form has."""
    written = scene.text[pieces[0].start : pieces[-1].stop]
    broken = _LINE_END.search(written)
    words = after.split(" ")
    if broken is None or len(words) == 1:
        return after
    place = min(len(written[: broken.start()].split()), len(words) - 1)
    return " ".join(words[:place]) + broken[0] + " ".join(words[place:])


def _is_shouted(scene: Scene, piece: Piece) -> bool:
    """Written in capitals as emphasis or in a headline, not because it is an acronym."""
    if piece.is_acronym:
        return False
    written = scene.text[piece.start : piece.stop]  # without the *s* of *PUTIN's*
    return len(written) > 1 and written.isupper()


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
