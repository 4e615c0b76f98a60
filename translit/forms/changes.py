"""Changes: what is written anew, in the shape of what stood there.

Capitals, line breaks and gaps stay as they are written; only the words change.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from translit.forms.pieces import Piece
from translit.languages import write_in_capitals
from translit.schemes import INVISIBLE, fold, split_words

_LINE_END = re.compile(r"[^\S\r\n]*[\r\n]\s*")
_SPACE = re.compile(rf"[\s{INVISIBLE}]+")


class Change(NamedTuple):
    """These code points become `after`; `first` and `last` number their words."""

    start: int
    end: int
    after: str
    first: int
    last: int

    @property
    def keys(self) -> list[str]:
        """The look-up keys of the words that it writes."""
        return [fold(word) for word in self.after.replace("-", " ").split()]


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


def merge_changes(text: str, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Join changes of neighbouring words into one, with what stands between them."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].last + 1 == change.first:
            before = merged.pop()
            gap = text[before.end : change.start]
            after = before.after + (gap or " ") + change.after  # 习近平 has no space
            change = Change(before.start, change.end, after, before.first, change.last)
        merged.append(change)
    return tuple(merged)


def keeps_line_ends(written: str, after: str) -> bool:
    """Tell whether what is written anew has as many line ends as what stood there."""
    return len(_LINE_END.findall(written)) == len(_LINE_END.findall(after))


def change_words(
    text: str, pieces: Sequence[Piece], after: str, opens: bool, lang: str
) -> Iterator[Change]:
    """Change word by word where both sides have as many, joined alike, else all as one.

    White space stays as it is written, also a line break; a hyphen is the canonical form's, and
    what else stands between its words (*&*, a number) is part of it.
    """
    words, gaps = _split(after)
    alike = len(words) == len(pieces) and _are_joined_alike(text, pieces, gaps)
    if not alike or "." in after or not _is_words(after):
        yield change_block(text, pieces, after, opens, lang)
        return
    for piece, word in zip(pieces, words, strict=True):
        yield change_block(text, (piece,), word, opens, lang)


def change_block(text: str, pieces: Sequence[Piece], after: str, opens: bool, lang: str) -> Change:
    """Return the change of some words as one, in the capitals of a language where they stand so.

    With `opens`, it stands at the start of a sentence, where a particle takes a capital.
    """
    first, last = pieces[0], pieces[-1]
    words = [piece for piece in pieces if not piece.is_acronym]
    if words and all(_is_shouted(text, piece) for piece in words):  # *AEK ATENAS*
        after = write_in_capitals(after, lang)
    elif opens and first.part == "particle":
        after = after[:1].upper() + after[1:]
    after = _keep_line_end(text, pieces, after)
    return Change(first.start, last.stop, after, first.first, last.last)


@lru_cache(maxsize=16384)
def _split(form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a form and what stands between them."""
    parts = list(split_words(form.replace(".", "")))
    words = tuple(word for gap, word in parts if not gap)
    return words, tuple(word for gap, word in parts if gap)


def _are_joined_alike(text: str, pieces: Sequence[Piece], gaps: Sequence[str]) -> bool:
    """Tell whether white space stands where the canonical form has it, and a hyphen likewise."""
    written = [text[one.stop : other.start] for one, other in pairwise(pieces)]
    if len(written) != len(gaps):
        return True
    return all(
        have == want or (_SPACE.fullmatch(have) and _SPACE.fullmatch(want))
        for have, want in zip(written, gaps, strict=True)
    )


@lru_cache(maxsize=16384)
def _is_words(form: str) -> bool:
    """Tell whether a form is words, and hyphens or single gaps between them, and nothing else."""
    return all(len(part) == 1 and not part.isdigit() for gap, part in split_words(form) if gap)


def _keep_line_end(text: str, pieces: Sequence[Piece], after: str) -> str:
    """Break lines where they were broken: after as many words, or as many as the form has."""
    written = text[pieces[0].start : pieces[-1].stop]
    breaks = list(_LINE_END.finditer(written))
    words = after.split(" ")
    if not breaks or len(words) <= len(breaks):
        return after
    gaps = [" "] * (len(words) - 1)
    for left, broken in zip(range(len(breaks), 0, -1), breaks, strict=True):
        place = min(len(written[: broken.start()].split()), len(words) - left)
        gaps[place - 1] = broken[0]
    return words[0] + "".join(map(str.__add__, gaps, words[1:]))


def _is_shouted(text: str, piece: Piece) -> bool:
    """Written in capitals as emphasis or in a headline, not because it is an acronym."""
    if piece.is_acronym:
        return False
    written = text[piece.start : piece.stop]  # without the *s* of *PUTIN's*
    return len(written) > 1 and written.isupper()
