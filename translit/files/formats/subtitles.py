"""Subtitles: the words of each cue in SubRip (SRT) and WebVTT files."""

import html
import re
from dataclasses import dataclass

from translit.files.document import Document, DocumentBuilder
from translit.files.errors import MalformedError
from translit.files.format import Format, cut_whole
from translit.files.formats.elements import Elements

_TIMING = re.compile(r"\s*(?:\d+:)?\d\d?:\d\d?[,.]\d{1,3}\s*-->")
_BREAK = re.compile(r"\r\n|\r|\n")
# Markup of both: <i>, <v Speaker>, <00:00:01.000>, {\\an8}; and, in WebVTT, character references.
_MARKUP = re.compile(r"</?[A-Za-z0-9.:][^<>\n]*>|\{\\[^{}\n]*\}")
_VTT_MARKUP = re.compile(_MARKUP.pattern + r"|&(?:#\w+|\w+);")
_LANG = re.compile(r"<lang(?:\.[^\s>]*)?\s+([^>]*)>")


@dataclass(frozen=True, slots=True)
class Subtitles:
    """A file of subtitles as one document, a cue a line.

    >>> cue = "1\\n00:00:01,000 --> 00:00:02,000\\n<i>Luka</i>szenka\\nspoke.\\n"
    >>> Subtitles(vtt=False).compose(cue).text
    'Lukaszenka\\nspoke.\\n'
    """

    vtt: bool

    def compose(self, source: str) -> Document:
        """Return the words of the cues; MalformedError for a file that has none."""
        builder = DocumentBuilder(source)
        markup = _VTT_MARKUP if self.vtt else _MARKUP
        in_cue = seen = False
        elements = Elements()
        at = 0
        while at < len(source):
            newline = _BREAK.search(source, at)
            end, after = newline.span() if newline else (len(source), len(source))
            if _TIMING.match(source, at, end):
                in_cue = seen = True
                elements = Elements()  # what is open ends with its cue
            elif not source[at:end].strip():
                in_cue = False
            elif in_cue:
                _quote_line(builder, (at, end), markup, elements)
                builder.say("\n")
            at = after
        if not seen and source.strip():
            raise MalformedError("has no cue: no line such as 00:00:01,000 --> 00:00:02,000")
        return builder.build()


def _quote_line(
    builder: DocumentBuilder, span: tuple[int, int], markup: re.Pattern[str], elements: Elements
) -> None:
    at, end = span
    syntax = "html" if markup is _VTT_MARKUP else "plain"
    for match in markup.finditer(builder.source, at, end):
        _quote(builder, at, match.start(), syntax, elements)
        if match[0][0] == "&" and elements.lang is not None:
            builder.turn_to(elements.lang)
            builder.unescape(html.unescape(match[0]), *match.span(), syntax)
        elif markup is _VTT_MARKUP and (lang := _LANG.fullmatch(match[0])):
            elements.start("lang", [("lang", lang[1])])
        elif match[0] == "</lang>":
            elements.end("lang")
        at = match.end()
    _quote(builder, at, end, syntax, elements)


def _quote(builder: DocumentBuilder, start: int, end: int, syntax: str, elements: Elements) -> None:
    if elements.lang is not None:
        builder.turn_to(elements.lang)
        builder.quote(start, end, syntax)
    elif start < end:
        builder.hide()


FORMATS = (
    Format("srt", (".srt",), cut_whole(Subtitles(vtt=False)), is_one=True),
    Format("vtt", (".vtt",), cut_whole(Subtitles(vtt=True)), is_one=True),
)
