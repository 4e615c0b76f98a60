"""Importing: tables from what other programs publish, with a list of what could not be used."""

from translit.exchange.importing.draft import Reject
from translit.exchange.importing.formats import IMPORTS, import_table
from translit.exchange.importing.rows import Imported, count_unread

__all__ = ["IMPORTS", "Imported", "Reject", "count_unread", "import_table"]
