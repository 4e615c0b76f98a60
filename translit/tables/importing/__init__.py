"""Importing: tables from what other programs publish, with a list of what could not be used."""

from translit.tables.importing.draft import Reject
from translit.tables.importing.formats import FORMATS, import_table
from translit.tables.importing.rows import Imported

__all__ = ["FORMATS", "Imported", "Reject", "import_table"]
