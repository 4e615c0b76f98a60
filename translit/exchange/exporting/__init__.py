"""Exporting: what a table says, for programs that know pairs or patterns only."""

from translit.exchange.exporting.formats import EXPORTS, export_table

__all__ = ["EXPORTS", "export_table"]
