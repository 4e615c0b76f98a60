"""`data/checks.tsv`: what other lists confirm is of rows and fields that there are."""

import csv
from pathlib import Path

from translit.tables import load_table

DATA = Path(__file__).parents[2] / "data"
# What a list may confirm though the row leaves it to its default.
_DEFAULTS = {"short", "size"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_each_confirmed_field_is_there() -> None:
    tables = [load_table(path) for path in (DATA / "entities").rglob("*.toml")]
    rows = {row.id: row.fields for table in tables for row in table.rows}
    checks = read(DATA / "checks.tsv")
    assert len({check["id"] for check in checks}) > 3_000
    stale = [
        f"{check['id']} {name}"
        for check in checks
        for name in check["fields"].split()
        if check["id"] not in rows or not _has(rows[check["id"]], name)
    ]
    assert not stale, "run `python -m tests.bench tables` again"


def _has(fields: object, name: str) -> bool:
    """Tell whether a row has a field: `native.ru`."""
    if name in _DEFAULTS:
        return True
    for key in name.split("."):
        if not isinstance(fields, dict) or key not in fields:
            return False
        fields = fields[key]
    return True


def test_differences_tell_why() -> None:
    for row in read(Path(__file__).parents[1] / "bench" / "differences.tsv"):
        assert row["source"] and row["id"] and row["field"]
        assert len(row["reason"]) > 10
