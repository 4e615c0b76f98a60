"""MDX: Markdown with the code of a program in it, which is no prose."""

import re
from dataclasses import dataclass

from translit.files.document import Document
from translit.files.format import Format, cut_whole
from translit.files.formats.markdown import Markdown
from translit.files.formats.templates import mask

_IMPORT = r"import\b(?=[^\r\n]*(?:['\"]|\{[ \t]*$))"
_EXPORT = r"export[ \t]+(?:async|class|const|default|function|let|type|var|\*|\{)"
_EXPRESSION = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*+\})*+\})*+\}"
_CODE = re.compile(
    r"(?P<fenced>^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z))"
    r"|(?P<typed>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    rf"|^(?:{_IMPORT}|{_EXPORT}).*?(?=^[ \t]*$|\Z)|{_EXPRESSION}",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"\{/\*( translit: ?[a-z-]+ )\*/\}")


@dataclass(frozen=True, slots=True)
class Mdx:
    """A file as one document.

    >>> Mdx().compose("<X of={Kiev}>Kyiv</X> {x}").text.split()
    ['Kyiv', '\\ufffc\\ufffc\\ufffc']
    """

    def compose(self, source: str) -> Document:
        """Return the prose of a file; MalformedError if its elements are nested too deep."""
        # A comment of HTML has one sign more, so it gets a space less.
        page = _COMMENT.sub(lambda match: f"<!--{match[1][1:]}-->", source)
        spans = [m.span() for m in _CODE.finditer(page) if not (m["fenced"] or m["typed"])]
        return Markdown().compose(mask(page, spans))


FORMATS = (Format("mdx", (".mdx",), cut_whole(Mdx()), is_one=True),)
