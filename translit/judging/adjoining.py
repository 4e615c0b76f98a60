"""Adjoining: whether the word directly before or after a name may be a part of a longer one."""

from translit.judging.beside import (
    ends_a_compound,
    is_country_at,
    is_family_name,
    is_name_of_something,
    is_no_given_name,
    is_place_in_case,
    is_title,
)
from translit.judging.candidate import Candidate
from translit.languages import NOMINATIVE, declines_the_last, is_small_word, read_case_in_text
from translit.lexicon import Known
from translit.page import AUXILIARY, GENERATION, LABEL, NEUTRAL, ORDINARY, UPPER, Page
from translit.schemes import fold


def is_somebodys_given_name(page: Page, at: int) -> bool:
    """Tell whether a word is a given name, and nothing else as it stands there."""
    word = page.words[at]
    if not (word.is_capital and word.is_given_name):
        return False
    if page.starts_sentence(at) and (word.facts & AUXILIARY or _may_be_small_word(page, at)):
        return False
    if word.facts & ORDINARY and not _is_given_as_written(page, word.text):
        return False
    return not word.facts & ORDINARY or not is_name_of_something(page, word.key)


def _is_given_as_written(page: Page, text: str) -> bool:
    """Tell whether a given name has these very marks: not Romanian *Râul*, the river."""
    found = page.lexicon.find_world(text, as_written=True)
    return text.isascii() or (found is not None and found.given)


def _may_be_small_word(page: Page, at: int) -> bool:
    """Tell whether a sentence may start with a small word: Italian *Per Pechino*."""
    is_small = is_small_word(page.words[at].text.lower(), page.speech.code)
    return is_small and not page.speech.is_english


def may_be_a_given_name(page: Page, known: Known, at: int) -> bool:
    """Tell whether a word is capitalised, and no title or ordinary word."""
    word = page.words[at]
    return word.is_capital and not word.facts & ORDINARY and not is_title(page, known, at)


def opens_sentence(candidate: Candidate) -> bool:
    """Tell whether a sentence starts with the word before a name in a case, and nobody is called
    so: *Evakuacija Khersona*, *Maršalovi Zhukovovi*."""
    page, at = candidate.page, candidate.first - 1
    if not candidate.reading.cases or not page.starts_sentence(at):
        return False
    word, find_world = page.words[at], page.lexicon.find_world
    if find_world(word.key) is not None:
        return False
    if not candidate.is_person:
        return True
    reads = read_case_in_text(word.text, page.speech.code, {"given", "family"})
    return all(find_world(fold(read.base)) is None for read in reads)


def can_precede(page: Page, known: Known, at: int) -> bool:
    """Tell whether the word directly before a family name leaves it this person's."""
    word = page.words[at]
    if not word.is_capital or is_title(page, known, at):
        return True
    if any(form.ending and form.key in page.speech.countries for form in page.list_forms(at)):
        return True  # *Israel's Mosad*, though some are called Israel
    if is_somebodys_given_name(page, at):
        return False
    if word.facts & ORDINARY or len(word.key) == 1:  # *W Kijów*, *I Putin*
        return True
    if word.key in page.speech.countries:  # *prezydent Czeczenii Kadyrow*
        return True
    if page.speech.declines and (is_no_given_name(page, at) or is_place_in_case(page, at)):
        return True
    if page.speech.writes_nouns_with_capitals and not _is_borne(page, word.key):
        return True  # *Ölmagnat Chodorkowski*
    return any(
        is_name_of_something(page, form.key) or is_family_name(page, form.key)
        for form in page.list_forms(at)
    )


def _is_borne(page: Page, key: str) -> bool:
    """Tell whether somebody in the world is called so: *Dragoslav Stepanovic* in German."""
    found = page.lexicon.find_world(key)
    return found is not None and (found.family or found.given)


def can_follow(candidate: Candidate, at: int) -> bool:
    """Tell whether the word directly after a name leaves it this entity's."""
    page = candidate.page
    if at >= len(page) or candidate.pieces[-1].ending or _is_at_its_end(candidate):
        return True
    gap = page.gap(at)
    if gap == ", ":
        return not _is_list_entry(candidate, at)
    if not page.follows(at) or "\n" in gap:
        return True
    word = page.words[at]
    if not word.is_capital:  # *Viktor Janukowytsch senior*, and *Yun Suk-hee*
        if candidate.pieces[-1].part == "given" and not gap.isspace():
            return _ends_a_joined_word(page, word.key)
        return not (candidate.is_person and word.facts & GENERATION)
    if candidate.reading.is_shared_family:  # *Chou Wen-chung*
        return False
    if word.facts & GENERATION:
        return not candidate.is_person
    return _is_no_surname(page, at) or _can_stand_before(candidate, at)


def _is_at_its_end(candidate: Candidate) -> bool:
    """Tell whether a name stands in a case, in a language that has it on the last word alone:
    Turkish *Taşkent'ten Ankara'ya*."""
    cases = candidate.reading.cases
    if not cases or cases == (NOMINATIVE,):
        return False
    return declines_the_last(candidate.page.speech.code)


def _is_list_entry(candidate: Candidate, at: int) -> bool:
    """Tell whether another given name follows after a comma: *Lukashenka, Viktoria (Brest)*."""
    page = candidate.page
    word = page.words[at]
    if not candidate.is_person or candidate.reading.full or not word.is_capital:
        return False
    return word.is_given_name and not page.follows(at + 1)


def _is_no_surname(page: Page, at: int) -> bool:
    """Tell whether a capitalised word after a name is known to be no part of it."""
    word = page.words[at]
    joined = not page.gap(at).isspace()  # a double surname: *Zelenskyi-Kovalenko, Kharkov-Smith*
    if word.facts & ORDINARY:
        is_part = not joined or _ends_a_joined_word(page, word.key) or ends_a_compound(page, at)
        if is_part:
            return True
    if word.facts & (UPPER | NEUTRAL):
        return True
    if not joined and (
        word.facts & LABEL or page.speech.find_singular(word.key) in page.speech.lists["labels"]
    ):  # *in Kharkov Russians*
        return True
    if any(is_name_of_something(page, form.key) for form in page.list_forms(at)):
        return True
    # *Kharkivā Ukrainas austrumos*, *Taškentista Helsinkiin*
    return not joined and (is_country_at(page, at) or is_place_in_case(page, at))


def _ends_a_joined_word(page: Page, key: str) -> bool:
    """Tell whether a word after a hyphen makes no name of both: *Kiev-Backed*, *Putin-era*."""
    return key.endswith(tuple(page.speech.lists["joined_endings"]))


def _can_stand_before(candidate: Candidate, at: int) -> bool:
    """Tell whether an unknown capitalised word may follow a name: only after a person's."""
    page = candidate.page
    if not page.gap(at).isspace() or not candidate.is_person:
        return False
    has_given = any(piece.part == "given" for piece in candidate.pieces)
    return has_given or not page.words[at].is_given_name
