"""Beside: what one word that stands beside a name is by itself, as far as it is known."""

from translit.judging.governing import list_title_cases
from translit.languages import NOMINATIVE, declines_the_last, read_case
from translit.lexicon import Known, Spelling
from translit.page import TITLE, UPPER, Page, Word
from translit.schemes import fold

_PLACES = frozenset({"place"})
_IN_NO_CASE = (NOMINATIVE,)
_LONGEST_OFFICE = 6  # words
_LEAST_OF_A_COMPOUND = 4  # letters of each of its two words


def is_country_in_case(page: Page, word: Word) -> bool:
    """Tell whether a word says where a place is: *Chernihivissä Ukrainassa*, *Itä-Ukrainassa*."""
    speech = page.speech
    return speech.declines and any(
        fold(read.base) in speech.countries for read in read_case(word.text, speech.code, _PLACES)
    )


def is_country_at(page: Page, at: int) -> bool:
    """Tell whether a country in a case stands there, or a part of one: *Itä-Ukrainassa*."""
    if is_country_in_case(page, page.words[at]):
        return True
    return page.is_hyphened(at + 1) and is_country_in_case(page, page.words[at + 1])


def is_no_given_name(page: Page, at: int) -> bool:
    """Tell whether a word is an acronym, or speaks of a country: *MSZ Zacharowa, Čečenska Kadyrov*.

    In a language with cases titles stand before what they are of.
    """
    word = page.words[at]
    if word.facts & UPPER and len(word.text) > 1 and not page.words[at + 1].facts & UPPER:
        return True
    return bool(page.windows.list_countries(page.starts[at], page.stops[at]))


def is_family_name(page: Page, key: str, lang: str = "") -> bool:
    """Tell whether a word is a person's family name, and so no given name: *Biden Zelenskyi*.

    With `lang`, of a person whose name is written in that language.
    """
    return any(
        known.entity.kind == "person" and (not lang or lang in known.entity.native)
        for _, known in page.lexicon.find_bearers(key)
    )


def is_title(page: Page, known: Known, at: int) -> bool:
    """Tell whether a word is a title, of anybody or of an entity that is known."""
    word = page.words[at]
    if word.facts & TITLE or page.speech.is_title(word.key) or list_title_cases(page, at):
        return True
    titles = page.lexicon.list_titles(known, page.speech.code)
    return any(word.key in title.split() for title in titles)


def follows_office_in_case(page: Page, known: Known, at: int) -> bool:
    """Tell whether an office of a person stands before a word, and not in the nominative:
    *rzecznika Kremla Pieskowa*."""
    lang, words = page.speech.code, page.words[max(at - _LONGEST_OFFICE, 0) : at]
    said = " ".join(word.key for word in words)
    if not said.endswith(page.lexicon.list_titles(known, lang)):
        return False
    return not said.endswith(page.lexicon.list_titles(known, lang, in_cases=False))


def is_place_in_case(page: Page, at: int) -> bool:
    """Tell whether a word is a known place in a case, or the end of a name that a joint sets off:
    Turkish *Ankara'da*, Hungarian *Moszkvában*. No name goes on after it."""
    speech, word = page.speech, page.words[at]
    if not speech.declines or not word.is_capital:
        return False
    is_last = declines_the_last(speech.code)
    for read in read_case(word.text, speech.code, _PLACES):
        if read.cases == _IN_NO_CASE:
            continue
        if is_last and read.joint:
            return True
        if is_place(page, fold(read.base)) and not is_given_name(page, fold(read.base)):
            return True
    return False


def is_place(page: Page, key: str) -> bool:
    """Tell whether a word is all of the name of a place that many know."""
    if any(one.entity.kind == "place" for one, _ in page.lexicon.find_aliases(key)):
        return True
    return any(
        one.entity.kind == "place"
        and _is_whole_name(one, of)
        and page.lexicon.alone.is_eligible(one)
        for of, one in page.lexicon.find_bearers(key)
    )


def is_given_name(page: Page, key: str) -> bool:
    """Tell whether somebody may be called so by a given name: *Volodymyr* is a town too."""
    found = page.lexicon.find_world(key)
    is_of_world = found is not None and found.given
    return is_of_world or any(one.word.groups for one in page.lexicon.find_spellings(key))


def is_name_of_something(page: Page, key: str) -> bool:
    """Tell whether a word is itself a mention that may stand before a name: *Minsk, Kremlin*."""
    if any(True for _ in page.lexicon.find_aliases(key)):
        return True
    return any(
        known.entity.alone if known.entity.kind == "person" else _is_whole_name(known, spelling)
        for spelling, known in page.lexicon.find_bearers(key)
    )


def _is_whole_name(known: Known, spelling: Spelling) -> bool:
    """Tell whether the word is all of a name: not the *Stary* of *Stary Oskol*."""
    return any(name.words == (spelling.word,) for name in known.names)


def ends_a_compound(page: Page, at: int) -> bool:
    """Tell whether a noun ends a compound, where nouns have capitals: *Poroschenko-Partei*.

    It is nobody's name: *Kharkov-Schmidt* is one.
    """
    if not page.speech.writes_nouns_with_capitals or page.words[at].is_given_name:
        return False
    found = page.lexicon.find_world(page.words[at].key)
    return found is None or not found.family


def is_compound(page: Page, text: str) -> bool:
    """Tell whether a noun is of two ordinary words, where nouns have capitals: *Nordwesten*."""
    if not page.speech.writes_nouns_with_capitals:
        return False
    places = range(_LEAST_OF_A_COMPOUND, len(text) - _LEAST_OF_A_COMPOUND + 1)
    return any(page.is_ordinary(text[:at]) and page.is_ordinary(text[at:].title()) for at in places)
