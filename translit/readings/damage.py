"""Damage: words that are one or two letters from a name, and whose name it can be.

rapidfuzz measures what the lexicon proposes, and only what nothing else explains is taken: no
ordinary word, no known word, no spelling of anything, not the other gender's form, and one entity
clearly nearest.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from translit.languages import ENGLISH
from translit.lexicon import (
    KNOWN_WORD,
    ORDINARY,
    SPELLED,
    Known,
    Lexicon,
    Speech,
    Spelling,
    WordOfName,
    is_printed,
)
from translit.names import is_regular_spelling
from translit.schemes import fold

_SHORTEST = 6
_LONG = 9
_CORE = ("family", "word")
# A spelling that fewer conventions give is rarer in print than a known word.
_ESTABLISHED = 2
_EXPLAINED = ORDINARY | KNOWN_WORD | SPELLED
_MOST_PROPOSALS = 8192
# Of 700 damaged names of headlines, one in nine is so regular; of six ordinary surnames that stood
# two letters from a known one, five are.
_SURE_NAME = 0.8
_LIKELY_NAME = 0.3


class Meant(NamedTuple):
    """What a damaged word may be: a folded spelling, and an entity that has it."""

    key: str
    spelling: Spelling
    known: Known


@dataclass(frozen=True)
class Proposal:
    """A damaged word taken for the nearest spellings of names, all as many letters from it."""

    distance: int
    meant: tuple[Meant, ...]
    find_rival: Callable[[], bool]

    @cached_property
    def has_rival(self) -> bool:
        """Whether a known word, such as a real surname, is as near.

        It is looked for when it is asked, for all known words of a letter are read for it, and
        most damage is left alone for other reasons.
        """
        return self.find_rival()


@dataclass(slots=True)
class _Memory:
    """What is remembered of a lexicon: `data/name_endings.toml`, and what was proposed."""

    speech: Speech
    towns: tuple[str, ...]
    feminine: tuple[str, ...]
    surnames: tuple[str, ...]
    shapes: tuple[str, ...]
    proposals: dict[tuple[str, str], "Proposal | None"] = field(default_factory=dict)


# Gone with its lexicon: one that is made for a single call must not stay.
_memories: WeakKeyDictionary[Lexicon, _Memory] = WeakKeyDictionary()


def _remember(lexicon: Lexicon) -> _Memory:
    memory = _memories.get(lexicon)
    if memory is None:
        towns, feminine, surnames, shapes = (
            tuple(sorted(lexicon.name_endings[name]))
            for name in ("towns", "feminine_endings", "surname_endings", "surname_shapes")
        )
        english = lexicon.load_speech(ENGLISH)
        memory = _memories[lexicon] = _Memory(english, towns, feminine, surnames, shapes)
    return memory


def propose(lexicon: Lexicon, key: str, lang: str) -> Proposal | None:
    """Return what a folded word may be a damaged form of, or None where that is not clear.

    Damage is measured to what text in the language `lang` has, for of all the spellings in the
    world one is near to any word.

    >>> from translit.lexicon import open_lexicon
    >>> propose(open_lexicon((), default_tables=True), "zelnskyi", "en").meant[0].key
    'zelenskyi'
    """
    memory = _remember(lexicon)
    known = memory.proposals
    asked = key, lang
    if asked in known:
        return known[asked]
    if len(known) >= _MOST_PROPOSALS:
        known = memory.proposals = {}
    proposal = known[asked] = _propose(lexicon, memory, key, lang)
    return proposal


def may_be_another_name(word: str, distance: int) -> bool:
    """Tell whether a word so far from a name may as well be a name of its own.

    It is a regular spelling, *Michajlov*, of what texts have; of what is two letters from a name,
    *Mychelski*, less is asked. One letter doubled, as in *Zelennsky*, need not be read back.
    """
    if distance == 1 and _has_odd_letters(fold(word)):
        return False
    found = is_regular_spelling(word)
    return (found.met and found.score >= _SURE_NAME) or (
        distance > 1 and found.score >= _LIKELY_NAME
    )


def _propose(lexicon: Lexicon, memory: _Memory, key: str, lang: str) -> Proposal | None:
    if _is_explained(lexicon, key):
        return None
    if _is_plural(lexicon, memory, key):
        return None  # *the Skripals* are no damaged *Skripal*
    if key.endswith(memory.towns):  # *Putino* is a village
        return None
    near = list(_find_near(lexicon, memory, key))
    return _choose(lexicon, memory, key, near, lang) if near else None


def _is_explained(lexicon: Lexicon, key: str) -> bool:
    """Tell whether a word is too short to be called damaged, or something else explains it."""
    if len(key) < _SHORTEST or not key.isascii() or not key.isalpha():
        return True
    return bool(lexicon.find_facts(key) & _EXPLAINED)


def _find_near(lexicon: Lexicon, memory: _Memory, key: str) -> Iterator[tuple[str, int]]:
    most = 2 if len(key) >= _LONG else 1
    candidates = lexicon.list_near(key, most)
    if not candidates:
        return
    from rapidfuzz.distance import OSA

    is_feminine = key.endswith(memory.feminine)
    for meant in candidates:
        distance = OSA.distance(key, meant, score_cutoff=most)
        if distance > most or key.startswith(meant) or meant.startswith(key):
            continue
        if meant.endswith(memory.feminine) == is_feminine:  # damage never crosses genders
            yield meant, distance


def _has_other_ending(memory: _Memory, key: str, meant: str) -> bool:
    """Tell whether an ending makes another name of it: *Lukashenkov, Zelenskaya, Putinovich*."""
    return any(key.endswith(e) and not meant.endswith(e) for e in memory.surnames)


def _is_shaped_as_surname(memory: _Memory, key: str, meant: str) -> bool:
    """Tell whether a word may well be a surname of its own: *Petrushev, Mishutin, Gromeko*.

    It ends as surnames do and has no letter group that none has: damage mostly leaves one.
    """
    if not key.endswith(memory.shapes):
        return False
    return key[:3] != meant[:3] or not _has_odd_letters(key)


def _has_odd_letters(key: str) -> bool:
    """Tell whether a letter is doubled, or three consonants stand together, as in few names."""
    doubled = any(a == b for a, b in pairwise(key))
    return doubled or re.search(r"[bcdfghjklmnpqrstvwxz]{4}|[aeiou]{3}", key) is not None


def _is_slip(key: str, meant: str, distance: int) -> bool:
    """A slip within a word: villages are named alike, and an adjective differs by its ending."""
    return key[-1] == meant[-1] and (distance == 1 or len(meant) > _LONG)


def _is_plural(lexicon: Lexicon, memory: _Memory, key: str) -> bool:
    """Tell whether it is a plural of a name as well: *the Skirpals* are damaged Skripals."""
    singular = memory.speech.find_singular(key)
    return singular != key and bool(lexicon.find_facts(singular) & _EXPLAINED)


def _is_another_place(lexicon: Lexicon, key: str, known: Known) -> bool:
    """Tell whether a place in its country is called so: *Ozeryanivka* is no Ozarianivka."""
    found = lexicon.find_world(key)
    return found is not None and not set(found.places).isdisjoint(known.countries)


def _is_one_word(known: Known, spelling: Spelling) -> bool:
    """The word is the whole of a name, or the whole family name: not the *Novgorod* of *Nizhny*."""
    return any(
        [word for word, part in zip(name.words, name.parts, strict=True) if part in _CORE]
        == [spelling.word]
        for name in known.names
    )


def _choose(
    lexicon: Lexicon, memory: _Memory, key: str, near: Sequence[tuple[str, int]], lang: str
) -> Proposal | None:
    least = min(distance for _, distance in near)
    nearest = sorted({key for key, distance in near if distance == least})
    meant = tuple(_list_meant(lexicon, memory, key, nearest, least, lang))
    if not meant:
        return None
    if _is_shaped_as_surname(memory, key, meant[0].key):
        return Proposal(least, meant, lambda: True)
    return Proposal(least, meant, lambda: _has_rival(lexicon, key, nearest, meant, least, lang))


def _has_rival(
    lexicon: Lexicon,
    key: str,
    nearest: Sequence[str],
    meant: Sequence[Meant],
    least: int,
    lang: str,
) -> bool:
    """Tell whether a damaged word is as near to a known word, or to a name of somebody else.

    What one other language's convention alone gives is none: Zelenko is *Zelenka* in Lithuanian.
    """
    borne = {one: list(lexicon.find_bearers(one)) for one in nearest}
    printed = [
        one
        for one, bearers in borne.items()
        if not bearers  # a given name
        or any(len(s.schemes) >= _ESTABLISHED or is_printed(s, one, lang) for s, _ in bearers)
    ]
    schemes = [one.spelling.schemes for one in meant]
    established = any(not some or len(some) >= _ESTABLISHED for some in schemes)
    # A word of another name may be as near: *Rachmat* is no Rahman, for Rakhat is one.
    rivals = [*printed, *_find_known_near(lexicon, key, least - 1 if established else least)]
    ids = {one.known.id for one in meant}
    return any(ids.isdisjoint(k.id for _, k in lexicon.find_bearers(r)) for r in rivals)


def _list_meant(
    lexicon: Lexicon, memory: _Memory, key: str, nearest: Iterable[str], distance: int, lang: str
) -> Iterator[Meant]:
    """Give whose names a damaged word may be, of what is printed in a language."""
    for meant in nearest:
        for spelling, known in lexicon.find_bearers(meant):
            if known.entity.kind == "person":
                is_other = _has_other_ending(memory, key, meant)
                sure = not is_other and not _is_plural(lexicon, memory, meant)
            else:
                sure = _is_slip(key, meant, distance) and not _is_another_place(lexicon, key, known)
            if sure and _is_one_word(known, spelling) and is_printed(spelling, meant, lang):
                yield Meant(meant, spelling, known)


def _find_known_near(lexicon: Lexicon, key: str, most: int) -> Iterator[str]:
    """Give the known words as near as that: *Zielnski* is as near to Zieliński as to Zelensky."""
    if most <= 1:
        yield from sorted(lexicon.list_known_slips(key)) if most else ()
        return
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = lexicon.list_known_words(key[0])
    for word, _, _ in process.extract(
        key, words, scorer=OSA.distance, score_cutoff=most, limit=None
    ):
        yield word


def find_damaged_word(
    lexicon: Lexicon, key: str, words: Sequence[WordOfName]
) -> tuple[str, Spelling] | None:
    """Return the spelling of one of these words that a folded word is a damaged form of, or None.

    The word is not explained otherwise: no ordinary, known or given name's word.
    """
    return None if _is_explained(lexicon, key) else find_near_word(lexicon, key, words)


def find_near_word(
    lexicon: Lexicon, key: str, words: Sequence[WordOfName]
) -> tuple[str, Spelling] | None:
    """Return the spelling of one of these words nearest to a folded word, if near, or None."""
    near = _find_near(lexicon, _remember(lexicon), key)
    for meant, _ in sorted(near, key=lambda pair: (pair[1], pair[0])):
        for spelling in lexicon.find_spellings(meant):
            if spelling.word in words:
                return meant, spelling
    return None
