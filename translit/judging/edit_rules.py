"""Rules of edits: why a mention stays although it is known whom it names, and damage stays damage.

They are asked only where a believed mention would change. The one rule of a pair speaks of two
mentions.
"""

from translit.judging import (
    acronyms,
    cases,
    citations,
    guards,
    longer_names,
    repairs,
    script,
    spelling_talk,
    words,
)
from translit.judging.candidate import Candidate
from translit.judging.near import Near
from translit.judging.rule import PairRule, Rule, RuleTable

_OTHER_LANGUAGE = "what stands around it is in another language"


def _is_unmade(candidate: Candidate, near: Near) -> bool:
    return (
        candidate.reading.is_unmade
        or cases.has_unfit_ending(candidate, near)
        or cases.stands_bare_after_preposition(candidate, near)
    )


def _is_former(candidate: Candidate, near: Near) -> bool:
    return candidate.reading.source == "former"


def _has_guard(candidate: Candidate, near: Near) -> bool:
    return guards.find_guard(candidate) is not None


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
