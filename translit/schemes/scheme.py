"""A scheme: how one convention writes the letters of one language in Latin letters."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice, product
from typing import NamedTuple

from translit.schemes.folding import APOSTROPHES, fold, is_latin, unify_script
from translit.schemes.sounds import sound_out

# Spellings of one word in one scheme. A convention that wavers in more than three places of one
# word is not met in print, and a name of many alternates must stay bounded.
_MOST_DEVIATIONS = 3
_MOST_SPELLINGS = 64
# No name has a longer word; of what is longer, there is the primary spelling alone.
_LONGEST_WORD = 64

EDGES = ("^", "$")


class SchemeError(ValueError):
    """A scheme is unknown, wrong, or cannot write a name; the text says where and the cure.

    `letter` is the one that it has not, if that is why.
    """

    def __init__(self, text: str, letter: str = "") -> None:
        super().__init__(text)
        self.letter = letter


@dataclass(frozen=True, slots=True)
class Context:
    """A set of neighbours that a rule asks for: letters, `^` word start, `$` word end."""

    letters: frozenset[str]
    negated: bool = False

    def fits(self, neighbour: str) -> bool:
        return (neighbour in self.letters) is not self.negated


@dataclass(frozen=True, slots=True)
class LetterRule:
    """`source` is written as one of `targets` (the first is primary) between these neighbours."""

    source: str
    targets: tuple[str, ...]
    left: Context | None = None
    right: Context | None = None


@dataclass(frozen=True, slots=True)
class AddedEnding:
    """A nominative ending that a language adds to a name that ends in one of these ways.

    `of` says what bears it: a person (*Putins*) or a place (*Saratova*); any name if it is None.
    """

    after: tuple[str, ...]
    add: str
    of: str | None = None

    def fits(self, spelling: str, kind: str | None) -> bool:
        """Tell whether a name of this kind takes it; a name of no known kind may be a person's."""
        return self.of in (None, kind or "person") and spelling.lower().endswith(self.after)


class _Piece(NamedTuple):
    """What a word is cut into: `key` is the rule's number or the letters."""

    key: int | str
    targets: tuple[str, ...]
    capital: bool


@dataclass(frozen=True, slots=True)
class Scheme:
    """One romanization, as its file in `data/schemes/` states it.

    `keeps_marks` are the letters that print does not write without their diacritics, since these
    alone tell them from others: Estonian õ (ы) from o. `*` is all letters, as in ISO 9, where
    Ûŝenko is Ющенко and Usenko is Усенко. `stress` are the vowels with the accent that
    the papers put to the stressed one, which the original does not show: *Tarásov*.
    """

    id: str
    title: str
    kind: str
    authority: str
    source: str
    letters: Mapping[str, tuple[str, ...]]
    rules: tuple[LetterRule, ...] = ()
    target: str | None = None
    year: int | None = None
    note: str | None = None
    checked: bool = True
    keeps_marks: str = ""
    stress: str = ""
    endings: tuple[AddedEnding, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    _accents: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _simple: Mapping[str, tuple[_Piece, _Piece]] = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)
    _rules_by_letter: dict[str, tuple[tuple[int, LetterRule], ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        by_letter: dict[str, list[tuple[int, LetterRule]]] = {}
        for number, rule in enumerate(self.rules):
            by_letter.setdefault(rule.source[0], []).append((number, rule))
        accents: dict[str, str] = {}
        for vowel in self.stress:
            accents[fold(vowel)] = accents.get(fold(vowel), "") + vowel
        object.__setattr__(self, "_accents", accents)
        starts = {rule.source[0] for rule in self.rules}
        starts |= {key[0] for key in self.letters if len(key) > 1}
        simple = {
            letter: (_Piece(letter, targets, False), _Piece(letter, targets, True))
            for letter, targets in self.letters.items()
            if letter not in starts and len(letter) == 1 and targets
        }
        object.__setattr__(self, "_simple", simple)
        object.__setattr__(self, "_longest", max(map(len, self.letters), default=1))
        object.__setattr__(self, "_rules_by_letter", {k: tuple(v) for k, v in by_letter.items()})

    @property
    def lang(self) -> str:
        """The language whose letters it writes: the folder of its file."""
        return self.id.partition("/")[0]

    def romanize(self, name: str) -> str:
        """Return the primary spelling of a name; SchemeError if a letter is not in the scheme."""
        return "".join(
            part if gap else next(self.spell(part)) for gap, part in split_words(name) if part
        )

    def needs_marks(self, spelling: str) -> bool:
        """Tell whether this spelling without its diacritics would be another name's."""
        if self.keeps_marks == "*":
            return True
        return any(letter in self.keeps_marks for letter in spelling.lower())

    def spell(self, word: str, kind: str | None = None) -> Iterator[str]:
        """Give every spelling of one word, the primary first, each once.

        `kind` is place or person, for languages that put an ending of their own to names. An
        alternate is chosen once for a word: a paper that writes х as *ch* does so throughout.
        Of a word of more than 64 letters, only the primary spelling is given.
        """
        pieces = self._pieces(unify_script(word))
        upper = sum(map(str.isalpha, word)) > 1 and word.isupper()
        if len(word) > _LONGEST_WORD:
            yield _write(pieces, {}, upper)
            return
        choices = {p.key: p.targets for p in pieces if len(p.targets) > 1}
        seen: set[str] = set()
        for chosen in islice(_deviations(choices), _MOST_SPELLINGS):
            text = _write(pieces, chosen, upper)
            spellings = [text]
            if self.endings:
                spellings += self._inflect(text, upper, kind)
            if self._accents:
                spellings += self._accent(text)
            for spelling in spellings:
                if spelling not in seen:
                    seen.add(spelling)
                    yield spelling

    def _inflect(self, text: str, upper: bool, kind: str | None) -> Iterator[str]:
        """Give a spelling with the endings of its language's nominative: *Putins*, *Putinas*."""
        for ending in self.endings:
            if ending.fits(text, kind):
                yield text + (ending.add.upper() if upper else ending.add)

    def _accent(self, text: str) -> Iterator[str]:
        """Give a spelling with one accent, on each vowel in turn."""
        for at, letter in enumerate(text):
            for vowel in self._accents.get(letter.lower(), ""):
                accented = vowel.upper() if letter.isupper() else vowel
                yield text[:at] + accented + text[at + 1 :]

    def match(self, left: str, rest: str) -> tuple[int, tuple[str, ...]]:
        """Return how many letters are written as one, and the spellings of these.

        `left` is the letter before them, or `^`; `rest` is what follows, with `$` for the end.
        The number is 0 for a letter that the scheme does not have.
        """
        for _, rule in self._rules_by_letter.get(rest[0], ()):
            if rest.startswith(rule.source) and _fits_between(rule, left, rest):
                return len(rule.source), rule.targets
        for length in range(min(self._longest, len(rest)), 0, -1):
            if rest[:length] in self.letters:
                return length, self.letters[rest[:length]]
        return (1, ("",)) if rest[0] in APOSTROPHES else (0, ())

    def _pieces(self, word: str) -> list[_Piece]:
        lower = "".join(map(_lower, word))
        sounds = sound_out(lower, self.lang)
        # Sounds have no capitals of their own; nor have scripts without case, where names do.
        capitals = {0} if not word[:1].islower() else set()
        if sounds == lower and not word[1:].islower():
            capitals |= {at for at, letter in enumerate(word) if letter.isupper()}
        pieces = []
        at = 0
        while at < len(sounds):
            letter = sounds[at]
            if simple := self._simple.get(letter):
                pieces.append(simple[at in capitals])
                at += 1
                continue
            source, key, targets = self._match(sounds, at)
            pieces.append(_Piece(key, targets, at in capitals))
            at += len(source)
        return pieces

    def _match(self, word: str, at: int) -> tuple[str, int | str, tuple[str, ...]]:
        for number, rule in self._rules_by_letter.get(word[at], ()):
            if word.startswith(rule.source, at) and _rule_fits(rule, word, at):
                return rule.source, number, rule.targets
        for length in range(min(self._longest, len(word) - at), 0, -1):
            letters = word[at : at + length]
            if letters in self.letters:
                return letters, letters, self.letters[letters]
        if word[at] in APOSTROPHES:
            return word[at], word[at], ("",)
        raise SchemeError(
            f"{self.id} has no letter “{word[at]}” (U+{ord(word[at]):04X}), so it cannot write "
            f"“{_cut_short(word)}”; {self._advise(word[at])}",
            word[at],
        )

    def _advise(self, letter: str) -> str:
        """Say what may be meant by a letter that the scheme has not."""
        is_sign = unicodedata.name(letter, "").startswith("CJK")
        writes_readings = any(is_latin(key[0]) for key in self.letters) and letter.isalpha()
        if is_sign or (writes_readings and not is_latin(letter)):
            return (
                f"this script hides its sounds: give the reading, here or as `reading.{self.lang}` "
                "in a table, such as Xí Jìnpíng for 习近平"
            )
        return "is the name in another language?"


def _lower(letter: str) -> str:
    """One letter for one: İ, LATIN CAPITAL LETTER I WITH DOT ABOVE, is i and not i with a dot."""
    return "i" if letter == "İ" else letter.lower()[:1]


def split_words(name: str) -> Iterator[tuple[bool, str]]:
    """Cut a name into words and what stands between them: (is it a gap, text) in turn.

    >>> list(split_words("Ростов-на-Дону"))
    [(False, 'Ростов'), (True, '-'), (False, 'на'), (True, '-'), (False, 'Дону')]
    """
    if name.isalpha() and name.isascii():  # one word
        yield False, name
        return
    name = unicodedata.normalize("NFC", name)
    start = 0
    for at in range(1, len(name) + 1):
        if at == len(name) or _is_gap(name[at]) != _is_gap(name[start]):
            yield _is_gap(name[start]), name[start:at]
            start = at


def _is_gap(letter: str) -> bool:
    # vowel signs of the scripts of India are marks (M), with no class of combining
    is_mark = unicodedata.category(letter)[0] == "M"
    return not (letter.isalpha() or letter in APOSTROPHES or is_mark)


def _cut_short(word: str) -> str:
    """Return as much of a word as a message can hold."""
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


def _rule_fits(rule: LetterRule, word: str, at: int) -> bool:
    if rule.left is not None and not rule.left.fits(word[at - 1] if at else "^"):
        return False
    end = at + len(rule.source)
    return rule.right is None or rule.right.fits(word[end] if end < len(word) else "$")


def _fits_between(rule: LetterRule, left: str, rest: str) -> bool:
    if rule.left is not None and not rule.left.fits(left):
        return False
    return rule.right is None or rule.right.fits(rest[len(rule.source) :][:1] or "$")


def _deviations(
    choices: Mapping[int | str, tuple[str, ...]],
) -> Iterator[dict[int | str, str]]:
    for count in range(min(_MOST_DEVIATIONS, len(choices)) + 1):
        for keys in combinations(choices, count):
            for targets in product(*(choices[key][1:] for key in keys)):
                yield dict(zip(keys, targets, strict=True))


def _capitalize(target: str) -> str:
    """Two letters that a tie joins are one: I͡A (U+0361, COMBINING DOUBLE INVERTED BREVE)."""
    width = 3 if target[1:2] == "\u0361" else 1
    return target[:width].upper() + target[width:]


def _write(pieces: list[_Piece], chosen: Mapping[int | str, str], upper: bool) -> str:
    text = ""
    capital = False  # waits for the first letter that is written: a silent one is not
    for piece in pieces:
        target = chosen.get(piece.key, piece.targets[0])
        capital = capital or piece.capital or text[-1:] == " "
        text += _capitalize(target) if capital else target
        capital = capital and not target
    return text.upper() if upper else text
