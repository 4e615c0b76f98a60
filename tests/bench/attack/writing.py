"""Texts to attack with: pieces that are put together, so that a failure can be taken apart."""

import random
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tests.bench.attack.names import Named, feminine, list_men, list_named, spell, spell_word
from tests.bench.attack.shapes import FRAMES, PROTECTED, SENTENCES, SHAPES

_GAPS = (" ", " ", " ", " ", ". ", ", ", "\n", "\n\n", "", "-", "'s ", "/", "\r\n", "\u00a0", " (")
_WOMEN = ("Olena", "Anna", "Mrs", "Maria", "Ms", "Frau", "Pani", "actress", "his wife")


@dataclass(frozen=True)
class Piece:
    """A piece of a text. `protected` must come back as it is; `man` may not be made of it."""

    text: str
    protected: bool = False
    man: str = ""


def join(pieces: Sequence[Piece]) -> str:
    """Return the text of the pieces."""
    return "".join(piece.text for piece in pieces)


def choose_cast(draw: random.Random, number: int = 4) -> Sequence[Named]:
    """Return those whom a text is about; few, so that they meet one another."""
    cast = draw.sample(list_named(), number)
    return [*cast, draw.choice(list_men())]


def write(cast: Sequence[Named], draw: random.Random, most: int = 12) -> list[Piece]:
    """Return the pieces of a text about a cast."""
    pieces: list[Piece] = []
    for _ in range(draw.randint(1, most)):
        pieces += [_write_piece(cast, draw), Piece(draw.choice(_GAPS))]
    if draw.random() < 0.1:
        pieces = [replace(p, text=unicodedata.normalize("NFD", p.text)) for p in pieces]
    if draw.random() < 0.1:
        pieces += draw.choices(pieces, k=3)
    return pieces


def write_prose(cast: Sequence[Named], draw: random.Random, sentences: int) -> str:
    """Return sentences that look like news, with no more than ordinary oddities."""
    written = []
    for _ in range(sentences):
        sentence = draw.choice(SENTENCES)
        for _ in range(3):
            sentence = sentence.replace("{}", name(cast, draw), 1)
        written.append(sentence + draw.choice((" ", " ", "\n", "\n\n")))
    return "".join(written)


def name(cast: Sequence[Named], draw: random.Random) -> str:
    """Return one of the cast in some spelling and shape."""
    words = spell(draw.choice(cast), draw)
    return draw.choice(SHAPES)(words, draw) if words else ""


def _write_piece(cast: Sequence[Named], draw: random.Random) -> Piece:
    choice = draw.random()
    if choice < 0.5:
        return Piece(_fill(draw.choice(FRAMES), cast, draw))
    if choice < 0.7:
        return Piece(_fill(draw.choice(SENTENCES), cast, draw))
    if choice < 0.78:
        words = " ".join(spell(draw.choice(cast), draw)).split()  # a part may be of two
        token = draw.choice(PROTECTED).replace("{}", draw.choice(("", "-", "_")).join(words))
        token = token.replace("{{", "{").replace("}}", "}")
        return Piece(f" {token} ", protected=True)
    if choice < 0.84:
        return _write_woman(cast, draw)
    return Piece(_write_noise(cast, draw))


def _fill(frame: str, cast: Sequence[Named], draw: random.Random) -> str:
    while "{}" in frame:
        frame = frame.replace("{}", name(cast, draw).replace("{}", ""), 1)
    return frame


def _write_woman(cast: Sequence[Named], draw: random.Random) -> Piece:
    """Return a woman who bears the name of a man that the tables know."""
    man = cast[-1]
    found = feminine(man)
    if found is None:
        return Piece(man.canonical[-1])
    written = spell_word(*found, draw)
    frame = draw.choice((". {woman} {}, 26, said that ", ". {woman} {} left. ", ". {}, 26, left. "))
    sentence = frame.format(written, woman=draw.choice(_WOMEN))
    return Piece(sentence, man=man.canonical[-1])


def _write_noise(cast: Sequence[Named], draw: random.Random) -> str:
    choice = draw.randrange(9)
    if choice == 0:
        return "".join(draw.choice(draw.choice(_categories())) for _ in range(draw.randint(1, 6)))
    if choice == 1:
        return name(cast, draw) + draw.choice(draw.choice(_categories())) + name(cast, draw)
    if choice == 2:
        return draw.choice(("\ud800", "\udfff", "\udc80")) + name(cast, draw)
    if choice == 3:
        return name(cast, draw) * draw.randint(2, 30)
    if choice == 4:
        return draw.choice("aA-'.’<@/#`({") * draw.choice((2, 3, 50, 700)) + name(cast, draw)
    if choice == 5:
        return " ".join(draw.choices(("Mr", "the", "and", "of", "I", "A.", "–", "now"), k=3))
    if choice == 6:
        return "😀👩‍👩‍👧🇺🇦" + name(cast, draw) + "🏴\U000e0067"
    if choice == 7:
        prose = write_prose(cast, draw, 2)
        start = draw.randrange(len(prose))
        return prose[start : start + draw.randint(1, 60)]
    return "<" + draw.choice(("p", "b", "![", "!--", "/", "a href='")) + name(cast, draw) + ">"


@cache
def _categories() -> Sequence[Sequence[str]]:
    """Return the code points of each general category of Unicode."""
    found: dict[str, list[str]] = {}
    for code in range(sys.maxunicode + 1):
        letters = found.setdefault(unicodedata.category(chr(code)), [])
        if len(letters) < 2000:
            letters.append(chr(code))
    return [letters for _, letters in sorted(found.items())]
