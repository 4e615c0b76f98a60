"""Files: reading them as text, and writing them back so that nothing else changes."""

from translit.files.clashes import (
    refuse_copies_over_inputs,
    refuse_printing_into_inputs,
    refuse_report_over,
)
from translit.files.destinations import Destination, Encoder, open_destination
from translit.files.document import Document, Splice, splice
from translit.files.encodings import describe_no_codec, find_codec
from translit.files.errors import (
    DocumentError,
    MalformedError,
    describe_fault,
    display_name,
    refuse,
)
from translit.files.finding import Wanted, find_files
from translit.files.format import Selection
from translit.files.formats import FORMATS, find_type
from translit.files.formats.parquet import ParquetFile
from translit.files.ignoring import find_work_tree
from translit.files.keeping import KeepList, read_keep_lists
from translit.files.piece import (
    Composer,
    FilePiece,
    find_line,
    list_line_starts,
)
from translit.files.reading import TextFile, read_text
from translit.files.resolving import Outcome, Resolver, Resolvers
from translit.files.sources import Closed, Opened, Source, read_sources
from translit.files.workers import Workers

__all__ = [
    "FORMATS",
    "Closed",
    "Composer",
    "Destination",
    "Document",
    "DocumentError",
    "Encoder",
    "FilePiece",
    "KeepList",
    "MalformedError",
    "Opened",
    "Outcome",
    "ParquetFile",
    "Resolver",
    "Resolvers",
    "Selection",
    "Source",
    "Splice",
    "TextFile",
    "Wanted",
    "Workers",
    "describe_fault",
    "describe_no_codec",
    "display_name",
    "find_codec",
    "find_files",
    "find_line",
    "find_type",
    "find_work_tree",
    "list_line_starts",
    "open_destination",
    "read_keep_lists",
    "read_sources",
    "read_text",
    "refuse",
    "refuse_copies_over_inputs",
    "refuse_printing_into_inputs",
    "refuse_report_over",
    "splice",
]
