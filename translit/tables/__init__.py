"""Tables: entities, given names and guards as people write them, read and checked."""

from translit.tables.checks import LANGUAGE_CODE
from translit.tables.counting import count_rows
from translit.tables.entity import (
    Alias,
    Entity,
    Former,
    Gender,
    Kind,
    NameValue,
    list_words,
    spell_out,
)
from translit.tables.errors import TableError, nearest
from translit.tables.formatting import format_table, rewrite_table
from translit.tables.given_names import GivenName, load_given_names
from translit.tables.guards import Guard, load_guards
from translit.tables.jsonl_reader import read_jsonl_table
from translit.tables.loading import (
    TableFile,
    TableSource,
    list_given_tables,
    load_table,
    read_table,
)
from translit.tables.merging import merge_fields, merge_layers
from translit.tables.offices import FORMER, Office, list_titles, load_offices, make_office_schema
from translit.tables.person_name import PersonName, UnclearNameError, read_name
from translit.tables.regions import find_countries, list_regions
from translit.tables.row import Row, Table
from translit.tables.row_check import check_row
from translit.tables.schema import make_table_schema
from translit.tables.source_file import UTF16_MARKS
from translit.tables.spelling import LONGEST_STRING, script_of, tells_sound
from translit.tables.verdicts import Verdicts, holds_spelling, is_parted, list_verdicts
from translit.tables.writing import write_jsonl, write_toml

__all__ = [
    "FORMER",
    "LANGUAGE_CODE",
    "LONGEST_STRING",
    "UTF16_MARKS",
    "Alias",
    "Entity",
    "Former",
    "Gender",
    "GivenName",
    "Guard",
    "Kind",
    "NameValue",
    "Office",
    "PersonName",
    "Row",
    "Table",
    "TableError",
    "TableFile",
    "TableSource",
    "UnclearNameError",
    "Verdicts",
    "check_row",
    "count_rows",
    "find_countries",
    "format_table",
    "holds_spelling",
    "is_parted",
    "list_given_tables",
    "list_regions",
    "list_titles",
    "list_verdicts",
    "list_words",
    "load_given_names",
    "load_guards",
    "load_offices",
    "load_table",
    "make_office_schema",
    "make_table_schema",
    "merge_fields",
    "merge_layers",
    "nearest",
    "read_jsonl_table",
    "read_name",
    "read_table",
    "rewrite_table",
    "script_of",
    "spell_out",
    "tells_sound",
    "write_jsonl",
    "write_toml",
]
