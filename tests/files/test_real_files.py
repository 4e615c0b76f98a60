"""Files that others made: pages, READMEs and tables of several producers, as they are here.

They are those that come with Python and the packages that are installed, so that none is copied.
"""

import csv
import idlelib
import importlib.metadata
import io
import logging
import pydoc
from collections.abc import Iterator
from pathlib import Path

import pytest

from translit import Normalizer
from translit.files import FilePiece, Outcome, Resolver, Selection, Source

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
ROWS = [
    ["id", "text", "note"],
    ["1", "in Kijów, they say", 'the "b" note'],
    ["2", "Kijów\nand on", ""],
    ["3", "", "Kijów"],
    ["4", 'it is 5" to Kijów', "été"],
]


def find_readmes() -> Iterator[tuple[str, str]]:
    for package in importlib.metadata.distributions():
        about = package.metadata
        body = about.get_payload()
        if (
            about["Name"] != "translit-fix"
            and "markdown" in str(about.get("Description-Content-Type"))
            and isinstance(body, str)
        ):
            yield str(about["Name"]), body


READMES = sorted(((name, body) for name, body in find_readmes() if len(body) < 10_000))[:8]


def find_pages() -> Iterator[tuple[str, str]]:
    yield "pydoc", pydoc.HTMLDoc().document(logging)
    for path in sorted(Path(idlelib.__file__).parent.glob("*.html")):  # made by Sphinx
        yield path.name, path.read_text(encoding="utf-8")


def write_tables() -> Iterator[tuple[str, bytes]]:
    for dialect in ("excel", "excel-tab", "unix"):
        written = io.StringIO(newline="")
        csv.writer(written, dialect).writerows(ROWS)
        yield dialect, written.getvalue().encode()
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(ROWS)
    yield "a spreadsheet", b"\xef\xbb\xbf" + written.getvalue().encode()
    yield "UTF-16 with tabs", written.getvalue().replace(";", "\t").encode("utf-16")
    yield "a spreadsheet with its delimiter", b"sep=;\r\n" + written.getvalue().encode()


def resolve(
    path: Path, kind: str, normalizer: Normalizer, columns: tuple[str, ...] = ()
) -> list[tuple[FilePiece, Outcome]]:
    pieces = Source(path, kind).cut(Selection((), columns))
    return [(piece, Resolver(normalizer).resolve(piece)) for piece in pieces]


def check(path: Path, kind: str, text: str, normalizer: Normalizer) -> None:
    """See that a text comes back, and, with names put in everywhere, that only names change."""
    path.write_bytes(text.encode())
    for piece, outcome in resolve(path, kind, normalizer):
        assert outcome.result == piece.source
        assert not outcome.trouble
    named = text.replace(" the ", " Kijów ").replace(" of ", " Łukaszenka ")
    path.write_bytes(named.encode())
    done = resolve(path, kind, normalizer)
    result = "".join(outcome.result for _, outcome in done)
    assert not any(outcome.trouble for _, outcome in done)
    assert sum(len(outcome.changes) for _, outcome in done) > 0 or "&nbsp;" in text
    assert result.replace("Kyiv", "Kijów").replace("Lukashenko", "Łukaszenka") == named


@pytest.mark.parametrize(("name", "text"), READMES, ids=[name for name, _ in READMES])
def test_readmes(name: str, text: str, tmp_path: Path, normalizer: Normalizer) -> None:
    if " the " not in text:
        pytest.skip("too short a README")
    check(tmp_path / "README.md", "markdown", text, normalizer)
    check(tmp_path / "README.txt", "text", text, normalizer)


@pytest.mark.parametrize(("name", "text"), list(find_pages()), ids=lambda value: value[:20])
def test_pages(name: str, text: str, tmp_path: Path, normalizer: Normalizer) -> None:
    check(tmp_path / "page.html", "html", text, normalizer)


@pytest.mark.parametrize(("name", "raw"), list(write_tables()), ids=lambda value: str(value)[:20])
def test_tables(name: str, raw: bytes, tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a"
    path.write_bytes(raw)
    kind = "tsv" if b"\t" in raw else "csv"
    done = resolve(path, kind, normalizer, ("text",))
    assert not any(outcome.trouble for _, outcome in done)
    result = "".join(outcome.result for _, outcome in done)
    before = "".join(piece.source for piece, _ in done)
    assert result.count("Kyiv") == 3
    assert result.count("Kijów") == 1
    assert result.replace("Kyiv", "Kijów") == before
