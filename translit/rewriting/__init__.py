"""Rewriting: decisions to edits and an explanation; offset maps."""

from translit.rewriting.explaining import list_changes, make_edits, make_mention
from translit.rewriting.explanation import Edit, Evidence, Explanation, Mention

__all__ = [
    "Edit",
    "Evidence",
    "Explanation",
    "Mention",
    "list_changes",
    "make_edits",
    "make_mention",
]
