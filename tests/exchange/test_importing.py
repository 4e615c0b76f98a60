"""Tables made of what other programs publish: each sample file gives the rows beside it.

The samples are written here in the layouts of the formats; their ids stand for nothing.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from translit.exchange.importing import IMPORTS, count_unread, import_table
from translit.exchange.importing.spacy_ruler import list_texts
from translit.tables import Row, Table, TableError, load_table, write_jsonl, write_toml
from translit.testing import Subject, check_tables
from translit.testing.settling import settle

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


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_what_is_settled_passes_its_check(case: dict[str, Any], tmp_path: Path) -> None:
    found = import_table(SAMPLES / case["file"], case["from"], kind=case.get("kind"))
    table, rejects = settle(found.table)
    path = tmp_path / "made.toml"
    path.write_text(write_toml(table.rows), "utf-8")
    assert check_tables(Subject([load_table(path)])) == []
    assert table.rows
    assert all(reject.reason and reject.what and reject.line for reject in rejects)


SETTLED = json.loads((SAMPLES / "settled.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "case", SETTLED, ids=[f"{case['alias']} of {case['canonical']}" for case in SETTLED]
)
def test_what_a_check_finds_is_mended_or_left_out(case: dict[str, Any], tmp_path: Path) -> None:
    record = {key: case[key] for key in ("alias", "canonical", "kind")} | case["more"]
    path = tmp_path / "names.csv"
    path.write_text(",".join(record) + "\n" + ",".join(record.values()) + "\n", "utf-8")
    table, rejects = settle(import_table(path, "csv").table)
    assert not table.rows or check_tables(Subject([table])) == []
    assert [reject.line for reject in rejects] == [2] * bool(case["left_out"])
    assert not rejects or case["left_out"] in rejects[0].reason
    if "fields" in case:
        (row,) = table.rows
        assert {key: row.fields[key] for key in case["fields"]} == case["fields"]
        assert check_tables(Subject([Table("names.csv", (row,))])) == []


def test_two_rows_of_one_name_know_each_other(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "alias,canonical,kind,lang\nГримівка,Hrymivka,place,uk\nГримівка,Grimivka,place,uk\n"
        "Грымiвка,Zzgrim,place,be\nЗзгрим,Zzgrim,place,ru\n",
        "utf-8",
    )
    table, _ = settle(import_table(path, "csv").table)
    assert check_tables(Subject([table])) == []
    shares = {row.id: row.fields.get("shares") for row in table.rows}
    assert shares["hrymivka"] == ["grimivka"]
    assert shares["grimivka"] == ["hrymivka"]


def test_a_row_that_does_not_fit_the_default_tables_is_left_out() -> None:
    rows = [
        Row("kyiv", {"kind": "place", "name": "Kyiv", "gender": "m"}, "made", 2),
        Row("grimville", {"kind": "place", "name": "Grimville"}, "made", 3),
    ]
    table, rejects = settle(Table("made", tuple(rows)))
    assert [row.id for row in table.rows] == ["grimville"]
    assert [(reject.line, reject.what) for reject in rejects] == [(2, "Kyiv")]


@pytest.mark.parametrize("source", sorted(set(IMPORTS) - {"geonames"}))
def test_kind_is_that_of_labels_that_are_not_known(source: str, tmp_path: Path) -> None:
    content = {
        "csv": "alias,canonical,kind\nGrimow,Grimov,politician\n",
        "jrc-names": "1\tX\tu\tGrimov\n1\tX\tu\tGrimow\n",
        "opensanctions": "id,schema,name,aliases\n1,Yacht,Grimov,Grimow\n",
        "spacy": '{"label": "SHIP", "pattern": "Grimov", "id": "1"}\n'
        '{"label": "SHIP", "pattern": [{"LOWER": "grimow"}], "id": "1"}\n',
        "wikidata-entities": '{"id": "Q1", "labels": {"en": {"value": "Grimov"}}, '
        '"aliases": {"en": [{"value": "Grimow"}]}}\n',
        "wikidata-sparql": json.dumps(
            {"head": {"vars": ["item", "itemLabel", "other"]},
             "results": {"bindings": [{
                 "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
                 "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Grimov"},
                 "other": {"type": "literal", "xml:lang": "de", "value": "Grimow"}}]}}
        ),
    }[source]  # fmt: skip
    path = tmp_path / "file"
    path.write_text(content, "utf-8")
    (row,) = import_table(path, source, kind="other").table.rows
    assert (row.fields["kind"], row.fields["name"]) == ("other", "Grimov")
    assert [alias["text"] for alias in row.fields["aliases"]] == ["Grimow"]
    without = import_table(path, source)
    assert without.table.rows == ()
    assert [reject.reason.rpartition(": ")[2] for reject in without.rejects] == ["add --kind"]


@pytest.mark.parametrize("label", ["DATE", "MONEY"])
def test_kind_makes_no_names_of_dates(label: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(json.dumps({"label": label, "pattern": "Monday"}))
    found = import_table(path, "spacy", kind="person")
    assert found.table.rows == ()
    assert found.rejects[0].reason == f"the label {label} is of no names"


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("Kyiv", ["Kyiv"]),
        ([{"LOWER": "lwów"}], ["Lwów"]),
        ([{"lower": "viktor"}, {"NORM": "grimov"}], ["Viktor Grimov"]),
        ([{"TEXT": {"IN": ["Kyiv", "Kiev"]}}], ["Kyiv", "Kiev"]),
        ([{"LOWER": "viktor", "OP": "?"}, {"ORTH": "Grimov"}], ["Viktor Grimov", "Grimov"]),
        ([{"LOWER": "ivano"}, {"ORTH": "-"}, {"LOWER": "frankivsk"}], ["Ivano-Frankivsk"]),
        ([{"LOWER": "mer"}, {"LOWER": "d'azov"}], ["Mer D'azov"]),
        ([{"LOWER": "kyiv", "OP": "+"}], []),
        ([{"LOWER": "kyiv", "POS": "PROPN"}], []),
        ([{"LOWER": {"REGEX": "k.*"}}], []),
        ([{"LEMMA": "kyiv"}], []),
        ([{"TEXT": {"IN": ["a", 1]}}], []),
        ([{"TEXT": {"IN": list("abcdefghi")}}] * 3, []),
        ([{}], []),
        ([[]], []),
        ([], []),
        ("", []),
        (None, []),
    ],
)
def test_patterns_of_fixed_words(pattern: object, texts: list[str]) -> None:
    assert list_texts(pattern) == texts


@pytest.mark.parametrize(
    ("name", "code", "script"),
    [("김정은", "ko", "Hangul"), ("さくら", "ja", "Hiragana"), ("サクラ", "ja", "Katakana"),
     ("习近平", "zh", "Cjk"), ("محمد", "ar", "Arabic"), ("בנימין", "he", "Hebrew"),
     ("नरेन्द्र", "hi", "Devanagari")],
)  # fmt: skip
def test_letters_that_tell_no_language_ask_for_it(
    name: str, code: str, script: str, tmp_path: Path
) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"alias,canonical,kind\n{name},Grimov,other\n", "utf-8")
    (reject,) = import_table(path, "csv").rejects
    assert (reject.line, reject.what) == (2, name)
    for part in (f"({script})", "column `lang`", f"such as `{code}`"):
        assert part in reject.reason
    path.write_text(f"alias,canonical,kind,lang\n{name},Grimov,other,{code}\n", "utf-8")
    found = import_table(path, "csv")
    assert found.table.rows[0].fields["native"] == {code: name}
    assert dict(count_unread(found.table.rows)).get(code, 0) == (code in ("zh", "ar", "he"))


def test_each_format_has_a_case() -> None:
    assert {case["from"] for case in CASES} == set(IMPORTS)


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
        ("geonames", b"1\t2\ten\t\xff\n", 1, "is not UTF-8 (byte 0xFF)"),
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


_HOSTILE = {
    "binary": bytes(range(256)) * 20,
    "a NUL": b"alias,canonical,id,schema,name\na\0b,c,d,e,f\n",
    "UTF-16": "alias,canonical\na,b\n".encode("utf-16"),
    "Latin-1": b"alias,canonical,id,schema,name\nZ\xfcrich,b,c,d,e\n",
    "nothing": b"",
    "HTML": b"<!doctype html>\n<html><body>\n" + b"<p>Kyiv</p>\n" * 100,
    "half an answer": b'{"head": {"vars": ["item"]},\n"results": {"bind',
    "half a dump": b'[\n{"id": "Q1", "labels": {"en": {"value": "A"}}},\n{"id": "Q2", "lab',
    "deep": b"[" * 200_000,
    "a long line": b"a,b," * 400_000,
    "prose": b"This is prose.\nIt has lines.\n" * 50,
    "other columns": b"foo;bar;baz\n1;2;3\n",
    "an open quotation": b'alias,canonical,id,schema,name\n"a,b\n' + b"x,y\n" * 60_000,
    "numbers": b"[1, 2, 3]",
    "null": b"null",
    "entities of other types": b'{"entities": {"Q1": {"labels": {"en": {"value": 5}}},'
    b'"Q2": {"labels": [1]}, "Q3": {"labels": {"en": "x"}, "claims": [3]}}}',
    "results of other types": b'{"head": {"vars": ["item"]}, "results": {"bindings": [5,'
    b'{"item": 3}, {"item": {"type": "uri", "value": 7}}]}}',
    "no lists": b'{"head": {"vars": 5}, "results": {"bindings": {}}}',
}


@pytest.mark.parametrize("source", sorted(IMPORTS))
@pytest.mark.parametrize("content", _HOSTILE.values(), ids=_HOSTILE)
def test_a_hostile_file_is_one_error_with_its_line(
    source: str, content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(TableError) as caught:
        import_table(path, source)
    assert caught.value.line
    assert caught.value.cure
    assert str(caught.value).count("\n") == 0
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize(
    ("source", "content", "line"),
    [
        ("csv", b"alias,canonical\r\na,b\r\n\xff,b\n", 3),
        ("csv", b"alias,canonical\n" + b"a,b\n" * 70_000 + b"\xc3", 70_002),
        ("csv", b"alias,canonical\n" + b"a,b\n" * 70_000 + b"\xc3(\n", 70_002),
        ("csv", b"alias,canonical\na,b\nc\0,d\n", 3),
        ("wikidata-sparql", b'{"head": {"vars": []},\n\n"results" 5}', 3),
        ("wikidata-entities", b'[\n{"id": "Q1", "labels": {}},\n{"id": "Q2", "lab', 3),
        ("spacy", b"{}\n[]\n", 1),
        ("geonames", b"\n\na\tb\n", 3),
    ],
)
def test_the_line_of_what_is_wrong(source: str, content: bytes, line: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(TableError) as caught:
        import_table(path, source)
    assert caught.value.line == line


def test_lines_may_end_with_a_carriage_return(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(b"alias,canonical,kind\rGrimow,Grimov,other\r")
    assert [row.id for row in import_table(path, "csv").table.rows] == ["grimov"]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        import_table(tmp_path / "none.csv", "csv")
