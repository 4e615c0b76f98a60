"""Checks of the default tables against lists that others keep: what agrees, what differs, why.

What a list confirms is kept in `data/checks.tsv`; what differs and is right all the same is told
with its reason in `tests/bench/differences.tsv`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from translit import variants
from translit.languages import list_country_ids
from translit.schemes import SchemeError, list_languages
from translit.tables import Entity, Row, find_countries, load_table, merge_layers

DATA = Path(__file__).parents[2] / "data"
CHECKS = DATA / "checks.tsv"
DIFFERENCES = Path(__file__).parent / "differences.tsv"


class Difference(NamedTuple):
    """A field of a row that a list has otherwise."""

    id: str
    field: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Check:
    """What a list says of the fields of rows. `source` is how the file of checks calls it."""

    title: str
    source: str
    bar: float | None = None
    agreed: set[tuple[str, str]] = field(default_factory=set)
    differ: list[Difference] = field(default_factory=list)
    unknown: int = 0
    derived: int = 0  # that a scheme gives, and the list has not

    def compare(
        self, id: str, field: str, ours: str, theirs: Iterable[str], *, agree: bool
    ) -> None:
        """Note whether a field agrees with one of the list's values."""
        if agree:
            self.agreed.add((id, field))
        else:
            self.differ.append(Difference(id, field, ours, ", ".join(sorted(theirs)[:6])))

    def show(self, misses: int, reasons: Mapping[tuple[str, str, str], str]) -> None:
        """Print the agreement, and what differs by its reason."""
        asked = len(self.agreed) + len(self.differ)
        share = len(self.agreed) / asked if asked else 0.0
        bar = f", bar {self.bar:.0%}" if self.bar else ""
        print(f"\n{self.title}")
        print(
            f"  facts {asked:,}, agree {len(self.agreed):,} ({share:.1%}{bar}), "
            f"differ {len(self.differ)}, rows not in the list {self.unknown:,}"
        )
        if self.derived:
            print(f"  regular by a scheme, and not in the list {self.derived:,}")
        told = [one for one in self.differ if (self.source, one.id, one.field) in reasons]
        if told:
            rest = asked - len(told)
            print(
                f"  differ for a reason that is told {len(told)}; of the others "
                f"{len(self.agreed) / rest:.1%} agree"
            )
        for one in [one for one in self.differ if one not in told][:misses]:
            print(f"    {one.id} {one.field}: {one.ours} | {one.theirs}")
        for one in told[:misses]:
            reason = reasons[self.source, one.id, one.field]
            print(f"    {one.id} {one.field}: {one.ours} | {one.theirs}: {reason}")


@cache
def read_rows() -> tuple[Row, ...]:
    """Return the rows of the default tables."""
    tables = [load_table(path) for path in sorted((DATA / "entities").rglob("*.toml"))]
    return tuple(row for row, _ in merge_layers([tables]))


@cache
def read_entities() -> tuple[Entity, ...]:
    """Return the entities of the default tables."""
    return tuple(Entity.from_fields(row.id, row.fields) for row in read_rows())


@cache
def find_all_countries() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that each row is in."""
    return find_countries(read_rows(), list_country_ids())


def derive(name: str, lang: str, kind: Literal["person", "place"]) -> Iterator[str]:
    """Give the spellings that schemes make of a name; none of letters that hide their sounds."""
    if lang in list_languages():
        with suppress(SchemeError):
            yield from variants(name, lang, kind=kind)


def read_tsv(path: Path) -> Iterator[dict[str, str]]:
    """Give the rows of a file of tab-separated values with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_reasons() -> dict[tuple[str, str, str], str]:
    """Return why a field is right though a list has it otherwise, by source, id and field."""
    return {
        (row["source"], row["id"], row["field"]): row["reason"] for row in read_tsv(DIFFERENCES)
    }


def write_checks(checks: Iterable[Check]) -> int:
    """Write what the lists confirm, a line for each row and list; return how many rows."""
    found: dict[tuple[str, str], set[str]] = {}
    for check in checks:
        for id, name in check.agreed:
            found.setdefault((id, check.source), set()).add(name)
    lines = ["id\tsource\tfields"]
    lines += [f"{id}\t{source}\t{' '.join(sorted(f))}" for (id, source), f in sorted(found.items())]
    CHECKS.write_text("\n".join(lines) + "\n", "utf-8")
    return len({id for id, _ in found})
