"""Each row of the default tables stands in the file that data/README.md names for it."""

import re
from pathlib import Path
from typing import Any

from translit.datafolder import find_data_folder
from translit.tables import Row, list_regions, load_table

DATA = find_data_folder()
FILES = {"person": "people", "place": "places", "organization": "organizations", "other": "others"}
FORMER = {"soviet-union", "yugoslavia", "czechoslovakia"}


def read_folders() -> dict[str, str]:
    """Return the folder of each country, as the table of the README has them."""
    table = (
        (DATA / "README.md").read_text("utf-8").partition("| folder | countries |\n|---|---|\n")[2]
    )
    rows = (re.findall(r"`([^`]+)`", line) for line in table.partition("\n\n")[0].splitlines())
    return {country: folder for folder, *countries in rows for country in countries}


def list_rows() -> list[tuple[Path, Row]]:
    paths = sorted((DATA / "entities").rglob("*.toml"))
    return [(path, row) for path in paths for row in load_table(path).rows]


def find_folder(row_id: str, rows: dict[str, Any], folders: dict[str, str]) -> str:
    if row_id in folders:
        return folders[row_id]
    regions = list_regions(rows[row_id]) if row_id in rows else ()
    today = [region for region in regions if region not in FORMER] or list(regions)
    return find_folder(today[0], rows, folders) if today else "world"


def test_each_row_is_where_one_looks_for_it() -> None:
    listed, folders = list_rows(), read_folders()
    rows = {row.id: row.fields for _, row in listed}
    misplaced = [
        f"{row.id}: {path.parent.name}/{path.name} should be {place}"
        for path, row in listed
        for place in [f"{find_folder(row.id, rows, folders)}/{FILES[row.fields['kind']]}.toml"]
        if f"{path.parent.name}/{path.name}" != place
    ]
    assert misplaced == []


def test_every_folder_is_in_the_table_and_the_other_way_round() -> None:
    there = {path.name for path in (DATA / "entities").iterdir()}
    assert there == {*read_folders().values(), "world"}


def test_lukashenko_is_where_one_looks_for_him() -> None:
    ids = [row.id for row in load_table(DATA / "entities" / "belarus" / "people.toml").rows]
    assert "alexander-lukashenko" in ids
