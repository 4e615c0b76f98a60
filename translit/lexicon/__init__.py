"""Lexicon: tables compiled for look-up; stored in one file, memory-mapped, cached."""

from translit.lexicon.alias_rows import list_printers
from translit.lexicon.alone import is_of_press
from translit.lexicon.errors import LexiconError
from translit.lexicon.facts import (
    ALIAS,
    BEARER,
    BLANK,
    GIVEN,
    KNOWN_WORD,
    OPENS_ALIAS,
    ORDINARY,
    PERSONS_FAMILY,
    SPELLED,
    WHOLE,
)
from translit.lexicon.given_tables import GivenTable
from translit.lexicon.inspection import (
    Bearing,
    Claim,
    find_bearings,
    find_schemes,
    list_claims,
    list_spellings,
    spell_word,
)
from translit.lexicon.known import Known, Name, Root, Spelling, WordOfName
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.naming import LATIN, NAMES
from translit.lexicon.opening import (
    LayerFile,
    build_beside,
    build_default,
    build_layer,
    locate_layers,
    open_lexicon,
)
from translit.lexicon.opens_lexicon import OpensLexicon
from translit.lexicon.overruling import advise_on_id, overrule
from translit.lexicon.phrases import fold_phrase
from translit.lexicon.printed import is_printed, is_printed_elsewhere, is_spelled
from translit.lexicon.speech import Speech
from translit.lexicon.storage import Sections
from translit.lexicon.word_table import LISTED, MET, OFTEN
from translit.lexicon.world import WorldName

__all__ = [
    "ALIAS",
    "BEARER",
    "BLANK",
    "GIVEN",
    "KNOWN_WORD",
    "LATIN",
    "LISTED",
    "MET",
    "NAMES",
    "OFTEN",
    "OPENS_ALIAS",
    "ORDINARY",
    "PERSONS_FAMILY",
    "SPELLED",
    "WHOLE",
    "Bearing",
    "Claim",
    "GivenTable",
    "Known",
    "LayerFile",
    "Lexicon",
    "LexiconError",
    "Name",
    "OpensLexicon",
    "Root",
    "Sections",
    "Speech",
    "Spelling",
    "WordOfName",
    "WorldName",
    "advise_on_id",
    "build_beside",
    "build_default",
    "build_layer",
    "find_bearings",
    "find_schemes",
    "fold_phrase",
    "is_of_press",
    "is_printed",
    "is_printed_elsewhere",
    "is_spelled",
    "list_claims",
    "list_printers",
    "list_spellings",
    "locate_layers",
    "open_lexicon",
    "overrule",
    "spell_word",
]
