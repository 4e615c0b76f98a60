"""The page: one file of HTML that holds its data, its look and its script, and loads nothing."""

import json
import os
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from translit.review.errors import ReviewError
from translit.showing import show_in_json

_FOLDER = Path(__file__).parent / "page"
# The parts of the script, in one scope; the last begins what the others are for.
_SCRIPTS = ("text", "decisions", "list", "detail", "keys", "start")
_STDIN = "<stdin>"


def require_template_engine(wanted_by: str) -> None:
    """Raise ReviewError if what makes the page is not installed."""
    if find_spec("jinja2") is None:
        raise ReviewError(
            wanted_by, None, "needs jinja2", "install it: pip install 'translit-fix[review]'"
        )


def render_page(
    *,
    title: str,
    said: str,
    view: str,
    state: Mapping[str, object],
    items: Sequence[Mapping[str, Any]],
    files: Iterable[Mapping[str, Any]],
    entities: Mapping[str, Mapping[str, str]] | None = None,
    style: str = "",
    place: Path | None = None,
) -> Iterator[str]:
    """Yield the page, in UTF-8 when encoded.

    Args: title and said (the figures in a line); view, `entity` or `file`; state, from
    `digest_state`; items, files and entities, as `Findings` and `SurveyFile` list them; style, if
    another form is of one; place, the folder that the page is in, from which files are linked.
    Raises ReviewError without jinja2.
    """
    require_template_engine("the page")
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    data = {
        "schema": 1,
        "what": "page",
        "said": said,
        "view": view,
        "state": state,
        "style": style,
        "entities": entities or {},
        "files": [{**file, "href": link_file(str(file["name"]), place)} for file in files],
        "items": items,
    }
    look = (_FOLDER / "page.css").read_text(encoding="utf-8")
    script = _join_scripts()
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    yield from environment.get_template("page.html.j2").stream(
        title=title,
        style=Markup(look),
        script=Markup(script),
        style_hash=Markup(_hash(look)),
        script_hash=Markup(_hash(script)),
        data=Markup(embed(data)),
    )
    yield "\n"


def _join_scripts() -> str:
    parts = ((_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{"".join(parts)}}})();\n'


def embed(data: object) -> str:
    r"""Return JSON that may stand in a script element: nothing in it ends that, or begins another.

    >>> embed({"name": "</script><!--"})
    '{"name":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return show_in_json(text)


def link_file(name: str, place: Path | None) -> str:
    """Return the address of a file, seen from the folder of the page; empty for what has none.

    Whatever the file is called, the address leads to a file and nowhere else.

    >>> link_file("news/a b.txt", Path("news")), link_file("javascript:alert(1)", Path("."))
    ('a%20b.txt', 'javascript%3Aalert%281%29')
    """
    if place is None or name in ("", _STDIN) or "\0" in name or "\ufffd" in name:
        return ""
    try:
        path = os.path.relpath(name, place)
    except (OSError, ValueError):  # on another drive; a name that cannot be one
        return ""
    return quote(path.replace(os.sep, "/"), safe="/", errors="replace")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
