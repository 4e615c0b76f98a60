"""Reading backward: which originals a Latin spelling may stand for, by each convention in turn.

A Latin letter means different originals in different conventions (German *s* is з, English *s* is
с), so a spelling is read by one scheme at a time and letter groups are never merged across schemes.
What is read is confirmed by deriving it forward again. Originals are compared by their sound keys:
what the ru, uk and be forms of one name share.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from translit.schemes.catalogue import list_scheme_ids, load_alphabets, load_scheme
from translit.schemes.folding import fold, fold_marked
from translit.schemes.scheme import Context, Scheme

LANGUAGES = ("ru", "uk", "be")

# Letters by what is left of them once spelling conventions are undone: the letters for i and y fall
# together, as do е, ё, э and є; signs are silent; я, ю, щ and ц are the sounds that they are of.
_SOUNDS = {
    "а": "a", "б": "b", "в": "v", "ў": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e",
    "є": "e", "э": "e", "ж": "ž", "з": "z", "и": "i", "й": "i", "ы": "i", "і": "i", "ї": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "x", "ц": "ts", "ч": "č", "ш": "š", "щ": "šč", "ю": "iu", "я": "ia",
}  # fmt: skip
_CONSONANTS = "бвгґджзйклмнпрстўфхцчшщ"
# A letter of a rule may ask for a sign before it that the spelling does not show: Соловьёв.
_SILENT = "ь'"
_LATIN_VOWELS = frozenset("aeiouy")
_MOST_READINGS = 32
_LONGEST_NAME = 64


def sound_key(original: str) -> str:
    """Return the sound key of a Cyrillic word: what its conventions and its counterparts share.

    >>> sound_key("Зеленський") == sound_key("Зеленский")
    True
    """
    return _squeeze("".join(_SOUNDS.get(letter, "") for letter in original.lower()))


def _squeeze(sounds: str) -> str:
    """Without doubled letters, which print drops, and without the two letters of -ий."""
    return "".join(c for n, c in enumerate(sounds) if not n or sounds[n - 1] != c)


@dataclass(frozen=True, slots=True)
class BackwardReading:
    """An original that a scheme, by its id, seems to write as a spelling."""

    original: str
    scheme: str


def find_common_original(one: str, other: str) -> tuple[BackwardReading, BackwardReading] | None:
    """Return an original of each of two Latin words that are one name, or None.

    The originals have one sound key: they are the same word, or it and its form in ru, uk or be.

    >>> one, other = find_common_original("Szojgu", "Choïgou")
    >>> one.scheme, other.scheme
    ('ru/press-pl', 'ru/press-fr')
    """
    ones, others = read_backward(one), read_backward(other)
    for key in sorted(ones.keys() & others.keys(), key=lambda key: (len(key), key)):
        first = next((r for r in ones[key] if _is_confirmed(r, one)), None)
        second = next((r for r in others[key] if _is_confirmed(r, other)), None)
        if first and second:
            return first, second
    return None


@lru_cache(maxsize=65536)
def read_backward(spelling: str) -> Mapping[str, tuple[BackwardReading, ...]]:
    """Return the originals that schemes seem to write as this Latin word, by their sound keys."""
    marked = fold_marked(spelling)
    if len(marked) > _LONGEST_NAME:
        return {}
    bare = "".join(fold(c) if fold(c) in _LATIN_VOWELS else c for c in marked)
    accents = set(marked) - set(bare)
    found: dict[str, list[BackwardReading]] = defaultdict(list)
    for scheme, table in _tables():
        # An accent is stress or length where the convention has no such letter: Kuklín.
        words = (marked, bare) if accents and not _has_any(table, accents) else (marked,)
        for original in chain.from_iterable(_read_all(word, scheme, table) for word in words):
            found[sound_key(original)].append(BackwardReading(original, scheme.id))
    return {key: tuple(readings) for key, readings in found.items()}


def _has_any(table: "_Table", letters: Set[str]) -> bool:
    return any(letter in group for group in table for letter in letters)


def _is_confirmed(reading: BackwardReading, spelling: str) -> bool:
    return fold(spelling) in _derive_folded(reading)


@lru_cache(maxsize=65536)
def _derive_folded(reading: BackwardReading) -> frozenset[str]:
    return frozenset(map(fold, load_scheme(reading.scheme).spell(reading.original)))


@cache
def _impossible(lang: str) -> re.Pattern[str]:
    """What the spelling of a language's own names never has: кы in Russian, ті in Belarusian."""
    return re.compile("|".join(load_alphabets()[lang].impossible))


@dataclass(frozen=True, slots=True)
class _Group:
    """The letters that a group of Latin letters stands for, and beside which neighbours."""

    source: str
    left: Context | None = None
    right: Context | None = None


@dataclass(frozen=True, slots=True)
class _Partial:
    """The beginning of an original, and which letter its last rule wants to follow."""

    original: str
    right: Context | None = None

    def add(self, group: _Group) -> "_Partial | None":
        for sign in ("", *_SILENT):
            if sign and not (self.original and self.original[-1] in _CONSONANTS):
                continue
            before = self.original + sign
            if self.right and not self.right.fits((sign + group.source)[0]):
                continue
            if group.left is None or group.left.fits(before[-1:] or "^"):
                return _Partial(before + group.source, group.right)
        return None

    @property
    def state(self) -> tuple[str, str, Context | None]:
        """What decides which letters may follow; partials of one state are as good as one."""
        return sound_key(self.original), self.original[-1:], self.right


_Table = Mapping[str, tuple[_Group, ...]]


@cache
def _tables() -> tuple[tuple[Scheme, _Table], ...]:
    """For each scheme, what each group of Latin letters stands for; equal ones once."""
    tables: dict[tuple[object, ...], tuple[Scheme, _Table]] = {}
    for lang in LANGUAGES:
        for scheme_id in sorted(list_scheme_ids(lang), key=_is_rarer):
            scheme = load_scheme(scheme_id)
            if isinstance(scheme, Scheme):
                table = _invert(scheme)
                tables.setdefault((lang, tuple(table.items()), scheme.endings), (scheme, table))
    return tuple(tables.values())


def _is_rarer(scheme_id: str) -> bool:
    """English spellings are told first, as the likeliest."""
    return not scheme_id.endswith("/press-en")


def _invert(scheme: Scheme) -> _Table:
    groups: dict[str, dict[_Group, None]] = defaultdict(dict)
    pairs = [(_Group(r.source, r.left, r.right), t) for r in scheme.rules for t in r.targets]
    pairs += [(_Group(letter), t) for letter, ts in scheme.letters.items() for t in ts]
    sounds = defaultdict(set)
    for group, target in pairs:
        sounds[fold(target)].add(sound_key(group.source))
    for group, target in pairs:
        marked, bare = fold_marked(target), fold(target)
        groups[marked][group] = None
        # A bare letter that stands for another sound is read as that one: s is not š, o is not õ.
        if len(sounds[bare]) == 1:
            groups[bare][group] = None
    groups.pop("", None)
    return {group: tuple(found) for group, found in sorted(groups.items())}


def _read_all(word: str, scheme: Scheme, table: _Table) -> Iterator[str]:
    """Give the originals of a word, and of what it is without a nominative ending: *Putins*."""
    yield from _read(word, table, _impossible(scheme.lang))
    for ending in scheme.endings:
        stem = word.removesuffix(fold(ending.add))
        if stem != word and ending.fits(stem, None):
            yield from _read(stem, table, _impossible(scheme.lang))


def _read(word: str, table: _Table, impossible: re.Pattern[str]) -> Iterator[str]:
    longest = max(map(len, table))
    partials: list[dict[object, _Partial]] = [{} for _ in range(len(word) + 1)]
    partials[0] = {"": _Partial("")}
    for at in range(len(word)):
        starts = list(partials[at].values())[:_MOST_READINGS]
        for stop in range(at + 1, min(at + longest, len(word)) + 1) if starts else ():
            for group in table.get(word[at:stop], ()):
                for start in starts:
                    longer = start.add(group)
                    if longer and not impossible.search(f" {longer.original}"):
                        partials[stop].setdefault(longer.state, longer)
    for partial in partials[-1].values():
        fits = partial.right is None or partial.right.fits("$")
        if fits and not impossible.search(f" {partial.original} "):
            yield partial.original
