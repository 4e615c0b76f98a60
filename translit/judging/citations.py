"""Citations: lines and quotation marks in which a name is kept as it was printed elsewhere.

Credit lines, bibliographic lines, and what stands in quotation marks as a title does: *“Kiev, City
of Dreams”*. The spelling there is part of what is cited.
"""

import re
from collections.abc import Set

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import QUOTATION_MARKS
from translit.lexicon import fold_phrase
from translit.page import TITLE
from translit.schemes import fold

_LONGEST_LINE = 400
_LONGEST_TITLE = 80
_LONGEST_SMALL_WORD = 4

# A label, perhaps with *by*, and what parts it from whose the picture is.
_CREDIT = re.compile(r"\W*([^\W\d_]+)\.?(?:\s+[^\W\d_]{2,4})?\s*[:/©]")
_DESCRIBING = re.compile(r"[^\W\d_]{3,}")
_MOST_OF_A_CREDIT = 1  # words in small letters: *Photo: courtesy of Oleh Petrasyuk*
_BY_WHOM = re.compile(r"[/©(][\s©]*$")
_LONGEST_BYLINE = 2  # words: *reporting by*
_MOST_WRITERS = 8  # words after it
_WORK = re.compile(r",\s[\w -]{2,25}$")
_REFERENCE = re.compile(
    r"(?:\[\d+\]|\d+\.)?\s*[^\W\d_][\w'’-]+"  # a number, then the author
    r"(?:,?\s(?:[^\W\d_]\.\s?){1,3}|,\s[^\W\d_]\w+\s?:)"  # with initials, or a colon after him
)
_NUMBERED = re.compile(r"\[\d+\]\s")
_CITING = re.compile(r"[^\W\d_]+\.?\s")
# The rest of a title, what says by whom it is, perhaps with an article, and two words of a name.
_AUTHOR = re.compile(
    r"(?:\s[A-Z][\w’'-]*){0,3},?\s([^\W\d_A-Z]+)(?:\s([^\W\d_A-Z]+))?\s[A-Z]\w+\s[A-Z]"
)
_LEAST_CAPITALS = 2
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \xa0]$")
_NEXT_WORD = re.compile(r"[ \xa0]([^\W\d_]+)")
_LONGEST_WORD = 40
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_cited(candidate: Candidate, near: Near) -> bool:
    """Tell whether a mention stands in a credit, in a reference, or in a title of a work."""
    start = (
        candidate.page.text.rfind("\n", max(0, candidate.start - _LONGEST_LINE), candidate.start)
        + 1
    )
    end = candidate.page.text.find("\n", candidate.end)
    line = candidate.page.text[start : end if end >= 0 else len(candidate.page.text)]
    if start and len(line) > _LONGEST_LINE:
        line = line[:_LONGEST_LINE]
    return (
        _is_credit(candidate, line, start)
        or _is_reference(line, candidate.page.speech.lists["citing"])
        or _is_title(candidate)
        or _is_work_by_somebody(candidate)
        or _is_original_in_brackets(candidate)
    )


def _is_original_in_brackets(candidate: Candidate) -> bool:
    """Tell whether a full name stands in brackets after what the language has made of it.

    So papers show how it is spelled elsewhere: Latvian *Munu Džeinu (Moon Jae-in)*.
    """
    page, first = candidate.page, candidate.first
    if page.speech.is_english or len(candidate.words) < _LEAST_CAPITALS or first < _LEAST_CAPITALS:
        return False
    if page.gap(first) != " (" or page.text[candidate.end : candidate.end + 1] != ")":
        return False
    before = page.words[first - _LEAST_CAPITALS : first]
    return page.follows(first - 1) and all(w.is_capital and not w.facts & TITLE for w in before)


def _is_credit(candidate: Candidate, line: str, start: int) -> bool:
    match = _CREDIT.match(line)
    if match and fold(match[1]) in candidate.page.speech.lists["credits"]:
        before = line[match.end() : candidate.start - start]
        return not _describes(line[match.end() :]) or _BY_WHOM.search(before) is not None
    line = line.strip()
    if line.endswith((".", "!", "?", ":")) or not candidate.is_person:
        return False
    if _is_byline(line, candidate.page.speech.lists["bylines"]):
        return True
    # *Sergej Lawrow, sports desk*, above or below a text
    alone = candidate.start == start and "\n" in candidate.page.text.strip()
    return alone and _WORK.match(candidate.page.text[candidate.end : start + len(line)]) is not None


def _is_byline(line: str, bylines: Set[str]) -> bool:
    """Tell whether a line says who wrote a text, and little more: *Reporting by Oleh Petrasyuk*."""
    words = line.split()
    return any(
        len(words) - length <= _MOST_WRITERS and fold_phrase(" ".join(words[:length])) in bylines
        for length in range(1, min(_LONGEST_BYLINE, len(words) - 1) + 1)
    )


def _describes(said: str) -> bool:
    """Tell whether what follows *Photo:* says what is seen there, and not who took it.

    Whose it is, is said in names and at most a small word or two.
    """
    small = [word for word in _DESCRIBING.findall(said) if word.islower()]
    return len(small) > _MOST_OF_A_CREDIT


def _is_reference(line: str, citing: Set[str]) -> bool:
    line = line.lstrip(" \t*-•")
    head = line[:_LONGEST_LINE]
    if not _YEAR.search(head):
        return False
    opening = _CITING.match(head)
    if opening and (said := fold_phrase(opening[0])) in citing:
        if said.endswith("."):  # abbreviated, it is said nowhere else
            return True
        head = head[opening.end() :]
    return _NUMBERED.match(head) is not None or _REFERENCE.match(head) is not None


def _is_work_by_somebody(candidate: Candidate) -> bool:
    """Tell whether a name stands in a title and its author after it: *The Gate of Kiev by X. Y*.

    All words of the title that are not small have capitals, and the author a full name.
    """
    lists = candidate.page.speech.lists
    by = None if candidate.is_person else _AUTHOR.match(candidate.page.text, candidate.end)
    if not by or by[1] not in lists["bylines"] or by[2] not in (None, *lists["definite"]):
        return False
    start, _ = candidate.page.sentences.span(candidate.page.sentences.number(candidate.start))
    before = candidate.page.text[max(start, candidate.start - _LONGEST_TITLE) : candidate.start]
    words = re.findall(r"[^\W\d_]+", before)
    capitals = [word for word in words if word[0].isupper()]
    small = {word for word in words if not word[0].isupper()}
    return len(capitals) >= _LEAST_CAPITALS and small <= lists["titling"]


def _is_title(candidate: Candidate) -> bool:
    """Tell whether a mention is quoted with nothing but words that titles have."""
    text = candidate.page.text
    before = text[max(0, candidate.start - _LONGEST_TITLE) : candidate.start]
    opener = max((before.rfind(mark), mark) for mark in QUOTATION_MARKS)
    if opener[0] < 0 or "\n" in before[opener[0] :]:
        return False
    after = text[candidate.end : candidate.end + _LONGEST_TITLE]
    closer = next((at for at, mark in enumerate(after) if mark in QUOTATION_MARKS[opener[1]]), -1)
    if closer < 0 or "\n" in after[:closer]:
        return False
    opened = candidate.start - len(before) + opener[0]
    if _is_called_a_work(candidate, opened, candidate.end + closer + 1):
        return True
    inside = before[opener[0] + 1 :] + text[candidate.start : candidate.end] + after[:closer]
    if inside[-1:] in ".,!?":  # speech ends so
        return False
    words = re.findall(r"[^\W\d_]+", inside)
    return bool(inside) and all(w[0].isupper() or len(w) < _LONGEST_SMALL_WORD for w in words)


def _is_called_a_work(candidate: Candidate, start: int, end: int) -> bool:
    """Tell whether a word for a film or a book stands before a quotation or after it."""
    text, works = candidate.page.text, candidate.page.speech.lists["works"]
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    after = _NEXT_WORD.match(text, end)
    return any(found is not None and fold(found[1]) in works for found in (before, after))
