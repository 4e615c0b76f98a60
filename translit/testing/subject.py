"""The subject of a check: some tables of one layer, compiled, with what lies below them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from translit.datafolder import find_data_folder
from translit.lexicon import Claim, Known, Lexicon, list_claims, open_lexicon
from translit.normalizer import Normalizer
from translit.schemes import fold
from translit.tables import PersonName, Row, Table, TableError, load_table, merge_layers, spell_out
from translit.testing.finding import Finding


class Subject:
    """Tables under check, as one layer: their rows, their entities, and the lexicon with them.

    Raises TableError where the tables do not fit one another or the default tables.
    """

    def __init__(self, tables: Iterable[Table], normalizer: Normalizer | None = None) -> None:
        self.tables = tuple(tables)
        self._normalizer = normalizer
        # The default tables are themselves a layer already: compiled anew they would be another.
        self.is_default = _are_default(self.tables)
        self.lexicon: Lexicon = open_lexicon(() if self.is_default else self.tables, True)
        if self.is_default:
            merge_layers([self.tables])

    @cached_property
    def normalizer(self) -> Normalizer:
        """What resolves text with these tables and the default ones."""
        return self._normalizer or Normalizer(tables=() if self.is_default else self.tables)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """The rows under check, by id, without those that only remove one."""
        rows = (row for table in self.tables for row in table.rows)
        return {row.id: row for row in rows if not row.fields.get("drop")}

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """The complete entities of these rows, by id."""
        found = ((id, self.lexicon.find_entity(id)) for id in self.rows)
        return {id: known for id, known in found if known is not None}

    @cached_property
    def complete(self) -> Table:
        """The rows under check with all their fields, also those that a weaker table gives."""
        rows = (
            Row(id, known.fields, self.rows[id].path, self.rows[id].line)
            for id, known in self.known.items()
        )
        return Table("", tuple(rows))

    @cached_property
    def claims(self) -> Mapping[str, Sequence[Claim]]:
        """By folded word: the entities under check that have it as a whole name or family name.

        Former and other names are left out: they never rewrite.
        """
        claims = {}
        for key, found in list_claims(self.lexicon, self.known.values()).items():
            if own := [one for one in found if one.name.source not in ("former", "other")]:
                claims[key] = own
        return claims

    def place(self, known: Known) -> str:
        """Where the row of an entity is, as a message says it."""
        row = self.rows.get(known.id)
        where = f"{row.path}:{row.line}" if row else "in the default tables"
        return f"`{known.id}` ({where})"

    def finding(
        self,
        row: Row,
        check: str,
        field: str,
        problem: str,
        cure: str,
        example: str = "",
        other: str = "",
    ) -> Finding:
        """A finding in one field of a row."""
        line = row.line_of(field)
        return Finding(row.path, line, row.id, check, problem, cure, example, field, other)


def full_name(known: Known) -> str:
    """The canonical form of an entity."""
    return spell_out(known.entity.name)


def short_name(known: Known) -> str:
    """The family name of a person's canonical form, the whole name of anything else."""
    name = known.entity.name
    return (name.family or name.given) if isinstance(name, PersonName) else name


def key_of(word: str) -> str:
    """The key under which one word of a name is looked up: *Geun-hye* is one word."""
    return fold(word).replace("-", "").replace(" ", "")


def load_tables(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Table], list[Finding]]:
    """Load tables from files, and from the `.toml` and `.jsonl` files of folders.

    Returns the tables that can be used, and what is wrong in the others. Raises TableError for a
    path that is not there, and for a folder without tables.
    """
    tables: list[Table] = []
    findings: list[Finding] = []
    for path in list_table_files(paths):
        try:
            tables.append(load_table(path))
        except TableError as error:
            findings += list_errors(error)
    return tables, findings


def list_errors(error: TableError) -> list[Finding]:
    """The errors of a table as findings."""
    return [
        Finding(one.path, one.line, "", "unreadable", one.problem, one.cure)
        for one in (error, *error.others)
    ]


def list_table_files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Give the tables that paths name; those of a folder are the `.toml` and `.jsonl` files in it.

    Raises TableError for a folder without tables.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield str(path)
            continue
        files = sorted(p for p in path.rglob("*") if p.suffix in (".toml", ".jsonl"))
        if not files:
            raise TableError(
                str(path), None, "the folder has no tables", "name one with .toml or .jsonl files"
            )
        yield from map(str, files)


def _are_default(tables: Sequence[Table]) -> bool:
    folder = find_data_folder() / "entities"
    return bool(tables) and {Path(table.path).resolve() for table in tables} == set(
        folder.rglob("*.toml")
    )
