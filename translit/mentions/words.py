"""The words of a text, with what look-up needs to know of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translit.schemes import APOSTROPHES, INVISIBLE, fold, fold_marked, is_latin

_INNER = re.escape(APOSTROPHES)
_GLUE = "".join(INVISIBLE) + "\u0300-\u036f"  # and the combining marks of NFD text
WORD = re.compile(rf"[^\W\d_]++(?:(?:[{_GLUE}]++|[{_INNER}](?=[^\W\d_]))[^\W\d_]*+)*+")
_POSSESSIVE = re.compile(rf"[{_INNER}][sS]$")

# No name is longer; a longer run of letters is data, and is not looked at.
LONGEST_WORD = 64

# What may stand between two words of one name: white space in a line (a name is not broken over
# a blank line), or a hyphen; after an initial, a full stop.
_SPACE = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_HYPHENS = "-\u2010\u2011"  # HYPHEN-MINUS, HYPHEN, NON-BREAKING HYPHEN


@dataclass(frozen=True, slots=True)
class Token:
    """One word: half-open code points of the text, and its look-up key."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_capitalised(self) -> bool:
        """Starts with a capital, or is of a script that has none."""
        first = self.text[0]
        return first.isupper() or first.istitle() or (not first.islower() and first.isalpha())

    @property
    def is_upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_latin(self) -> bool:
        return any(map(is_latin, self.text))

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Form:
    """A token without an ending that English put to it: `stop` is where the name itself ends."""

    key: str
    stop: int
    ending: str = ""  # "", "possessive" or "plural"


def split_text(text: str) -> list[Token]:
    """Return the words of a text in order; words longer than any name are left out.

    >>> [token.key for token in split_text("Zelens’kyj’s 2 cats")]
    ['zelenskyjs', 'cats']
    """
    return [
        Token(match.start(), match.end(), match[0], fold(match[0]))
        for match in WORD.finditer(text)
        if match.end() - match.start() <= LONGEST_WORD
    ]


def list_forms(tokens: Sequence[Token], at: int) -> list[Form]:
    """Return the token without a possessive and, after *the*, also without a plural ending."""
    token = tokens[at]
    forms = list_word_forms(token.text, token.start)
    stop = forms[0].stop - token.start
    if stop > 3 and token.text[stop - 1] in "sS" and at and tokens[at - 1].key == "the":
        forms += [
            Form(key, token.start + stop - 1, "plural") for key in list_keys(token.text[: stop - 1])
        ]
    return forms


def list_word_forms(text: str, start: int = 0) -> list[Form]:
    """Return a word that starts at `start`, without a possessive ending."""
    ending = ""
    if match := _POSSESSIVE.search(text):
        text, ending = text[: match.start()], "possessive"
    return [Form(key, start + len(text), ending) for key in list_keys(text)]


def list_keys(text: str) -> list[str]:
    """Return the folded key and, for a spelling with diacritics, the one that keeps them."""
    keys = [fold(text)]
    if not text.isascii() and (marked := fold_marked(text)) != keys[0]:
        keys.append(marked)
    return keys


def is_name_gap(gap: str, *, after_initial: bool = False) -> bool:
    """Tell whether two words with this between them can belong to one name."""
    if after_initial:
        gap = gap.removeprefix(".")
        return gap == "" or _is_space(gap)
    return _is_space(gap) or gap in _HYPHENS


def is_space_gap(gap: str) -> bool:
    """Tell whether only white space of one line break at most is between two words."""
    return _is_space(gap)


def is_hyphen_gap(gap: str) -> bool:
    """Tell whether a hyphen joins two words."""
    return len(gap) == 1 and gap in _HYPHENS


def _is_space(gap: str) -> bool:
    return 0 < len(gap) <= 8 and _SPACE.fullmatch(gap) is not None
