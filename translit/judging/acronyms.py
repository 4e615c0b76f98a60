"""Acronyms: a few letters stand for many things, so they need more than other names."""

from collections.abc import Sequence, Set

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.page import LATIN, Page
from translit.schemes import fold

_LONGEST_IN_DOUBT = 3  # letters
_LONGEST = 5  # letters; few acronyms have more
_LONGEST_NAME = 8  # words in which an acronym is spelled out
_OF_LATIN = "latin"
_BEFORE_DATELINE = " \t*_>#-"  # white space and the marks of Markdown
_AFTER_DATELINE = ",:(/-–—|"


def is_spelled_out_otherwise(candidate: Candidate, near: Near) -> bool:
    """Tell whether words beside an acronym have its letters: *Communist Party of India (CPI)*."""
    if not candidate.is_changed:
        return False
    if candidate.reading.alias is not None:
        return candidate.pieces[0].is_acronym and _is_spelled_out(candidate)
    is_acronym = candidate.pieces[0].is_acronym
    if is_acronym and not candidate.page.speech.is_english and _stands_in_brackets(candidate):
        return True  # after its name in the language of the text
    return _is_foreign(candidate) and _is_spelled_out(candidate)


def lacks_field(candidate: Candidate, near: Near) -> bool:
    """Tell whether an acronym in another convention than the canonical one is in doubt: *SWR, KDB*.

    An acronym of a few letters stands for many things, so the text must name somebody of its own
    field; a country or a common word is no such evidence.
    """
    if not (candidate.is_changed and _is_foreign(candidate)):
        return False
    entity = candidate.known.entity
    if len(candidate.text) > _LONGEST_IN_DOUBT and entity.alone:
        return False
    words: Sequence[str] = entity.near
    if candidate.page.words[candidate.first].facts & LATIN:
        words = [word for word in words if _is_of_a_field(candidate.page, word)]
    return not near.holds_in_sentence(candidate, words)


def stands_in_capitals(candidate: Candidate, near: Near) -> bool:
    """Tell whether a word in capitals among others, *IMED*, may be an acronym and no name: *Imedi*.

    With another part of the name it is none, nor in a dateline (*KIJÓW, 3 March*), nor where the
    words around it are in capitals too.
    """
    page = candidate.page
    if len(candidate.words) > 1 or candidate.pieces[0].is_acronym:
        return False
    if len(candidate.text) > _LONGEST:
        return False
    if not candidate.text.isupper() or _opens_dateline(candidate):  # *USI's* is in capitals too
        return False
    others = candidate.list_others(page.find_sentence(candidate.start))
    cased = [word for word in others if len(word.text) > 1 and word.facts & LATIN]
    return any(not word.is_capital for word in cased)


def _opens_dateline(candidate: Candidate) -> bool:
    """Tell whether a line starts with the mention, and a mark that ends a dateline's place."""
    text = candidate.page.text
    line = text[text.rfind("\n", 0, candidate.start) + 1 : candidate.start]
    return not line.strip(_BEFORE_DATELINE) and text[candidate.end : candidate.end + 2].lstrip()[
        :1
    ] in tuple(_AFTER_DATELINE)


def _stands_in_brackets(candidate: Candidate) -> bool:
    text = candidate.page.text
    return text[candidate.start - 1 : candidate.end + 1] == f"({candidate.text})"


def _is_foreign(candidate: Candidate) -> bool:
    spelling = candidate.pieces[0].spelling
    if spelling is None or not spelling.word.is_acronym or spelling.word.lang == _OF_LATIN:
        return False
    return fold(candidate.text) != fold(str(candidate.known.entity.name))


def _is_of_a_field(page: Page, word: str) -> bool:
    """Tell whether a word is a name, and of less than a country or of those who speak for it."""
    key = fold(word)
    if word.islower() or key in page.speech.countries or key in page.speech.lists["powers"]:
        return False
    return any(True for _ in page.lexicon.find_bearers(key))


def _is_spelled_out(candidate: Candidate) -> bool:
    """Tell whether words beside it have its letters.

    They stand before the bracket that it is in, or in one after it, capitalised or not.
    """
    page, first, last = candidate.page, candidate.first, candidate.last
    letters = fold(candidate.text)
    before = [word.key for word in page.words[max(0, first - _LONGEST_NAME) : first]]
    after = [word.key for word in page.words[last + 1 : last + 1 + _LONGEST_NAME]]
    small = page.speech.lists["within_names"]
    return _has_initials(before, letters, small) or _has_initials(after, letters, small)


def _has_initials(words: Sequence[str], letters: str, small: Set[str]) -> bool:
    """Tell whether words in a row start with these letters; small words may stand between."""
    for start in range(len(words)):
        wanted = letters
        for word in words[start:]:
            if wanted and word.startswith(wanted[0]):
                wanted = wanted[1:]
            elif wanted == letters or word not in small:
                break
        if not wanted:
            return True
    return False
