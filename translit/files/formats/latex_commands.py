"""LaTeX's commands: whose arguments are prose, which are letters, which environments are none."""

import re
from functools import cache
from typing import NamedTuple

from translit.languages import load_languages


class Command(NamedTuple):
    """A command: its arguments as pylatexenc writes them, and which are prose, from 0.

    What a block says stands by itself; what a note says too, and what is around it goes on.
    """

    arguments: str
    prose: tuple[int, ...]
    is_block: bool = False
    is_note: bool = False


_TITLED = "chapter part section subsection subsubsection paragraph subparagraph addchap addsec"
_BLOCKS = "title subtitle author institute date publishers dedication frametitle framesubtitle"
_MARKS = (
    "emph textbf textit textmd textnormal textrm textsc textsf textsl textup underline uline sout "
    "mbox fbox hbox text enquote textquote textsuperscript textsubscript centerline uppercase "
    "lowercase MakeUppercase MakeLowercase alert structure"
)
_NOTES = "thanks marginpar sidenote marginnote endnote"

PROSE = {
    **dict.fromkeys(_TITLED.split(), Command("*[{", (1, 2), is_block=True)),
    **dict.fromkeys(_BLOCKS.split(), Command("[{", (0, 1), is_block=True)),
    **dict.fromkeys(_MARKS.split(), Command("{", (0,))),
    **dict.fromkeys(_NOTES.split(), Command("{", (0,), is_note=True)),
    "caption": Command("*[{", (1, 2), is_block=True),
    "captionof": Command("*{[{", (2, 3), is_block=True),
    "footnote": Command("[{", (1,), is_note=True),
    "footnotetext": Command("[{", (1,), is_note=True),
    "item": Command("[", (0,), is_block=True),
    "href": Command("{{", (1,)),
    "hyperref": Command("[{", (1,)),
    "textcolor": Command("[{{", (2,)),
    "colorbox": Command("[{{", (2,)),
    "parbox": Command("[[[{{", (4,)),
    "foreignlanguage": Command("[{{", ()),  # the last one, in the language of the one before
    "textlang": Command("[{{", ()),
}
FOREIGN = frozenset({"foreignlanguage", "textlang"})

# Environments whose first argument is what the block is called.
TITLED = frozenset({"alertblock", "block", "exampleblock", "frame"})

# Environments in which nothing is prose: what is typed, drawn, computed or looked up.
OPAQUE = (
    "alltt", "algorithm", "algorithmic", "BVerbatim", "comment", "filecontents", "forest",
    "listing", "lstlisting", "LVerbatim", "luacode", "minted", "picture", "pspicture", "pycode",
    "pyconsole", "sageblock", "thebibliography", "tikzcd", "tikzpicture", "verbatim", "Verbatim",
    "verbatimtab", "VerbatimOut",
)  # fmt: skip

ACCENTS = frozenset("'`^\"~=.uvHcdbkrt")
LETTERS = ACCENTS | frozenset(
    "L l O o ss AE ae AA aa OE oe i j DH dh TH th DJ dj NG ng".split()  # noqa: SIM905
)
SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    ",": "\u2009", "-": "\u00ad", "/": "\u200c", "@": "", "ldots": "…", "dots": "…",
    "textendash": "–", "textemdash": "—", "quotedblbase": "„", "textquotedblleft": "“",
    "textquotedblright": "”", "textquoteright": "’", "textquoteleft": "‘", "guillemotleft": "«",
    "guillemotright": "»", "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "quad": " ",
    "qquad": " ", "space": " ",
}  # fmt: skip
BREAKS = frozenset(
    {"\\", "newline", "par", "linebreak", "newpage", "clearpage", "hline", "midrule"}
)
DEFINITIONS = frozenset({"def", "edef", "gdef", "xdef"})  # to the end of the next group
SPECIALS = {"~": "\u00a0", "--": "–", "---": "—", "``": "“", "''": "”", "!`": "¡", "?`": "¿"}

_DECLARED = re.compile(
    r"^[^%\n]*?\\(?:usepackage\[(?P<options>[^\[\]]*)\]\{babel\}"
    r"|set(?:main|default)language(?:\[[^\[\]]*\])?\{(?P<main>[A-Za-z]+)\})",
    re.MULTILINE,
)


@cache
def _list_languages() -> dict[str, str]:
    titles = {one.title.lower().split(" ")[0]: one.code for one in load_languages().values()}
    others = {"american": "en", "british": "en", "norsk": "nb", "brazilian": "pt", "magyar": "hu"}
    others |= {"portuges": "pt", "francais": "fr", "bulgarian": "bg", "slovene": "sl"}
    return {**titles, **others}


def find_babel_language(name: str) -> str:
    """Return the code of a language by the name that LaTeX has for it; empty for another.

    >>> find_babel_language("ngerman"), find_babel_language("UKenglish"), find_babel_language("x")
    ('de', 'en', '')
    """
    known = _list_languages()
    plain = name.strip().lower()
    for told in (plain, plain.removeprefix("n"), plain.removeprefix("uk"), plain[2:]):
        if told in known:
            return known[told]
    return ""


def find_main_language(source: str) -> str:
    r"""Return the language that a document says it is in; empty if it does not say.

    >>> find_main_language(r"\usepackage[english,polish]{babel}")
    'pl'
    """
    said = ""
    for match in _DECLARED.finditer(source):
        options = (match["options"] or "").split(",")
        main = [one.partition("=")[2] for one in options if one.strip().startswith("main=")]
        name = match["main"] or (main or options)[-1]
        said = said or find_babel_language(name)
    return said
