"""Schemes: original script to Latin. The rule engine, the catalogue, all variants of a name."""

from translit.schemes.catalogue import (
    Romanization,
    add_ending,
    adds_endings,
    describe_scheme,
    detect_language,
    has_letters,
    has_scheme,
    list_hybrids,
    list_languages,
    list_scheme_ids,
    load_alphabets,
    load_scheme,
    load_scheme_file,
)
from translit.schemes.conventions import name_language, order_languages, order_schemes
from translit.schemes.counterparts import has_one_form, swap_gender, tell_gender
from translit.schemes.derivation import (
    check_text,
    is_writable,
    romanize,
    spell_name,
    undouble,
    variants,
)
from translit.schemes.folding import (
    APOSTROPHES,
    INVISIBLE,
    MARKS,
    fold,
    fold_marked,
    is_cyrillic,
    is_latin,
    mixes_scripts,
    unify_script,
)
from translit.schemes.pieces import AllPieces, Ending, Group, Pieces
from translit.schemes.reading_files import make_scheme_schema
from translit.schemes.relays import RelayScheme
from translit.schemes.scheme import Scheme, SchemeError, split_words

__all__ = [
    "APOSTROPHES",
    "INVISIBLE",
    "MARKS",
    "AllPieces",
    "Ending",
    "Group",
    "Pieces",
    "RelayScheme",
    "Romanization",
    "Scheme",
    "SchemeError",
    "add_ending",
    "adds_endings",
    "check_text",
    "describe_scheme",
    "detect_language",
    "fold",
    "fold_marked",
    "has_letters",
    "has_one_form",
    "has_scheme",
    "is_cyrillic",
    "is_latin",
    "is_writable",
    "list_hybrids",
    "list_languages",
    "list_scheme_ids",
    "load_alphabets",
    "load_scheme",
    "load_scheme_file",
    "make_scheme_schema",
    "mixes_scripts",
    "name_language",
    "order_languages",
    "order_schemes",
    "romanize",
    "spell_name",
    "split_words",
    "swap_gender",
    "tell_gender",
    "undouble",
    "unify_script",
    "variants",
]
