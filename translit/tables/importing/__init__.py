"""Importing: tables from what other programs publish, with a list of what could not be used."""

from translit.tables.importing.draft import Reject
from translit.tables.importing.formats import IMPORTS, import_table
from translit.tables.importing.rows import Imported, count_unread

__all__ = ["IMPORTS", "Imported", "Reject", "count_unread", "import_table"]
