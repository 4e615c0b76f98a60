"""What a lexicon is made of: the default one of `data/`, another of a user's tables."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from translit.datafolder import find_data_folder
from translit.languages import list_country_ids, list_text_languages
from translit.lexicon.cases import CaseEnding
from translit.lexicon.compiling import Compiled, compile_lexicon
from translit.lexicon.deriving import Tell
from translit.lexicon.sources import Lists, Sources
from translit.tables import (
    Table,
    find_countries,
    load_given_names,
    load_guards,
    load_offices,
    load_table,
    merge_layers,
)


def compile_default(lists: Lists, digest: str, jobs: int, tell: Tell) -> Compiled:
    """Compile the default tables with these word lists.

    Raises TableError or SchemeError for data that is wrong.
    """
    data = find_data_folder()
    tables = [load_table(path) for path in sorted((data / "entities").rglob("*.toml"))]
    rows = [row for row, _ in merge_layers([tables])]
    sources = Sources(
        rows,
        countries=find_countries(rows, list_country_ids()),
        given_names=load_given_names(data / "given_names.toml"),
        all_given_names=True,
        guards=load_guards(data / "guards.toml"),
        offices=load_offices(data / "offices.toml"),
        name_endings=_read_toml(data / "name_endings.toml"),
        case_endings=_load_case_endings(data),
        languages=list_text_languages(),
        lists=lists,
    )
    return compile_lexicon(sources, digest, jobs=jobs, tell=tell)


def compile_tables(
    tables: Sequence[Table], below: Table, digest: str, jobs: int, tell: Tell
) -> Compiled:
    """Compile a user's tables, over the default rows that they change, and those of their regions.

    Raises TableError for tables that do not fit one another or these rows.
    """
    merged = merge_layers([[below], tables])
    rows = [row for row, layer in merged if layer == 1]
    data = find_data_folder()
    sources = Sources(
        rows,
        countries=find_countries([row for row, _ in merged], list_country_ids()),
        dropped=sorted(list_ids(tables) - {row.id for row in rows}),
        given_names=load_given_names(data / "given_names.toml"),
        case_endings=_load_case_endings(data),
    )
    return compile_lexicon(sources, digest, jobs=jobs, tell=tell)


def list_ids(tables: Sequence[Table]) -> set[str]:
    """Return the ids of all rows."""
    return {row.id for table in tables for row in table.rows}


def list_files(data: Path) -> list[Path]:
    """Return the data files that the default lexicon is made of."""
    files = [path for room in ("entities", "languages", "relays", "schemes") for path in
             (data / room).rglob("*.toml")]  # fmt: skip
    files += (data / "world").glob("*.txt")
    return sorted([*files, *data.glob("*.toml"), *data.glob("*.json")])


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _load_case_endings(data: Path) -> list[CaseEnding]:
    return list(_list_case_endings(_read_toml(data / "case_endings.toml")))


def _list_case_endings(rows: Mapping[str, Any]) -> Iterator[CaseEnding]:
    """Give (language, ending of the name, ending in the case, letters that it stands after)."""
    for lang, row in rows.items():
        if lang == "schema":
            continue
        for base, endings in row.get("change", {}).items():
            yield from ((lang, base, ending, "") for ending in endings)
        for after, endings in row.get("add", {}).items():
            yield from ((lang, "", ending, after) for ending in endings)
