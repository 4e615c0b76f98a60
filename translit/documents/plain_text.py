"""Plain text: one document, of any length."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from translit.documents.document import Document, DocumentBuilder
from translit.documents.gist import Gist, cut_parts, read_gist
from translit.documents.piece import Piece, count_newlines, may_name
from translit.documents.reading import TextFile
from translit.lexicon import Lexicon, open_lexicon

# Up to this many code points a text is resolved at once.
LONGEST_WHOLE = 1 << 20
# A longer one is rewritten in parts of this many.
LONGEST_PART = 1 << 18
# Read on both sides of a part: more than any rule looks at.
_MARGIN = 1 << 13

MapParts = Callable[[Callable[["TextPart"], Gist], Iterable["TextPart"]], Iterator[Gist]]
"""Maps a function over parts, perhaps in other processes."""


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


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a long text, with the margins that are read with it."""

    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class GistReader:
    """Reads the gist of one part by these tables; sent to other processes."""

    tables: tuple[str, ...]
    default_tables: bool

    def __call__(self, part: TextPart) -> Gist:
        """Return the gist of the part itself, its margins read with it."""
        if not may_name(part.text):
            return Gist()
        text = part.before + part.text + part.after
        first = len(part.before)
        lexicon = _open_lexicon(self.tables, self.default_tables)
        return read_gist(text, first, first + len(part.text), lexicon)


@lru_cache(maxsize=1)
def _open_lexicon(tables: tuple[str, ...], default_tables: bool) -> Lexicon:
    return open_lexicon(tables, default_tables)


def cut_text(file: TextFile, read_part: GistReader, map_parts: MapParts) -> Iterator[Piece]:
    """Yield the pieces of a text: itself or, if it is long, its parts with the gist of all."""
    chunks = file.read_chunks()
    head: list[str] = []
    length = 0
    for chunk in chunks:
        head.append(chunk)
        length += len(chunk)
        if length > LONGEST_WHOLE:
            break
    else:
        yield Piece("".join(head), 0, 1, PlainText())
        return
    gist = Gist()
    first_reading = _list_parts(chain(head, chunks))
    head = []
    for read in map_parts(read_part, first_reading):
        gist.add(read)
    said = gist.write()
    start, line = 0, 1
    for part in _list_parts(file.read_chunks()):
        yield Piece(part.text, start, line, PlainText(), said + part.before, part.after)
        start += len(part.text)
        line += count_newlines(part.text)


def _list_parts(chunks: Iterable[str]) -> Iterator[TextPart]:
    before, text = "", ""
    for following in cut_parts(chunks, LONGEST_PART):
        if text:
            yield TextPart(before, text, _clip_end(following[:_MARGIN]))
            before = _clip_start((before + text)[-_MARGIN:])
        text = following
    if text:
        yield TextPart(before, text, "")


def _clip_start(margin: str) -> str:
    """Begin with a whole word, or with nothing where there is none."""
    at = next((i for i, c in enumerate(margin) if c.isspace()), len(margin))
    return margin[at:]


def _clip_end(margin: str) -> str:
    at = next((i for i in range(len(margin), 0, -1) if margin[i - 1].isspace()), 0)
    return margin[:at] if len(margin) == _MARGIN else margin
