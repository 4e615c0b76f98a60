"""Mentions: text to mentions. Protected spans, words, look-up, fuzzy, who is meant."""

from translit.mentions.decision import Decision
from translit.mentions.reading import Piece, Reading
from translit.mentions.reasons import SENTENCES, Reason, Status
from translit.mentions.resolving import resolve
from translit.mentions.scene import Scene
from translit.mentions.sieve import Sieve

__all__ = [
    "SENTENCES",
    "Decision",
    "Piece",
    "Reading",
    "Reason",
    "Scene",
    "Sieve",
    "Status",
    "resolve",
]
