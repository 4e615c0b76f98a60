"""Tables: entities, given names and guards as people write them, read and checked."""

from translit.tables.entity import Alias, Entity, Former, Gender, Kind, Name
from translit.tables.errors import TableError
from translit.tables.given_names import GivenName, load_given_names
from translit.tables.guards import Guard, load_guards
from translit.tables.loading import TableFile, TableSource, list_sources, load_table, read_table
from translit.tables.merging import merge_fields, merge_layers
from translit.tables.person_name import PersonName
from translit.tables.row import Row, Table

__all__ = [
    "Alias",
    "Entity",
    "Former",
    "Gender",
    "GivenName",
    "Guard",
    "Kind",
    "Name",
    "PersonName",
    "Row",
    "Table",
    "TableError",
    "TableFile",
    "TableSource",
    "list_sources",
    "load_given_names",
    "load_guards",
    "load_table",
    "merge_fields",
    "merge_layers",
    "read_table",
]
