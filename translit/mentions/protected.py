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
_SIGN = re.compile(
    rf"[@#/\\`<${{=]|\[\[|[&:%]\w|%\(|\w\(\)|\w\.\w+[.(]|[Ww]{{3}}\.|\.(?:{_HOSTS}|{_FILES})\b"
)
_ZONES = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc"
# LaTeX commands whose argument is prose; that of all others may be a key, a path or a number.
_PROSE = (
    "text[a-z]{2,6}|emph|underline|uline|title|author|(?:sub){0,2}section|chapter|part|paragraph"
    "|caption|footnote|item|enquote|mbox|large|Large|bf|it|em"
)
# Each alternative starts where a run of its characters starts (the look-behinds), and its runs are
# possessive and bounded, so that a text of any shape is read in linear time.
_PROTECTED = re.compile(
    rf"""
      # a URL with its scheme
      (?<![A-Za-z])[A-Za-z][A-Za-z0-9+.-]{{0,20}}+://[^\s<>"”»]+
      # LaTeX: a command, with its arguments where they are no prose
    | \\(?:(?:{_PROSE})\b\*?|[A-Za-z]{{1,32}}+\*?(?:\[[^\]\n]{{0,200}}+\])?
        (?:\{{[^{{}}\n]{{0,200}}+\}}){{0,3}})
      # or a URL without one
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
      # a path from a root, a drive, a home or a folder
    | (?<![\w.~/\\<:-])
        (?:(?:[A-Za-z]:|~\w{{0,32}}|\.{{1,2}}|\$\w{{1,32}})[/\\]{{1,2}}|/{{1,2}}|\\\\)
        [\w.~%+-]{{1,255}}+(?:[/\\][\w.~%+-]{{0,255}}+){{0,64}}
      # a path whose first folder is no name: *data/Kijów/Szojgu*; not *pro-Kiew/anti-Kiew*
    | (?<![\w.~/\\-])(?:[a-z0-9_.][\w.]{{0,64}}+/[\w.~%+-]{{1,64}}+/|
        [a-z0-9_.]{{0,64}}[_.0-9][\w.]{{0,64}}+/|(?:src|lib|bin|etc|usr|var|tmp|data|docs?|img
        |images|static|assets|news|tag|tags|category|wiki|api|articles?|blog|media|files?)/)
        [\w.~%+/-]{{1,255}}+
      # a path of Windows, a namespace
    | (?<![\w.~\\-])\w{{1,64}}+(?:\\\w{{1,64}}+){{1,64}}
    | (?<!\w)\w{{1,64}}+(?:::\w{{1,64}}+){{1,16}}
      # a time zone
    | (?<![\w/])(?:{_ZONES})/[\w+-]{{1,64}}+(?:/\w{{1,64}}+)?
      # variables, templates
    | \$(?:\{{[^{{}}\n]{{1,200}}+\}}|\([^()\n]{{1,200}}+\)|[A-Za-z_]\w*+(?::\w+)?)
    | \{{\{{.{{0,400}}?\}}\}} | \{{%.{{0,400}}?%\}} | <%.{{0,400}}?%> | \#\{{[^{{}}\n]{{1,200}}+\}}
    | (?<![\w\]}}])\{{[\w.:!\[\]|-]{{1,64}}+\}} | %\w{{1,64}}+% | %\(\w{{1,64}}+\)[a-z]
    | (?<!\w):\w{{1,64}}+:(?!\w) | &\w{{1,32}}+;
      # a wiki's link: what it leads to
    | \[\[[^\[\]\n|]{{1,200}}+(?:\||\]\])
      # key=value, a query, a facet; a call, an attribute of an attribute
    | (?<![\w])[\w.?&;-]{{1,64}}+=[^\s<>]{{1,255}}+
    | (?<![\w])[a-z_]{{1,32}}+:(?=[^\W\d_])[\w.+-]{{1,64}}+
    | (?<![\w.])\w{{1,64}}+(?:\.\w{{1,64}}+){{0,8}}\(\)
    | (?<![\w.])[a-z_]\w{{0,64}}+(?:\.\w{{1,64}}+){{2,8}}
      # a file name
    | (?<![\w.-])[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{0,4}}?
        \.(?:{_FILES})\b
      # code
    | ```.*?``` | (?<![\w`])`[^`\n]{{1,500}}+`(?!\w)
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
