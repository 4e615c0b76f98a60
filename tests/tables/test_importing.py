"""Tables made of what other programs publish: each sample file gives the rows beside it.

The samples are written here in the layouts of the formats; their ids stand for nothing.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from translit.tables import TableError, load_table
from translit.tables.importing import FORMATS, import_table
from translit.tables.writing import write_jsonl, write_toml
from translit.testing import Subject

SAMPLES = Path(__file__).parents[1] / "cases" / "imports"
CASES = json.loads((SAMPLES / "cases.json").read_text("utf-8"))
ids = [case["from"] for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_rows_and_what_is_left_out(case: dict[str, Any], tmp_path: Path) -> None:
    found = import_table(SAMPLES / case["file"], case["from"], kind=case.get("kind"))
    assert write_toml(found.table.rows) == (SAMPLES / case["rows"]).read_text("utf-8")
    assert [[r.line, r.what, r.reason] for r in found.rejects] == case["left_out"]
    assert sum(count for _, count in found.count_reasons()) == len(case["left_out"])


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_what_is_made_can_be_read_and_compiled(case: dict[str, Any], tmp_path: Path) -> None:
    found = import_table(SAMPLES / case["file"], case["from"], kind=case.get("kind"))
    for ending, write in ((".toml", write_toml), (".jsonl", write_jsonl)):
        path = tmp_path / f"made{ending}"
        path.write_text(write(found.table.rows), "utf-8")
        assert load_table(path).digest == found.table.digest
    assert set(Subject([load_table(path)]).known) == {row.id for row in found.table.rows}
    assert not any(
        row.fields.get("alone", row.fields["kind"] != "person")
        for row in found.table.rows
        if row.fields["kind"] == "person"
    )


def test_each_format_has_a_case() -> None:
    assert {case["from"] for case in CASES} == set(FORMATS)


def test_namesakes_that_are_places_stand_back(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("alias,canonical,kind\nA,Aville,place\nB,aville,place\nC,Beville,place\n")
    rows = import_table(path, "csv").table.rows
    assert [row.fields.get("alone") for row in rows] == [False, False, None]


@pytest.mark.parametrize(
    ("source", "content", "line", "problem"),
    [
        ("csv", b"one,two\n1,2\n", 1, "no column is headed `alias`"),
        ("opensanctions", b"", 1, "no column is headed `id`"),
        ("wikidata-sparql", b"{}", 1, "these are no SPARQL results"),
        ("wikidata-sparql", b"<html>", 1, "not valid JSON"),
        ("wikidata-entities", b"[1]", 1, "this is no entity"),
        ("geonames", b"1\t2\ten\t\xff\n", None, "is not UTF-8"),
    ],
)
def test_a_file_of_another_format(
    source: str, content: bytes, line: int | None, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(TableError) as caught:
        import_table(path, source)
    assert caught.value.line == line
    assert problem in caught.value.problem
    assert caught.value.cure


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        import_table(tmp_path / "none.csv", "csv")
