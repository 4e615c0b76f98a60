"""Tables made of what other programs publish: each sample file gives the rows beside it.

The samples are written here in the layouts of the formats; their ids stand for nothing.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from translit.datafolder import find_data_folder
from translit.exchange.importing import IMPORTS, count_unread, import_table
from translit.exchange.importing.countries import find_country
from translit.exchange.importing.sorting import list_possible
from translit.exchange.importing.spacy_ruler import list_texts
from translit.languages import list_country_ids
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
        "openrefine": "Name\tSpelling\tType\nGrimov\tGrimow\tpolitician\n",
        "tbx": '<martif><termEntry id="1"><langSet xml:lang="en"><tig><term>Grimov</term></tig>'
        "<tig><term>Grimow</term></tig></langSet></termEntry></martif>\n",
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
    [("习近平", "zh", "Cjk"), ("محمد", "ar", "Arabic"), ("नरेन्द्र", "hi", "Devanagari")],
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


@pytest.mark.parametrize(
    ("name", "code"),
    [("김정은", "ko"), ("さくら", "ja"), ("安倍サクラ", "ja"), ("بیژن", "fa"), ("بنیامین", "fa"),
     ("בנימין", "he"), ("Ұлан", "kk"), ("Ђорђе", "sr"), ("Ελένη", "el"), ("Ցոլակ", "hy")],
)  # fmt: skip
def test_letters_that_one_language_has_tell_it(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(f"name,original,type\nGrimov,{name},other\n", "utf-8")
    (row,) = import_table(path, "csv").table.rows
    assert list_possible(name) == (code,)
    assert row.fields["native"] == {code: name}


@pytest.mark.parametrize(
    ("name", "codes"),
    [("佐々木", ("ja", "zh")), ("محمد", ("ar", "fa")), ("नरेन्द्र", ()), ("Ўїв", ()), ("12", ())],
)
def test_languages_that_letters_leave_open(name: str, codes: tuple[str, ...]) -> None:
    assert list_possible(name) == codes


@pytest.mark.parametrize(
    ("country", "id"),
    [("US", "united-states"), ("de", "germany"), ("Russian Federation", "russia"),
     ("Bosnia and Herzegovina", "bosnia-and-herzegovina"), ("XX", None), ("", None)],
)  # fmt: skip
def test_countries_by_name_and_code(country: str, id: str | None) -> None:
    assert find_country(country) == id


def test_each_code_is_that_of_a_country_that_languages_speak_of() -> None:
    codes = tomllib.loads((find_data_folder() / "country_codes.toml").read_text("utf-8"))
    assert codes.pop("schema") == 1
    assert set(codes.values()) <= list_country_ids()
    assert len(set(codes.values())) == len(codes)


@pytest.mark.parametrize(
    ("names", "langs"),
    [
        (["Ђорђе", "Горан"], ["sr", "sr"]),
        (["Горан", "Ђорђе"], ["sr", "sr"]),
        (["Ұлан", "Данияр", "Ђорђе", "Горан"], ["kk", "kk", "sr", "sr"]),
        (["گلستان", "محمد"], ["fa", "fa"]),
        (["Київ", "Полтава"], ["uk", "uk"]),
        (["Полтава"], ["ru"]),
        (["Ελένη", "Полтава"], ["el", "ru"]),
    ],
)
def test_what_letters_leave_open_the_names_beside_it_tell(
    names: list[str], langs: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "names.csv"
    lines = [f"Grim{'abcd'[n]},{name},other" for n, name in enumerate(names)]
    path.write_text("\n".join(["name,original,type", *lines]), "utf-8")
    rows = import_table(path, "csv").table.rows
    assert [next(iter(row.fields["native"])) for row in rows] == langs


def test_the_usual_language_is_that_of_what_letters_leave_open(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,original,type\nGrima,Горан,other\nGrimb,손,other\n", "utf-8")
    rows = import_table(path, "csv", lang="mk").table.rows
    assert [next(iter(row.fields["native"])) for row in rows] == ["mk", "ko"]


NEWSROOM = SAMPLES / "newsroom.csv"


def test_a_newsrooms_file_becomes_a_table_that_passes_its_check(tmp_path: Path) -> None:
    """Fifty names with Korean, Persian, Kazakh, Serbian and Greek originals."""
    found = import_table(NEWSROOM, "csv")
    table, rejects = settle(found.table)
    assert (len(table.rows), found.rejects, rejects) == (50, (), [])
    path = tmp_path / "newsroom.toml"
    path.write_text(write_toml(table.rows), "utf-8")
    assert not check_tables(Subject([load_table(path)]))
    fields = {row.id: row.fields for row in table.rows}
    assert fields["orynbasar-tolegenov"]["native"] == {"kk": "Орынбасар Төлегенов"}
    assert fields["nova-pruga"]["in"] == ["serbia"]
    assert fields["bae-sang-cheol"]["name"]["family"] == "Bae"
    assert fields["min-jae-seo"]["name"] == {"given": "Min-jae", "family": "Seo"}


def test_a_newsrooms_file_without_languages_and_genders(tmp_path: Path) -> None:
    """Columns by other names, and nothing but name, original and kind."""
    lines = [line.split(",")[:3] for line in NEWSROOM.read_text("utf-8").splitlines()]
    lines[0] = ["Person or thing", "In own letters", "What"]
    path = tmp_path / "names.csv"
    path.write_text("\n".join(map(",".join, lines)), "utf-8")
    columns = {"name": "person or thing", "native": "In own letters", "kind": "What"}
    found = import_table(path, "csv", columns=columns)
    table, rejects = settle(found.table)
    assert (len(table.rows), found.rejects, rejects) == (50, (), [])
    told = {row.fields["name"]: next(iter(row.fields["native"])) for row in found.table.rows}
    wanted = {row.fields["name"]: next(iter(row.fields["native"]))
              for row in import_table(NEWSROOM, "csv").table.rows}  # fmt: skip
    assert told == wanted
    genders = {row.id: row.fields.get("gender") for row in table.rows}
    assert (genders["eleni-mavroudi"], genders["stavros-tsoukalas"]) == ("f", "m")
    assert (genders["gani-kudaibergenov"], genders["alua-konakbayeva"]) == ("m", "f")


@pytest.mark.parametrize(
    ("columns", "source", "problem"),
    [
        ({"nativ": "x"}, "csv", "no column can be `nativ`; use one of alias, native, name"),
        ({"name": "x"}, "spacy", "--columns is for --from csv and openrefine"),
    ],
)
def test_columns_that_are_none(
    columns: dict[str, str], source: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=problem):
        import_table(NEWSROOM, source, columns=columns)


def test_a_column_that_the_file_has_not() -> None:
    with pytest.raises(TableError, match=r"no column is headed `Own`.*has `Name`, `Original`"):
        import_table(NEWSROOM, "csv", columns={"native": "Own"})


def test_qualifiers_are_no_names(tmp_path: Path) -> None:
    """Offices are titles, a country is where it is, and a name that ended is a former one."""

    def literal(text: str, lang: str = "en") -> dict[str, str]:
        return {"type": "literal", "xml:lang": lang, "value": text}

    def uri(id: str) -> dict[str, str]:
        return {"type": "uri", "value": f"http://www.wikidata.org/entity/{id}"}

    town = {"item": uri("Q900000000021"), "itemLabel": literal("Hrymivka"),
            "country": uri("Q212"), "countryLabel": literal("Ukraine")}  # fmt: skip
    bindings = [
        {**town, "officialName": literal("Гримівка", "uk")},
        {**town, "officialName": literal("Ленінське", "uk"),
         "end": {"type": "literal", "value": "2016-05-19T00:00:00Z"}},
        {"item": uri("Q900000000022"), "itemLabel": literal("Taras Hrymych"),
         "class": uri("Q5"), "statement": uri("statement/Q900000000022-abc"),
         "position": uri("Q30185"), "positionLabel": literal("mayor"),
         "start": {"type": "literal", "value": "2020-01-01T00:00:00Z"}},
        {"item": uri("Q900000000022"), "itemLabel": literal("Taras Hrymych"),
         "native": literal("Тарас Гримич", "uk"), "genderlabel": literal("male"),
         "position": uri("Q82955"), "positionLabel": literal("politician"),
         "end": {"type": "literal", "value": "2021-01-01T00:00:00Z"}},
    ]  # fmt: skip
    variables = list(dict.fromkeys(key for binding in bindings for key in binding))
    path = tmp_path / "answer.json"
    answer = {"head": {"vars": variables}, "results": {"bindings": bindings}}
    path.write_text(json.dumps(answer), "utf-8")
    place, person = import_table(path, "wikidata-sparql", kind="place").table.rows
    assert place.fields["native"] == {"uk": "Гримівка"}
    assert place.fields["former"] == [{"uk": "Ленінське", "until": 2016}]
    assert place.fields["in"] == ["ukraine"]
    assert "aliases" not in place.fields
    assert person.fields["titles"] == ["mayor", "politician"]
    assert person.fields["native"] == {"uk": "Тарас Гримич"}
    assert "aliases" not in person.fields and "suggest" not in person.fields


def test_patterns_in_any_case_are_names(tmp_path: Path) -> None:
    path = tmp_path / "patterns.jsonl"
    patterns = [
        {"label": "VILLAGE", "id": "h", "pattern": [{"LOWER": "mala"}, {"LOWER": "hrymivka"}]},
        {"label": "VILLAGE", "id": "h", "pattern": [{"LOWER": "mali"}, {"LOWER": "hrymy"}]},
    ]
    path.write_text("\n".join(map(json.dumps, patterns)), "utf-8")
    (row,) = import_table(path, "spacy", kind="place").table.rows
    assert row.fields["name"] == "Mala Hrymivka"
    assert row.fields["aliases"] == [{"text": "Mali Hrymy"}]


def test_a_record_of_openrefine_goes_on_below(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("name,alias,type\nHrymivka,Grimmburg,place\n,Grimstadt,\n", "utf-8")
    found = import_table(path, "openrefine")
    (row,) = found.table.rows
    assert [alias["text"] for alias in row.fields["aliases"]] == ["Grimmburg", "Grimstadt"]
    assert not found.rejects


def test_what_a_record_is_spelled_may_stand_below(tmp_path: Path) -> None:
    """And is never taken for a spelling of the record above."""
    path = tmp_path / "export.csv"
    path.write_text(
        "name,alias,type,title\nGrim Grima,Grim Grimma,person,mayor\n,,,poet\nHrymivka,,place,\n"
        ",Grimmburg,,\nGrimc,,place,\n",
        "utf-8",
    )
    found = import_table(path, "openrefine")
    aliases = {row.id: [one["text"] for one in row.fields["aliases"]] for row in found.table.rows}
    assert aliases == {"grim-grima": ["Grim Grimma"], "hrymivka": ["Grimmburg"]}
    assert found.table.rows[0].fields["titles"] == ["mayor", "poet"]
    assert [(reject.line, reject.what) for reject in found.rejects] == [(6, "Grimc")]


def test_lists_are_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    row = {"name": "Grimov", "native": "Гримов", "lang": "ru", "type": "other", "gender": ["m"]}
    path.write_text(json.dumps({"rows": [{**row, "name": ["Grimov"]}, row]}), "utf-8")
    found = import_table(path, "openrefine")
    assert [row.fields["name"] for row in found.table.rows] == ["Grimov"]
    assert [reject.what for reject in found.rejects] == ["Гримов"]


def test_a_termbase_that_was_converted_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "names.tbx"
    terms = '<langSet xml:lang="{}"><tig><term>{}</term></tig></langSet>'
    path.write_text(
        '<?xml version="1.0" encoding="windows-1251"?>\n<martif><termEntry id="1">'
        f"{terms.format('en', 'Grimov')}{terms.format('ru', 'Гримов')}</termEntry></martif>",
        "utf-8",
    )
    (row,) = import_table(path, "tbx", kind="other").table.rows
    assert row.fields["native"] == {"ru": "Гримов"}


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
    "rows that are lists": b'{"rows": [["name", "native"]]}',
    "rows of other types": b'{"rows": [{"name": "Grimov", "native": "Grimow"}, "name"]}',
    "XML in no encoding that there is": b'<?xml version="1.0" encoding="ours"?>\n<martif/>\n',
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
