"""Rules: why a reading is refused, or only suggested, and what each says in a sentence."""

from collections.abc import Mapping

from translit.judging.edit_rules import DAMAGE_RULES, EDIT_RULES, PAIR_RULES
from translit.judging.reading_rules import DOCUMENT_RULES, READING_RULES
from translit.judging.reasons import Reason, Status

__all__ = [
    "DAMAGE_RULES",
    "DOCUMENT_RULES",
    "EDIT_RULES",
    "PAIR_RULES",
    "READING_RULES",
    "SENTENCES",
    "VERDICTS",
]

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
