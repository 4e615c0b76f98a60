"""Files: reading them as text, and writing them back so that nothing else changes."""

from translit.documents.destinations import Destination, Encoder, open_destination
from translit.documents.document import Document, Splice, splice
from translit.documents.encodings import describe_no_codec, find_codec
from translit.documents.errors import (
    DocumentError,
    MalformedError,
    describe_fault,
    display_name,
    refuse,
)
from translit.documents.finding import Wanted, find_files
from translit.documents.format import Selection
from translit.documents.formats import FORMATS, cut_file, find_type
from translit.documents.ignoring import find_work_tree
from translit.documents.keeping import KeepList, read_keep_lists
from translit.documents.parquet import ParquetFile
from translit.documents.piece import (
    Composer,
    Piece,
    count_newlines,
    find_line,
    list_line_starts,
)
from translit.documents.reading import TextFile, read_text
from translit.documents.resolving import Outcome, Resolver, Resolvers
from translit.documents.sources import Closed, Opened, Source, read_sources
from translit.documents.workers import Workers

__all__ = [
    "FORMATS",
    "Closed",
    "Composer",
    "Destination",
    "Document",
    "DocumentError",
    "Encoder",
    "KeepList",
    "MalformedError",
    "Opened",
    "Outcome",
    "ParquetFile",
    "Piece",
    "Resolver",
    "Resolvers",
    "Selection",
    "Source",
    "Splice",
    "TextFile",
    "Wanted",
    "Workers",
    "count_newlines",
    "cut_file",
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
    "splice",
]
