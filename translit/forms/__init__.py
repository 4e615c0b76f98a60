"""Forms: the canonical form of a name in a style, in the shape that a mention has."""

from translit.forms.alike import (
    LEAST_OF_GIVEN,
    find_cases_alike,
    find_end,
    has_other_consonants,
    is_own_form,
    keeps_marks,
    part_stems,
    part_tail,
    rank_tails,
)
from translit.forms.canonical import CanonicalForms
from translit.forms.changes import Change, apply_changes, keeps_line_ends
from translit.forms.elsewhere import is_heard
from translit.forms.growing import list_growing
from translit.forms.in_case import CaseShaper
from translit.forms.neighbours import is_strange_spelling
from translit.forms.pieces import Ending, Part, Piece, has_whole_given_name
from translit.forms.putting_in_case import is_of_latin_original
from translit.forms.shape import Shaper
from translit.forms.styles import (
    Style,
    StyleError,
    find_style_of,
    list_style_ids,
    load_style,
    make_style_schema,
)

__all__ = [
    "LEAST_OF_GIVEN",
    "CanonicalForms",
    "CaseShaper",
    "Change",
    "Ending",
    "Part",
    "Piece",
    "Shaper",
    "Style",
    "StyleError",
    "apply_changes",
    "find_cases_alike",
    "find_end",
    "find_style_of",
    "has_other_consonants",
    "has_whole_given_name",
    "is_heard",
    "is_of_latin_original",
    "is_own_form",
    "is_strange_spelling",
    "keeps_line_ends",
    "keeps_marks",
    "list_growing",
    "list_style_ids",
    "load_style",
    "make_style_schema",
    "part_stems",
    "part_tail",
    "rank_tails",
]
