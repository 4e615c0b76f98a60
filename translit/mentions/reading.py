"""A reading: one way to understand a run of words as the name of an entity."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from translit.lexicon import Known, Spelling
from translit.mentions.reasons import Reason
from translit.mentions.words import Ending

# Languages with few family names, of one or two syllables, that stand before the given name.
_FEW_FAMILIES = frozenset({"ja", "ko", "vi", "zh"})


Part = Literal["given", "patronymic", "particle", "family", "word", "initial", "alias"]


class Piece(NamedTuple):
    """One word of a mention: which part of the name it is, and where the name ends in it.

    `part` is given, patronymic, particle, family or word, `initial` for a letter that stands for
    a name, `alias` for a word of a fixed phrase. `stop` is the code point before a possessive or
    plural ending.
    """

    token: int
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
        return self.token + self.width - 1


class Reading(NamedTuple):
    """These pieces name this entity, unless `obstacle` (a reason's code) says that they cannot.

    `full` says that the whole name stands there, not a short form of it.
    """

    known: Known
    pieces: tuple[Piece, ...]
    source: str
    full: bool
    obstacle: Reason | None = None
    alias: Mapping[str, Any] | None = None
    in_case: bool = False
    has_rival: bool = False  # a damaged word is as near to a known word

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].stop

    @property
    def tokens(self) -> range:
        return range(self.pieces[0].token, self.pieces[-1].last + 1)

    @property
    def is_damaged(self) -> bool:
        return not self.in_case and any(piece.meant for piece in self.pieces)

    @property
    def is_person(self) -> bool:
        return self.known.entity.kind == "person"

    @property
    def is_shared_family(self) -> bool:
        """Whether it is a bare family name, and one of the few that all bear: *Kim, Zhou, Abe*."""
        entity = self.known.entity
        return self.is_person and not self.full and next(iter(entity.native), "") in _FEW_FAMILIES

    def forbid(self, obstacle: Reason) -> "Reading":
        return self._replace(obstacle=self.obstacle or obstacle)


def has_whole_given_name(reading: Reading) -> bool:
    """Tell whether all of a given name stands there: *Abdel* does not become *Abdel Fattah*.

    Its words may be spelled after different originals: *Mohammad Dschawad*.
    """
    written = [p.spelling.word for p in reading.pieces if p.part == "given" and p.spelling]
    if any(word.groups for word in written):
        return True
    names = [
        [w for w, p in zip(name.words, name.parts, strict=True) if p == "given"]
        for name in reading.known.names
    ]
    whole = [given for given in names if given and len(given) == len(written)]
    return bool(whole) and all(
        any(given[place] == word for given in whole) for place, word in enumerate(written)
    )
