"""Exchange: tables from what other programs publish, and for what other programs read."""

from translit.exchange.exporting import EXPORTS, export_table
from translit.exchange.importing import IMPORTS, Imported, Reject, count_unread, import_table

__all__ = [
    "EXPORTS",
    "IMPORTS",
    "Imported",
    "Reject",
    "count_unread",
    "export_table",
    "import_table",
]
