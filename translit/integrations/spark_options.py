"""The options of a normalizer or surveyor, sent to Spark's workers, and what these make of them."""

import atexit
import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from translit.normalizer import Normalizer
from translit.options import DEFAULTS, Given
from translit.survey import Surveyor
from translit.tables import Table, TableSource, list_given_tables, load_table, write_jsonl

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class Recipe(NamedTuple):
    """What a worker makes a normalizer or surveyor of: options, and files in an archive by name."""

    archive: str
    style: str
    tables: tuple[str, ...]
    rest: tuple[tuple[str, Any], ...]


def pack(session: "SparkSession | None", options: Given) -> Recipe:
    """Send the files of the options to the workers and return how these make a normalizer.

    Makes one here too: what is wrong with the options is told before anything runs.
    """
    tables = _load_tables(options.get("tables", ()))
    options = {**options, "tables": tables}
    Normalizer(**options)
    style = os.fspath(options.get("style", DEFAULTS["style"]))
    files = _write_tables(tables)
    names = tuple(files)
    if style.endswith(".toml"):
        files[Path(style).name] = Path(style).read_bytes()  # its name is the style's id
        style = Path(style).name
    rest = {name: value for name, value in options.items() if name not in ("style", "tables")}
    archive = _send(session, files) if files else ""
    return Recipe(archive, style, names, tuple(sorted(rest.items())))


def pack_surveyor(
    session: "SparkSession",
    given: "TableSource | Sequence[TableSource]",
    default_tables: bool,
    lang: str,
) -> tuple[Recipe, Surveyor]:
    """Send the tables to the workers; return how these make a surveyor, and one for here."""
    tables = _load_tables(given)
    surveyor = Surveyor(tables, default_tables=default_tables, lang=lang)
    files = _write_tables(tables)
    archive = _send(session, files) if files else ""
    rest = (("default_tables", default_tables), ("lang", lang))
    return Recipe(archive, "", tuple(files), rest), surveyor


def _load_tables(given: "TableSource | Iterable[TableSource]") -> list[Table]:
    return [
        table if isinstance(table, Table) else load_table(table)
        for table in list_given_tables(given)
    ]


def _write_tables(tables: Sequence[Table]) -> dict[str, bytes]:
    return {f"{n}.jsonl": write_jsonl(table.rows).encode() for n, table in enumerate(tables)}


def _send(session: "SparkSession | None", files: Mapping[str, bytes]) -> str:
    """Have Spark send files to every worker, now and later, and return their archive's name.

    The name is made from the contents: a changed file goes along anew, an equal one does not.
    """
    if session is None:
        raise RuntimeError("no Spark session is active to send the tables; start one before")
    digest = hashlib.blake2b(digest_size=16)
    for name, content in files.items():
        digest.update(f"{name} {len(content)} ".encode() + content)
    path = _make_folder() / f"translit-fix-{digest.hexdigest()}.zip"
    if not path.exists():
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
    context = session.sparkContext
    if not any(sent.endswith(path.name) for sent in context.listArchives):
        context.addArchive(str(path))
    return path.name


@lru_cache(maxsize=1)
def _make_folder() -> Path:
    """Return a folder for what is sent; Spark reads it as long as the session lives."""
    folder = tempfile.mkdtemp(prefix="translit-fix-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@lru_cache(maxsize=8)
def open_normalizer(recipe: Recipe) -> Normalizer:
    """Return the normalizer of this worker process for some options."""
    style = recipe.style
    if style.endswith(".toml"):
        (style,) = _find_files(recipe, style)
    tables = _find_files(recipe, *recipe.tables)
    return Normalizer(style=style, tables=tables, **dict(recipe.rest))


@lru_cache(maxsize=8)
def open_surveyor(recipe: Recipe) -> Surveyor:
    """Return the surveyor of this worker process for some options."""
    return Surveyor(_find_files(recipe, *recipe.tables), **dict(recipe.rest))


def _find_files(recipe: Recipe, *names: str) -> tuple[str, ...]:
    """Return where files of the archive are on this worker."""
    if not names:
        return ()
    from pyspark import SparkFiles

    folder = Path(SparkFiles.get(recipe.archive))
    return tuple(str(folder / name) for name in names)
