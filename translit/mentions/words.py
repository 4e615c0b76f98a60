"""The words of a text, with what look-up needs to know of each."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple, overload

from translit.schemes import APOSTROPHES, INVISIBLE, fold, fold_marked, is_latin

_INNER = re.escape(APOSTROPHES)
_MARKS = "\u0300-\u036f"  # the combining marks of NFD text
# Marks belong to the letter before; what is invisible, and an apostrophe, only between letters.
_GLUE = rf"(?:[{_MARKS}]++|[{INVISIBLE}]++(?=[^\W\d_])|[{_INNER}](?=[^\W\d_]))"
WORD = re.compile(rf"[^\W\d_]++(?:{_GLUE}[^\W\d_]*+)*+")
_POSSESSIVE = re.compile(rf"[{_INNER}][sS]$")

_APOSTROPHES = str.maketrans("", "", APOSTROPHES + '"')

# No name is longer; a longer run of letters is data, and is not looked at.
LONGEST_WORD = 64

# What may stand between two words of one name: white space in a line (a name is not broken over
# a blank line), or a hyphen, before which a soft sign may stand as an apostrophe (*Kinel'-
# Cherkassy*); after an initial, a full stop. What is invisible parts nothing.
_SPACE = re.compile(rf"[{INVISIBLE}]*(?:\s|[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)[{INVISIBLE}]*")
_HYPHENS = "-\u2010\u2011"  # HYPHEN-MINUS, HYPHEN, NON-BREAKING HYPHEN


class Token(NamedTuple):
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


Ending = Literal["", "possessive", "plural"]


class Form(NamedTuple):
    """A token without an ending that English put to it: `stop` is where the name itself ends."""

    key: str
    stop: int
    ending: Ending = ""


class Tokens(Sequence[Token]):
    """The words of a text in order; words longer than any name are left out.

    A word is looked at when it is asked for.

    >>> [token.key for token in Tokens("Zelens’kyj’s 2 cats")]
    ['zelenskyjs', 'cats']
    """

    def __init__(self, text: str) -> None:
        self._text = text
        spans = [match.span() for match in WORD.finditer(text)]
        self._spans = [span for span in spans if span[1] - span[0] <= LONGEST_WORD]
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self._spans)))]
        found = self._made.get(at)
        if found is None:
            start, end = self._spans[at]
            word = self._text[start:end]
            found = self._made[at] = Token(start, end, word, fold(word))
        return found

    def gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self._text[self._spans[at - 1][1] : self._spans[at][0]] if at > 0 else ""

    def is_strange(self, at: int) -> bool:
        """Tell whether a word has letters or marks that its key has not."""
        start, end = self._spans[at]
        word = self._text[start:end]
        return not (word.isascii() and word.isalpha())

    def at(self, start: int) -> int:
        """Return the number of the first word that starts at this code point or after it."""
        return bisect_left(self._spans, (start, start))


def list_forms(tokens: Sequence[Token], at: int) -> list[Form]:
    """Return the token without a possessive and, after *the*, also without a plural ending."""
    token = tokens[at]
    forms = list_word_forms(token.text, token.start)
    stop = forms[0].stop - token.start
    if stop > 3 and token.text[stop - 1] in "sS" and at and tokens[at - 1].key == "the":
        singular = token.text[: stop - 1].rstrip(INVISIBLE)
        stop = token.start + len(singular)
        forms += [Form(key, stop, "plural") for key in list_keys(singular)]
    return forms


def list_word_forms(text: str, start: int = 0) -> list[Form]:
    """Return a word that starts at `start`, without a possessive ending."""
    ending: Ending = ""
    if match := _POSSESSIVE.search(text):
        text, ending = text[: match.start()], "possessive"
    return [Form(key, start + len(text), ending) for key in list_keys(text)]


def list_keys(text: str) -> list[str]:
    """Return the folded key and, for a spelling with diacritics, the one that keeps them."""
    keys = [fold(text)]
    if not text.isascii() and (marked := fold_marked(text)) != keys[0]:
        keys.append(marked)
    return keys


def fold_text(text: str) -> str:
    """Return a string that holds the key of every word of a text, and more."""
    strange = () if text.isascii() else [word for word in text.split() if not word.isascii()]
    return " ".join((text.lower().translate(_APOSTROPHES), *map(fold, strange)))


def is_name_gap(gap: str, *, after_initial: bool = False) -> bool:
    """Tell whether two words with this between them can belong to one name."""
    if after_initial:
        gap = gap.removeprefix(".")
        return gap == "" or _is_space(gap)
    return _is_space(gap) or is_hyphen_gap(gap)


def is_space_gap(gap: str) -> bool:
    """Tell whether only white space of one line break at most is between two words."""
    return _is_space(gap)


def is_hyphen_gap(gap: str) -> bool:
    """Tell whether a hyphen joins two words."""
    return gap != "" and gap[-1] in _HYPHENS and (len(gap) == 1 or gap[:-1] in APOSTROPHES)


def _is_space(gap: str) -> bool:
    return 0 < len(gap) <= 8 and _SPACE.fullmatch(gap) is not None
