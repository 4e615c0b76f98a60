"""Strategies (hypothesis) for names, rows, tables, spellings and texts that mention them."""

from translit.testing.strategies.names import damaged, native_names
from translit.testing.strategies.rows import entities, tables
from translit.testing.strategies.spellings import full_spellings, spellings
from translit.testing.strategies.texts import texts

__all__ = ["damaged", "entities", "full_spellings", "native_names", "spellings", "tables", "texts"]
