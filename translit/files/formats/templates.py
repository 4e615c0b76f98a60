"""Templates: the stretches of a source that a program fills in, so that they are no prose."""

import re

from translit.files.document import HIDDEN

# `{{ }}`, `{% %}` and `{# #}` of Liquid, Jinja, Django, Hugo and others, `<% %>`, and PHP.
_OPENING = re.compile(r"\{\{|\{%|\{#|<%|<\?(?:php\b|=)", re.IGNORECASE)
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?": "?>"}
# Between these and their end nothing is prose either.
KEPT = r"comment|highlight|javascript|mermaid|raw|schema|stylesheet|verbatim"
_KEPT = re.compile(rf"\{{%-?\s*({KEPT})\b")
_LONGEST = 2000  # code points of a tag: what is further away closes something else
# A tag that holds one of these began in a script or a comment and is none.
_ENDS = re.compile(r"</s(?:cript|tyle)\b|-->", re.IGNORECASE)


def find_templates(source: str) -> list[tuple[int, int]]:
    """Return where the tags of templates stand, with what is kept between some of them.

    >>> find_templates("In {{ page.city }} {% if a %}today{% endif %}")
    [(3, 18), (19, 29), (34, 45)]
    """
    spans: list[tuple[int, int]] = []
    missing: set[str] = set()
    at = 0
    while match := _OPENING.search(source, at):
        end = _find_end(source, match.start(), match[0][:2].lower(), missing)
        at = max(end, match.end())
        if end:
            spans.append((match.start(), end))
    return spans


def _find_end(source: str, start: int, opening: str, missing: set[str]) -> int:
    """Return where the tag at `start` ends, 0 if it is none; `missing` are ends seen nowhere."""
    closing = _CLOSING[opening]
    limit = len(source) if opening == "<?" else start + _LONGEST
    found = source.find(closing, start + 2, limit)
    if found < 0:
        return len(source) if opening == "<?" else 0
    end = found + len(closing)
    while closing == "}}" and source.startswith("}", end):
        end += 1
    if opening != "<?" and _ENDS.search(source, start, end):
        return 0
    kept = _KEPT.match(source, start) if opening == "{%" else None
    if kept is None or kept[1] in missing:
        return end
    last = re.compile(rf"\{{%-?\s*end{kept[1]}\s*-?%\}}").search(source, end)
    if last is None:
        missing.add(kept[1])
        return end
    return last.end()


def mask(source: str, spans: list[tuple[int, int]]) -> str:
    """Return the source with what stands in the spans hidden, letter by letter.

    >>> mask("a {{b}}", [(2, 7)]) == "a " + "\\ufffc" * 5
    True
    """
    parts: list[str] = []
    read = 0
    for start, end in spans:
        parts += (source[read:start], HIDDEN * (end - start))
        read = end
    return "".join((*parts, source[read:]))
