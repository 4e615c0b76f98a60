"""Unlisted: the names of a text that no table knows, and which of their spellings are one name."""

from translit.unlisted.consistency import add_unlisted, romanize_original
from translit.unlisted.evidence import Evidence, gather
from translit.unlisted.noticing import Noticer, Sighting
from translit.unlisted.verdict import (
    Parted,
    Verdict,
    are_one_given_name,
    join_spellings,
    list_parted,
)

__all__ = [
    "Evidence",
    "Noticer",
    "Parted",
    "Sighting",
    "Verdict",
    "add_unlisted",
    "are_one_given_name",
    "gather",
    "join_spellings",
    "list_parted",
    "romanize_original",
]
