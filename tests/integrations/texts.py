"""Texts that every host must bring back as `Normalizer.normalize` does."""

from translit import Normalizer

TEXTS = [
    "Zelenskyi met Łukaszenka in Kijów.",
    "Nobody is named here.",
    "",
    "a summit of the Ivy countries \N{EN DASH} 🕊",
    "Zelenskyi met Łukaszenka in Kijów.",
    "Путин",
]
EXPECTED = [Normalizer().normalize(text) for text in TEXTS]
