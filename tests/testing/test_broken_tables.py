"""Each broken table has one defect, and the property meant for it finds that, with row and cure."""

import re
from pathlib import Path

import pytest

from translit.tables import TableError, load_table
from translit.testing import PROPERTIES, Finding, Subject
from translit.testing.checks import CHECKS
from translit.testing.searches import SEARCHES
from translit.testing.subject import list_errors

TABLES = sorted((Path(__file__).parents[1] / "cases" / "broken_tables").glob("*.toml"))


def expected(path: Path) -> tuple[str, str]:
    """The check that the first line of a broken table names, and the row that it is to name."""
    found = re.match(r"# finds: (\S+) ?(\S*)\n", path.read_text("utf-8"))
    assert found is not None
    return found[1], found[2]


def find_all(path: Path, searched: str) -> list[Finding]:
    """The findings of all checks, and of the one search that is meant to find something."""
    try:
        subject = Subject([load_table(path)])
    except TableError as error:
        return list_errors(error)
    return [
        finding
        for one in PROPERTIES.values()
        for finding in one.find(subject, examples=60 if one.search == searched else 0)
    ]


def row_at(path: Path, line: int) -> str:
    above = path.read_text("utf-8").splitlines()[:line]
    return next(text.strip("[]") for text in reversed(above) if text.startswith("["))


@pytest.mark.parametrize("path", TABLES, ids=[path.stem for path in TABLES])
def test_the_property_meant_for_it_finds_the_defect(path: Path) -> None:
    check, row = expected(path)
    findings = [finding for finding in find_all(path, check) if finding.check == check]
    assert row in [finding.row for finding in findings]
    for finding in findings:
        assert finding.path == str(path)
        assert finding.line
        assert finding.cure
        if row:
            assert row_at(path, finding.line) == finding.row
            assert f"[{finding.row}]" in str(finding)


def test_a_default_row_must_say_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    subject = Subject([load_table(TABLES[0].parent / "region_unknown.toml")])
    assert list(CHECKS["placeless"](subject)) == []
    monkeypatch.setattr(subject, "is_default", True)
    assert [finding.row for finding in CHECKS["placeless"](subject)] == ["hrymfeld"]


def test_there_are_forty_and_every_check_has_one() -> None:
    assert len(TABLES) >= 40
    checks = {expected(path)[0] for path in TABLES}
    # Only the default tables must say of each row where it is; a user's row may.
    assert checks >= {*CHECKS, "unreadable"} - {"placeless"}
    # What no table can break is tested on texts in tests/test_properties.py.
    assert checks & set(SEARCHES) == {"genders"}
