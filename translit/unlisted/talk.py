"""Talk: names that a text sets down as spellings, and does not use."""

from translit.page import LATIN, Page

_MOST_BETWEEN = 3  # words that say what follows: *romanized as*
_MOST_SIGNS = 4  # of a gap within one remark: *) (*
_OPENING, _CLOSING = frozenset("\"'“”„‘’‚«»‹›"), frozenset("\"'“”‘’«»‹›")
_ENDING = ".!?"


def is_transcription(page: Page, at: int) -> bool:
    """Tell whether a word follows a name in another script, which it writes in Latin letters.

    *(Greek: Αθήνα, Athína)*, *(Мотузяник, romanized as Motuzianyk)*: it says how that is read.
    """
    for before in range(at - 1, max(-1, at - _MOST_BETWEEN - 2), -1):
        gap = page.gap(before + 1)
        if len(gap) > _MOST_SIGNS or "\n" in gap or any(sign in gap for sign in _ENDING):
            return False
        word = page.words[before]
        if not word.facts & LATIN:
            return word.text.isalpha()
        if word.is_capital:
            return False
    return False


def is_quoted(page: Page, at: int, end: int) -> bool:
    """Tell whether quotation marks hold one word alone, which ends there: it is of its letters."""
    before = page.text[page.starts[at] - 1 : page.starts[at]] if page.starts[at] else ""
    return before in _OPENING and page.text[end : end + 1] in _CLOSING if before else False
