"""The testing kit: properties and strategies for one's own tables, and a pytest plugin.

    from translit.testing import PROPERTIES, spellings

Properties that search need hypothesis: `pip install 'translit-fix[testing]'`. Each name is
imported when it is first used, so that the plugin costs a test run nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translit.testing.finding import Finding, format_findings, sort_findings
    from translit.testing.properties import PROPERTIES, Property, TableFault, check_tables
    from translit.testing.settling import settle
    from translit.testing.strategies import (
        damaged,
        entities,
        full_spellings,
        native_names,
        spellings,
        tables,
        texts,
    )
    from translit.testing.subject import Subject, list_errors, list_table_files, load_tables
    from translit.testing.unread import describe_unread

_HOMES = {
    "finding": ("Finding", "format_findings", "sort_findings"),
    "properties": ("PROPERTIES", "Property", "TableFault", "check_tables"),
    "settling": ("settle",),
    "strategies": (
        "damaged",
        "entities",
        "full_spellings",
        "native_names",
        "spellings",
        "tables",
        "texts",
    ),
    "subject": ("Subject", "list_errors", "list_table_files", "load_tables"),
    "unread": ("describe_unread",),
}

__all__ = [
    "PROPERTIES",
    "Finding",
    "Property",
    "Subject",
    "TableFault",
    "check_tables",
    "damaged",
    "describe_unread",
    "entities",
    "format_findings",
    "full_spellings",
    "list_errors",
    "list_table_files",
    "load_tables",
    "native_names",
    "settle",
    "sort_findings",
    "spellings",
    "tables",
    "texts",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"translit.testing.{home}"), name)
    raise AttributeError(f"module 'translit.testing' has no attribute {name!r}")
