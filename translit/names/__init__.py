"""Names by themselves: the originals of a spelling, what names look like, comparing names."""

from translit.names.comparison import Comparison
from translit.names.finding import Original, originals
from translit.names.name_pairs import compare_names

__all__ = ["Comparison", "Original", "compare_names", "originals"]
