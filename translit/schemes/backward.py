"""Reading backward: which originals a Latin spelling may stand for, by each convention in turn.

A Latin letter means different originals in different conventions (German *s* is з, English *s* is
с), so a spelling is read by one scheme at a time and letter groups are never merged across schemes.
Originals are given as sound keys: what ru, uk and be forms of one name share.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from translit.schemes.catalogue import list_scheme_ids, load_scheme
from translit.schemes.folding import fold
from translit.schemes.scheme import Rule, Scheme

LANGUAGES = ("be", "ru", "uk")

# Letters by what is left of them once spelling conventions are undone: the letters for i and y fall
# together, as do е, ё, э and є; signs are silent; я, ю, щ and ц are the sounds that they are of.
_SOUNDS = {
    "а": "a", "б": "b", "в": "v", "ў": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e",
    "є": "e", "э": "e", "ж": "ž", "з": "z", "и": "i", "й": "i", "ы": "i", "і": "i", "ї": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "x", "ц": "ts", "ч": "č", "ш": "š", "щ": "šč", "ю": "iu", "я": "ia",
}  # fmt: skip
# What stands for a sound when a key is shown: groups first.
_LETTERS = (
    ("šč", "щ"), ("ts", "ц"), ("iu", "ю"), ("ia", "я"), ("ž", "ж"), ("č", "ч"), ("š", "ш"),
    *zip("abvgdeziklmnoprstufx", "абвгдезиклмнопрстуфх", strict=True),
)  # fmt: skip
_VOWELS = "аеёєэиыіїоуюя"
_MOST_READINGS = 24


def sound_key(original: str) -> str:
    """Return the sound key of a Cyrillic word: what its conventions and its counterparts share.

    >>> sound_key("Зеленський") == sound_key("Зеленский")
    True
    """
    return _squeeze("".join(_SOUNDS.get(letter, "") for letter in original.lower()))


def spell_key(key: str) -> str:
    """Return a sound key as a Russian name would be written: шойгу as *Шоигу*.

    >>> spell_key(sound_key("Щербаков"))
    'Щербаков'
    """
    for sounds, letter in _LETTERS:
        key = key.replace(sounds, letter)
    return key.capitalize()


def _squeeze(sounds: str) -> str:
    """Without doubled letters, which print drops, and without the two letters of -ий."""
    return "".join(c for n, c in enumerate(sounds) if not n or sounds[n - 1] != c)


@lru_cache(maxsize=65536)
def read_backward(spelling: str) -> frozenset[str]:
    """Return the sound keys of the originals that some scheme writes as this Latin word.

    >>> sound_key("Шойгу") in read_backward("Szojgu") & read_backward("Choïgou")
    True
    """
    word = fold(spelling)
    return frozenset(reading for table in _tables() for reading in _read(word, table))


@dataclass(frozen=True, slots=True, order=True)
class _Group:
    """The sounds that a group of Latin letters stands for, and where it does.

    `after` holds the sounds that may come before (a space is the word's start), all if empty.
    """

    sounds: str
    after: str
    at_end: bool

    def fits(self, reading: str, *, is_end: bool) -> bool:
        if self.at_end and not is_end:
            return False
        return not self.after or (reading[-1:] or " ") in self.after


_Table = Mapping[str, tuple[_Group, ...]]


@cache
def _tables() -> tuple[_Table, ...]:
    """For each scheme, what each group of Latin letters stands for; equal ones once."""
    tables = [
        _invert(scheme)
        for lang in LANGUAGES
        for scheme_id in list_scheme_ids(lang)
        if isinstance(scheme := load_scheme(scheme_id), Scheme)
    ]
    return tuple({tuple(table.items()): table for table in tables}.values())


def _invert(scheme: Scheme) -> _Table:
    groups: dict[str, set[_Group]] = {}
    for letter, targets in scheme.letters.items():
        _add(groups, letter, targets, "", False)
    for rule in scheme.rules:
        at_end = rule.right is not None and rule.right.fits("$") and not rule.right.fits("а")
        _add(groups, rule.source, rule.targets, _sounds_before(rule), at_end)
    return {group: tuple(sorted(found)) for group, found in sorted(groups.items())}


def _add(
    groups: dict[str, set[_Group]], source: str, targets: Iterable[str], after: str, at_end: bool
) -> None:
    sounds = "".join(_SOUNDS.get(letter, "") for letter in source)
    for target in targets:
        if group := fold(target):
            groups.setdefault(group, set()).add(_Group(sounds, after, at_end))


def _sounds_before(rule: Rule) -> str:
    if rule.left is None:
        return ""
    fitting = {sounds[-1] for letter, sounds in _SOUNDS.items() if rule.left.fits(letter)}
    # A silent sign before a letter leaves no sound, so any consonant may be heard there.
    if rule.left.fits("ь") or rule.left.fits("'"):
        fitting |= {sounds[-1] for letter, sounds in _SOUNDS.items() if letter not in _VOWELS}
    return "".join(sorted(fitting)) + (" " if rule.left.fits("^") else "")


def _read(word: str, table: _Table) -> set[str]:
    longest = max(map(len, table))
    readings: list[set[str]] = [set() for _ in range(len(word) + 1)]
    readings[0] = {""}
    for at in range(len(word)):
        for stop in range(at + 1, min(at + longest, len(word)) + 1):
            for group in table.get(word[at:stop], ()):
                readings[stop] |= {
                    _squeeze(reading + group.sounds)
                    for reading in sorted(readings[at])[:_MOST_READINGS]
                    if group.fits(reading, is_end=stop == len(word))
                }
    return readings[-1]
