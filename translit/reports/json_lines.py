"""Mentions as JSON Lines: one object a line, for programs."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from translit.rewriting import Mention

_NEWLINE = re.compile(r"\r\n|\r|\n")


def mention_lines(
    mentions: Iterable[Mention], text: str, path: str, *, bom: str = ""
) -> Iterator[str]:
    r"""Yield one JSON object for each mention, each ending in a newline.

    The fields are `path`, `line` (from 1), `start` and `end` (half-open, code points of the file)
    and all those of a Mention. `bom` is the byte order mark that the file has before the text, a
    code point too. A line ends in \n, \r or \r\n.

    >>> from translit import explain_names
    >>> found = explain_names("Yesterday,\nŁukaszenka spoke.").mentions
    >>> print("".join(mention_lines(found, "Yesterday,\nŁukaszenka spoke.", "a.txt"))[:55])
    {"path": "a.txt", "line": 2, "start": 11, "end": 21, "t
    """
    starts = [newline.end() for newline in _NEWLINE.finditer(text)]
    for mention in mentions:
        line = bisect_right(starts, mention.start) + 1
        row = {"path": path, "line": line, **asdict(mention)}
        row["start"] += len(bom)
        row["end"] += len(bom)
        yield json.dumps(row, ensure_ascii=False) + "\n"
