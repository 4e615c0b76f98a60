"""What of a source is left alone because a comment in it says so."""

import re

_DIRECTIVE = re.compile(r"\s*translit:\s*(off|on|ignore-next-line)\s*")
_NEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)\s*?(?P<line>[^\s][^\r\n]*)")

Span = tuple[int, int]


class Ignored:
    """The spans that are left alone: from `off` to `on`, and lines after `ignore-next-line`.

    The next line is the next one with something in it.

    >>> source = "# translit: ignore-next-line\\nKiev\\nKiev"
    >>> ignored = Ignored()
    >>> ignored.obey("translit: ignore-next-line", source, (0, 28))
    >>> list(ignored.split(29, 38))
    [(29, 33, True), (33, 38, False)]
    """

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def obey(self, comment: str, source: str, span: Span) -> None:
        """Take what a comment says that stands at `span`; comments come in their order."""
        match = _DIRECTIVE.fullmatch(comment)
        if match is None:
            return
        is_off = bool(self._spans) and self._spans[-1][1] > len(source)
        if match[1] == "on" and is_off:
            self._spans[-1] = (self._spans[-1][0], span[0])
        elif match[1] == "off" and not is_off:
            self._spans.append((span[1], len(source) + 1))
        elif match[1] == "ignore-next-line" and not is_off:
            line = _NEXT_LINE.match(source, span[1])
            if line:
                self._spans.append(line.span("line"))

    def split(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Return a span in parts, in order, with whether each is left alone; nothing of nothing."""
        if not self._spans:
            return [(start, end, False)] if start < end else []
        parts: list[tuple[int, int, bool]] = []
        read = start
        for begin, stop in sorted(self._spans):
            if stop <= read or begin >= end:
                continue
            parts += [(read, max(begin, read), False), (max(begin, read), min(stop, end), True)]
            read = min(stop, end)
        parts.append((read, end, False))
        return [part for part in parts if part[0] < part[1]]
