"""Comparing two names: whether some original explains both."""

from translit.comparing.comparison import Comparison
from translit.comparing.name_pairs import compare_names

__all__ = ["Comparison", "compare_names"]
