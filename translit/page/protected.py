r"""Protected spans: what looks like text and is an address, a path, an identifier or code.

Each of them has a sign, one of a few characters, and most texts have none. So a text is searched
for signs, and only what stands around one is looked at: what may hold white space (code, tags,
templates, `\cite{a, b}`) from its first character on, all else in its run without white space.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_HOSTS = (
    "com|org|net|info|edu|gov|mil|int|eu|io|me|tv|ru|by|ua|su|рф|укр|бел|de|fr|pl|uk|fi|se|nl|cz|hu"
    "|it|es|lv|lt|ee|ge|am|az|kz|bg|rs|md"
)
_FILES = (
    "txt|md|rst|html?|xml|json|jsonl|csv|tsv|ya?ml|toml|py|js|css|log|docx?|xlsx?|pptx?|pdf|odt|rtf"
    "|jpe?g|png|gif|svg|webp|mp[34]|avi|mov|zip|gz|tar|zst|7z|exe|srt|vtt"
)
_ZONES = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc"
# Folders in which files and pages are kept, also where nothing else tells a path from *Kyiv/Lviv*.
_FOLDERS = (
    "src|lib|bin|etc|usr|var|tmp|home|data|docs?|img|images|static|assets|news|tags?|category|wiki"
    "|api|articles?|blog|media|files?"
)
# LaTeX commands whose argument is prose; that of all others may be a key, a path or a number.
_PROSE = (
    "text[a-z]{2,6}|emph|underline|uline|title|author|(?:sub){0,2}section|chapter|part|paragraph"
    "|caption|footnote|item|enquote|mbox|large|Large|bf|it|em"
)

# Code between its fences, over lines. What is longer is none, so that it is known soon.
LONGEST_FENCE = 1 << 15  # code points
FENCE = re.compile(rf"```.{{0,{LONGEST_FENCE - 6}}}?```", re.DOTALL)

# A letter of NFD text is followed by its marks, one of Catalan by MIDDLE DOT.
_MARKS = "\u0300-\u036f\u00b7"


def _with_marks(pattern: str) -> str:
    r"""Let `\w` of a pattern take combining marks too, in a class and by itself."""
    parts = re.split(r"(\[\^?(?:\\.|[^\]\\])*\])", pattern)
    return "".join(
        part.replace(r"\w", rf"\w{_MARKS}" if part.startswith("[") else rf"[\w{_MARKS}]")
        for part in parts
    )


_SIGN = re.compile(
    rf"[@#/\\`<$={{%&]|\[\[|\(\)|::|:(?=[^\W\d])|[Ww]{{3}}\.|\.\w{{1,64}}+[.(]"
    rf"|\.(?:{_HOSTS}|{_FILES})\b"
)
_STARTS = frozenset("`<{$#[\\%")

# What may hold white space. Matched where one of its first characters stands.
_LONG = re.compile(
    _with_marks(rf"""
      {FENCE.pattern} | (?<![\w`])`[^`\n]{{1,500}}+`(?!\w)
      # a tag with its attributes
    | </?[A-Za-z][^<>\n]{{0,500}}+>
      # variables, templates
    | \{{\{{.{{0,400}}?\}}\}} | \{{%.{{0,400}}?%\}} | <%.{{0,400}}?%>
    | [$\#]\{{[^{{}}\n]{{1,200}}+\}} | \$\([^()\n]{{1,200}}+\) | \$[^\W\d]\w*+(?:-\w+)*(?::\w+)?
    | (?<![\w\]}}])\{{[\w.:!\[\]|-]{{1,64}}+\}} | %[\w.-]{{1,64}}+% | %\(\w{{1,64}}+\)[a-z]
      # a wiki's link: what it leads to
    | \[\[[^\[\]\n|]{{1,200}}+(?:\||\]\])
      # LaTeX: a command, with its arguments where they are no prose
    | \\(?:(?:{_PROSE})\b\*?|[A-Za-z]{{1,32}}+\*?(?:\[[^\]\n]{{0,200}}+\])?
        (?:\{{[^{{}}\n]{{0,200}}+\}}){{0,3}})
    """),
    re.VERBOSE | re.DOTALL,
)

# What holds no white space. Each alternative starts where a run of its characters starts (the
# look-behinds), and its runs are possessive and bounded, so that it is read in linear time.
_SHORT = re.compile(
    _with_marks(rf"""
      # a URL with its scheme, or without it
      (?<![A-Za-z])[A-Za-z][A-Za-z0-9+.-]{{0,20}}+://[^\s<>"”»]+
    | (?<!\w)[Ww]{{3}}\.[^\s<>"”»]+
      # e-mail
    | (?<![^\s<>"'“”(),;:@])[^\s<>"'“”(),;:@]{{1,64}}+@
        [^\s<>"'“”(),;:@]{{1,255}}+
      # @handle, #hashtag
    | (?<![\w&])[@\#]\w+(?:-\w+)*
      # a host, with or without a path
    | (?<![\w.-])[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}?
        \.(?:{_HOSTS})\b(?:/[^\s<>"”»]*)?
      # a path that ends in a file name
    | (?<![\w.~/\\-])[\w.~-]{{0,64}}+(?:[/\\][\w~-]{{1,64}}+){{1,16}}
        \.\w{{1,8}}\b
      # a path from a root, a drive, a home or a folder
    | (?<![\w.~/\\<:-])
        (?:(?:[A-Za-z]:|~\w{{0,32}}|\.{{1,2}}|\$\w{{1,32}})[/\\]{{1,2}}|/{{1,2}}|\\\\)
        [\w.~%+-]{{1,255}}+(?:[/\\][\w.~%+-]{{0,255}}+){{0,64}}
      # a path whose first folder is no name: *data/Kijów/Szojgu*; not *pro-Kiew/anti-Kiew*
    | (?<![\w.~/\\-])(?:[a-z0-9_.][\w.]{{0,64}}+/[\w.~%+-]{{1,64}}+/
        |[a-z0-9_.]{{0,64}}[_.0-9][\w.]{{0,64}}+/|(?:{_FOLDERS})/|[a-z][a-z-]{{2,64}}+/(?=[^\W\d_a-z]))
        [\w.~%+/-]{{1,255}}+
      # a path of Windows, a namespace
    | (?<![\w.~\\-])\w{{1,64}}+(?:\\\w{{1,64}}+){{1,64}}
    | (?<!\w)\w{{1,64}}+(?:::\w{{1,64}}+){{1,16}}
      # a time zone
    | (?<![\w/])(?:{_ZONES})/[\w+-]{{1,64}}+(?:/\w{{1,64}}+)?
      # :a_symbol:, an entity of HTML
    | (?<!\w):\w{{1,64}}+:(?!\w) | &\w{{1,32}}+;
      # key=value, a query, a facet
    | (?<!\w)[\w.?&;-]{{1,64}}+=[^\s<>]{{1,255}}+
    | (?<!\w)[a-z_]{{1,32}}+:(?=[^\W\d_])[\w.+-]{{1,64}}+
      # a call, an attribute of an attribute
    | (?<![\w.])\w{{1,64}}+(?:\.\w{{1,64}}+){{0,8}}\(\)
    | (?<![\w.])[a-z_]\w{{0,64}}+(?:\.\w{{1,64}}+){{2,8}}
      # a file name
    | (?<![\w.-])[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}?
        \.(?:{_FILES})\b
    """),
    re.VERBOSE,
)
_SPACE = re.compile(r"\s")
_LONGEST_RUN = 4096  # code points on each side of a sign


# What may hold line breaks, so that it is looked for from the start of a text.
MANY_LINES = ("```", "{{", "{%", "<%")


def find_protected(text: str, parts: Sequence[tuple[int, int]] = ()) -> "ProtectedSpans":
    """Find the spans of a text, or of these parts of it, in which nothing is ever changed.

    >>> find_protected("see https://example.org/Лукашенка").covers(5, 8)
    True
    """
    spans: list[tuple[int, int]] = []
    parts = parts or [(0, len(text))]
    for start, end in sorted(span for part in parts for span in _list_spans(text, *part)):
        if spans and start <= spans[-1][1]:
            start, end = spans[-1][0], max(end, spans.pop()[1])
        spans.append((start, end))
    return ProtectedSpans(spans)


def _list_spans(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    read = long_read = begin  # up to where runs and long spans were looked for
    for sign in _SIGN.finditer(text, begin, stop):
        at = sign.start()
        if at >= long_read and text[at] in _STARTS and (match := _LONG.match(text, at)):
            long_read = match.end()
            yield match.span()
        if at >= read:
            start, read = _find_run(text, at, read)
            yield from (match.span() for match in _SHORT.finditer(text, start, read))


def _find_run(text: str, at: int, read: int) -> tuple[int, int]:
    """Return the run without white space around a sign; not what was read before."""
    start = at
    while start > max(read, at - _LONGEST_RUN) and not text[start - 1].isspace():
        start -= 1
    end = _SPACE.search(text, at)
    return start, min(end.start() if end else len(text), at + _LONGEST_RUN)


class ProtectedSpans:
    """Spans that do not overlap, in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def list_within(self, begin: int, stop: int) -> "ProtectedSpans":
        """Return those that meet a part of the text (code points), counted from its start."""
        first, last = bisect_right(self._ends, begin), bisect_left(self._starts, stop)
        pairs = zip(self._starts[first:last], self._ends[first:last], strict=True)
        return ProtectedSpans([(start - begin, end - begin) for start, end in pairs])

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a span from `start` to `end` (code points) meets a protected one."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start
