"""Drafts: what a survey found as rows of a table, for a person to look through."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from translit.replacing import write_file
from translit.survey.found import NameGroup
from translit.tables import Row, write_toml

# What a row is where nothing tells, or what would need more than is known.
_UNKNOWN_KIND = "other"


def write_draft(groups: Iterable[NameGroup], path: str) -> None:
    """Write the rows of some groups as a table in TOML, whole or not at all."""
    text = write_toml(draft_rows(groups))
    write_file(Path(path).absolute(), [text.encode()])


def draft_rows(groups: Iterable[NameGroup]) -> list[Row]:
    """Return a row for each group, in the order of their ids."""
    return [Row(row_id, fields, "", 1) for row_id, fields in _list_rows(groups)]


def _list_rows(groups: Iterable[NameGroup]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in sorted(groups, key=lambda one: one.id):
        gender = group.gender
        kind = group.kind if group.kind == "place" or gender else _UNKNOWN_KIND
        fields: dict[str, Any] = {"kind": kind if kind != "name" else _UNKNOWN_KIND}
        name, native = group.canonical, group.original
        if fields["kind"] == "person":
            fields["gender"] = gender
            given, own = group.first_name
            if given:
                name, native = f"{given} {name}", f"{own} {native}"
        fields |= {"name": name, "native": {group.original_lang: native}, "because": _say(group)}
        yield group.id, fields


def _say(group: NameGroup) -> str:
    """Return why the row is there: how often each spelling is printed."""
    printed = ", ".join(f"{one.text} {one.count} in {one.documents}" for one in group.spellings)
    sure = "surely" if group.sure else "likely"
    against = f"; but {'; '.join(group.against)}" if group.against else ""
    return f"survey: {sure} one name, printed (times, in documents) {printed}{against}"
