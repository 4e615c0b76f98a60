"""Each row of the default tables stands in the file that data/README.md names for it."""

import re
from collections.abc import Mapping
from typing import Any

from translit.datafolder import find_data_folder
from translit.tables import list_regions

DATA = find_data_folder()
FILES = {"person": "people", "place": "places", "organization": "organizations", "other": "others"}
FORMER = {"soviet-union", "yugoslavia", "czechoslovakia"}
Rows = Mapping[str, Mapping[str, Any]]


def read_folders() -> dict[str, str]:
    """Return the folder of each country, as the table of the README has them."""
    table = (
        (DATA / "README.md").read_text("utf-8").partition("| folder | countries |\n|---|---|\n")[2]
    )
    rows = (re.findall(r"`([^`]+)`", line) for line in table.partition("\n\n")[0].splitlines())
    return {country: folder for folder, *countries in rows for country in countries}


def find_files() -> dict[str, str]:
    """Return the file of each row, as `belarus/people.toml`."""
    return {
        row_id: f"{path.parent.name}/{path.name}"
        for path in sorted((DATA / "entities").rglob("*.toml"))
        for row_id in re.findall(r"^\[([^\[\]]+)\]$", path.read_text("utf-8"), re.MULTILINE)
    }


def find_folder(row_id: str, rows: Rows, folders: dict[str, str]) -> str:
    if row_id in folders:
        return folders[row_id]
    regions = list_regions(rows[row_id]) if row_id in rows else ()
    today = [region for region in regions if region not in FORMER] or list(regions)
    return find_folder(today[0], rows, folders) if today else "world"


def test_each_row_is_where_one_looks_for_it(default_rows: Rows) -> None:
    files, folders = find_files(), read_folders()
    assert files.keys() == default_rows.keys()
    misplaced = [
        f"{row_id}: {files[row_id]} should be {place}"
        for row_id, row in default_rows.items()
        for place in [f"{find_folder(row_id, default_rows, folders)}/{FILES[row['kind']]}.toml"]
        if files[row_id] != place
    ]
    assert misplaced == []


def test_every_folder_is_in_the_table_and_the_other_way_round() -> None:
    there = {path.name for path in (DATA / "entities").iterdir()}
    assert there == {*read_folders().values(), "world"}


def test_lukashenko_is_where_one_looks_for_him() -> None:
    assert find_files()["alexander-lukashenko"] == "belarus/people.toml"
