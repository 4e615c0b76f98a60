"""What changes in the prose of a file that is no text, as lines that people read."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff

from translit.files import FilePiece
from translit.showing import show


def prose_diff_lines(piece: FilePiece, result: str, name: str) -> Iterator[str]:
    """Yield a diff of the paragraphs of a piece and of what became of it, without its markup."""
    before, after = (_list_paragraphs(one) for one in (piece, replace(piece, source=result)))
    for line in unified_diff(before, after, name, name, n=0, lineterm=""):
        yield show(line, keep="\t") + "\n"


def _list_paragraphs(piece: FilePiece) -> list[str]:
    text = "\n\n".join(part.text for part in piece.compose().parts)
    return [line for line in text.split("\n") if line.strip()]
