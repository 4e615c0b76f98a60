"""The model of what names look like: counts in `data/originals/`, one file for each family.

A file has sections, each under a line with its name in brackets; in each line a key, a tab, and
counts. `python -m tests.bench train-originals` makes the files.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from translit.datafolder import find_data_folder
from translit.names.families import FAMILIES, Counted, Family
from translit.names.shares import Shares


@dataclass(frozen=True)
class Model:
    """All families, with what is known of their names."""

    families: Sequence[Family]

    @cached_property
    def shares(self) -> Shares:
        """How likely the names of each family are spelled so."""
        return Shares([family.counted.latin for family in self.families])

    @cached_property
    def mask(self) -> int:
        """All schemes that are read."""
        return sum(family.reversed.mask for family in self.families)

    @cached_property
    def masks(self) -> Mapping[str, int]:
        """The schemes of each language."""
        return {p.lang: p.mask for family in self.families for p in family.languages}


@cache
def load_model() -> Model:
    """Return the model of the data folder, read when it is first asked for."""
    folder = find_data_folder() / "originals"
    return make_model({name: read_counts(folder / f"{name}.tsv") for name in FAMILIES})


def make_model(counted: Mapping[str, Counted]) -> Model:
    """Return a model of what was counted of each family."""
    families: list[Family] = []
    for name in FAMILIES:
        families.append(Family(name, families[-1].next if families else 0, counted[name]))
    return Model(tuple(families))


def read_counts(path: Path) -> Counted:
    """Read one file of counts."""
    sections: dict[str, dict[str, dict[str, float]]] = {}
    rows: dict[str, dict[str, float]] = {}
    for line in path.read_text("utf-8").splitlines():
        key, _, text = line.partition("\t")
        if text:
            rows[key] = _read_numbers(text)
        else:
            rows = sections[line] = {}
    return Counted(
        runs=_join_runs(sections["[runs]"]),
        latin=_join_runs(sections["[latin]"]),
        forms=sections["[forms]"],
        windows=sections["[windows]"],
        schemes={key: row[""] for key, row in sections["[schemes]"].items()},
        stress=sections["[stress]"],
        weights=sections["[weights]"],
    )


def _join_runs(rows: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    return {c + letter: number for c, row in rows.items() for letter, number in row.items()}


def _split_runs(runs: Mapping[str, float]) -> dict[str, dict[str, float]]:
    rows: dict[str, dict[str, float]] = {}
    for run, number in runs.items():
        rows.setdefault(run[:-1], {})[run[-1]] = number
    return rows


def _read_numbers(text: str) -> dict[str, float]:
    """Read `key=number`, several with a bar between; the key may hold a space."""
    return {key: float(n) for key, _, n in (one.rpartition("=") for one in text.split("|"))}


def write_counts(path: Path, counted: Counted) -> None:
    """Write one file of counts, in an order of its own."""
    sections: dict[str, Mapping[str, Mapping[str, float]]] = {
        "[runs]": _split_runs(counted.runs),
        "[latin]": _split_runs(counted.latin),
        "[forms]": counted.forms,
        "[windows]": counted.windows,
        "[schemes]": {key: {"": number} for key, number in counted.schemes.items()},
        "[stress]": counted.stress,
        "[weights]": counted.weights,
    }
    path.write_text("".join(_write(sections)), "utf-8")


def _write(sections: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    for head, rows in sections.items():
        yield f"{head}\n"
        for key, row in sorted(rows.items()):
            numbers = "|".join(f"{k}={_shorten(n)}" for k, n in sorted(row.items()))
            yield f"{key}\t{numbers}\n"


def _shorten(number: float) -> str:
    return f"{number:.3g}" if number < 100 else f"{number:.0f}"
