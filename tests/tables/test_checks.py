"""`data/checks.tsv`: what other lists confirm is of rows and fields that there are."""

from tests.bench.checking import CHECKS, DIFFERENCES, read_tsv
from translit.lexicon import open_lexicon

# What a list may confirm though the row leaves it to its default.
_DEFAULTS = {"short", "size"}


def test_each_confirmed_field_is_there() -> None:
    lexicon = open_lexicon((), default_tables=True)
    checks = list(read_tsv(CHECKS))
    found = {one: lexicon.find_entity(one) for one in {check["id"] for check in checks}}
    assert len(found) > 3_000
    stale = [
        f"{check['id']} {name}"
        for check in checks
        for name in check["fields"].split()
        if not (known := found[check["id"]]) or not _has(known.fields, name)
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
