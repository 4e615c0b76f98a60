"""Drafts: what a survey found as rows of a table, for a person to look through."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from translit.names import find_given_names
from translit.replacing import write_file
from translit.survey.found import NameGroup
from translit.tables import Row, write_toml
from translit.unlisted import are_one_given_name

# What a row is where nothing tells, or what would need more than is known.
_UNKNOWN_KIND = "other"
_SHORTEST_GIVEN = 3


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
            given, own = find_first_name(group)
            if given:
                name, native = f"{given} {name}", f"{own} {native}"
        fields |= {"name": name, "native": {group.original_lang: native}, "because": _say(group)}
        yield group.id, fields


def find_first_name(group: NameGroup) -> tuple[str, str]:
    """Return the given name of the one person of a group, and the same in its own script."""
    some = [one for one in group.given if len(one) >= _SHORTEST_GIVEN and one.isalpha()]
    if not all(are_one_given_name(one, other) for one, other in combinations(group.given, 2)):
        return "", ""  # of several persons
    for given in some:
        for one in find_given_names(given):
            if native := one.native.get(group.original_lang):
                return given, native[0]
    return "", ""


def _say(group: NameGroup) -> str:
    """Return why the row is there: how often each spelling is printed."""
    printed = ", ".join(f"{one.text} {one.count} in {one.documents}" for one in group.spellings)
    sure = "surely" if group.sure else "likely"
    against = f"; but {'; '.join(group.against)}" if group.against else ""
    return f"survey: {sure} one name, printed (times, in documents) {printed}{against}"
