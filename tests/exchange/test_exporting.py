"""Tables given out: sure spellings only, in the layouts that other programs read."""

import json
from pathlib import Path

import pytest

from translit.exchange.exporting import export_table
from translit.exchange.importing import import_table
from translit.tables import load_table

TABLE = """schema = 1
[taras-hrymych]
kind = "person"
gender = "m"
name = "Taras Hrymych"
native.uk = "Тарас Гримич"
alone = true
[ivan-but]
kind = "person"
gender = "m"
name = "Ivan Boot"
native.ru = "Иван Бут"
alone = true
[maria-kovalenko]
kind = "person"
name = "Maria Kovalenko"
native.uk = "Марія Коваленко"
common = true
[hrymych-fund]
kind = "organization"
name = "A. (Hrymych) Fund"
aliases = ["Grimmfonds", { text = "FHG", near = ["fund"] }]
suggest = ["Fond"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "names.toml"
    path.write_text(TABLE, "utf-8")
    return path


def is_word(text: str) -> bool:
    return text in ("But", "Boot")


def test_csv(path: Path, tmp_path: Path) -> None:
    content = export_table(load_table(path).rows, "csv", is_word)
    lines = content.splitlines()
    assert lines[0] == "alias,canonical,kind,id,source"
    assert "Hrymytsch,Hrymych,person,taras-hrymych,uk/press-de" in lines
    assert "Taras Hrymytsch,Taras Hrymych,person,taras-hrymych,uk/press-de" in lines
    assert "Grimmfonds,A. (Hrymych) Fund,organization,hrymych-fund,alias" in lines
    firsts = {line.partition(",")[0] for line in lines}
    assert not firsts & {"But", "FHG", "Fond", "Kovalenko", "Marija Kowalenko"}
    assert "Ivan But" in firsts
    (tmp_path / "out.csv").write_text(content, "utf-8")
    again = import_table(tmp_path / "out.csv", "csv").table.rows
    assert {"Taras Hrymych", "Ivan Boot"} <= {row.fields["name"] for row in again}


def test_spacy(path: Path) -> None:
    lines = export_table(load_table(path).rows, "spacy", is_word).splitlines()
    patterns = [json.loads(line) for line in lines]
    assert {"label": "PERSON", "pattern": "Hrymych", "id": "taras-hrymych"} in patterns
    assert {"label": "ORG", "pattern": "Grimmfonds", "id": "hrymych-fund"} in patterns


def test_vale(path: Path) -> None:
    content = export_table(load_table(path).rows, "vale", is_word)
    head, swap = content.split("swap:\n")
    assert "extends: substitution" in head
    assert '  "Hrymytsch": "Hrymych"\n' in swap
    assert '  "Grimmfonds": "A. (Hrymych) Fund"\n' in swap
    assert all(line.startswith('  "') and '": "' in line for line in swap.splitlines())


def test_what_two_may_mean_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    row = '[{0}]\nkind = "place"\nname = "{1}"\nnative.ru = "Грымовка"\n'
    content = "schema = 1\n" + row.format("a", "Grimovka") + row.format("b", "Hrymivka")
    path.write_text(content, "utf-8")
    assert export_table(load_table(path).rows, "csv").splitlines()[1:] == []


def test_elasticsearch(path: Path) -> None:
    lines = export_table(load_table(path).rows, "elasticsearch", is_word).splitlines()
    assert "Grimmfonds => A. (Hrymych) Fund" in lines
    hrymych = next(line for line in lines if line.endswith(" => Hrymych"))
    assert "Hrymytsch" in hrymych.split(" => ")[0].split(", ")
    assert all(line.count(" => ") == 1 for line in lines)


def test_elasticsearch_escapes_commas(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(
        'schema = 1\n[x]\nkind = "organization"\nname = "Grim, Inc"\naliases = ["Grimm"]\n',
        "utf-8",
    )
    assert export_table(load_table(path).rows, "elasticsearch") == "Grimm => Grim\\, Inc\n"


def test_tbx(path: Path, tmp_path: Path) -> None:
    content = export_table(load_table(path).rows, "tbx", is_word)
    (tmp_path / "out.tbx").write_text(content, "utf-8")
    rows = {row.fields["name"]: row for row in import_table(tmp_path / "out.tbx", "tbx").table.rows}
    assert rows["Taras Hrymych"].fields["native"] == {"uk": "Тарас Гримич"}
    assert rows["Taras Hrymych"].fields["kind"] == "person"
    spellings = [one["text"] for one in rows["A. (Hrymych) Fund"].fields["aliases"]]
    assert spellings == ["Grimmfonds"]
    assert "<term>A. (Hrymych) Fund</term>" in content
