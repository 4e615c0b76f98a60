"""Rules: why a reading is refused, or only suggested. Each is one row, and one predicate.

Rules of `reading` are asked of every reading, and of those that hold the first tells the reason.
Rules of `edit` are asked only where a believed mention would change: it is known whom it names, and
yet it stays. The one rule of a `pair` speaks of two mentions.
"""

from collections.abc import Mapping

from translit.judging import (
    acronyms,
    cases,
    citations,
    guards,
    longer_names,
    neighbours,
    repairs,
    script,
    short_forms,
    spelling_talk,
    surroundings,
    words,
)
from translit.judging.candidate import Candidate
from translit.judging.licences import (
    ABROAD,
    FOREIGN,
    KNOWN_WORD,
    OWN_NAME,
    PLACE,
    SHORT_FORM,
    TOLD,
)
from translit.judging.near import Near
from translit.judging.reasons import Reason, Status
from translit.judging.rule import PairRule, Rule, RuleTable


def _is_unmade(candidate: Candidate, near: Near) -> bool:
    return (
        candidate.reading.is_unmade
        or cases.has_unfit_ending(candidate, near)
        or cases.stands_bare_after_preposition(candidate, near)
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


def _is_former(candidate: Candidate, near: Near) -> bool:
    return candidate.reading.source == "former"


def _has_guard(candidate: Candidate, near: Near) -> bool:
    return guards.find_guard(candidate) is not None


_BESIDE = "beside"
_MANY = "by itself it may name another, and the full name is not in the document"
_ELSEWHERE = (
    "it is another language's spelling or name, and nothing near says enough of its country"
)
_OTHER_LANGUAGE = "what stands around it is in another language"

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

EDIT_RULES = RuleTable(
    Rule(
        "former",
        "kept",
        "beside",
        "names",
        _is_former,
        "this is a former name, not a spelling of the present one",
    ),
    Rule(
        "other-name",
        "kept",
        "beside",
        "names",
        words.is_another_name,
        "this is another name of the same, not a spelling of the one that is wanted",
    ),
    Rule(
        "case",
        "kept",
        "beside",
        "all",
        _is_unmade,
        "it stands in a case in which the canonical form cannot be written for sure",
    ),
    Rule(
        "several",
        "ambiguous",
        "document",
        "all",
        words.is_shared_in_doubt,
        "it may be one of several, and the text does not say which",
    ),
    Rule(
        "half",
        "suggestion",
        "beside",
        "persons",
        words.is_half_of_a_name,
        "only a part of the full name could be changed",
    ),
    Rule(
        "line-end",
        "suggestion",
        "beside",
        "all",
        words.loses_line_end,
        "a line ends within it, and the canonical form has too few words for that",
    ),
    Rule(
        "guard",
        "kept",
        "beside",
        "all",
        _has_guard,
        "in this phrase the spelling is fixed",
    ),
    Rule(
        "longer-name",
        "kept",
        "sentence",
        "others",
        longer_names.stands_in_longer_name,
        "it is a part of a longer name, such as a house's or a newspaper's",
    ),
    Rule(
        "form-named",
        "kept",
        "sentence",
        "all",
        spelling_talk.is_named_as_a_form,
        "the text speaks of this very form",
    ),
    Rule(
        "cited",
        "kept",
        "sentence",
        "all",
        citations.is_cited,
        "it stands in a credit, reference, title or brackets, which keep the spelling as printed",
    ),
    Rule(
        "not-latin-sentence",
        "kept",
        "sentence",
        "all",
        script.stands_in_other_script,
        "the sentence around it is not in the Latin script",
    ),
    Rule(
        "other-language",
        "kept",
        "sentence",
        "all",
        script.stands_in_other_language,
        _OTHER_LANGUAGE,
    ),
    Rule(
        "other-language",
        "kept",
        "beside",
        "aliases",
        script.stands_after_its_language,
        _OTHER_LANGUAGE,
    ),
    Rule(
        "ordinary-word",
        "kept",
        "document",
        "all",
        words.is_ordinary_in_doubt,
        "this is also an ordinary word, and the full name is not in the document",
    ),
    Rule(
        "capitals",
        "suggestion",
        "sentence",
        "names",
        acronyms.stands_in_capitals,
        "a word in capitals among others may be an acronym",
    ),
    Rule(
        "other-language",
        "kept",
        "sentence",
        "all",
        script.stands_in_untold_language,
        _OTHER_LANGUAGE,
    ),
)

DAMAGE_RULES = RuleTable(
    Rule(
        "damaged",
        "suggestion",
        "document",
        "all",
        lambda candidate, near: not repairs.is_licensed_damage(candidate, near),
        "it looks like a slip, but nothing else in the document speaks of who would be meant",
    ),
)


PAIR_RULES: tuple[PairRule, ...] = (
    PairRule(
        "side-by-side",
        "suggestion",
        spelling_talk.sets_forms_side_by_side,
        "the text sets two forms of the name side by side",
    ),
)

_BY_OTHERS: Mapping[Reason, tuple[Status, str]] = {
    "unlisted": ("suggestion", "no table knows this name, which the text spells in several ways"),
    "keep-list": ("kept", "it is listed as a spelling that stays"),
    "markup": ("kept", "it cannot be written here without touching the markup around it"),
}

_ALL = (*READING_RULES, *DOCUMENT_RULES, *EDIT_RULES, *DAMAGE_RULES, *PAIR_RULES)
SENTENCES: Mapping[Reason, str] = {
    **{rule.code: rule.sentence for rule in _ALL},
    **{code: sentence for code, (_, sentence) in _BY_OTHERS.items()},
}
VERDICTS: Mapping[Reason, Status] = {
    **{rule.code: rule.verdict for rule in _ALL},
    **{code: verdict for code, (verdict, _) in _BY_OTHERS.items()},
}
