"""Talk about spelling: places where a text names the form itself, so that it must stay."""

import re
from collections.abc import Sequence

from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.page import CHANGING, LABEL, LINKING, SPELLING
from translit.schemes import fold, is_latin

# How far apart, in words, two forms may be for one sentence to be about them.
_NEAR = 8
_OPENERS = " \t\n\"'“‘«„*_("  # white space, quotation marks, Markdown emphasis, bracket
_LONGEST_NAMING = 3
_LEAST_WORDS = 2


def is_named_as_a_form(candidate: Candidate, near: Near) -> bool:
    """Tell whether the text speaks of this very form: *spelled*, a language label, *formerly*."""
    page = candidate.page
    sentence = page.find_sentence(candidate.start)
    if any(page.words[at].facts & SPELLING for at in sentence):
        return True
    return bool(candidate.first) and (
        _follows_label(candidate)
        or _follows_naming(candidate)
        or _is_bracketed_original(candidate)
        or _ends_brackets_in_own_script(candidate)
    )


def _ends_brackets_in_own_script(candidate: Candidate) -> bool:
    """Tell whether a name is told in its own script, in a text that is not English.

    *Kiniel (ros. Кинель)*: in another language it is the original, whatever stands before it.
    """
    page = candidate.page
    is_own = not is_latin(candidate.text[0]) and is_latin(candidate.output[:1])
    return is_own and _ends_brackets(candidate) and not page.speech.is_english


def _ends_brackets(candidate: Candidate) -> bool:
    return candidate.page.text[candidate.end : candidate.end + 1] in (")", "]")


def _is_bracketed_original(candidate: Candidate) -> bool:
    """Tell whether a full name fills brackets after what looks like it: *Ž. Depardjē (Gérard …)*.

    Papers that write foreign names as they sound have the original so, and the name before it may
    be one that is not read: *Olga Kiriļenko (Olga Kurylenko)*.
    """
    page, first, length = candidate.page, candidate.first, len(candidate.words)
    if not candidate.reading.full or length < _LEAST_WORDS or first < length:
        return False
    if not _ends_brackets(candidate) or page.gap(first).strip() not in ("(", "["):
        return False
    pairs = zip(range(first - length, first), candidate.words, strict=True)
    return all(
        page.words[before].is_capital
        and page.words[before].key[:1] == page.words[at].key[:1]
        and (before == first - length or page.follows(before))
        for before, at in pairs
    )


def _follows_label(candidate: Candidate) -> bool:
    """Tell whether a language stands before: *Belarusian: Лукашэнка*."""
    page, first = candidate.page, candidate.first
    gap = page.gap(first)
    if not page.words[first - 1].facts & LABEL:
        return False
    if gap.strip(_OPENERS + ".") == ":":
        return True
    if any(mark in gap for mark in ",.\n"):  # *in Belarus, Maladzyechna* is a place in a country
        return False
    before = page.text[: page.starts[first - 1]].rstrip()
    if before.endswith(("(", "[")):
        return True
    return first > 1 and page.words[first - 2].key in page.speech.lists["before_labels"]


def _follows_naming(candidate: Candidate) -> bool:
    page, first = candidate.page, candidate.first
    if page.is_hyphened(first - 1):  # *Russian-born* tells no name at birth
        return False
    if page.gap(first).strip(_OPENERS + ":"):
        return False
    context = page.speech.lists
    if page.words[first - 1].key in context["once"]:
        return page.gap(first - 1).strip(_OPENERS.replace("(", "")) in (",", "(", ", (", "[")
    words: list[str] = []
    for at in range(first - 1, max(first - 1 - _LONGEST_NAMING, -1), -1):
        words.insert(0, page.words[at].key)
        if " ".join(words) in context["naming"]:
            return True
        if not page.follows(at):
            break
    return False


def sets_forms_side_by_side(first: Candidate, second: Candidate) -> bool:
    """Tell whether two forms of one entity are set beside each other: *Kyiv (Kiev)*.

    They are in the order of the text. Equal forms never are. Of two entities they are, if both
    would be printed alike: *Al Iskandariyah (Alexandria)*, whichever Alexandria that is.
    """
    is_one = first.known.id == second.known.id or fold(first.output) == fold(second.output)
    if not is_one or first.end >= second.start:
        return False
    page = first.page
    between = range(first.last + 1, second.first)
    if len(between) > _NEAR or (_form(first) == _form(second) and not _is_original(first, second)):
        return False
    number = page.sentences.number
    if number(first.start) != number(second.start):
        return False
    if first.reading.in_case or second.reading.in_case:  # a case is no other form of the name,
        # but Latvian has the original in brackets: *Zoranu Zajevu (Zoran Zaev)*
        return _opens_bracket(first, second)
    linked = all(page.words[at].facts & (LINKING | LABEL) for at in between)
    if linked and ":" not in page.text[first.end : second.start]:
        return True
    if _opens_bracket(first, second) or _follows_once(first, second):
        return True
    return any(page.words[at].facts & CHANGING for at in page.find_sentence(first.start))


def _is_original(first: Candidate, second: Candidate) -> bool:
    """Tell whether the second is as long, in other letters: *Arina Sabaļenka (Aryna Sabalenka)*."""
    is_other = len(first.words) == len(second.words) and first.text != second.text
    return is_other and not second.reading.in_case and _opens_bracket(first, second)


def _follows_once(first: Candidate, second: Candidate) -> bool:
    """Tell whether *now, today, formerly* stands before the second: *Lwów, Poland (now Lviv)*."""
    page = first.page
    context = page.speech.lists
    words: list[str] = []
    for at in range(second.first - 1, first.last, -1):
        words.insert(0, page.words[at].key)
        phrase = " ".join(words)
        if phrase in context["once"] or phrase in context["naming"]:
            return True
        if len(words) == _LONGEST_NAMING or not page.follows(at):
            break
    return False


def _opens_bracket(first: Candidate, second: Candidate) -> bool:
    between = first.page.text[first.end : second.start]
    return bool(re.match(r"\s*[(\[]", between)) and not re.search(r"[)\]]", between)


def _form(candidate: Candidate) -> Sequence[str]:
    """The folded words that stand for the entity, without what a short form leaves out."""
    written = candidate.reading.bases or tuple(map(candidate.written, candidate.pieces))
    named = [
        word
        for piece, word in zip(candidate.pieces, written, strict=True)
        if piece.part in ("family", "word", "alias")
    ]
    return [fold(word) for word in named or written]
