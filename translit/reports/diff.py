"""A unified diff, made from the edits themselves."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from translit.rewriting import Edit

_CONTEXT = 3  # lines around a change, as diff and git give


@dataclass(slots=True)
class _Change:
    first: int  # lines [first, last) of the text, from 0
    last: int
    edits: list[Edit]
    after: list[str] = field(default_factory=list)


def unified_diff(text: str, edits: Iterable[Edit], name: str, *, bom: str = "") -> str:
    r"""Return the unified diff that `patch -p0` or `git apply -p0` would apply to `text`.

    `edits` are in order and do not overlap; `name` is the path printed in the head; `bom` is the
    byte order mark that the file has before the text. Only a line feed ends a line, as for patch.
    Comparing nothing, it takes time in the length of the text.

    >>> edit = Edit(0, 5, "Kijów", "Kyiv", "kyiv", "scheme", "")
    >>> print(unified_diff("Kijów\n", [edit], "news.txt"), end="")
    --- news.txt
    +++ news.txt
    @@ -1 +1 @@
    -Kijów
    +Kyiv
    """
    lines = _split_lines(text)
    changes = _changes(text, lines, edits)
    if not changes:
        return ""
    lines[0] = bom + lines[0]
    if changes[0].first == 0:
        changes[0].after[0] = bom + changes[0].after[0]
    tab = "\t" if " " in name else ""  # how patch knows where a name with spaces ends
    head = f"--- {name}{tab}\n+++ {name}{tab}\n"
    return head + "".join(_hunks(lines, changes))


def _split_lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _changes(text: str, lines: Sequence[str], edits: Iterable[Edit]) -> list[_Change]:
    starts = list(accumulate(map(len, lines), initial=0))
    changes: list[_Change] = []
    for edit in edits:
        first = bisect_right(starts, edit.start) - 1
        last = min(bisect_right(starts, edit.end), len(lines))  # a removed newline joins two lines
        if changes and first < changes[-1].last:
            changes[-1].edits.append(edit)
            changes[-1].last = max(last, changes[-1].last)
        else:
            changes.append(_Change(first, last, [edit]))
    for change in changes:
        change.after = _split_lines(_rewritten(text, change, starts))
    return changes


def _rewritten(text: str, change: _Change, starts: Sequence[int]) -> str:
    pieces: list[str] = []
    read = starts[change.first]
    for edit in change.edits:
        pieces += (text[read : edit.start], edit.after)
        read = edit.end
    return "".join(pieces) + text[read : starts[change.last]]


def _hunks(lines: Sequence[str], changes: Sequence[_Change]) -> Iterator[str]:
    group: list[_Change] = []
    shift = 0  # how many lines the hunks before have added
    for change in changes:
        if group and change.first - group[-1].last > 2 * _CONTEXT:
            yield _hunk(lines, group, shift)
            shift += _growth(group)
            group = []
        group.append(change)
    yield _hunk(lines, group, shift)


def _growth(group: Iterable[_Change]) -> int:
    return sum(len(change.after) - (change.last - change.first) for change in group)


def _hunk(lines: Sequence[str], group: Sequence[_Change], shift: int) -> str:
    first = max(0, group[0].first - _CONTEXT)
    last = min(len(lines), group[-1].last + _CONTEXT)
    body, position = [], first
    for change in group:
        body += [" " + line for line in lines[position : change.first]]
        body += ["-" + line for line in lines[change.first : change.last]]
        body += ["+" + line for line in change.after]
        position = change.last
    body += [" " + line for line in lines[position:last]]
    before, after = last - first, last - first + _growth(group)
    head = f"@@ -{_range(first, before)} +{_range(first + shift, after)} @@\n"
    return head + "".join(_ended(line) for line in body)


def _range(first: int, count: int) -> str:
    return str(first + 1) if count == 1 else f"{first + 1 if count else first},{count}"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
