"""Writing an original forward: does a scheme make this spelling of it?"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from translit.names.letters import END, START
from translit.names.reading import bare_vowels
from translit.schemes import (
    RelayScheme,
    Romanization,
    Scheme,
    fold,
    fold_marked,
    undouble,
)

# A convention that wavers in more places of a word is not met in print.
_MOST_DEVIATIONS = 3
_MOST_WINDOWS = 200
_LETTERS: dict[str, frozenset[str]] = {}  # all that a scheme writes, by its id


def writes(scheme: Romanization, original: str, word: str) -> bool:
    """Tell whether a scheme writes an original in small letters as a Latin word.

    Marks that print drops may be missing, but for those that a scheme keeps; an accent on a vowel
    is stress or length where a scheme has no such letter. A doubled letter may be written once,
    and what a language adds to a name of a person counts as written.
    """
    if isinstance(scheme, RelayScheme):
        return any(
            writes(scheme.via, relayed, word)
            for one in _list_written(original)
            if _can_write(scheme.relay, one)
            for relayed in scheme.relay.spell(one)
        )
    if not isinstance(scheme, Scheme):
        return False
    marked, bare = _read_marks(word)
    stems = _list_stems(scheme, marked, bare)
    for one in _list_written(original):
        for stem in stems:
            if _writes(scheme, one, stem):
                return True
    return False


@lru_cache(maxsize=64)
def _list_written(original: str) -> tuple[str, ...]:
    once = undouble(original)
    return (original,) if once == original else (original, once)


@lru_cache(maxsize=256)
def _read_marks(word: str) -> tuple[str, str]:
    """Return a word with its marks, and without those of its vowels."""
    marked = fold_marked(word)
    return marked, bare_vowels(marked)


def _can_write(scheme: Scheme, word: str) -> bool:
    rest = word + "$"
    at = 0
    while at < len(word):
        length, _ = scheme.match(rest[at - 1] if at else "^", rest[at:])
        if not length:
            return False
        at += length
    return True


def _list_stems(scheme: Scheme, marked: str, bare: str) -> list[str]:
    """Return what is left of a word without what its language adds, and without accents."""
    stems = [marked]
    if scheme.endings:
        stems += _take_off(scheme, marked)
    if bare is not marked and bare != marked and not _has_marks(scheme, set(marked) - set(bare)):
        stems += [bare, *_take_off(scheme, bare)]
    return stems


def _take_off(scheme: Scheme, word: str) -> Iterator[str]:
    for ending in scheme.endings:
        stem = word.removesuffix(fold_marked(ending.add))
        if stem and stem != word and ending.fits(stem, None):
            yield stem


def _has_marks(scheme: Scheme, letters: set[str]) -> bool:
    found = _LETTERS.get(scheme.id)
    if found is None:
        targets = [t for rule in scheme.rules for t in rule.targets]
        targets += [t for several in scheme.letters.values() for t in several]
        found = _LETTERS[scheme.id] = frozenset("".join(map(fold_marked, targets)))
    return bool(letters & found)


def _writes(scheme: Scheme, original: str, word: str) -> bool:
    """Try what may be written for each letter, one alternate for all places of a letter."""
    by_letter = _WINDOWS.get(scheme.id) or _WINDOWS.setdefault(scheme.id, _ByLetter(scheme))
    bounded = START + original + END
    size = len(original)
    pending: list[tuple[int, int, Mapping[str, str], int]] = [(0, 0, {}, 0)]
    while pending:
        at, place, chosen, deviations = pending.pop()
        if at == size:
            if place == len(word):
                return True
            continue
        windows = by_letter[bounded[at + 1]]
        length, several, targets = windows[bounded[at + windows.start : at + windows.stop]]
        source = bounded[at + 1 : at + 1 + length] if several else ""
        for target, wavers, form in targets:
            if not word.startswith(form, place):
                continue
            stop = place + len(form)
            if not several:
                pending.append((at + length, stop, chosen, deviations))
            elif source not in chosen:
                more = deviations + wavers
                if more <= _MOST_DEVIATIONS:
                    pending.append((at + length, stop, {**chosen, source: target}, more))
            elif chosen[source] == target:
                pending.append((at + length, stop, chosen, deviations))
    return False


# What a scheme writes, whether that is an alternate, and how print has it: folded.
Target = tuple[str, bool, str]


class SpellingWindows(dict[str, tuple[int, bool, tuple[Target, ...]]]):
    """What a scheme writes in a window of a word: for how many letters, whether it wavers, what.

    The first of what it writes is the last here, for that is tried first. All windows begin with
    one letter, or with what is before it if that matters to the scheme: to them both, `start` and
    `stop` are counted from the letter before.
    """

    def __init__(self, scheme: Scheme, letter: str) -> None:
        super().__init__()
        self._scheme = scheme
        rules = [rule for rule in scheme.rules if rule.source[0] == letter]
        looks = [len(rule.source) + (rule.right is not None) for rule in rules]
        looks += [len(key) for key in scheme.letters if key[0] == letter]
        self.start = 0 if any(rule.left for rule in rules) else 1
        self.stop = 1 + max(looks, default=1)

    def __missing__(self, window: str) -> tuple[int, bool, tuple[Target, ...]]:
        if len(self) > _MOST_WINDOWS:
            self.clear()
        left, rest = (START, window) if self.start else (window[0], window[1:])
        length, targets = self._scheme.match(left, rest)
        rows = [
            (target, target != targets[0], form)
            for target in reversed(targets if length else ())
            for form in self._fold(target)
        ]
        found = self[window] = length, len(targets) > 1, tuple(rows)
        return found

    def _fold(self, target: str) -> Iterator[str]:
        """Give what is written with its marks, and without them where print drops them."""
        marked, bare = fold_marked(target), fold(target)
        yield marked
        if bare != marked and not (self._scheme.keeps_marks and self._scheme.needs_marks(target)):
            yield bare


class _ByLetter(dict[str, SpellingWindows]):
    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme

    def __missing__(self, letter: str) -> SpellingWindows:
        found = self[letter] = SpellingWindows(self._scheme, letter)
        return found


_WINDOWS: dict[str, _ByLetter] = {}  # by the id of their scheme
