"""Runs: the stretches of a text in which a name can stand, found by one regular expression."""

import re
from collections.abc import Iterable

from translit.page.words import WORD
from translit.schemes import APOSTROPHES, INVISIBLE

# Ranges that hold all capitals of the scripts that have them; the small letters among them cost
# time only. The full class of capitals is thirteen times slower.
_CAPITALS = "A-ZÀ-ÞĀ-ɏʔʰ-˿Ͱ-ΫϏ-ϿЀ-ЯѠ-ՖḀ-῿"
# Letters of scripts without capitals, where any word may be a name.
_UNCASED = (
    "\u0590-\u1dff\u2071-\u209c\u2100-\u214f\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufdff\ufe70-\ufefe"
    "\uff21-\uffdc\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0010ffff"
)
_MARKS = "\u0300-\u036f"
_FIRST = f"[{_CAPITALS}{_UNCASED}]"
_APOSTROPHES = re.escape(APOSTROPHES)
_LETTERS = rf"[\w{_MARKS}{INVISIBLE}]"
# A final apostrophe may be a soft sign.
_TAIL = rf"(?:[{_APOSTROPHES}]{_LETTERS}++)*+(?:[{_APOSTROPHES}](?!\w))?+"
_WORD = rf"{_FIRST}{_LETTERS}*+{_TAIL}"
_SYLLABLE = rf"[-\u2010\u2011]{_LETTERS}++{_TAIL}"
_SPACE = r"(?:[^\S\n]{1,8}+(?:\n[^\S\n]{0,8}+)?+|\n[^\S\n]{0,8}+)"  # no name goes over a blank line
_UNSEEN = rf"[{INVISIBLE}]{{0,8}}+"
_MOST_WORDS = 64

# What may follow a run as the rest of its last name: *Rostov na donu*, *Ivy countries*.
_GAP = rf"(?:[{INVISIBLE}]{{0,8}}\s{{1,8}}[{INVISIBLE}]{{0,8}}|[-\u2010\u2011])"
REST = re.compile(rf"(?:{_GAP}{WORD.pattern}){{1,5}}")
NEXT = re.compile(rf"{_GAP}({WORD.pattern})")


def compile_runs(particles: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the runs: words with capitals, and small particles between them.

    >>> compile_runs(["van", "der"]).findall("So Kees van der Berg met J. Smith-Jones in it.")
    ['So Kees van der Berg', 'J. Smith-Jones']
    """
    some = "|".join(sorted(map(re.escape, particles), key=len, reverse=True))
    particle = rf"[^\W\d_A-Z]{{1,4}}+['’]?-|(?:(?:{some})\s{{1,4}}){{1,2}}+"
    gap = rf"\.(?:{_SPACE})?+|,?{_UNSEEN}{_SPACE}{_UNSEEN}(?:{particle})?"
    return re.compile(rf"{_WORD}(?:{_SYLLABLE}|(?:{gap}){_WORD}){{0,{_MOST_WORDS - 1}}}+")
