"""Protected spans: what looks like text and is an address, a handle, a file name or code."""

import re
from bisect import bisect_right

_HOSTS = (
    "com|org|net|info|edu|gov|mil|int|eu|io|me|tv|ru|by|ua|su|рф|укр|бел|de|fr|pl|uk|fi|se|nl|cz|hu"
    "|it|es|lv|lt|ee|ge|am|az|kz|bg|rs|md"
)
_FILES = (
    "txt|md|rst|html?|xml|json|jsonl|csv|tsv|ya?ml|toml|py|js|css|log|docx?|xlsx?|pptx?|pdf|odt|rtf"
    "|jpe?g|png|gif|svg|webp|mp[34]|avi|mov|zip|gz|tar|zst|7z|exe|srt|vtt"
)
# One of these is in every protected span, and most texts have none.
_SIGN = re.compile(rf"[@#/\\`<]|[Ww]{{3}}\.|\.(?:{_HOSTS}|{_FILES})\b")
# Each alternative starts where a run of its characters starts (the look-behinds), and its runs are
# possessive and bounded, so that a text of any shape is read in linear time.
_PROTECTED = re.compile(
    rf"""
      # a URL with its scheme
      (?<![A-Za-z])[A-Za-z][A-Za-z0-9+.-]{{0,20}}+://[^\s<>"”»]+
      # or without it
    | (?<!\w)[Ww]{{3}}\.[^\s<>"”»]+
      # e-mail
    | (?<![^\s<>"'“”(),;:@])[^\s<>"'“”(),;:@]{{1,64}}+@
        [^\s<>"'“”(),;:@]{{1,255}}+
      # @handle, #hashtag
    | (?<![\w&])[@\#]\w+
      # a host, with or without a path
    | (?<![\w.-])[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}?
        \.(?:{_HOSTS})\b(?:/[^\s<>"”»]*)?
      # a path that ends in a file name
    | (?<![\w.~/\\-])[\w.~-]{{0,64}}+(?:[/\\][\w~-]{{1,64}}+){{1,16}}
        \.\w{{1,8}}\b
      # a file name
    | (?<![\w.-])[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}?
        \.(?:{_FILES})\b
      # code
    | ```.*?``` | `[^`\n]{{1,500}}+`
      # a tag with its attributes
    | </?[A-Za-z][^<>\n]{{0,500}}+>
    """,
    re.VERBOSE | re.DOTALL,
)


def find_protected(text: str) -> "ProtectedSpans":
    """Find the spans of a text in which nothing is ever changed.

    >>> find_protected("see https://example.org/Лукашенка").covers(5, 8)
    True
    """
    if not _SIGN.search(text):
        return ProtectedSpans([])
    return ProtectedSpans([match.span() for match in _PROTECTED.finditer(text)])


class ProtectedSpans:
    """Spans that do not overlap, in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a span from `start` to `end` (code points) meets a protected one."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start
