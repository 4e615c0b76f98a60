"""Lexicon: tables compiled for look-up; stored in one file, memory-mapped, cached."""

from translit.lexicon.compiling import fold_phrase
from translit.lexicon.errors import LexiconError
from translit.lexicon.known import Known, Name, Spelling, Word
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.opening import (
    LayerFile,
    build_beside,
    build_default,
    build_layer,
    locate_layers,
    open_lexicon,
)
from translit.lexicon.sources import Source
from translit.lexicon.storage import Sections

__all__ = [
    "Known",
    "LayerFile",
    "Lexicon",
    "LexiconError",
    "Name",
    "Sections",
    "Source",
    "Spelling",
    "Word",
    "build_beside",
    "build_default",
    "build_layer",
    "fold_phrase",
    "locate_layers",
    "open_lexicon",
]
