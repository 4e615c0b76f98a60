"""Rules of readings: why a reading is not believed. Each is one row, and one predicate.

Those of `READING_RULES` are asked of what stands beside a name; of them that hold the first tells
the reason. Those of `DOCUMENT_RULES` ask what the document says of it.
"""

from translit.judging import (
    acronyms,
    neighbours,
    short_forms,
    surroundings,
    words,
)
from translit.judging.candidate import Candidate
from translit.judging.licences import (
    ABROAD,
    FOREIGN,
    FULL_NAME_ALIKE,
    KNOWN_WORD,
    OWN_NAME,
    PLACE,
    SHORT_FORM,
    TOLD,
)
from translit.judging.near import Near
from translit.judging.rule import Rule, RuleTable

_MANY = "by itself it may name another, and the full name is not in the document"
_ELSEWHERE = (
    "it is another language's spelling or name, and nothing near says enough of its country"
)


def _is_foreign(candidate: Candidate, near: Near) -> bool:
    return candidate.reading.is_foreign


def _is_only_suggested(candidate: Candidate, near: Near) -> bool:
    alias = candidate.reading.alias
    return alias is not None and bool(alias.get("suggest"))


def _lacks_near_word(candidate: Candidate, near: Near) -> bool:
    alias = candidate.reading.alias
    words = alias.get("near") if alias is not None else None
    if alias is None or not words:
        return False
    if not candidate.is_changed and alias.get("as") != alias["text"]:
        return False  # one that stands for itself is all that says who is meant
    if candidate.pieces[0].is_acronym:  # a common word is no evidence of what letters stand for
        words = [word for word in words if not word.islower()]
        return not near.holds_in_sentence(candidate, words)
    if candidate.known.entity.kind == "place" and not candidate.page.speech.is_english:
        return not (near.holds(candidate, words) or near.hears_country(candidate))
    return not near.holds(candidate, words)


READING_RULES = RuleTable(
    Rule(
        "suggest-only",
        "suggestion",
        "beside",
        "aliases",
        _is_only_suggested,
        "the table lists this spelling as one to report, never to rewrite",
    ),
    Rule(
        "other-initials",
        "kept",
        "beside",
        "persons",
        neighbours.has_other_initials,
        "the initials are another person's",
    ),
    Rule(
        "other-gender",
        "kept",
        "beside",
        "persons",
        neighbours.has_other_gender,
        "the word before it speaks of the other gender",
    ),
    Rule(
        "other-given-name",
        "kept",
        "beside",
        "names",
        neighbours.stands_beside_other_name,
        "the name beside it is another person's",
    ),
    Rule(
        "unknown-word",
        "suggestion",
        "beside",
        "all",
        neighbours.stands_after_unknown_word,
        "the unknown word before it may be a part of another name",
        (KNOWN_WORD, OWN_NAME),
    ),
    Rule(
        "short-form", "suggestion", "beside", "persons", short_forms.is_changed_shared_family, _MANY
    ),
    Rule(
        "apposition",
        "kept",
        "beside",
        "persons",
        surroundings.has_strange_apposition,
        "what follows the name says that another person is meant",
    ),
    Rule(
        "given-name",
        "suggestion",
        "beside",
        "persons",
        words.is_bare_given_name,
        "this is also a given name, and none stands beside it",
    ),
    Rule(
        "needs-title",
        "kept",
        "beside",
        "persons",
        surroundings.lacks_title,
        "many people have this full name, and no title stands beside it",
        (FULL_NAME_ALIKE,),
    ),
    Rule(
        "other-country",
        "kept",
        "beside",
        "others",
        surroundings.is_in_other_country,
        "the country beside it is not that of this place",
    ),
    Rule(
        "plural",
        "suggestion",
        "beside",
        "names",
        words.may_be_a_plural,
        "it may be a plural, and no given name stands beside it",
    ),
    Rule(
        "spelled-out",
        "kept",
        "beside",
        "all",
        acronyms.is_spelled_out_otherwise,
        "words beside it spell the acronym out as something else",
    ),
    Rule(
        "near",
        "suggestion",
        "near",
        "aliases",
        _lacks_near_word,
        "none of the words that would make it sure is near it",
        (TOLD,),
    ),
    Rule(
        "short-acronym",
        "suggestion",
        "sentence",
        "names",
        acronyms.lacks_field,
        "an acronym of three letters may stand for something else",
        (TOLD,),
    ),
)

DOCUMENT_RULES = RuleTable(
    Rule(
        "ordinary-word",
        "kept",
        "sentence",
        "all",
        words.may_be_the_word,
        "this is also an ordinary word, and the full name is not in the document",
    ),
    Rule("short-form", "suggestion", "document", "all", short_forms.is_refused, _MANY),
    Rule(
        "short-form",
        "suggestion",
        "document",
        "persons",
        short_forms.is_short_form,
        _MANY,
        SHORT_FORM,
    ),
    Rule(
        "place",
        "suggestion",
        "document",
        "others",
        short_forms.is_short_form,
        "this is also another place, a name or a word, and nothing says which is meant",
        PLACE,
    ),
    Rule(
        "country",
        "suggestion",
        "near",
        "names",
        _is_foreign,
        _ELSEWHERE,
        FOREIGN,
    ),
    Rule(
        "country",
        "suggestion",
        "near",
        "aliases",
        _is_foreign,
        _ELSEWHERE,
        ABROAD,
    ),
    Rule(
        "short-form",
        "suggestion",
        "document",
        "persons",
        short_forms.is_otherwise_spelled_family,
        _MANY,
    ),
    Rule(
        "other-bearer",
        "kept",
        "document",
        "names",
        short_forms.is_contested,
        "another bearer of this name is in the document",
    ),
)
