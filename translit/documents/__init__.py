"""Files: reading them as text, and writing them back so that nothing else changes."""

from translit.documents.checking import check_rewrite
from translit.documents.document import Document, DocumentError
from translit.documents.reading import decode_document, read_document
from translit.documents.writing import write_document

__all__ = [
    "Document",
    "DocumentError",
    "check_rewrite",
    "decode_document",
    "read_document",
    "write_document",
]
