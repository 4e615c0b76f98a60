"""Damage: words that are one or two letters from a name, and whose name it can be.

rapidfuzz proposes, and only what nothing else explains is taken: no ordinary word, no known word,
no spelling of anything, not the other gender's form, and one entity clearly nearest.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from translit.lexicon import Known, Lexicon, Spelling, Word

_SHORTEST = 6
_LONG = 9
_CORE = ("family", "word")
_SURNAME_SHAPES = ("ov", "ev", "in", "yn", "ko", "uk", "ich", "ykh", "onok", "enok", "yuk", "iuk")
_SURNAME_ENDINGS = (
    "ov",
    "ova",
    "ev",
    "eva",
    "ovich",
    "evich",
    "chuk",
    "enko",
    "yan",
    "dze",
    "shvili",
)
# A spelling that fewer conventions give is rarer in print than a known word.
_ESTABLISHED = 2
# Endings by which a Slavic family name belongs to a man or to a woman; damage never crosses them.
_FEMININE_ENDINGS = ("a", "ia", "aya", "aja", "aia")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A damaged word taken for `meant`, a spelling of these entities."""

    meant: str
    distance: int
    bearers: tuple[tuple[Spelling, Known], ...]
    has_rival: bool  # a known word, such as a real surname, is as near


_MOST_PROPOSALS = 8192
# By lexicon, and gone with it: one that is made for a single call must not stay.
_proposals: WeakKeyDictionary[Lexicon, dict[str, "Proposal | None"]] = WeakKeyDictionary()


def propose(lexicon: Lexicon, key: str) -> Proposal | None:
    """Return what a folded word may be a damaged form of, or None where that is not clear.

    >>> from translit.lexicon import open_lexicon
    >>> propose(open_lexicon((), default_tables=True), "zelnskyi").meant
    'zelenskyi'
    """
    known = _proposals.setdefault(lexicon, {})
    if key in known:
        return known[key]
    if len(known) >= _MOST_PROPOSALS:
        known = _proposals[lexicon] = {}
    proposal = known[key] = _propose(lexicon, key)
    return proposal


def _propose(lexicon: Lexicon, key: str) -> Proposal | None:
    if len(key) < _SHORTEST or not key.isascii() or not key.isalpha():
        return None
    if any(lexicon.is_ordinary(k) or lexicon.is_known_word(k) for k in (key, _singular(key))):
        return None
    if lexicon.find_spellings(key) or lexicon.find_spellings(_singular(key)):
        return None
    if key.endswith(tuple(lexicon.context["towns"])):  # *Putino* is a village
        return None
    return _choose(lexicon, key, list(_find_near(lexicon, key)))


def _singular(key: str) -> str:
    """Without a plural or possessive *s*: *the Skripals* are no damaged *Skripal*."""
    return key.removesuffix("s")


def _find_near(lexicon: Lexicon, key: str) -> Iterator[tuple[str, int]]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 2 if len(key) >= _LONG else 1
    lengths = range(max(len(key) - most, _SHORTEST - 1), len(key) + most + 1)
    for choices in (lexicon.list_spellings(key[0], length) for length in lengths):
        for meant, distance, _ in process.extract(
            key, choices, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            other = key.startswith(meant) or meant.startswith(key) or _crosses_gender(key, meant)
            if not other:
                yield meant, int(distance)


def _has_other_ending(key: str, meant: str) -> bool:
    """Tell whether an ending makes another name of it: *Lukashenkov, Zelenskaya, Putinovich*."""
    return any(key.endswith(e) and not meant.endswith(e) for e in _SURNAME_ENDINGS)


def _is_shaped_as_surname(key: str, meant: str) -> bool:
    """Tell whether a word may well be a surname of its own: *Petrushev, Mishutin, Gromeko*.

    It ends as surnames do and has no letter group that none has: damage mostly leaves one.
    """
    if not key.endswith(_SURNAME_SHAPES):
        return False
    return key[:3] != meant[:3] or not _has_odd_letters(key)


def _has_odd_letters(key: str) -> bool:
    """Tell whether a letter is doubled, or three consonants stand together, as in few names."""
    doubled = any(a == b for a, b in pairwise(key))
    return doubled or re.search(r"[bcdfghjklmnpqrstvwxz]{4}|[aeiou]{3}", key) is not None


def _crosses_gender(key: str, meant: str) -> bool:
    return key.endswith(_FEMININE_ENDINGS) != meant.endswith(_FEMININE_ENDINGS)


def _is_slip(key: str, meant: str, distance: int) -> bool:
    """A slip within a word: villages are named alike, and an adjective differs by its ending."""
    return key[-1] == meant[-1] and (distance == 1 or len(meant) > _LONG)


def _is_one_word(known: Known, spelling: Spelling) -> bool:
    """The word is the whole of a name, or the whole family name: not the *Novgorod* of *Nizhny*."""
    return any(
        [word for word, part in zip(name.words, name.parts, strict=True) if part in _CORE]
        == [spelling.word]
        for name in known.names
    )


def _choose(lexicon: Lexicon, key: str, near: list[tuple[str, int]]) -> Proposal | None:
    if not near:
        return None
    least = min(distance for _, distance in near)
    bearers: list[tuple[Spelling, Known]] = []
    nearest = sorted({meant for meant, distance in near if distance == least})
    for meant in nearest:
        for spelling, known in lexicon.find_bearers(meant):
            is_person = known.entity.kind == "person"
            sure = not _has_other_ending(key, meant) if is_person else _is_slip(key, meant, least)
            if sure and _is_one_word(known, spelling):
                bearers.append((spelling, known))
    if not bearers:
        return None
    established = any(
        not spelling.schemes or len(spelling.schemes) >= _ESTABLISHED for spelling, _ in bearers
    )
    rivals = _find_known_near(lexicon, key, least - 1 if established else least)
    ids = {known.id for _, known in bearers}
    if _is_shaped_as_surname(key, nearest[0]):
        return Proposal(nearest[0], least, tuple(bearers), True)
    has_rival = any(ids.isdisjoint(k.id for _, k in lexicon.find_bearers(r)) for r in rivals)
    return Proposal(nearest[0], least, tuple(bearers), has_rival)


def _find_known_near(lexicon: Lexicon, key: str, most: int) -> Iterator[str]:
    """Give the known words as near as that: *Zielnski* is as near to Zieliński as to Zelensky."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = lexicon.list_known_words(key[0]) if most > 0 else ()
    for word, _, _ in process.extract(
        key, words, scorer=OSA.distance, score_cutoff=most, limit=None
    ):
        yield word


def find_damaged_word(
    lexicon: Lexicon, key: str, words: Sequence[Word]
) -> tuple[str, Spelling] | None:
    """Return the spelling of one of these words that a folded word is a damaged form of, or None.

    The word is not explained otherwise: no ordinary, known or given name's word.
    """
    if len(key) < _SHORTEST or not key.isascii() or not key.isalpha():
        return None
    if lexicon.is_ordinary(key) or lexicon.is_known_word(key) or lexicon.find_spellings(key):
        return None
    return find_near_word(lexicon, key, words)


def find_near_word(
    lexicon: Lexicon, key: str, words: Sequence[Word]
) -> tuple[str, Spelling] | None:
    """Return the spelling of one of these words nearest to a folded word, if near, or None."""
    for meant, _ in sorted(_find_near(lexicon, key), key=lambda pair: (pair[1], pair[0])):
        for spelling in lexicon.find_spellings(meant):
            if spelling.word in words:
                return meant, spelling
    return None
