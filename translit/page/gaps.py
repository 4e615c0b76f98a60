"""Gaps: what stands between two words, and whether one name can go on over it."""

import re

from translit.schemes import APOSTROPHES, INVISIBLE

# What may stand between two words of one name: white space in a line (a name is not broken over
# a blank line), or a hyphen, before which a soft sign may stand as an apostrophe (*Kinel'-
# Cherkassy*); after an initial, a full stop. What is invisible parts nothing.
_SPACE = re.compile(rf"[{INVISIBLE}]*(?:\s|[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)[{INVISIBLE}]*")
_LONGEST = 8
HYPHENS = frozenset("-\u2010\u2011")  # HYPHEN-MINUS, HYPHEN, NON-BREAKING HYPHEN


def is_space_gap(gap: str) -> bool:
    """Tell whether only white space of one line break at most is between two words."""
    return gap == " " or (0 < len(gap) <= _LONGEST and _SPACE.fullmatch(gap) is not None)


def is_hyphen_gap(gap: str) -> bool:
    """Tell whether a hyphen joins two words."""
    return gap != "" and gap[-1] in HYPHENS and (len(gap) == 1 or gap[:-1] in APOSTROPHES)


def is_initial_gap(gap: str) -> bool:
    """Tell whether what stands after an initial or a short title joins it to the next word."""
    gap = gap.removeprefix(".")
    return gap == "" or is_space_gap(gap)
