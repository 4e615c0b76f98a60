"""All schemes of a language at once: what each writes for the letters at a place of a word.

A set of schemes is a number, one bit for each. So a word is compared with a spelling in one pass
for all of them, and what no scheme allows is dropped at the first letter that does not fit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from translit.schemes.catalogue import (
    Romanization,
    list_hybrids,
    load_scheme,
    load_schemes,
)
from translit.schemes.folding import fold, fold_marked
from translit.schemes.relays import RelayScheme
from translit.schemes.scheme import Context, Scheme

_MOST_WINDOWS = 8000
_END = "$"


class SchemePiece(NamedTuple):
    """The Latin letters that the schemes of a mask write for a number of letters."""

    letters: int
    form: str
    mask: int


class Group(NamedTuple):
    """What Latin letters stand for in the schemes of a mask, after these letters."""

    form: str
    source: str
    left: Context | None
    mask: int


class Ending(NamedTuple):
    """The letters that the schemes of a mask add to a spelling that ends in one of these ways."""

    after_folded: tuple[str, ...]
    add: str
    mask: int


@dataclass(frozen=True, slots=True)
class _Numbered:
    bit: int
    scheme: Scheme
    relay: Scheme | None = None


class Pieces:
    """The schemes of one language, each with its bit; the first has `first`."""

    def __init__(self, lang: str, first: int) -> None:
        self.lang = lang
        self.ids: list[str] = []
        self._schemes: list[_Numbered] = []
        for romanization in (*load_schemes(lang), *map(load_scheme, list_hybrids(lang))):
            numbered = _number(romanization, 1 << first + len(self.ids))
            if numbered:
                self.ids.append(romanization.id)
                self._schemes.append(numbered)
        self.mask = sum(one.bit for one in self._schemes)
        self.reach = self._find_reaches()
        self._windows: dict[tuple[str, str], tuple[SchemePiece, ...]] = {}

    def by_bit(self) -> Iterator[tuple[int, str]]:
        """Give each scheme's bit and id."""
        for one, scheme_id in zip(self._schemes, self.ids, strict=True):
            yield one.bit, scheme_id

    def at(self, left: str, rest: str) -> tuple[SchemePiece, ...]:
        """Return what may be written where a word goes on like this after a letter.

        `left` is the letter before, or `^`; `rest` ends in `$`, the end of the word.
        """
        reach = self.reach.get(rest[0])
        if reach is None:
            return ()
        longest, looks_back = reach
        key = (left if looks_back else "", rest[:longest])
        found = self._windows.get(key)
        if found is None:
            if len(self._windows) > _MOST_WINDOWS:
                self._windows.clear()
            found = self._windows[key] = self._make(left, rest)
        return found

    def groups(self) -> Iterator[Group]:
        """Give all that the Latin letters of the schemes stand for; a relay's without contexts."""
        masks: dict[tuple[str, str, Context | None], int] = defaultdict(int)
        via: dict[str, list[tuple[str, int]]] = {}
        for one in self._schemes:
            for source, left, targets in _list_sources(one.relay or one.scheme):
                for target in targets:
                    for form in self._forms(one, target, via):
                        masks[form, source, left] |= one.bit
        for (form, source, left), mask in masks.items():
            yield Group(form, source, left, mask)

    def endings(self) -> Iterator[Ending]:
        """Give what schemes add to a name of a person."""
        masks: dict[tuple[tuple[str, ...], str], int] = defaultdict(int)
        for one in self._schemes:
            for ending in one.scheme.endings:
                if ending.of in (None, "person"):
                    after = tuple(map(fold, ending.after))
                    masks[after, fold_marked(ending.add)] |= one.bit
        for (after, add), mask in masks.items():
            yield Ending(after, add, mask)

    def _forms(
        self, one: _Numbered, target: str, via: dict[str, list[tuple[str, int]]]
    ) -> Iterable[str]:
        if one.relay is None:
            return _list_forms(target, one.scheme)
        found = {""}
        for letter in target:
            forms = {
                form
                for source, _, targets in _list_sources(one.scheme)
                if source == letter
                for text in targets
                for form in _list_forms(text, one.scheme)
            }
            found = {start + form for start in found for form in forms}
        return found

    def _find_reaches(self) -> dict[str, tuple[int, bool]]:
        """Find how far to look from each letter, and whether back."""
        reach: dict[str, tuple[int, bool]] = {}
        for one in self._schemes:
            for rules in (one.relay, one.scheme) if one.relay else (one.scheme,):
                widened = 1 if one.relay else 0
                for rule in rules.rules if rules is not one.scheme or not one.relay else ():
                    longest, back = reach.get(rule.source[0], (1, False))
                    length = len(rule.source) + (rule.right is not None)
                    reach[rule.source[0]] = (
                        max(longest, length + widened),
                        back or rule.left is not None or bool(widened),
                    )
                for key in rules.letters if rules is not one.scheme or not one.relay else ():
                    longest, back = reach.get(key[0], (1, False))
                    reach[key[0]] = (max(longest, len(key) + widened), back or bool(widened))
        return reach

    def _make(self, left: str, rest: str) -> tuple[SchemePiece, ...]:
        masks: dict[tuple[int, str], int] = defaultdict(int)
        for one in self._schemes:
            if one.relay:
                self._relay(one, left, rest, masks)
                continue
            length, targets = one.scheme.match(left, rest)
            for target in targets:
                for form in _list_forms(target, one.scheme):
                    masks[length, form] |= one.bit
        return tuple(SchemePiece(length, form, mask) for (length, form), mask in masks.items())

    def _relay(
        self, one: _Numbered, left: str, rest: str, masks: dict[tuple[int, str], int]
    ) -> None:
        """Write letters by way of Ukrainian ones, whose neighbours are those that it has."""
        assert one.relay
        length, targets = one.relay.match(left, rest)
        if not length:
            return
        before = left if left == "^" else (one.relay.match("^", left + _END)[1] or ("^",))[0][-1:]
        after = rest[length:]
        if after and after != _END:
            after = (one.relay.match(rest[length - 1], after)[1] or (_END,))[0][:1]
        for target in targets:
            for form in _spell(one.scheme, before or "^", target, after or _END):
                masks[length, form] |= one.bit


def _number(romanization: Romanization, bit: int) -> _Numbered | None:
    if isinstance(romanization, Scheme):
        return _Numbered(bit, romanization)
    if isinstance(romanization, RelayScheme):
        return _Numbered(bit, romanization.via, romanization.relay)
    return None


def _spell(scheme: Scheme, left: str, word: str, after: str) -> Iterator[str]:
    """Give the forms of some letters within a word."""
    choices: list[list[str]] = []
    at = 0
    while at < len(word):
        rest = word[at:] + after
        length, targets = scheme.match(word[at - 1] if at else left, rest)
        if not length:
            return
        if at + length > len(word):  # a rule that takes the next letter too
            targets = scheme.letters.get(word[at], ())
            length = 1
        choices.append([form for target in targets for form in _list_forms(target, scheme)])
        at += length
    for forms in product(*choices):
        yield "".join(forms)


def _list_sources(
    scheme: Scheme,
) -> Iterator[tuple[str, Context | None, tuple[str, ...]]]:
    for rule in scheme.rules:
        yield rule.source, rule.left, rule.targets
    for letter, targets in scheme.letters.items():
        yield letter, None, targets


def _list_forms(target: str, scheme: Scheme) -> Iterable[str]:
    """Return a target with its marks, and without them where print may drop them."""
    marked = fold_marked(target)
    bare = fold(target)
    if marked == bare or (scheme.keeps_marks and scheme.needs_marks(target)):
        return (marked,)
    return (marked, bare)


class AllPieces:
    """The schemes of several languages as if they were of one."""

    def __init__(self, languages: Iterable[Pieces]) -> None:
        self._languages = tuple(languages)
        self._windows: dict[str, tuple[SchemePiece, ...]] = {}
        self._longest: dict[str, int] = {}
        for pieces in self._languages:
            for letter, (longest, _) in pieces.reach.items():
                self._longest[letter] = max(longest, self._longest.get(letter, 1))

    def at(self, left: str, rest: str) -> tuple[SchemePiece, ...]:
        """Return what may be written where a word goes on like this after a letter."""
        key = left + rest[: self._longest.get(rest[0], 1)]
        found = self._windows.get(key)
        if found is None:
            if len(self._windows) > _MOST_WINDOWS:
                self._windows.clear()
            masks: dict[tuple[int, str], int] = defaultdict(int)
            for pieces in self._languages:
                for length, form, mask in pieces.at(left, rest):
                    masks[length, form] |= mask
            found = tuple(SchemePiece(length, form, mask) for (length, form), mask in masks.items())
            self._windows[key] = found
        return found
