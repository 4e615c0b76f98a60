"""Plain CSV: two columns, alias and canonical, and a third, kind, where there is one."""

from collections.abc import Iterable, Iterator

from translit.tables.entity import Kind
from translit.tables.importing.columns import read_columns
from translit.tables.importing.draft import Draft, Reject

_COLUMNS = {
    "alias": ("alias", "variant", "spelling", "from"),
    "canonical": ("canonical", "name", "to"),
    "kind": ("kind", "type"),
    "lang": ("lang", "language"),
}
_KINDS: dict[str, Kind] = {
    "person": "person", "place": "place", "organization": "organization", "other": "other",
}  # fmt: skip


def read_plain_csv(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each canonical form, with its aliases."""
    found: dict[str, Draft] = {}
    for line, record in read_columns(lines, _COLUMNS, ("alias", "canonical")):
        canonical = record["canonical"]
        if not canonical or not record["alias"]:
            yield Reject(line, canonical or record["alias"], "one of the two is empty")
            continue
        draft = found.setdefault(canonical, Draft(line, canonical, name=canonical))
        kind = record.get("kind", "").lower()
        if kind and kind not in _KINDS:
            yield Reject(line, record["alias"], f"its kind {kind} is none of {', '.join(_KINDS)}")
            continue
        draft.kind = draft.kind or _KINDS.get(kind)
        draft.names.append((record["alias"], record.get("lang", "")))
    yield from found.values()
