"""Passages: blocks and long quotations that are in another language than the text around them.

What they are in is told by their small words alone, and by more of them than a text needs: a right
line that is taken for another language's would be harmed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translit.languages.telling import Teller

_LEAST_LETTERS = 60  # of a passage
# A block ends at an empty line, and where a line ends as a sentence does: lines that are broken to
# a width mostly do not.
_ENDS = r"[.!?…”“»\"]"
_BLOCK = re.compile(rf"\S[^\n]*+(?:\n(?![^\S\n]*\n)(?<!{_ENDS}\n)(?<!{_ENDS}\r\n)[^\n]*+)*+")
# Marks that open a quotation, and those that close it: *„“* in German, *„”* in Polish, *»»* and
# *””* in Swedish.
QUOTATION_MARKS = {
    "“": "”", "‘": "’", "«": "»", "„": "“”\"", '"': '"', "”": "”", "»": "«»", "‚": "‘’", "‹": "›",
}  # fmt: skip
_FENCE = "```"  # what stands in code is of no language
# What stands for a passage where the text around it is read: no letter, and no space.
_FILLER = "\ufffc"


def _compile_quotation() -> re.Pattern[str]:
    """Return what finds long quotations. Between its marks stands none of the two, nor what else
    opens where the first closes: *”* closes *“*."""
    some = []
    for opens, closes in QUOTATION_MARKS.items():
        others = "".join(one for one, ends in QUOTATION_MARKS.items() if opens in ends)
        some.append(rf"{opens}([^{opens}{closes}{others}\n]{{{_LEAST_LETTERS},}})[{closes}]")
    return re.compile("|".join(some))


_QUOTATION = _compile_quotation()


class Passage(NamedTuple):
    """Code points of a text that are in another language than it, with its code."""

    start: int
    end: int
    lang: str


def find_passages(text: str, lang: str, teller: Teller) -> list[Passage]:
    """Return the passages of a text in the language `lang`, or in none that was told.

    >>> from translit.languages import find_teller
    >>> text = '''The chancellor spoke about it on Monday.
    ...
    ... „Wir haben gestern in Minsk darüber gesprochen, und wir werden es wieder tun“, sagte er.'''
    >>> [one.lang for one in find_passages(text, "en", find_teller())]
    ['de']
    """
    return [] if _FENCE in text else list(_find(text, lang, teller))


def _find(text: str, lang: str, teller: Teller) -> Iterator[Passage]:
    blocks = list(_BLOCK.finditer(text))
    for block in blocks:
        if block.end() - block.start() < _LEAST_LETTERS:
            continue
        # One block was all that the language of the text was told by.
        told = teller.tell_passage(block[0], lang) if len(blocks) > 1 else ""
        if told:
            yield Passage(block.start(), block.end(), told)
        elif any(mark in block[0] for mark in QUOTATION_MARKS):
            for start, end in _list_quotations(text, block.start(), block.end()):
                if said := teller.tell_passage(text[start:end], lang):
                    yield Passage(start, end, said)


def _list_quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what stands between quotation marks, where it is long."""
    for match in _QUOTATION.finditer(text, start, end):
        yield match.span(match.lastindex or 0)


def part_text(text: str, lang: str, passages: Sequence[Passage]) -> list[tuple[str, str]]:
    """Return a language and a text for it: first `lang`, then those of the passages.

    Each is as long as the text, with a sign for each code point that is in another language, so
    that what is found keeps its place.

    >>> part_text("Yes. Nein. No.", "en", [Passage(5, 10, "de")])
    [('en', 'Yes. ￼￼￼￼￼ No.'), ('de', '￼￼￼￼￼Nein.￼￼￼￼')]
    """
    spans = {lang: list(_list_gaps(passages, len(text)))}
    for one in passages:
        spans.setdefault(one.lang, []).append((one.start, one.end))
    return [(code, _keep(text, some)) for code, some in spans.items()]


def _list_gaps(passages: Sequence[Passage], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for one in passages:
        yield at, one.start
        at = one.end
    yield at, length


def _keep(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += _FILLER * (start - at), text[start:end]
        at = end
    return "".join([*parts, _FILLER * (len(text) - at)])
