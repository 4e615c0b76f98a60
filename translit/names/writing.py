"""Writing an original forward: does a scheme make this spelling of it?"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

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
    stems = _list_stems(scheme, *_read_marks(word))
    return any(_writes(scheme, one, stem) for one in _list_written(original) for stem in stems)


def _list_written(original: str) -> Iterator[str]:
    yield original
    once = undouble(original)
    if once != original:
        yield once


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
    if bare != marked and not _has_marks(scheme, set(marked) - set(bare)):
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
    rest = original + "$"
    size = len(original)
    pending: list[tuple[int, int, Mapping[str, str], int]] = [(0, 0, {}, 0)]
    while pending:
        at, place, chosen, deviations = pending.pop()
        if at == size:
            if place == len(word):
                return True
            continue
        length, targets = scheme.match(rest[at - 1] if at else "^", rest[at:])
        source = rest[at : at + length]
        for target in targets if length else ():
            stop = _fits(scheme, target, word, place)
            if stop < 0:
                continue
            if len(targets) == 1:
                pending.append((at + length, stop, chosen, deviations))
            elif source not in chosen:
                more = deviations + (target != targets[0])
                if more <= _MOST_DEVIATIONS:
                    pending.append((at + length, stop, {**chosen, source: target}, more))
            elif chosen[source] == target:
                pending.append((at + length, stop, chosen, deviations))
    return False


def _fits(scheme: Scheme, target: str, word: str, place: int) -> int:
    """Return where a target ends in a word, or -1 if it does not stand there."""
    marked, bare = _fold(target)
    if word.startswith(marked, place):
        return place + len(marked)
    if bare != marked and word.startswith(bare, place):
        if scheme.keeps_marks and scheme.needs_marks(target):
            return -1
        return place + len(bare)
    return -1


@lru_cache(maxsize=4096)
def _fold(target: str) -> tuple[str, str]:
    return fold_marked(target), fold(target)
