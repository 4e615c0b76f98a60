"""Rewriting: mention to edit. Styles, shape; applying edits; offset maps."""

from translit.rewriting.canonical import CanonicalForms
from translit.rewriting.explaining import make_edits, make_mention
from translit.rewriting.explanation import Edit, Explanation, Mention
from translit.rewriting.following import follow
from translit.rewriting.growing import list_growing
from translit.rewriting.rendering import apply_changes, list_changes, render
from translit.rewriting.styles import Style, StyleError, list_style_ids, load_style

__all__ = [
    "CanonicalForms",
    "Edit",
    "Explanation",
    "Mention",
    "Style",
    "StyleError",
    "apply_changes",
    "follow",
    "list_changes",
    "list_growing",
    "list_style_ids",
    "load_style",
    "make_edits",
    "make_mention",
    "render",
]
