"""Neighbours: whether the words beside a name leave it this entity's.

*Petro Lukashenka*, *A. Kharkov*, *Mrs Putin*, *Zelenskyi-Kovalenko*, *Brest nad Bugiem* are others.
"""

from translit.forms import has_whole_given_name
from translit.judging.beside import (
    ends_a_compound,
    is_compound,
    is_country_at,
    is_family_name,
    is_name_of_something,
    is_no_given_name,
    is_place_in_case,
    is_title,
)
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import UNTOLD, find_language, is_small_word, read_case_in_text
from translit.lexicon import ORDINARY as ENGLISH_WORD
from translit.lexicon import Known
from translit.page import (
    AUXILIARY,
    FEMININE,
    GENERATION,
    INITIAL,
    LABEL,
    MASCULINE,
    NEUTRAL,
    ORDINARY,
    PARTICLE,
    UPPER,
    Page,
    is_initial_gap,
)
from translit.readings import FEW_FAMILIES
from translit.schemes import fold

# After a hyphen in a headline: *Kiev-Backed*.
_PARTICIPLES = ("ed", "ing", "led", "held", "run", "made", "style", "era", "born", "area", "based")
_SUFFIXES = ("senior", "junior")
_LONGEST_JOINT = 2  # words: *an der*
_PRONOUN = "I"


def has_other_initials(candidate: Candidate, near: Near) -> bool:
    """Tell whether initials are not those of the name, nor of parts that it lacks."""
    initials = [candidate.word(p).key for p in candidate.pieces if p.part == "initial"]
    if not initials:
        return False
    has_given = any(piece.part == "given" for piece in candidate.pieces)
    parts = ("patronymic",) if has_given else ("given", "patronymic")
    for letter, part in zip(initials, parts, strict=False):
        allowed = candidate.known.find_initials(part)
        if allowed and letter not in allowed:
            return True
    return False


def has_other_gender(candidate: Candidate, near: Near) -> bool:
    """Tell whether the word before, with or without a full stop, is said of the other gender."""
    page, first = candidate.page, candidate.first
    if not candidate.is_person or not first or candidate.reading.alias is not None:
        return False
    gender = candidate.known.entity.gender
    if gender not in ("m", "f"):
        return False
    if candidate.reading.full and candidate.reading.cases:
        return False  # Lithuanian *Prezidentas Sviatlanai Cichanouskajai pažadėjo*: two persons
    wrong = FEMININE if gender == "m" else MASCULINE
    return bool(page.words[first - 1].facts & wrong) and is_initial_gap(page.gap(first))


def stands_beside_other_name(candidate: Candidate, near: Near) -> bool:
    """Tell whether a word beside it is of another name.

    *Odessa* is a given name as well, but not where it is surely the place and becomes *Odesa*.
    """
    if not candidate.is_person:
        return candidate.reading.alias is None and is_word_of_another_name(candidate, near)
    if candidate.reading.alias is not None:
        return False  # a phrase by itself: *Johannes Paul II*
    page, first, last = candidate.page, candidate.first, candidate.last
    if (
        first
        and page.follows(first)
        and first - 1 not in near.places
        and not near.stands_beside_rewritten(candidate)
        and not candidate.reading.is_left
    ):
        has_given = any(piece.part == "given" for piece in candidate.pieces)
        is_other = has_given or not _can_precede(page, candidate.known, first - 1)
        is_other = is_other and _may_agree(candidate, page.words[first - 1].text)
        if is_other and not _has_initials(candidate) and _is_somebodys_given_name(page, first - 1):
            return True
    return not _can_follow(candidate, last + 1)


def _may_agree(candidate: Candidate, before: str) -> bool:
    """Tell whether a word may be the given name of a person who stands in a case, as it must be in
    that case too: *Роман Достоевского* is a novel. So it is where a neighbour's words are read.
    """
    cases, lang = candidate.reading.cases, candidate.page.speech.code
    if not cases or not find_language(lang).neighbours:
        return True
    gender = candidate.known.entity.gender
    reads = [one for one in read_case_in_text(before, lang, {"given"}) if not one.foreign]
    return not reads or any(
        one.gender in (None, gender) and not set(cases).isdisjoint(one.cases) for one in reads
    )


def stands_after_unknown_word(candidate: Candidate, near: Near) -> bool:
    """Tell whether a capitalised word before it that nothing explains may be of its name."""
    if not candidate.is_person:
        return candidate.reading.alias is not None and is_word_of_another_name(candidate, near)
    if candidate.reading.alias is not None:
        return False
    page, first = candidate.page, candidate.first
    if not first or not page.follows(first) or _has_initials(candidate):
        return False
    if near.stands_beside_rewritten(candidate) or candidate.reading.is_left:
        return False
    if any(piece.part == "given" for piece in candidate.pieces):
        # *Ibrahim Hassan al-Majid* is not *Ali Hassan al-Majid*
        return not has_whole_given_name(candidate.reading) and _may_be_a_given_name(
            page, candidate.known, first - 1
        )
    if candidate.reading.is_strange and not _may_agree(candidate, page.words[first - 1].text):
        return False
    if _opens_sentence(candidate):
        return False
    return not _can_precede(page, candidate.known, first - 1)


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
        is_initial = before.facts & INITIAL and before.text != _PRONOUN
        gap = page.gap(first)
        if is_initial and gap[:1] == "." and is_initial_gap(gap):
            return True
        if _is_unknown_before(candidate, near) or _follows_family_name(candidate):
            return True
    if _goes_on(page, candidate.last):
        return True
    after = candidate.last + 1
    return after not in near.rewritten and not _can_follow(candidate, after)


def is_known_word_before(candidate: Candidate) -> bool:
    """Tell whether the word before is a known word of some language: *Freiheit Sacharow*."""
    before = candidate.page.words[candidate.first - 1]
    return candidate.is_person and candidate.page.lexicon.is_known_word(before.key)


def _has_initials(candidate: Candidate) -> bool:
    return any(piece.part == "initial" for piece in candidate.pieces)


def _is_somebodys_given_name(page: Page, at: int) -> bool:
    word = page.words[at]
    if not (word.is_capital and word.is_given_name):
        return False
    if page.starts_sentence(at) and (word.facts & AUXILIARY or _may_be_small_word(page, at)):
        return False
    return not word.facts & ORDINARY or not is_name_of_something(page, word.key)


def _may_be_small_word(page: Page, at: int) -> bool:
    """Tell whether a sentence may start with a small word: Italian *Per Pechino*."""
    is_small = is_small_word(page.words[at].text.lower(), page.speech.code)
    return is_small and not page.speech.is_english


def _may_be_a_given_name(page: Page, known: Known, at: int) -> bool:
    """Tell whether a word is capitalised, and no title or ordinary word."""
    word = page.words[at]
    return word.is_capital and not word.facts & ORDINARY and not is_title(page, known, at)


def _can_precede(page: Page, known: Known, at: int) -> bool:
    """Tell whether the word directly before a family name leaves it this person's."""
    word = page.words[at]
    if not word.is_capital or is_title(page, known, at):
        return True
    if any(form.ending and form.key in page.speech.countries for form in page.list_forms(at)):
        return True  # *Israel's Mosad*, though some are called Israel
    if _is_somebodys_given_name(page, at):
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


def _is_list_entry(candidate: Candidate, at: int) -> bool:
    """Tell whether another given name follows after a comma: *Lukashenka, Viktoria (Brest)*."""
    page = candidate.page
    word = page.words[at]
    if not candidate.is_person or candidate.reading.full or not word.is_capital:
        return False
    return word.is_given_name and not page.follows(at + 1)


def _can_follow(candidate: Candidate, at: int) -> bool:
    """Tell whether the word directly after a name leaves it this entity's."""
    page = candidate.page
    if at >= len(page) or candidate.pieces[-1].ending:
        return True
    gap = page.gap(at)
    if gap == ", ":
        return not _is_list_entry(candidate, at)
    if not page.follows(at) or "\n" in gap:
        return True
    word = page.words[at]
    if not word.is_capital:  # *Viktor Janukowytsch senior*, and *Yun Suk-hee*
        if candidate.pieces[-1].part == "given" and not gap.isspace():
            return word.key.endswith(_PARTICIPLES)
        return not (candidate.is_person and word.key in _SUFFIXES)
    if candidate.reading.is_shared_family:  # *Chou Wen-chung*
        return False
    if word.facts & GENERATION:
        return not candidate.is_person
    return _is_no_surname(page, at) or _can_stand_before(candidate, at)


def _is_no_surname(page: Page, at: int) -> bool:
    """Tell whether a capitalised word after a name is known to be no part of it."""
    word = page.words[at]
    joined = not page.gap(at).isspace()  # a double surname: *Zelenskyi-Kovalenko, Kharkov-Smith*
    if word.facts & ORDINARY:
        is_part = not joined or word.key.endswith(_PARTICIPLES) or ends_a_compound(page, at)
        if is_part:
            return True
    if word.facts & (UPPER | NEUTRAL):
        return True
    if not joined and (
        word.facts & LABEL or word.key.removesuffix("s") in page.speech.lists["labels"]
    ):  # *in Kharkov Russians*
        return True
    if any(is_name_of_something(page, form.key) for form in page.list_forms(at)):
        return True
    return not joined and is_country_at(page, at)  # *Kharkivā Ukrainas austrumos*


def _can_stand_before(candidate: Candidate, at: int) -> bool:
    """Tell whether an unknown capitalised word may follow a name: only after a person's."""
    page = candidate.page
    if not page.gap(at).isspace() or not candidate.is_person:
        return False
    has_given = any(piece.part == "given" for piece in candidate.pieces)
    return has_given or not page.words[at].is_given_name


def _is_unknown_before(candidate: Candidate, near: Near) -> bool:
    """Tell whether a capitalised word that nothing explains is joined to the name before it."""
    page, first = candidate.page, candidate.first
    if not page.follows(first) or first - 1 in near.rewritten:
        return False
    gap = page.gap(first)
    if "\n" in gap or (not gap.isspace() and page.words[first - 1].facts & UPPER):
        return False  # *NATO-Kijów*
    word = page.words[first - 1]
    if _opens_sentence(candidate):
        return False
    is_foreign = word.facts & ORDINARY and not word.known & ENGLISH_WORD
    if page.speech.code == UNTOLD and word.is_capital and is_foreign:
        return True  # a word of some language: *Gasthof Moskau*
    return not _can_precede(page, candidate.known, first - 1)


def _opens_sentence(candidate: Candidate) -> bool:
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


def _follows_family_name(candidate: Candidate) -> bool:
    """Tell whether a person of the Far East is spoken of, whose family name stands first.

    *Wang Deyan* is no Deyang; but where nothing is changed, *Kim Pyongyang summit* harms nothing.
    """
    page, first = candidate.page, candidate.first
    lang = next(iter(candidate.known.entity.native), "")
    if not candidate.is_changed or lang not in FEW_FAMILIES or not page.follows(first):
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


def _follows_particle(page: Page, at: int) -> bool:
    """Tell whether a given name and a particle stand before: *Pieter van Kiev, Ahmed al-Kiev*."""
    if at < 2 or not page.words[at - 1].facts & PARTICLE:
        return False
    return page.follows(at) and page.follows(at - 1) and page.words[at - 2].is_given_name


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
