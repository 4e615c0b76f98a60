"""Around places: whether the words beside a place make the name of something else of it.

*Petro Kharkov*, *A. Kharkov*, *Orel Hershiser*, *Brest nad Bugiem* are none of the places.
"""

from translit.judging.adjoining import can_follow, can_precede, opens_sentence
from translit.judging.beside import (
    is_compound,
    is_country_at,
    is_family_name,
    is_given_name,
    is_name_of_something,
    is_place_in_case,
)
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import UNTOLD, has_few_families
from translit.lexicon import ORDINARY as ENGLISH_WORD
from translit.page import (
    FEMININE,
    INITIAL,
    MASCULINE,
    NEUTRAL,
    ORDINARY,
    PARTICLE,
    UPPER,
    Page,
    Word,
    is_initial_gap,
)

_LONGEST_JOINT = 2  # words: *an der*


def is_word_of_another_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a place stands beside a capitalised word that makes another name of it.

    So do *Petro Kharkov*, *A. Kharkov*, *Orel Hershiser* and *Brest nad Bugiem*. What is no
    place may have a word after it, but none before it that nothing explains: *Moskauer Kreml*.
    """
    kind = candidate.known.entity.kind
    if kind == "person" or candidate.pieces[0].is_acronym:
        return False
    if kind != "place":
        return len(candidate.pieces) == 1 and _is_unknown_before(candidate, near)
    page, first = candidate.page, candidate.first
    if first:
        before = page.words[first - 1]
        if _follows_particle(page, first) or _follows_honorific(candidate):
            return True
        if before.is_capital and before.facts & PARTICLE and not page.starts_sentence(first - 1):
            return page.follows(first)  # *Al Jizah*
        gap = page.gap(first)
        if _is_initial(page, before) and gap[:1] == "." and is_initial_gap(gap):
            return True
        if _is_unknown_before(candidate, near) or _follows_family_name(candidate):
            return True
        if first - 1 not in near.rewritten and names_a_person(candidate):
            return True
    if _goes_on(page, candidate.last) and not _is_known_as_nothing_else(candidate):
        return True
    after = candidate.last + 1
    return after not in near.rewritten and not can_follow(candidate, after)


def _is_initial(page: Page, word: Word) -> bool:
    """Tell whether a word is the letter of a name: *A. Kharkov*, but not *than I. Kharkov…*."""
    return bool(word.facts & INITIAL) and word.text.lower() not in page.speech.lists["pronouns"]


def _is_unknown_before(candidate: Candidate, near: Near) -> bool:
    """Tell whether a capitalised word that nothing explains is joined to the name before it."""
    page, first = candidate.page, candidate.first
    if not page.follows(first) or first - 1 in near.rewritten:
        return False
    gap = page.gap(first)
    if "\n" in gap or (not gap.isspace() and page.words[first - 1].facts & UPPER):
        return False  # *NATO-Kijów*
    word = page.words[first - 1]
    if opens_sentence(candidate):
        return False
    if _follows_joined_family_name(candidate):
        return True
    is_foreign = word.facts & ORDINARY and not word.known & ENGLISH_WORD
    if page.speech.code == UNTOLD and word.is_capital and is_foreign:
        return True  # a word of some language: *Gasthof Moskau*
    return not can_precede(page, candidate.known, first - 1)


def _follows_joined_family_name(candidate: Candidate) -> bool:
    """Tell whether a hyphen joins what few know as a place to what is only a family name.

    *Ivano-Daryivka* is a village, whoever is called Ivano.
    """
    page, first = candidate.page, candidate.first
    if not candidate.is_obscure_place or page.gap(first).isspace():
        return False
    key = page.words[first - 1].key
    return is_family_name(page, key) and not is_name_of_something(page, key)


def _follows_family_name(candidate: Candidate) -> bool:
    """Tell whether a person of the Far East is spoken of, whose family name stands first.

    *Wang Deyan* is no Deyang; but where nothing is changed, *Kim Pyongyang summit* harms nothing.
    """
    page, first = candidate.page, candidate.first
    lang = next(iter(candidate.known.entity.native), "")
    if not candidate.is_changed or not has_few_families(lang) or not page.follows(first):
        return False
    before = page.words[first - 1]
    return before.is_capital and is_family_name(page, before.key, lang)


def _follows_honorific(candidate: Candidate) -> bool:
    """Tell whether a person is spoken of: *Mr. Kharkov* is no town.

    Most languages write it small, *il signor Volin*; but *král Ukrajiny* is of a country, and what
    stands in a case is not called so.
    """
    page, first = candidate.page, candidate.first
    before = page.words[first - 1]
    gap = page.gap(first)
    is_honorific = before.facts & (FEMININE | MASCULINE)
    is_honorific = is_honorific or (before.facts & NEUTRAL and gap.startswith("."))  # *Dr. Cherson*
    if not is_honorific or not is_initial_gap(gap):
        return False
    is_small = not page.speech.is_english and candidate.is_changed and not candidate.reading.cases
    return before.is_capital or (is_small and candidate.known.id not in page.lexicon.countries)


def names_a_person(candidate: Candidate) -> bool:
    """Tell whether a given name stands before what few know as a place: *Constantine Oumansky*,
    though Constantine is a city, too.
    """
    page, first = candidate.page, candidate.first
    if not (first and candidate.is_obscure_place and page.follows_in_line(first)):
        return False
    word = page.words[first - 1]
    if not word.is_capital or word.facts & ORDINARY or not page.gap(first).isspace():
        return False
    return is_given_name(page, word.key)


def _follows_particle(page: Page, at: int) -> bool:
    """Tell whether a given name and a particle stand before: *Pieter van Kiev, Ahmed al-Kiev*."""
    if at < 2 or not page.words[at - 1].facts & PARTICLE:
        return False
    return page.follows(at) and page.follows(at - 1) and page.words[at - 2].is_given_name


def _is_known_as_nothing_else(candidate: Candidate) -> bool:
    """Tell whether a place is known far from it, and no other is called so: *Yekaterinburg*, whose
    name goes on nowhere, but not *Brest, Rostov, Novi Sad*."""
    known, alone = candidate.known, candidate.page.lexicon.alone
    name = str(known.entity.name)
    return alone.is_eligible(known) and not alone.find_others(known, name)


def _goes_on(page: Page, last: int) -> bool:
    """Tell whether a name goes on after this word by a small foreign one: *Brest nad Bugiem*."""
    joint = ""
    for at in range(last + 1, min(last + 1 + _LONGEST_JOINT, len(page) - 1)):
        word = page.words[at]
        if word.is_capital or not page.follows(at):
            return False
        joint = f"{joint} {word.key}".strip()
        is_joint = joint in page.speech.lists["joints"]
        follows = page.words[at + 1]
        is_noun = follows.facts & (ORDINARY | NEUTRAL)  # *Tschernobyl im April*
        is_noun = is_noun or is_compound(page, follows.text)  # *Schytomyr im Nordwesten*
        is_noun = is_noun or is_name_of_something(page, follows.key)  # *Londyn i Bruksela*
        is_noun = is_noun or is_country_at(page, at + 1)  # *Yerevane prie Armėnijos vyriausybės*
        is_noun = is_noun or is_place_in_case(page, at + 1)  # *v Machačkale v Dagestánu*
        if is_joint and follows.is_capital and page.follows(at + 1) and not is_noun:
            return True
    return False
