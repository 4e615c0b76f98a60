"""Plain CSV: two columns, alias and canonical, and others, such as kind, where there are such."""

from collections.abc import Iterable, Iterator

from translit.exchange.importing.columns import read_columns
from translit.exchange.importing.draft import Draft, Reject
from translit.tables import Gender, Kind

_COLUMNS = {
    "alias": ("alias", "variant", "spelling", "from"),
    "canonical": ("canonical", "name", "to"),
    "kind": ("kind", "type"),
    "lang": ("lang", "language"),
    "gender": ("gender", "sex"),
    "reading": ("reading",),
}
_GENDERS: dict[str, Gender] = {"m": "m", "male": "m", "f": "f", "female": "f"}
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
        draft.kind = draft.kind or _KINDS.get(kind)
        draft.label = draft.label or kind
        draft.gender = draft.gender or _GENDERS.get(record.get("gender", "").lower())
        lang = record.get("lang", "")
        draft.names.append((record["alias"], lang))
        if lang and record.get("reading"):
            draft.readings.setdefault(lang, record["reading"])
    yield from found.values()
