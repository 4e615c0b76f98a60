"""The HTML report: the page of a review, by file, of what a run rewrote and what it left."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from translit.review import Findings, digest_state, render_page
from translit.tables import Table


def page_lines(
    findings: Findings,
    *,
    title: str = "Names in one form",
    view: str = "file",
    tables: Iterable[Table] = (),
    style: str = "",
    place: Path | None = None,
) -> Iterator[str]:
    """Yield the report as an HTML page, in UTF-8 when encoded.

    It is arranged by `view`: `file`, or `entity`. `tables` are the user's, into which decisions
    may go; `style` is the one in which another form would be printed, if any; `place` is the
    folder of the page, from which files are linked.
    Raises ReviewError without jinja2.

    >>> next(page_lines(Findings())).splitlines()[0]
    '<!DOCTYPE html>'
    """
    items, files = findings.list_items(), findings.list_files()
    yield from render_page(
        title=title,
        said=findings.describe(),
        view=view,
        state=digest_state(repr((items, files)).encode("utf-8", "surrogatepass"), tables),
        items=items,
        files=files,
        entities=findings.list_entities(),
        style=style,
        place=place,
    )
