"""One form for a table's file: what it says is the same, and a second time nothing changes."""

from pathlib import Path

import pytest

from translit.datafolder import find_data_folder
from translit.tables import TableError, load_table
from translit.tables.formatting import format_table, rewrite_table

BEFORE = """# A newsroom's names.
schema = 1

# Places

[zhovkva]
name = "Zhovkva"
kind   =   "place"
# as on the signs
native.uk = "Жовква"   # checked
native.ru = "Жолква"

# the street, not the man
[bandera-street]
kind = "place"
name = "Bandera Street"
aliases = ["Banderastrasse", { text = "Ulica Bandery", lang = "pl" }, { text = "Ulitsa Bandery", \
lang = "ru" }]

# Persons

[anna]
kind = "person"
name = "Anna Petrenko"
titles = ["head of a committee of the regional council", "chair of a board of trustees", \
"a well-known poet"]
gender = "f"
# The end.
"""
AFTER = """# A newsroom's names.
schema = 1

# Places

# the street, not the man
[bandera-street]
kind = "place"
name = "Bandera Street"
aliases = [
    "Banderastrasse",
    { text = "Ulica Bandery", lang = "pl" },
    { text = "Ulitsa Bandery", lang = "ru" },
]

[zhovkva]
kind = "place"
name = "Zhovkva"
# as on the signs
native.uk = "Жовква"   # checked
native.ru = "Жолква"

# Persons

[anna]
kind = "person"
gender = "f"
name = "Anna Petrenko"
titles = [
    "head of a committee of the regional council", "chair of a board of trustees",
    "a well-known poet",
]

# The end.
"""


def test_one_form(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(BEFORE, "utf-8")
    digest = load_table(path).digest
    assert format_table(str(path)) == AFTER
    assert rewrite_table(str(path), AFTER)
    assert not rewrite_table(str(path), format_table(str(path)))
    assert load_table(path).digest == digest


def test_windows_line_ends_and_crowded_rows(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_bytes(b'schema = 1\r\n[b]\r\nname = "B"\r\nkind = "other"\r\n[a]\r\nname = "A"\r\n')
    assert format_table(str(path)) == (
        'schema = 1\n\n[a]\nname = "A"\n\n[b]\nkind = "other"\nname = "B"\n'
    )


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    path.write_text('{"name": "B", "id": "b", "kind": "other"}\n{"id": "a", "alone": true}\n')
    assert format_table(str(path)) == (
        '{"schema": 1}\n{"id": "a", "alone": true}\n{"id": "b", "kind": "other", "name": "B"}\n'
    )


def test_a_header_inside_a_row_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('schema = 1\n[a]\nkind = "other"\nname = "A"\n[a.native]\nuk = "А"\n', "utf-8")
    with pytest.raises(TableError, match="a header stands for part of a row"):
        format_table(str(path))


@pytest.mark.parametrize(
    "source",
    sorted((find_data_folder() / "entities").rglob("*.toml")),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_the_default_tables_say_the_same(source: Path, tmp_path: Path) -> None:
    written = format_table(str(source))
    if written == source.read_text("utf-8"):
        return  # as it was
    path = tmp_path / source.name
    path.write_text(written, "utf-8")
    assert load_table(path).digest == load_table(source).digest
    assert format_table(str(path)) == written
    assert written.count("#") == source.read_text("utf-8").count("#")
