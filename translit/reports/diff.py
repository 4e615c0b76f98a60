"""A unified diff, made from the changes themselves, as the pieces of a file go by."""

import os
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate

from translit.files import Splice, splice
from translit.showing import show

_CONTEXT = 3  # lines around a change, as diff and git give
_COLOURS = {"-": "\033[31m", "+": "\033[32m", "@": "\033[36m"}
_QUOTED = {
    ord(letter): "\\" + sign for letter, sign in zip('\a\b\t\n\v\f\r"\\', 'abtnvfr"\\', strict=True)
}
_BOLD, _PLAIN = "\033[1m", "\033[0m"


class UnifiedDiff:
    r"""Makes the diff that `patch -p0` or `git apply -p0` would apply to a file.

    `name` is the path printed in the head, quoted as git does where it would forge or spoil one;
    `mark` is the byte order mark that the file has before its text. `colour` paints the lines;
    `shown` escapes in them what would steer a terminal, so that they are to be read, not applied.
    Only a line feed ends a line, as for patch. It holds a few lines, not the file.

    >>> diff = UnifiedDiff("news.txt")
    >>> print(*diff.add("Kijów\n", [(0, 5, "Kyiv")]), *diff.finish(), sep="", end="")
    --- news.txt
    +++ news.txt
    @@ -1 +1 @@
    -Kijów
    +Kyiv
    """

    def __init__(
        self, name: str, *, mark: str = "", colour: bool = False, shown: bool = False
    ) -> None:
        tab = "\t" if " " in name else ""  # how patch knows where a name with spaces ends
        name = quote_path(name)
        self._shown = shown
        self._head = [f"--- {name}{tab}\n", f"+++ {name}{tab}\n"]
        self._mark = mark
        self._colour = colour
        self._rest = ""  # a line that may go on in the next piece
        self._changes: list[Splice] = []  # of the rest
        self._read = self._written = 0  # lines
        self._before: deque[str] = deque(maxlen=_CONTEXT)
        self._hunk: list[str] = []
        self._after: list[str] = []  # lines since the last change
        self._start = (0, 0)

    def add(self, source: str, changes: Sequence[Splice]) -> Iterator[str]:
        """Take the next piece of the file and its changes; yield the lines that are settled."""
        shift = len(self._rest)
        source = self._rest + source
        changes = self._changes + [(s + shift, e + shift, after) for s, e, after in changes]
        cut = source.rfind("\n") + 1
        for start, end, _ in reversed(changes):
            if start < cut <= end:
                cut = source.rfind("\n", 0, start) + 1
        self._rest = source[cut:]
        self._changes = [(s - cut, e - cut, after) for s, e, after in changes if s >= cut]
        yield from self._take(source[:cut], [c for c in changes if c[0] < cut])

    def finish(self) -> Iterator[str]:
        """Yield what is left at the end of the file."""
        yield from self._take(self._rest, self._changes)
        yield from self._close_hunk()

    def _take(self, source: str, changes: Sequence[Splice]) -> Iterator[str]:
        lines = _split_lines(source)
        at = 0
        for first, last, after in _list_blocks(source, lines, changes):
            for line in lines[at:first]:
                yield from self._pass_line(line)
            self._change_lines(lines[first:last], after)
            at = last
        for line in lines[at:]:
            yield from self._pass_line(line)

    def _pass_line(self, line: str) -> Iterator[str]:
        line = self._begin_line(line)
        self._read += 1
        self._written += 1
        if not self._hunk:
            self._before.append(line)
            return
        self._after.append(line)
        if len(self._after) > 2 * _CONTEXT:
            yield from self._close_hunk()

    def _change_lines(self, old: Sequence[str], new: Sequence[str]) -> None:
        if not self._hunk:
            self._start = (self._read - len(self._before), self._written - len(self._before))
            self._after = list(self._before)
            self._before.clear()
        self._hunk += [" " + line for line in self._after]
        self._after = []
        if not self._read:  # the mark is before the first line, the old and the new
            old, new = [self._mark + old[0], *old[1:]], [self._mark + new[0], *new[1:]]
        self._hunk += ["-" + line for line in old]
        self._hunk += ["+" + line for line in new]
        self._read += len(old)
        self._written += len(new)

    def _begin_line(self, line: str) -> str:
        return line if self._read else self._mark + line

    def _close_hunk(self) -> Iterator[str]:
        if not self._hunk:
            return
        context = self._after[:_CONTEXT]
        body = self._hunk + [" " + line for line in context]
        yield from (self._paint(line, _BOLD) for line in self._head)
        self._head = []
        old = sum(line[0] in " -" for line in body)
        new = sum(line[0] in " +" for line in body)
        place = f"@@ -{_range(self._start[0], old)} +{_range(self._start[1], new)} @@\n"
        yield self._paint(place, _COLOURS["@"])
        yield from (
            _end_line(self._paint(self._show(line), _COLOURS.get(line[0], ""))) for line in body
        )
        self._hunk = []
        self._before.extend(self._after)
        self._after = []

    def _show(self, line: str) -> str:
        if not self._shown:
            return line
        bare = line.rstrip("\r\n")
        return show(bare, keep="\t") + line[len(bare) :]

    def _paint(self, line: str, colour: str) -> str:
        if not (self._colour and colour):
            return line
        bare = line.rstrip("\r\n")
        return f"{colour}{bare}{_PLAIN}{line[len(bare) :]}"


def quote_path(path: str) -> str:
    r"""Return how the head of a diff names a file: between quotes, escaped, where it must be.

    >>> print(quote_path("Київ.txt"), quote_path("a\nb"), quote_path('"ї"'))
    Київ.txt "a\nb" "\"\321\227\""
    """
    passed_over = path != path.strip()  # by patch, which then takes another file
    if show(path) == path and not set(path) & {'"', "\\"} and not passed_over:
        return path
    return '"' + "".join(map(_quote_byte, os.fsencode(path))) + '"'


def _quote_byte(byte: int) -> str:
    if byte in _QUOTED:
        return _QUOTED[byte]
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"


def _split_lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _list_blocks(
    source: str, lines: Sequence[str], changes: Sequence[Splice]
) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the lines that change together: the first, the one after the last, what they become."""
    starts = list(accumulate(map(len, lines), initial=0))
    groups: list[tuple[int, int, list[Splice]]] = []
    for change in changes:
        first = bisect_right(starts, change[0]) - 1
        last = min(bisect_right(starts, change[1]), len(lines))  # a removed newline joins two lines
        if groups and first < groups[-1][1]:
            begin, end, held = groups.pop()
            groups.append((begin, max(last, end), [*held, change]))
        else:
            groups.append((first, last, [change]))
    for first, last, held in groups:
        at = starts[first]
        old = source[at : starts[last]]
        yield first, last, _split_lines(splice(old, [(s - at, e - at, a) for s, e, a in held]))


def _range(first: int, count: int) -> str:
    return str(first + 1) if count == 1 else f"{first + 1 if count else first},{count}"


def _end_line(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
