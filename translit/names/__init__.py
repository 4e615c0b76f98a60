"""Names by themselves: the originals of a spelling, what names look like, comparing names."""

from translit.names.comparison import Comparison
from translit.names.finding import Original, originals
from translit.names.grouping import (
    NameReading,
    ReadingTable,
    choose_original,
    choose_readings,
    group_names,
    read_name,
)
from translit.names.keys import list_keys
from translit.names.name_pairs import compare_names
from translit.names.parts import load_name_parts
from translit.names.reading import VOWELS
from translit.names.regular import Regularity, is_regular_spelling
from translit.names.words import find_given_names

__all__ = [
    "VOWELS",
    "Comparison",
    "NameReading",
    "Original",
    "ReadingTable",
    "Regularity",
    "choose_original",
    "choose_readings",
    "compare_names",
    "find_given_names",
    "group_names",
    "is_regular_spelling",
    "list_keys",
    "load_name_parts",
    "originals",
    "read_name",
]
