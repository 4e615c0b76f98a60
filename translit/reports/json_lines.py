"""Mentions as JSON Lines: one object a line, for programs."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from translit.documents import Piece
from translit.rewriting import Mention
from translit.showing import show_in_json

_NEWLINE = re.compile(r"\r\n|\r|\n")


def mention_lines(
    mentions: Iterable[Mention], piece: Piece, path: str, *, mark: str = ""
) -> Iterator[str]:
    r"""Yield one JSON object for each mention of a piece, each ending in a newline.

    The fields are `path`, `line` (from 1; in a Parquet file the row), `start` and `end`
    (half-open, code points of the file) and all those of a Mention. `mark` is the byte order mark
    that the file has before its text, a code point too. A line ends in \n, \r or \r\n.

    >>> from translit import explain_names
    >>> text = "Yesterday,\nŁukaszenka spoke."
    >>> found = explain_names(text).mentions
    >>> print("".join(mention_lines(found, Piece(text, 0, 1, None), "a.txt"))[:55])
    {"path": "a.txt", "line": 2, "start": 11, "end": 21, "t
    """
    starts = list_line_starts(piece)
    for mention in mentions:
        row = {"path": path, "line": find_line(mention, piece, starts), **asdict(mention)}
        row["start"] += piece.start + len(mark)
        row["end"] += piece.start + len(mark)
        yield show_in_json(json.dumps(row, ensure_ascii=False)) + "\n"


def list_line_starts(piece: Piece) -> list[int]:
    """Return where the lines of a piece after its first one start, in code points of it."""
    return [newline.end() for newline in _NEWLINE.finditer(piece.source)]


def find_line(mention: Mention, piece: Piece, starts: list[int]) -> int:
    """Return the number of a mention's line in its file, from 1."""
    return piece.line + bisect_right(starts, mention.start)
