"""Pieces: the words of a mention, each with the part of the name that it is."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from translit.lexicon import NAMES, Known, Spelling

Part = Literal["given", "patronymic", "particle", "family", "word", "initial", "alias"]
Ending = Literal["", "possessive", "plural"]


class Piece(NamedTuple):
    """One word of a mention: which part of the name it is, and where the name ends in it.

    `part` is given, patronymic, particle, family or word, `initial` for a letter that stands for
    a name, `alias` for a word of a fixed phrase. `first` is the number of its word, `start` and
    `stop` are code points, all of the segment that it was read in; `stop` is before a possessive or
    plural ending.
    """

    first: int
    part: Part
    start: int
    stop: int
    ending: Ending = ""
    spelling: Spelling | None = None
    width: int = 1  # in words: *Chin-p'ing* is two for one 近平
    is_acronym: bool = False  # its capitals are its own
    meant: str = ""  # what a damaged word, or one in a case, was taken for

    @property
    def last(self) -> int:
        """The number of its last word."""
        return self.first + self.width - 1


class Wording(Protocol):
    """What a form is made for: these pieces name this entity, by a name of this `source`."""

    @property
    def known(self) -> Known: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...
    @property
    def source(self) -> str: ...
    @property
    def alias(self) -> Mapping[str, Any] | None: ...
    @property
    def twins(self) -> Sequence["Wording"]: ...


def has_whole_given_name(wording: Wording) -> bool:
    """Tell whether all of a given name stands there: *Abdel* does not become *Abdel Fattah*.

    Its words may be spelled after different originals: *Mohammad Dschawad*.
    """
    written = [p.spelling.word for p in wording.pieces if p.part == "given" and p.spelling]
    if any(word.groups for word in written):
        return True
    names = [
        ([w for w, p in zip(name.words, name.parts, strict=True) if p == "given"], name.source)
        for name in wording.known.names
    ]
    own = [given for given, source in names if given and not source.startswith(NAMES)]
    lengths = set(map(len, own))
    # A language may take *Ahmad* for all of it; what any prints counts if it leaves nothing out.
    own += [one for one, source in names if source.startswith(NAMES) and len(one) in lengths]
    whole = [given for given in own if len(given) == len(written)]
    return bool(whole) and all(
        any(given[place] == word for given in whole) for place, word in enumerate(written)
    )
