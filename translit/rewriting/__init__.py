"""Rewriting: decisions to a text, or to an explanation; offset maps."""

from translit.rewriting.explaining import explain, rewrite
from translit.rewriting.explanation import Edit, Evidence, Explanation, Mention, is_resolved

__all__ = ["Edit", "Evidence", "Explanation", "Mention", "explain", "is_resolved", "rewrite"]
