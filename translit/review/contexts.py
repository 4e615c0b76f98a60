"""What stands around a name: its sentence, in whole words."""

import re

from translit.languages import ENGLISH, find_language
from translit.page import Sentences

_REACH = 160  # code points on each side
_SPACE = re.compile(r"\s+")


def find_context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what a sentence has before and after the code points from `start` to `end`.

    What is cut off is cut between words, and marked by an ellipsis; white space is made one space.

    >>> find_context("It rained.\\nIn  Kijów it did not. So he left.", 15, 20)
    ('In ', ' it did not.')
    """
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    window = text[first:last]
    sentences = Sentences(window, find_language(ENGLISH).abbreviations)
    begin, _ = sentences.span(sentences.number(start - first))
    _, stop = sentences.span(sentences.number(max(end - 1, start) - first))
    before, after = window[begin : start - first], window[end - first : stop]
    if begin == 0 and first > 0:
        before = "… " + _drop_first(text[first - 1] + before)
    if stop == len(window) and last < len(text):
        after = _drop_last(after + text[last]) + " …"
    return _SPACE.sub(" ", before).lstrip(), _SPACE.sub(" ", after).rstrip()


def _drop_first(text: str) -> str:
    """Return the text from its first white space on; nothing if it has none."""
    found = _SPACE.search(text)
    return text[found.end() :] if found else ""


def _drop_last(text: str) -> str:
    """Return the text up to its last white space; nothing if it has none."""
    return text[: max((match.start() for match in _SPACE.finditer(text)), default=0)]
