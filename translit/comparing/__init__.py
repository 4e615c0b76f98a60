"""Comparing two names: whether some original explains both."""

from translit.comparing.comparison import Comparison
from translit.comparing.names import compare_names

__all__ = ["Comparison", "compare_names"]
