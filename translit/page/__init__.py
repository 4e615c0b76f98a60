"""Page: a text as words in columns; runs, protected spans, sentences."""

from translit.page.columns import ARTICLE, Columns
from translit.page.gaps import is_hyphen_gap, is_initial_gap, is_space_gap
from translit.page.page import Page, Scanner
from translit.page.runs import MOST_WORDS, NEXT, REST
from translit.page.stretches import HALO, find_bounds
from translit.page.words import (
    AUXILIARY,
    CAPITAL,
    CHANGING,
    DETERMINER,
    FEMININE,
    GENERATION,
    INITIAL,
    LABEL,
    LATIN,
    LINKING,
    LONGEST_WORD,
    MASCULINE,
    NEUTRAL,
    OCCUPATION,
    ORDINARY,
    PARTICLE,
    SHE,
    SPELLING,
    TITLE,
    UPPER,
    WORD,
    Form,
    Vocabulary,
    Word,
)
