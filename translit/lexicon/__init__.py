"""Lexicon: tables compiled for look-up; stored in one file, memory-mapped, cached."""

from translit.lexicon.compiling import fold_phrase
from translit.lexicon.known import Known, Name, Spelling, Word
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.opening import build_default, open_lexicon
from translit.lexicon.storage import LexiconError

__all__ = [
    "Known",
    "Lexicon",
    "LexiconError",
    "Name",
    "Spelling",
    "Word",
    "build_default",
    "fold_phrase",
    "open_lexicon",
]
