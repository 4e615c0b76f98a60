"""Mentions: text to mentions. Protected spans, words, look-up, fuzzy, who is meant."""

from translit.mentions.damage import propose
from translit.mentions.decision import Decision
from translit.mentions.inflected import find_bases
from translit.mentions.reading import Piece, Reading, has_whole_given_name
from translit.mentions.reasons import SENTENCES, Reason, Status
from translit.mentions.resolving import resolve
from translit.mentions.scene import Scene
from translit.mentions.sieve import Sieve
from translit.mentions.words import is_space_gap

__all__ = [
    "SENTENCES",
    "Decision",
    "Piece",
    "Reading",
    "Reason",
    "Scene",
    "Sieve",
    "Status",
    "find_bases",
    "has_whole_given_name",
    "is_space_gap",
    "propose",
    "resolve",
]
