"""Every format: only prose changes, and what is not edited comes back to the byte."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Normalizer
from translit.files import (
    FORMATS,
    FilePiece,
    Outcome,
    Resolver,
    Selection,
    Source,
    find_type,
    splice,
)
from translit.files.formats.delimited import cut_rows, read_cell, split_row
from translit.files.formats.json_values import JsonValue
from translit.files.formats.templates import find_templates
from translit.files.formats.xliff import Xliff

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
FILES = Path(__file__).parents[1] / "cases" / "files"
CASES = [
    case
    for name in (
        "formats",
        "marked_passages",
        "front_matter",
        "maths_and_templates",
        "broken_pages",
        "line_ends",
        "passages",
        "markup",
    )
    for case in json.loads((FILES / f"{name}.json").read_text(encoding="utf-8"))
]
TYPES = [known.name for known in FORMATS.values() if known.cut]
SELECTION = Selection(("t", "u.v"), ("t",))

# Pieces of every syntax, so that texts come near to being well formed.
SNIPPETS = [
    "Kijów", "Łukaszenka", "Petro ", "Aliaksandr", "Zelenskyi", "Kyiv", " ", "\n", "\n\n", "\r\n",
    "\r", "\t", "    ", '"', '""', ",", ";", "|", "{", "}", "[", "]", ":", "t", '"t"', '"u"', '"v"',
    '{"t": "', '"}', "\\u00f3", "\\", "\\ud83d\\ude00", "<p>", "</p>", "<b>", "</b>", "<code>",
    "</code>", "<pre>", "<script>", "</script>", "<!--", "-->", "<img alt='", 'title="', ">", "<",
    "</", "&", "&oacute;", "&#x141;", ";", "`", "```\n", "~~~\n", "---\n", "# ", "- ", "1. ", "> ",
    "**", "_", "](x)", "[Kijów]", "[Kijów]: x", "![", "00:00:01,000 --> 00:00:02,000\n",
    "00:01.000 --> 00:02.000\n", "WEBVTT\n", "{\\an8}", "<v X>", "<i lang=de>", "</i>",
    "<div translate=no>", "</div>", "<li>", "<lang pl>", "</lang>", "<![x", "<!", "{{", "}}", "{%",
    " raw ", "endraw", "%}", "{#", "#}", "$", "$$", "\\begin{x}", "\\end{x}", "title: ", "slug: ",
    "+++\n", 'title = "', "'", "|\n  ", "é", "ё", "😀", "\u00ad", 'msgid "x"\n', 'msgstr "', '"\n"',
    "#, fuzzy\n", "%(Kijów)s", "\\section{", "\\emph{", "\\verb|", "\\'o", "\\x", "%", "~",
    "\\begin{verbatim}", "\\end{verbatim}", "=====\n", ".. note:: ", "   ", "::\n\n", ".. ",
    ":ref:`", "`_", "`__", "* ", "import ", "translit: off", "translit: on", "<lang=",
    "translit: ignore-next-line",
]  # fmt: skip
texts = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3), max_size=30).map("".join)


def cut(path: Path, kind: str, selection: Selection) -> list[FilePiece]:
    return list(Source(path, kind).cut(selection))


def resolve(pieces: list[FilePiece], normalizer: Normalizer) -> list[Outcome]:
    resolver = Resolver(normalizer)
    return [resolver.resolve(piece) for piece in pieces]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']}: {case['why']}")
def test_case(case: dict[str, Any], tmp_path: Path, normalizer: Normalizer) -> None:
    path = tmp_path / "a"
    path.write_bytes(case["input"].encode())
    selection = Selection(
        tuple(case.get("fields", ())), tuple(case.get("columns", ())), case.get("lang_column", "")
    )
    if "style" in case:
        normalizer = Normalizer(style=case["style"], tables=[NAMES], default_tables=False)
    pieces = cut(path, case["type"], selection)
    outcomes = resolve(pieces, normalizer)
    assert "".join(outcome.result for outcome in outcomes) == case.get("expected", case["input"])
    troubles = [
        f"{p.line}: {o.trouble}" for p, o in zip(pieces, outcomes, strict=True) if o.trouble
    ]
    wanted = case["trouble"].split("|") if "trouble" in case else []
    assert len(troubles) == len(wanted)
    assert all(part in trouble for part, trouble in zip(wanted, troubles, strict=True))


def test_what_a_template_is() -> None:
    assert find_templates("a {{{b}}} c") == [(2, 9)]
    assert find_templates("{{" + "x" * 1000 + "}}") == [(0, 1004)]
    for text in ("{{" + "x" * 3000 + "}}", "{{ </script> }}", "{% --> %}", "{{ a", "{ {a} }"):
        assert find_templates(text) == []


def test_a_format_is_told_in_one_place() -> None:
    suffixes = [suffix for known in FORMATS.values() for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    page = (FILES.parents[2] / "docs" / "files.md").read_text(encoding="utf-8")
    for name, known in FORMATS.items():
        assert known.asks in ("", "field", "column")
        for suffix in known.suffixes:
            assert find_type(Path(f"a{suffix.upper()}.gz")) == name
            assert f"`{suffix}`" in page


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats") / "a"


@pytest.mark.parametrize("kind", TYPES)
@given(text=texts)
@settings(max_examples=300, deadline=None)
def test_any_text_comes_through(file: Path, normalizer: Normalizer, kind: str, text: str) -> None:
    text = ("id\tt,x;t\n" if kind in ("csv", "tsv") else "") + text.replace("\0", "")
    text = text.encode("utf-8", "ignore").decode()
    file.write_bytes(text.encode())
    chosen = Selection(SELECTION.fields, ("t,x;t",)) if kind == "tsv" else SELECTION
    if kind == "csv":
        chosen = Selection((), ("id\tt",))
    source = Source(file, kind)
    try:
        pieces = list(source.cut(chosen))
    except ValueError as error:
        assert str(error).startswith(str(file))
        return
    assert source.file.encoding.mark.decode() + "".join(p.source for p in pieces) == text
    at = 0
    for piece in pieces:
        assert piece.start == at
        at += len(piece.source)
    for piece, outcome in zip(pieces, resolve(pieces, normalizer), strict=True):
        assert not outcome.refused, outcome.trouble
        assert outcome.result == splice(piece.source, outcome.changes)
        if not outcome.trouble and outcome.changes:
            again = Resolver(normalizer).resolve(
                FilePiece(outcome.result, 0, 1, piece.composer, piece.before, piece.after)
            )
            assert again.changes == ()


FRAGMENTS = [
    "In Kijów", " ", "Łuka", "szenka", "<g id='Kijów'>Kijów</g>", "<x id='1'/>", "&amp;", "&#x141;",
    "<![CDATA[Kijów]]>", "<ph>Kijów</ph>", "<!-- Kijów -->", "<?Kijów?>", "\r\n", "😀 ñ Zelenskyi",
    "<mrk mtype='protected'>Kijów</mrk>", "</target></segment><segment><target>", "Sejong Meeting",
    "<pc>Aliaksandr</pc> Łukaszenka",
]  # fmt: skip


@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=12), lang=st.sampled_from(["de", "en"]))
@settings(max_examples=200, deadline=None)
def test_any_translation_comes_through(parts: list[str], lang: str, normalizer: Normalizer) -> None:
    source = (
        f"<?xml version='1.0'?><xliff trgLang='{lang}'><file><unit><segment><source>Kijów</source>"
        f"<target>{''.join(parts)}</target></segment></unit></file></xliff>"
    )
    outcome = Resolver(normalizer).resolve(FilePiece(source, 0, 1, Xliff()))
    assert not outcome.trouble
    assert outcome.result == splice(source, outcome.changes)
    assert Resolver(normalizer).resolve(FilePiece(outcome.result, 0, 1, Xliff())).changes == ()
    marks = re.compile(r"<(ph|mrk|source)\b.*?</\1>|<!\[CDATA\[|\]\]>|<!--.*?-->|<[^<>]*>")
    found = [[m[0] for m in marks.finditer(text)] for text in (source, outcome.result)]
    assert found[0] == found[1]


values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(value=values, ascii_only=st.booleans(), indent=st.sampled_from([None, 1]))
@settings(deadline=None)
def test_json_strings_are_all_found(value: Any, ascii_only: bool, indent: int | None) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document = JsonValue(("*",)).compose(source)
    strings = list(_list_strings(value))
    assert document.text == "\n\n".join(s for s in strings if s) or len(strings) > 1
    for excerpt in document.excerpts:
        if excerpt.verbatim:
            assert source[excerpt.start : excerpt.end] == document.text[excerpt.at : excerpt.stop]


def _list_strings(value: Any) -> Any:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _list_strings(one)


@given(
    rows=st.lists(st.lists(st.text("ab\",;\n\t'é", max_size=6), min_size=2, max_size=3)),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None)
def test_rows_are_read_as_the_library_writes_them(
    rows: list[list[str]], delimiter: str, quoting: int, end: str
) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    lines = _lines(written.getvalue())
    cut = [source for source, _ in cut_rows(lines, delimiter)]
    assert "".join(cut) == written.getvalue()
    read = [[read_cell(row, cell) for cell in split_row(row, delimiter)] for row in cut]
    assert read == rows


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    return [*lines[:-1], lines[-1][:-1]] if lines[-1] != "\n" else lines[:-1]
