"""OpenSanctions: `targets.simple.csv`, one target a record, aliases parted by semicolons."""

from collections.abc import Iterable, Iterator

from translit.exchange.importing.columns import read_columns
from translit.exchange.importing.draft import Draft, Reject
from translit.tables import Kind

_COLUMNS = {"id": ("id",), "schema": ("schema",), "name": ("name",), "aliases": ("aliases",)}
_KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "Company": "organization",
    "LegalEntity": "organization",
    "PublicBody": "organization",
    "Vessel": "other",
    "Airplane": "other",
}
# What has a number and no name of its own, whatever --kind says.
_NAMELESS = frozenset({"Address", "CryptoWallet", "Identification", "Passport", "Security"})


def read_opensanctions(lines: Iterable[str]) -> Iterator[Draft | Reject]:
    """Give a draft for each person, organization, vessel or aircraft."""
    for line, record in read_columns(lines, _COLUMNS, ("id", "schema", "name")):
        schema = record["schema"]
        if schema in _NAMELESS:
            reason = f"a target of schema {schema} has no name of its own"
            yield Reject(line, record["name"], reason)
            continue
        wikidata = (
            record["id"] if record["id"][:1] == "Q" and record["id"][1:].isdecimal() else None
        )
        aliases = [name.strip() for name in record.get("aliases", "").split(";")]
        names = [(name, "") for name in aliases if name]
        yield Draft(
            line, record["id"], _KINDS.get(schema), record["name"], names,
            wikidata=wikidata, label=schema,
        )  # fmt: skip
