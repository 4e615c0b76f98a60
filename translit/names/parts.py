"""The parts of a name as it is written: titles, particles, initials, and its words in order.

The family name is put last where a comma or capitals tell which it is: *Putin, Vladimir*;
*LUKASHENKA Aliaksandr*.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from translit.datafolder import find_data_folder
from translit.names.known_words import default_lexicon
from translit.schemes import INVISIBLE, fold, split_words

_COMMA = re.compile(r"[,،，、]")
_HYPHENS = frozenset("-\u2010\u2011")
_LONGEST_ABBREVIATION = 3
_NO_MARKS = str.maketrans("", "", INVISIBLE)


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name; `is_initial` where it stands for a longer one, with a stop or without.

    `may_be_initials` are capitals that may be several initials in one: the *VV* of *Putin VV*.
    """

    text: str
    is_initial: bool = False
    may_be_initials: bool = False
    hyphened: bool = False  # to the part before it


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts. `words` are those that tell names apart, given names first."""

    words: tuple[NameWord, ...]
    titles: tuple[str, ...]
    particles: tuple[str, ...]

    def cut_initials(self) -> "Parts":
        """Return the name with capitals that may be initials read so: *Putin VV* as *V V*."""
        words: list[NameWord] = []
        for part in self.words:
            letters = part.text if part.may_be_initials else ()
            words += [NameWord(letter, is_initial=True) for letter in letters] or [part]
        return replace(self, words=tuple(words))


def read_parts(name: str) -> Parts:
    """Return the parts of a name in any script.

    >>> [part.text for part in read_parts("Dr. Putin, Vladimir V.").words]
    ['Vladimir', 'V', 'Putin']
    """
    texts = _COMMA.split(name.translate(_NO_MARKS))
    segments = [_Segment(text, is_first=not place) for place, text in enumerate(texts)]
    titles = tuple(title for segment in segments for title in segment.titles)
    particles = tuple(particle for segment in segments for particle in segment.particles)
    family, *given = [segment.words for segment in segments if segment.words] or [[]]
    words = [part for segment in given for part in segment] + family
    if not given:
        words = _put_capitals_last(words)
    return Parts(tuple(_mark_capitals(words)), titles, particles)


class _Segment:
    """What stands before, between or after the commas of a name."""

    def __init__(self, text: str, *, is_first: bool) -> None:
        self.titles: list[str] = []
        self.particles: list[str] = []
        self.words: list[NameWord] = []
        tokens = list(_cut(text))
        for place, (gap, word, after) in enumerate(tokens):
            is_last = place == len(tokens) - 1
            # *Mayor* by itself is a name; *Mr*, or *Mayor* after a comma, is none.
            may_be_name = (
                is_last and is_first and not self.titles and not _is_title(word, short=True)
            )
            if not self.words and _is_title(word) and not may_be_name:
                self.titles.append(fold(word))
            elif not is_last and _is_particle(word, after):
                self.particles.append(fold(word))
            else:
                initial = _is_initial(word, after)
                self.words.append(NameWord(word, initial, hyphened=gap in _HYPHENS))


def _cut(text: str) -> Iterator[tuple[str, str, str]]:
    """Give each word with what stands before and after it."""
    pieces = [("", True)] + [(piece, is_gap) for is_gap, piece in split_words(text)]
    for place, (piece, is_gap) in enumerate(pieces):
        if not is_gap and any(map(str.isalpha, piece)):
            before, after = pieces[place - 1], (*pieces[place + 1 : place + 2], ("", True))[0]
            yield before[0].strip(), piece, after[0]


def _is_initial(word: str, after: str) -> bool:
    letters = sum(map(str.isalpha, word))
    if word.lower() == word.upper() or _is_generation(word):
        return False  # a script without capitals has words of one letter
    return letters == 1 or (after.startswith(".") and letters <= _LONGEST_ABBREVIATION)


def _is_title(word: str, *, short: bool = False) -> bool:
    return fold(word) in _titles("short_titles") or (not short and fold(word) in _titles("titles"))


def _is_particle(word: str, after: str) -> bool:
    joined = after in _HYPHENS
    particles = default_lexicon().load_speech("en").lists["particles"]
    return fold(word) in particles and (joined or word.islower())


def _is_generation(word: str) -> bool:
    return fold(word) in default_lexicon().load_speech("en").lists["generations"]


def _put_capitals_last(words: list[NameWord]) -> list[NameWord]:
    """Put a family name in capitals last, if nothing else of the name is: *WANG Yang*."""
    full = [part for part in words if not part.is_initial]
    capitals = [part for part in full if _is_in_capitals(part.text)]
    if len(capitals) != 1 or words[0] is not capitals[0]:
        return words
    return [*words[1:], words[0]]


def _is_in_capitals(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 1 and word.isupper()


def _mark_capitals(words: Sequence[NameWord]) -> Iterator[NameWord]:
    """Mark two or three capitals beside a word that has small letters too."""
    small = any(any(map(str.islower, part.text)) for part in words)
    for part in words:
        word = part.text
        few = 1 < len(word) <= _LONGEST_ABBREVIATION and word.isalpha() and word.isupper()
        ambiguous = small and few and not part.is_initial and not _is_generation(word)
        yield replace(part, may_be_initials=ambiguous)


@cache
def load_name_parts() -> Mapping[str, Any]:
    """Return the rows of `data/name_parts.toml`."""
    path = find_data_folder() / "name_parts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _titles(kind: str) -> frozenset[str]:
    return frozenset(map(fold, load_name_parts()[kind]))
