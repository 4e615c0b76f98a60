"""What is in a table comes out of it, whatever its format."""

import json
import pickle
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit.tables import Alias, Entity, Former, PersonName, Row, Table, TableError, load_table

EVERY_FIELD = """\
schema = 1
[olena-example]
kind = "person"
gender = "f"
name = "Olena Zelenska"
native.uk = "Олена Володимирівна Зеленська"
native.ru = { given = "Елена", patronymic = "Владимировна", family = "Зеленская" }
reading.uk = "Olena Zelenska"
written.ru = "Елена Зеленская"
other_names = ["Olena Kyiashko", { uk = "Олена Кияшко" }, { given = "Olena", family = "Z" }]
short = false
alone = true
titles = ["first lady"]
offices = ["former president", "mayor"]
names.de = { text = "Olena Selenska", since = 2022, source = "here", checked = true }
prints.guardian = "Olena Zelenska"
aliases = ["Lena Z", { text = "Z wife", as = "{name}", lang = "fi", because = "b", near = ["x"] }]
suggest = ["OZ"]
former = [{ uk = "Артемівськ", until = 2016 }, { ru = "Б" }]
shares = ["other"]
in = "ukraine"
heads = ["ukraine", "x-land"]
keep = ["Zelenskaya"]
not_same = ["Olga Zelenska"]
near = ["Kyiv"]
place = "Ukraine"
common = true
an = false
because = "why"
wikidata = "Q1"
source = "here"
"""


def table_of(text: str, folder: Path, ending: str = ".toml") -> Table:
    path = folder / f"table{ending}"
    path.write_text(text, "utf-8")
    return load_table(path)


def entity_of(fields: str, folder: Path) -> Entity:
    (row,) = table_of(f"schema = 1\n[x]\n{fields}\n", folder).rows
    return Entity.from_fields(row.id, row.fields)


def test_every_field(tmp_path: Path) -> None:
    (row,) = table_of(EVERY_FIELD, tmp_path).rows
    olena = PersonName("Olena", family="Zelenska")
    assert Entity.from_fields(row.id, row.fields) == Entity(
        id="olena-example",
        kind="person",
        gender="f",
        name=olena,
        native={
            "uk": PersonName("Олена", "Володимирівна", "Зеленська"),
            "ru": PersonName("Елена", "Владимировна", "Зеленская"),
        },
        reading={"uk": olena},
        written={"ru": PersonName("Елена", family="Зеленская")},
        other_names=(PersonName("Olena", family="Kyiashko"), PersonName("Olena", family="Z")),
        other_native=({"uk": PersonName("Олена", family="Кияшко")},),
        short=False,
        alone=True,
        alone_given=True,
        titles=("first lady",),
        offices=("former president", "mayor"),
        names={"de": PersonName("Olena", family="Selenska")},
        prints={"guardian": PersonName("Olena", family="Zelenska")},
        aliases=(Alias("Lena Z"), Alias("Z wife", "{name}", "fi", "b", ("x",))),
        suggest=("OZ",),
        former=(Former({"uk": "Артемівськ"}, 2016), Former({"ru": "Б"}, None)),
        shares=("other",),
        within=("ukraine",),
        capital_of=(),
        heads=("ukraine", "x-land"),
        size=None,
        keep=("Zelenskaya",),
        not_same=("Olga Zelenska",),
        near=("Kyiv",),
        place=("Ukraine",),
        common=True,
        an=False,
        because="why",
        wikidata="Q1",
        source="here",
    )
    assert row.line == 2
    assert [row.line_of(at) for at in ("native", "native.ru", "aliases[2].as", "drop")] == [
        6, 7, 17, 2,
    ]  # fmt: skip


def test_where_a_place_is(tmp_path: Path) -> None:
    fields = 'kind = "place"\nname = "X"\ncapital_of = "ukraine"\nsize = "large"\n'
    capital = entity_of(fields + 'in = ["crimea", "ukraine"]', tmp_path)
    assert (capital.within, capital.capital_of) == (("crimea", "ukraine"), ("ukraine",))
    assert capital.size == "large"


def test_toml_and_json_lines_say_the_same(tmp_path: Path) -> None:
    toml = table_of(EVERY_FIELD, tmp_path)
    (row,) = toml.rows
    line = json.dumps({"id": row.id, **row.fields})
    jsonl = table_of(f'{{"schema": 1}}\n\n{line}\r\n', tmp_path, ".JSONL")
    assert jsonl.rows[0].fields == row.fields
    assert jsonl.rows[0].line == 3
    assert jsonl.digest == toml.digest
    assert pickle.loads(pickle.dumps(jsonl)) == jsonl


def test_byte_order_mark_empty_tables_and_defaults(tmp_path: Path) -> None:
    assert table_of("\ufeffschema = 1\n", tmp_path).rows == ()
    assert table_of("\ufeff", tmp_path, ".jsonl").rows == ()
    kyiv = entity_of('kind = "place"\nname = "Kyiv"', tmp_path)
    assert (kyiv.alone, kyiv.alone_given, kyiv.short, kyiv.an) == (True, False, None, None)
    assert not entity_of('kind = "person"\nname = "Xi"', tmp_path).alone


def test_decomposed_letters_and_spaces_are_one_spelling(tmp_path: Path) -> None:
    one = table_of('schema = 1\n[x]\nname = "Bahdanovič  Й"\n', tmp_path)
    other = table_of('schema = 1\n[x]\nname = " Bahdanovic\u030c И\u0306"\n', tmp_path)
    assert one.digest == other.digest


@pytest.mark.parametrize(
    "fields",
    [
        'kind = "person"\nnative.ru = "Николай II"',
        'kind = "organization"\nnative.ko = "LG전자"',
        'kind = "organization"\nnative.ru = "RT"',
        'kind = "person"\nnative.uk = "Лук’янчук"',
        'kind = "place"\nnative.fa = "می\u200cخواهم"',
        'kind = "place"\nnative.sr-Latn = "Niš"\nnative.sr-Cyrl = "Ниш"\nnative.sr = "Ниш"',
        'kind = "organization"\nnative.uk = "95 квартал"',
    ],
)
def test_good_native_names(fields: str, tmp_path: Path) -> None:
    assert entity_of(f'name = "X"\n{fields}', tmp_path).native


def test_the_order_of_native_names_counts(tmp_path: Path) -> None:
    one = table_of('schema = 1\n[x]\nnative = { uk = "Київ", ru = "Киев" }\n', tmp_path)
    other = table_of('schema = 1\n[x]\nnative = { ru = "Киев", uk = "Київ" }\n', tmp_path)
    assert one.digest != other.digest


IDS = st.lists(st.from_regex(r"[a-z]{1,3}", fullmatch=True), unique=True, max_size=6)


@given(IDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_change_the_digest(
    ids: list[str], chance: random.Random
) -> None:
    rows = [Row(id, {"name": id.upper(), "kind": "place"}, "t", i) for i, id in enumerate(ids)]
    turned = [Row(row.id, dict(reversed(list(row.fields.items()))), "u", 1) for row in rows]
    chance.shuffle(turned)
    assert Table("t", tuple(rows)).digest == Table("u", tuple(turned)).digest


@settings(deadline=None)  # it writes files
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_any_string_is_taken_or_refused_with_its_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.jsonl"
        path.write_text(json.dumps({"id": "x", "name": text, "titles": [text]}), "utf-8")
        try:
            (row,) = load_table(path).rows
        except TableError as error:
            assert error.line == 1 and error.cure
        else:
            path.write_text(json.dumps({"id": "x", **row.fields}), "utf-8")
            assert load_table(path).rows[0].fields == row.fields
