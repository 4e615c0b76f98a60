"""`data/checks.tsv`: what other lists confirm is of rows and fields that there are."""

from tests.bench.checking import CHECKS, DIFFERENCES, read_rows, read_tsv

# What a list may confirm though the row leaves it to its default.
_DEFAULTS = {"short", "size"}


def test_each_confirmed_field_is_there() -> None:
    rows = {row.id: row.fields for row in read_rows()}
    checks = list(read_tsv(CHECKS))
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
    for row in read_tsv(DIFFERENCES):
        assert row["source"] and row["id"] and row["field"]
        assert len(row["reason"]) > 10
