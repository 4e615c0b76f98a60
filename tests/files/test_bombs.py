"""Small files that would fill the memory or never end are refused, or read with bounds."""

import gzip
import json
import random
from pathlib import Path

import pytest

from translit import Normalizer
from translit.files import (
    DocumentError,
    FilePiece,
    KeepList,
    Resolver,
    Selection,
    Source,
    TextFile,
    compression,
    format,
)
from translit.files.formats.delimited import DelimitedRow, split_row
from translit.files.formats.html import Html
from translit.files.formats.json_values import JsonValue
from translit.files.formats.markdown import Markdown


def write(path: Path, text: bytes, times: int) -> None:
    if path.suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        packer = zstandard.ZstdCompressor(level=1).compressobj()
        path.write_bytes(b"".join(packer.compress(text) for _ in range(times)) + packer.flush())
    else:
        with gzip.open(path, "wb", compresslevel=3) as file:
            for _ in range(times):
                file.write(text)


@pytest.mark.parametrize("kind", ["text", "html", "jsonl", "csv"])
@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_unpacks_hundreds_of_times(tmp_path: Path, suffix: str, kind: str) -> None:
    path = tmp_path / f"a{suffix}"
    write(path, b" " * (1 << 20), 40)
    with pytest.raises(DocumentError, match=r"over 200 times its size.*unpack it first"):
        list(Source(path, kind).cut(Selection(("t",), ("t",))))


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_only_so_much_is_unpacked_at_once(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write(path, b" " * (1 << 20), 40)
    with path.open("rb") as file:
        stream = compression.unpack(file, path)
        assert len(stream.read(1 << 16)) <= 1 << 25


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_what_is_well_packed_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write(path, b"Kiev " * 100_000, 20)  # many times its size, and small
    assert len(TextFile(path).read_text()) == 10_000_000
    words = " ".join(
        random.Random(1).choices(["Kiev", "was", "cold", "in", "the", "winter"], k=100_000)
    )
    write(path, words.encode(), 3)
    assert TextFile(path).read_text() == words * 3


def test_a_row_of_millions_of_cells() -> None:
    row = DelimitedRow(",", (0,), 2)
    with pytest.raises(ValueError, match=r"has over 1,002 cells, the head 2$"):
        row.compose("Kiev" + "," * 4_000_000)
    with pytest.raises(ValueError, match=r"has 4 cells, the head 2$"):
        row.compose("Kiev,,,")
    assert len(split_row("," * 4_000_000, ",", most=10)) == 11


def test_a_head_of_millions_of_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("t" + "," * 4_000_000 + "\n")
    with pytest.raises(DocumentError, match="line 1 has over 100,000 cells"):
        list(Source(path, "csv").cut(Selection((), ("t",))))


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"a":' * 100_000, "[" * 600 + "]" * 600])
@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_json_nested_too_deep(tmp_path: Path, deep: str, kind: str) -> None:
    with pytest.raises(ValueError, match="nested too deep"):
        JsonValue(("t",)).compose(deep)
    path = tmp_path / "a"
    path.write_text(deep)
    for piece in Source(path, kind).cut(Selection(("t",))):
        outcome = Resolver(Normalizer(default_tables=False)).resolve(piece)
        assert "nested too deep" in outcome.trouble
        assert not outcome.refused


def test_front_matter_nested_too_deep_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    deep = '{"title": ' + "[" * 600 + '"Kiev"' + "]" * 600 + "}\n"
    for text in (deep, "[" * 100_000, '{"a":' * 100_000):
        path.write_text(text)
        pieces = list(Source(path, "markdown").cut(Selection()))
        assert not Resolver(Normalizer(default_tables=False)).resolve(pieces[0]).trouble


@pytest.mark.parametrize("tag", ["b", "div", "p lang=de", "i translate=no"])
def test_pages_nested_too_deep(tag: str) -> None:
    page = f"<{tag}>" * 5000 + "Kiev"
    pieces = [FilePiece(page, 0, 1, Html()), FilePiece(page, 0, 1, Markdown())]
    for piece in pieces:
        outcome = Resolver(Normalizer(default_tables=False)).resolve(piece)
        assert "within each other" in outcome.trouble or tag.startswith("p")
        assert not outcome.refused


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("latex", "{" * 50_000 + "Kiev"),
        ("latex", "\\emph{" * 50_000 + "Kiev"),
        ("rst", "".join("   " * n + ".. note::\n\n" for n in range(300)) + "   " * 300 + "Kiev"),
        ("xliff", "<xliff>" + "<g>" * 50_000),
        ("mdx", "{" * 50_000 + "Kiev"),
    ],
)
def test_markup_nested_too_deep(kind: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(text)
    (piece,) = Source(path, kind).cut(Selection())
    outcome = Resolver(Normalizer(default_tables=False)).resolve(piece)
    assert not outcome.refused
    assert kind == "mdx" or "deep" in outcome.trouble or "within each other" in outcome.trouble


def test_a_file_that_is_read_at_once_has_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(format, "LONGEST_FILE", 1000)
    path = tmp_path / "a"
    path.write_text(json.dumps({"t": "Kiev" * 1000}))
    for kind in ("json", "html", "markdown", "mdx", "srt", "vtt", "po", "xliff", "rst", "latex"):
        with pytest.raises(DocumentError, match="has to be read at once; cut it"):
            list(Source(path, kind).cut(Selection(("t",))))


def test_thousands_of_kept_spellings_are_looked_up_not_tried() -> None:
    spellings = frozenset({f"Kiev {n}" for n in range(20_000)} | {"Dynamo Kiev"})
    kept = KeepList(spellings)
    for n in range(20_000):  # trying each with each would take minutes
        assert kept.holds(f"in Kiev {n}!")
    assert kept.holds("FC Dynamo Kiev’s") and not kept.holds("Kiev" + " " * 50_000)
    assert not kept.holds("Kiev 1x") and not kept.holds("xKiev 1")
