"""Plain text: one document, of any length."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from translit.files.document import Document, DocumentBuilder
from translit.files.format import Format, Selection
from translit.files.piece import FilePiece, count_newlines
from translit.files.reading import TextFile
from translit.languages import LONGEST_HEAD
from translit.page import HALO, LONGEST_FENCE, find_bounds

# Up to this many code points a text is one piece.
LONGEST_WHOLE = 1 << 20
# A longer one is cut in pieces of so many stretches, read with those before and after that can say
# who is meant in it: a stretch is judged by its neighbours, and these by theirs.
STRETCHES = 16
BEFORE, AFTER = 3, 2
_END = ""  # after the last chunk


@dataclass(frozen=True, slots=True)
class PlainText:
    """All of the source is prose.

    >>> PlainText().compose("Kijów").find_source(0, 5)
    (0, 5)
    """

    def compose(self, source: str) -> Document:
        """Return the source as a document."""
        builder = DocumentBuilder(source)
        builder.quote(0, len(source))
        return builder.build()


def cut_text(file: TextFile) -> Iterator[FilePiece]:
    """Yield the pieces of a text: itself or, if it is long, stretches of it with their neighbours.

    With what is read with it, a piece is judged as it would be in the whole text.
    """
    before: list[str] = []  # the last stretches that were given
    text = head = ""
    start, line = 0, 1
    wanted = LONGEST_WHOLE
    for chunk in chain(file.read_chunks(), (_END,)):
        text += chunk
        wanted = wanted if chunk else LONGEST_WHOLE
        while len(text) > wanted:
            cuts = _find_cuts(text)
            if cuts is None:  # all is looked through again: not for each chunk
                wanted = len(text) * 3 // 2
                break
            wanted = LONGEST_WHOLE
            bounds, after = cuts
            source = text[: bounds[-1]]
            head = head or text[:LONGEST_HEAD]
            around = "".join(before), text[bounds[-1] : after]
            yield FilePiece(source, start, line, PlainText(), *around, head=head)
            first = bounds[-1 - BEFORE]
            before = [source[first:]]
            text = text[bounds[-1] :]
            start += len(source)
            line += count_newlines(source)
    if text or not start:
        yield FilePiece(text, start, line, PlainText(), "".join(before), head=head)


def _find_cuts(text: str) -> tuple[list[int], int] | None:
    """Return where the stretches of the next piece end, and how far is read with it.

    None if not all of that is there yet.
    """
    bounds = list(find_bounds(text))
    if len(bounds) < STRETCHES + AFTER:
        return None
    after = bounds[STRETCHES + AFTER - 1] + HALO + LONGEST_FENCE
    return None if after + HALO >= len(text) else (bounds[:STRETCHES], after)


def _cut(file: TextFile, _: Selection) -> Iterator[FilePiece]:
    return cut_text(file)


FORMATS = (Format("text", (".txt", ".text"), _cut, is_one=True),)
