"""`translit table`: its commands, their exit statuses and messages."""

import json
from pathlib import Path

from tests.cli.conftest import Command
from translit.cli.main import make_parser
from translit.exchange import EXPORTS, IMPORTS

ROW = 'schema = 1\n\n[{0}]\nkind = "person"\ngender = "m"\nname = "{1}"\nnative.uk = "{2}"\n{3}'
TARAS = ROW.format("taras-hrymych", "Taras Hrymych", "Тарас Гримич", "alone = true\n")
IVAN = ROW.format("ivan-hrymych", "Ivan Hrymych", "Іван Гримич", "alone = true\n")


def test_a_sound_table(command: Command, folder: Path) -> None:
    (folder / "names.toml").write_text(TARAS, "utf-8")
    outcome = command("translit", "table", "check", "names.toml")
    assert (outcome.status, outcome.out) == (0, b"")
    assert outcome.err == "1 row in 1 table: 0 findings\n"


def test_names_from_which_nothing_derives_are_told(command: Command, folder: Path) -> None:
    rows = {
        "liu-zhenhui": ("native.zh", "刘振辉", ""),
        "lin-zhenhui": ("native.zh", "林振辉", 'reading.zh = "Lín Zhènhuī"'),
        "khaled-masmoudi": ("native.ar", "خالد المصمودي", ""),
        "shlomi-masmoudi": ("native.he", "שלומי בנימיני", 'native.ru = "Шломи Масмуди"'),
        "rajesh-masmoudi": ("native.hi", "राजेश चतुर्वेदकर", 'because = "looked for as it stands"'),
        "rahul-masmoudi": ("native.hi", "राहुल चतुर्वेदकर", 'aliases = ["Rahoul Masmoudi"]'),
        "rohan-masmoudi": ("native.hi", "रोहन चतुर्वेदकर", ""),
    }
    text = "schema = 1\n"
    for id, (field, native, more) in rows.items():
        given, family = id.title().split("-")
        name = f'name = {{ given = "{given}", family = "{family}" }}\nshort = "{family}"'
        text += f'[{id}]\nkind = "person"\ngender = "m"\n{name}\n{field} = "{native}"\n{more}\n'
    (folder / "names.toml").write_text(text, "utf-8")
    outcome = command("translit", "table", "check", "names.toml")
    told = [line for line in outcome.err.splitlines() if line.startswith("no spelling derives")]
    hidden = "its letters do not say how it sounds; add reading."
    assert told == [
        f"no spelling derives from `native.zh` of liu-zhenhui: {hidden}zh, or aliases",
        f"no spelling derives from `native.ar` of khaled-masmoudi: {hidden}ar, or aliases",
        "no spelling derives from `native.hi` of rohan-masmoudi: no scheme writes `hi` in Latin "
        "letters; add aliases, or the name in another script that has one",
    ]


def test_a_folder_is_one_layer(command: Command, folder: Path) -> None:
    (folder / "tables").mkdir()
    (folder / "tables" / "a.toml").write_text(TARAS, "utf-8")
    (folder / "tables" / "b.toml").write_text(IVAN, "utf-8")
    outcome = command("translit", "table", "check", "tables")
    assert outcome.status == 1
    assert outcome.out.decode().startswith("tables/a.toml:8: [taras-hrymych] “Hrymych” may be ")
    assert "tables/b.toml:3" in outcome.out.decode()
    (folder / "tables" / "c.toml").write_text(TARAS, "utf-8")
    outcome = command("translit", "table", "check", "tables")
    assert "id `taras-hrymych` is given twice, first in tables/a.toml:3" in outcome.out.decode()


def test_what_cannot_be_read_is_found_beside_the_rest(command: Command, folder: Path) -> None:
    (folder / "bad.toml").write_text(TARAS.replace("kind", "knd"), "utf-8")
    (folder / "names.toml").write_text(IVAN.replace('gender = "m"\n', ""), "utf-8")
    outcome = command("translit", "table", "check", "bad.toml", "names.toml", "no.toml")
    lines = outcome.out.decode().splitlines()
    assert outcome.status == 1
    assert "bad.toml:4: unknown field `knd`; did you mean `kind`?" in lines[0]
    assert "names.toml:4: [ivan-hrymych] has no `gender`" in lines[1]
    assert "no.toml: there is no such file" in lines[2]


def test_formats(command: Command, folder: Path) -> None:
    (folder / "names.toml").write_text(IVAN.replace('gender = "m"\n', ""), "utf-8")
    check = ("translit", "table", "check", "names.toml", "--format")
    record = json.loads(command(*check, "json").out)
    assert (record["path"], record["line"], record["row"]) == ("names.toml", 4, "ivan-hrymych")
    assert record["check"] == "missing-gender"
    annotation = command(*check, "github").out.decode()
    assert annotation.startswith("::error file=names.toml,line=4,title=missing-gender::[ivan-")


def test_examples_search(command: Command, folder: Path) -> None:
    table = TARAS.replace("Hrymych", "Hrymskyi").replace("Гримич", "Гримський")
    (folder / "names.toml").write_text(table + 'aliases = ["Hrymska"]\n', "utf-8")
    assert command("translit", "table", "check", "names.toml").status == 0
    outcome = command("translit", "table", "check", "names.toml", "--examples", "30")
    assert outcome.status == 1
    assert "is the other gender's form, and is taken for this person" in outcome.out.decode()
    assert "shown by: 'They said that Hryms" in outcome.out.decode()
    outcome = command("translit", "table", "check", "names.toml", "--examples", "many")
    assert outcome.status == 2
    assert "'many' is no number of examples, such as 200" in outcome.err


def test_a_folder_without_tables(command: Command, folder: Path) -> None:
    outcome = command("translit", "table", "check", ".")
    assert outcome.status == 2
    assert "the folder has no tables; name one with .toml or .jsonl files" in outcome.err


def test_format(command: Command, folder: Path) -> None:
    path = folder / "names.toml"
    path.write_text(TARAS.replace('kind = "person"\n', "") + 'kind = "person"\n', "utf-8")
    path.chmod(0o640)
    outcome = command("translit", "table", "format", "--check", "names.toml")
    assert (outcome.status, outcome.err) == (1, "names.toml: would change\n")
    assert command("translit", "table", "format", "names.toml").status == 0
    assert path.read_text("utf-8") == TARAS
    assert path.stat().st_mode & 0o777 == 0o640
    assert command("translit", "table", "format", "--check", "names.toml").status == 0


def test_stats(command: Command, folder: Path) -> None:
    (folder / "names.toml").write_text(TARAS, "utf-8")
    outcome = command("translit", "table", "stats", "names.toml")
    assert outcome.out.decode() == "rows\t1\nkind person\t1\nnative uk\t1\nalone\t1\n"


def test_import_and_export(command: Command, folder: Path) -> None:
    (folder / "names.csv").write_text("alias,canonical\nGrimmonia,Hrymivka\n,Odesa\n", "utf-8")
    outcome = command("translit", "table", "import", "--from", "csv", "names.csv")
    assert (outcome.status, outcome.out) == (1, b"")
    assert "names.csv:3: left out “Odesa”: one of the two is empty" in outcome.err
    assert "1 left out: its kind is not told: add --kind" in outcome.err
    outcome = command(
        "translit", "table", "import", "--from", "csv", "--kind", "place", "names.csv"
    )
    assert outcome.err.endswith("1 row made, 1 name left out\n")
    (folder / "names.toml").write_bytes(outcome.out)
    outcome = command("translit", "table", "export", "--to", "csv", "names.toml")
    assert outcome.out.decode().splitlines()[1] == "Grimmonia,Hrymivka,place,hrymivka,alias"


def test_what_is_imported_passes_the_check(command: Command, folder: Path) -> None:
    (folder / "names.csv").write_text(
        "alias,canonical,kind\nCharków,Kharkiv,place\nXyzzy Plugh,Xyzzi Plugh,person\n"
        "Grimmonia,Hrymivka,place\n习近平,Xi Grimping,other\n",
        "utf-8",
    )
    run = ("translit", "table", "import", "--from", "csv", "names.csv")
    outcome = command(*run)
    assert outcome.status == 0
    assert "names.csv:2: left out “Charków”: a scheme derives it already" in outcome.err
    assert "names.csv:3: left out “Xyzzi Plugh”: its gender is told neither" in outcome.err
    assert "names.csv:5: left out “习近平”: its letters (Cjk) do not tell" in outcome.err
    (folder / "made.toml").write_bytes(outcome.out)
    assert command("translit", "table", "check", "made.toml").status == 0
    outcome = command(*run, "--unchecked")
    assert b"[xyzzi-plugh]" in outcome.out
    (folder / "made.toml").write_bytes(outcome.out)
    assert command("translit", "table", "check", "made.toml").status == 1


def test_a_name_without_its_reading_is_told(command: Command, folder: Path) -> None:
    lines = ["alias,canonical,kind,lang,reading", "格里姆,Grimville,place,zh,"]
    (folder / "names.csv").write_text("\n".join(lines), "utf-8")
    outcome = command("translit", "table", "import", "--from", "csv", "names.csv")
    assert "1 in zh without a reading" in outcome.err
    assert "column `reading` of a CSV, or as reading.zh in the row" in outcome.err
    lines[1] += "Gélǐmǔ"
    (folder / "names.csv").write_text("\n".join(lines), "utf-8")
    outcome = command("translit", "table", "import", "--from", "csv", "names.csv")
    assert "without a reading" not in outcome.err
    assert 'reading.zh = "Gélǐmǔ"'.encode() in outcome.out


def test_many_names_left_out_are_counted(command: Command, folder: Path) -> None:
    lines = ["alias,canonical,kind", "Grimmonia,Hrymivka,place"] + [",Odesa,place"] * 500
    (folder / "names.csv").write_text("\n".join(lines), "utf-8")
    outcome = command("translit", "table", "import", "--from", "csv", "names.csv")
    assert outcome.err.count("left out “Odesa”") == 200
    assert "names.csv: and 300 more, counted below" in outcome.err
    assert "500 left out: one of the two is empty: give" in outcome.err


def test_a_file_of_another_format_is_trouble(command: Command, folder: Path) -> None:
    (folder / "half.json").write_text('{"head": {"vars": ["a"]},\n"results": {"bind')
    outcome = command("translit", "table", "import", "--from", "wikidata-sparql", "half.json")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, b"", 1)
    assert outcome.err.startswith("translit: half.json:2: not valid JSON")


def test_the_language_of_what_letters_leave_open(command: Command, folder: Path) -> None:
    (folder / "names.csv").write_text("name,original,type\nGrima,Горан,other\n", "utf-8")
    run = ("translit", "table", "import", "--unchecked", "--from", "csv", "names.csv", "--lang")
    assert 'native.mk = "Горан"'.encode() in command(*run, "Macedonian").out
    outcome = command(*run, "?")
    assert (outcome.status, outcome.out) == (2, b"")
    assert "“?” is no language; write a code such as kk" in outcome.err


def test_every_format_can_be_named() -> None:
    for source in IMPORTS:
        args = make_parser().parse_args(["table", "import", "--from", source, "names"])
        assert args.source == source
    for target in EXPORTS:
        args = make_parser().parse_args(["table", "export", "--to", target, "names"])
        assert args.target == target


def test_the_schema_of_tables_is_printed(command: Command) -> None:
    outcome = command("translit", "table", "schema")
    schema = json.loads(outcome.out)
    assert (outcome.status, outcome.err) == (0, "")
    assert {"kind", "in", "heads"} <= schema["additionalProperties"]["properties"].keys()
