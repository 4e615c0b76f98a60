"""Escaping: how a syntax writes a replacement, if it can."""

import html
import json
from collections.abc import Callable

_YAML_SIGNS = frozenset(":#'\"\\[]{},&*?|>%@`!")
_RST_SIGNS = frozenset("*`|_\\")
_LATEX_SIGNS = frozenset("\\{}$&#%_^~")


def escape(text: str, syntax: str) -> str | None:
    """Return `text` as it is written in a syntax, or None if it cannot stand there.

    `syntax` is plain, json, json-ascii, html, attribute (with its quotation mark, or none, after a
    colon), cell (with its quotation mark or, bare, what may not stand in it), yaml, xml, cdata, po,
    rst, latex or latex-ascii, of a file that has no other letters.

    >>> escape("Кім & Со", "html"), escape("Kim, Jong-un", "cell-bare:,"), escape("é", "json-ascii")
    ('Кім &amp; Со', None, '\\\\u00e9')
    """
    name, _, detail = syntax.partition(":")
    return _WRITERS[name](text, detail)


def _write_json(text: str, _: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _write_ascii_json(text: str, _: str) -> str:
    return json.dumps(text)[1:-1]


def _write_html(text: str, _: str) -> str:
    return html.escape(text, quote=False)


def _write_attribute(text: str, mark: str) -> str | None:
    if not mark and any(c in " \t\n\r\f\"'`=<>" for c in text):
        return None
    written = html.escape(text, quote=False)
    return written.replace(mark, f"&#{ord(mark)};") if mark else written


def _write_quoted_cell(text: str, mark: str) -> str:
    return text.replace(mark, mark * 2)


def _write_bare_cell(text: str, forbidden: str) -> str | None:
    return None if any(c in text for c in forbidden + '"\r\n') else text


def _write_yaml(text: str, _: str) -> str | None:
    return None if _YAML_SIGNS.intersection(text) else text


def _write_po(text: str, _: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _write_rst(text: str, _: str) -> str | None:
    return None if _RST_SIGNS.intersection(text) else text


def _write_latex(text: str, _: str) -> str | None:
    return None if _LATEX_SIGNS.intersection(text) else text


def _write_ascii_latex(text: str, _: str) -> str | None:
    if text.isascii():
        return _write_latex(text, "")
    from pylatexenc.latexencode import unicode_to_latex

    written: str = unicode_to_latex(text, unknown_char_policy="fail")
    return written


_WRITERS: dict[str, Callable[[str, str], str | None]] = {
    "plain": lambda text, _: text,
    "json": _write_json,
    "json-ascii": _write_ascii_json,
    "html": _write_html,
    "attribute": _write_attribute,
    "cell": _write_quoted_cell,
    "cell-bare": _write_bare_cell,
    "yaml": _write_yaml,
    "xml": _write_html,
    "cdata": lambda text, _: None if "]]>" in text else text,
    "po": _write_po,
    "rst": _write_rst,
    "latex": _write_latex,
    "latex-ascii": _write_ascii_latex,
}
