"""Surroundings: what the words before a name and the phrase after it say of its bearer."""

import re
from collections.abc import Mapping, Set

from translit.forms import is_of_latin_original
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.languages import LOCATIVE, find_language
from translit.lexicon import fold_phrase
from translit.page import OCCUPATION
from translit.schemes import fold

_REACH = 80  # code points after a name
_LONGEST_TITLE = 6  # words before a name
# After a comma a number, perhaps with a word before it and one or two after it.
_NUMBER = re.compile(
    r",\s*(?:([^\W\d_]+)\s+)?\d{1,3}\b(?!\s*%)(?:[-\s]\s*([^\W\d_]+(?:[-\s][^\W\d_]+)?))?"
)
_APPOSITION = re.compile(r",\s+([^\W\d_]+)\s+((?:[^\W\d_]|[-\s'’]){2,60})")
_TITLE_AFTER = re.compile(r",\s+((?:[^\W\d_]|[-\s'’]){2,64})")
# Names after commas, *Riyadh, Egypt, Kafr el-Sheikh*, or one in brackets.
_NAME = r"[^\W\d_][\w’'-]*(?:[ -][^\W\d_][\w’'-]*){0,4}"
_WHERE = re.compile(rf"(?:,\s(?P<first>{_NAME})(?:,\s(?P<second>{_NAME}))?|\s\((?P<in>{_NAME})\))")


def has_strange_apposition(candidate: Candidate, near: Near) -> bool:
    """Tell whether work, an age or an apposition is said of the bearer that is not the person's."""
    if not candidate.reading.full:
        return _stands_after_work(candidate, set())
    if stands_by_title(candidate):
        return False
    titles = {word for title in _list_titles(candidate) for word in title.split()}
    if _stands_after_work(candidate, titles):
        return True
    text, end = candidate.page.text, candidate.end
    if text[end : end + 1] != ",":
        return False
    rest = text[end : end + _REACH]
    lists = candidate.page.speech.lists
    if _tells_age(rest, lists):
        return True
    match = _APPOSITION.match(rest)
    if not match or match[1] not in lists["indefinite"]:
        return False
    said = {fold(word) for word in match[2].split()}
    return titles.isdisjoint(said)


def _tells_age(rest: str, lists: Mapping[str, Set[str]]) -> bool:
    """Tell whether what follows a name is how old he is: *, 45,* or *, a 45-year-old*.

    Not of a language for which it is not known how that is said.
    """
    found = _NUMBER.match(rest)
    if not found or not lists["years_old"]:
        return False
    before, after = found[1], fold_phrase(found[2] or "")
    if before is None or before in lists["aged"]:
        return lists["counted"].isdisjoint((after, after.partition(" ")[0]))
    is_article = before in lists["definite"] or before in lists["indefinite"]
    return is_article and after in lists["years_old"]


def lacks_title(candidate: Candidate, near: Near) -> bool:
    """Tell whether many bear this full name, and nothing tells that the person is meant."""
    if not candidate.reading.full:
        return False
    if not (candidate.known.entity.common or _is_anothers_latin_name(candidate)):
        return False
    alias = candidate.reading.alias
    if alias is not None and alias.get("as") == alias["text"]:
        return False  # *John Lee Ka-chiu*: another form of the name, which fewer bear, and stays
    return not is_told_by_calling(candidate, near)


def _is_anothers_latin_name(candidate: Candidate) -> bool:
    """Tell whether what another script makes of a Latin name is a name of its own: *Tom Jenks*, as
    Spanish reads the Russian for Tom Hanks, is somebody else."""
    reading, known = candidate.reading, candidate.known
    is_respelled = reading.source == "written" and candidate.is_changed
    if not is_respelled or known.entity.alone or not is_of_latin_original(known):
        return False
    find_world = candidate.page.lexicon.find_world
    named = [(p.part, find_world(candidate.written(p))) for p in candidate.pieces]
    return all(
        found is not None and (found.given if part == "given" else found.family)
        for part, found in named
        if part in ("given", "family")
    )


def is_told_by_calling(candidate: Candidate, near: Near) -> bool:
    """Tell whether a title stands beside, or what is near is of the person's field: *WTA*.

    Elsewhere in the sentence a title is one of many, unless the country is spoken of there too.
    """
    if stands_by_title(candidate) or _stands_before_title(candidate):
        return True
    page = candidate.page
    if near.holds(candidate, page.lexicon.list_field_words(candidate.known, page.speech.code)):
        return True
    words = (*_list_titles(candidate), *candidate.known.entity.near)
    return near.tells_in_sentence(candidate, words)


def stands_by_title(candidate: Candidate) -> bool:
    """Tell whether a title of the person stands directly before the name."""
    titles = _list_titles(candidate)
    if not titles or not candidate.first:
        return False
    return _join_words_before(candidate).endswith(titles)


def _join_words_before(candidate: Candidate) -> str:
    first = candidate.first
    start = candidate.page.find_sentence(candidate.start).start  # its own: *a minister. Ivanov*
    words = candidate.page.words[max(first - _LONGEST_TITLE, start) : first]
    return " ".join(word.key for word in words)


def follows_last_word_of_title(candidate: Candidate) -> bool:
    """Tell whether the last word of a title stands directly before the name."""
    at = candidate.first - 1
    if at < 0 or not candidate.page.follows(at + 1, hyphen=False):
        return False
    key = candidate.page.words[at].key
    return any(key == title.split()[-1] for title in _list_titles(candidate))


def follows_title(candidate: Candidate) -> bool:
    """Tell whether a whole title stands directly before the name, in no case but the nominative.

    A name follows its title in its case: after *prezydentem* the nominative is none that stays.
    """
    page = candidate.page
    if not follows_last_word_of_title(candidate):
        return False
    in_cases = not page.speech.declines
    titles = page.lexicon.list_titles(candidate.known, page.speech.code, in_cases=in_cases)
    return _join_words_before(candidate).endswith(titles)


def is_in_other_country(candidate: Candidate, near: Near) -> bool:
    """Tell whether the country that stands after a place is not known as its own."""
    known, page = candidate.known, candidate.page
    if known.entity.kind == "place" and _is_put_elsewhere(candidate):
        return True
    if known.entity.kind != "place" or page.text[candidate.end : candidate.end + 1] not in ", ":
        return False
    countries = page.speech.countries
    match = _WHERE.match(page.text, candidate.end)
    if not match or fold_phrase(str(known.entity.name)) in countries:
        return False
    own = {fold_phrase(word) for word in (*known.entity.place, *known.entity.near)}
    for said in filter(None, match.groups()):
        words = said.replace("-", " ").split()
        for last in range(len(words), 0, -1):  # *Romania is small*, *Bosnia and Herzegovina*
            country = fold_phrase(" ".join(words[:last]))
            follows = words[last:][:1]
            if country in countries and not (follows and follows[0][0].isupper()):  # *UK PM*
                inside = countries[country]
                lang = next(iter(known.entity.native), "")
                return not (known.id in inside or lang in inside or country in own)
    return False


def _is_put_elsewhere(candidate: Candidate) -> bool:
    """Tell whether words say that a place is in another country: Polish *Brestu we Francji*.

    In a language whose prepositions are known, and after one that tells where something is.
    """
    page, at = candidate.page, candidate.last + 2
    if not (page.speech.declines and page.follows_in_line(at - 1) and page.follows_in_line(at)):
        return False
    governed = find_language(page.speech.code).prepositions.get(page.words[at - 1].text, ())
    spoken = page.windows.list_countries(page.starts[at], page.stops[at])
    own = candidate.known.countries
    return LOCATIVE in governed and bool(own and spoken) and spoken.isdisjoint(own)


def _list_titles(candidate: Candidate) -> tuple[str, ...]:
    """Return the titles of a person, folded: English ones, and those of the language."""
    page = candidate.page
    return page.lexicon.list_titles(candidate.known, page.speech.code)


def _stands_after_work(candidate: Candidate, titles: Set[str]) -> bool:
    """Tell whether work that is not the person's stands before: *the physicist Lev Trotzki*."""
    page, first = candidate.page, candidate.first
    if not first or not page.follows(first, hyphen=False):
        return False
    at = first - 1
    if at and page.words[at].key in page.speech.lists["called"] and page.follows(at, hyphen=False):
        at -= 1
    word = page.words[at]
    return bool(word.facts & OCCUPATION) and word.key not in titles


def _stands_before_title(candidate: Candidate) -> bool:
    """Tell whether a title follows after a comma: *Yakovlev, the former Politburo member*."""
    rest = candidate.page.text[candidate.end : candidate.end + _REACH]
    match = _TITLE_AFTER.match(rest)
    if not match:
        return False
    said = " ".join(fold(word) for word in match[1].split())
    return any(f" {title} " in f" {said} " for title in _list_titles(candidate))
