"""Texts: the promises hold for any text, in each style and with each option."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tests.bench.attack.broken import (
    Broken,
    StallError,
    is_worth_shrinking,
    no_stall,
    shown,
    shrink,
)
from tests.bench.attack.promises import check_pieces
from tests.bench.attack.writing import Piece, choose_cast, join, write
from translit import Normalizer

_TEXTS_OF_A_ROUND = 6
_STALL = 5.0  # seconds
OPTIONS: Sequence[Mapping[str, Any]] = (
    {}, {}, {}, {"renamed": "rewrite"}, {"fuzzy": "suggest"}, {"fuzzy": "off"}, {"style": "de"},
    {"style": "fr"}, {"style": "pl"}, {"style": "fi"}, {"style": "native"}, {"style": "bgn-pcgn"},
    {"style": "guardian", "renamed": "rewrite"}, {"style": "un"},
)  # fmt: skip


def attack(seed: int) -> Iterator[Broken]:
    """Give what a few texts about the same names break."""
    draw = random.Random(f"texts {seed}")
    options = draw.choice(OPTIONS)
    cast = choose_cast(draw)
    for _ in range(_TEXTS_OF_A_ROUND):
        pieces = write(cast, draw)
        for promise in _list_broken(pieces, options):
            yield _describe(pieces, options, promise)


def _list_broken(pieces: Sequence[Piece], options: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the promises that a text breaks, with what was said; a new normalizer is asked."""
    try:
        with no_stall(_STALL):
            return dict(reversed(list(check_pieces(pieces, Normalizer(**options)))))
    except StallError as stall:
        return {"a short text is done at once": str(stall)}
    except Exception as error:
        return {f"no text raises ({type(error).__name__})": repr(error)}


def _describe(pieces: Sequence[Piece], options: Mapping[str, Any], promise: str) -> Broken:
    def fails(candidate: Sequence[Piece], given: Mapping[str, Any]) -> bool:
        return promise in _list_broken(candidate, given)

    if is_worth_shrinking(promise):
        options = {} if options and fails(pieces, {}) else options
        pieces = shrink(pieces, partial(fails, given=options), tries=120)
        pieces = _shrink_letters(pieces, partial(fails, given=options))
    said = _list_broken(pieces, options).get(promise, "")
    return Broken(promise, shown(join(pieces)), shown_plain(said), options)


def _shrink_letters(
    pieces: Sequence[Piece], fails: Callable[[Sequence[Piece]], bool]
) -> Sequence[Piece]:
    """Leave out letters of the pieces that are nothing particular."""
    for number, piece in enumerate(pieces):
        if piece.protected or piece.man:
            continue

        def put(
            letters: Sequence[str], whole: Sequence[Piece] = pieces, at: int = number
        ) -> Sequence[Piece]:
            return [*whole[:at], replace(whole[at], text="".join(letters)), *whole[at + 1 :]]

        def fails_with(letters: Sequence[str], put: Callable[..., Any] = put) -> bool:
            return fails(put(letters))

        pieces = put(shrink(list(piece.text), fails_with, tries=150))
    return pieces


def shown_plain(said: str) -> str:
    """Return what was said on one line, not too long."""
    line = shown(said, 700)
    return line[1:-1] if line[:1] in "'\"" else line
