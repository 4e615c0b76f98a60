"""Runs: the stretches of a text in which a name can stand, found by one regular expression."""

import re
from collections.abc import Iterable, Iterator

from translit.page.words import WORD
from translit.schemes import APOSTROPHES, INVISIBLE, MARKS

# Ranges that hold all capitals of the scripts that have them; the small letters among them cost
# time only. The full class of capitals is thirteen times slower.
_CAPITALS = "A-ZÀ-ÞĀ-ɏʔʰ-˿Ͱ-ΫϏ-ϿЀ-ЯѠ-ՖḀ-῿"
# Letters of scripts without capitals, where any word may be a name.
_UNCASED = (
    "\u0590-\u1dff\u2071-\u209c\u2100-\u214f\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufdff\ufe70-\ufefe"
    "\uff21-\uffdc\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0010ffff"
)
_APOSTROPHES = re.escape(APOSTROPHES)
_UNSEEN = rf"[{INVISIBLE}]{{0,8}}+"
# No name goes over a blank line. Only single letters are possessive, no group: up to Python 3.11.4
# (Debian 12 has 3.11.2) a group that fails halfway does not step back.
_SPACE = r"(?:[^\S\n]{1,8}+(?:\n[^\S\n]{0,8}+)?|\n[^\S\n]{0,8}+)"
MOST_WORDS = 64

# What may follow a run as the rest of its last name: *Rostov na donu*, *Ivy countries*.
_GAP = rf"(?:[{INVISIBLE}]{{0,8}}\s{{1,8}}[{INVISIBLE}]{{0,8}}|[-\u2010\u2011])"
REST = re.compile(rf"(?:{_GAP}{WORD.pattern}){{1,8}}")
NEXT = re.compile(rf"{_GAP}({WORD.pattern})")


class RunFinder:
    """Finds the runs of texts: words with capitals, and small particles between them.

    >>> RunFinder(["van", "der"]).list_runs("So Kees van der Berg met Smith, J. in it.")
    ['So Kees van der Berg', 'Smith, J.']
    """

    def __init__(self, particles: Iterable[str]) -> None:
        some = sorted(particles, key=len, reverse=True)
        capital, letters = f"[{_CAPITALS}{_UNCASED}]", rf"[\w{MARKS}{INVISIBLE}]"
        self._any = _compile(capital, letters, f"[{_APOSTROPHES}]", _UNSEEN, some)
        # In ASCII the same, three times as fast.
        ascii_particles = [particle for particle in some if particle.isascii()]
        self._ascii = _compile("[A-Z]", r"\w", r"['`]", "", ascii_particles, re.ASCII)

    def list_runs(self, text: str) -> list[str]:
        """Return the runs of a text, in order."""
        return (self._ascii if text.isascii() else self._any).findall(text)

    def find_runs(self, text: str) -> Iterator[re.Match[str]]:
        """Give the runs of a text with their places."""
        return (self._ascii if text.isascii() else self._any).finditer(text)


def _compile(
    capital: str,
    letters: str,
    apostrophes: str,
    unseen: str,
    particles: Iterable[str],
    flags: re.RegexFlag = re.NOFLAG,
) -> re.Pattern[str]:
    # A final apostrophe may be a soft sign; a full stop after one capital tells an initial.
    tail = rf"(?:{apostrophes}(?:{letters}++|(?!\w)))*"
    word = rf"{capital}{letters}*+{tail}"
    syllable = rf"[-\u2010\u2011]{letters}++{tail}"
    some = "|".join(map(re.escape, particles))
    particle = rf"[^\W\d_A-Z]{{1,4}}+['’]?-|(?:(?:{some})\s{{1,4}}){{1,2}}"
    gap = rf"\.(?:{_SPACE})?|,?{unseen}{_SPACE}{unseen}(?:(?={capital})|{particle})"
    rest = rf"(?:{syllable}|(?:{gap}){word}){{0,{MOST_WORDS - 1}}}"
    return re.compile(rf"{word}{rest}(?:(?<=[\s.]{capital})\.)?", flags)
