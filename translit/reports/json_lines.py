"""Mentions as JSON Lines: one object a line, for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from translit.files import FilePiece, find_line, list_line_starts
from translit.rewriting import Mention
from translit.showing import show_in_json


def mention_lines(
    mentions: Iterable[Mention], piece: FilePiece, path: str, *, mark: str = ""
) -> Iterator[str]:
    r"""Yield one JSON object for each mention of a piece, each ending in a newline.

    The fields are `path`, `line` (from 1; in a Parquet file the row), `start` and `end`
    (half-open, code points of the file) and all those of a Mention. `mark` is the byte order mark
    that the file has before its text, a code point too. A line ends in \n, \r or \r\n.

    >>> from translit import explain_names
    >>> text = "Yesterday,\nŁukaszenka spoke."
    >>> found = explain_names(text).mentions
    >>> print("".join(mention_lines(found, FilePiece(text, 0, 1, None), "a.txt"))[:55])
    {"path": "a.txt", "line": 2, "start": 11, "end": 21, "t
    """
    starts = list_line_starts(piece)
    for mention in mentions:
        row = {"path": path, "line": find_line(piece, mention.start, starts), **asdict(mention)}
        row["start"] += piece.start + len(mark)
        row["end"] += piece.start + len(mark)
        yield show_in_json(json.dumps(row, ensure_ascii=False)) + "\n"
