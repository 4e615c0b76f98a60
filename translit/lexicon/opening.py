"""Opening a lexicon: the default one, built into the package, and those of a user's tables.

What is not built yet is built and kept in the user's cache folder, under a name made from all that
went into it: a changed table or scheme gives another name, so nothing stale is ever read.
"""

import hashlib
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from translit.datafolder import find_data_folder, is_checkout
from translit.lexicon.caching import forget_old, place
from translit.lexicon.cases import Ending
from translit.lexicon.compiling import Lists, compile_lexicon
from translit.lexicon.deriving import Tell
from translit.lexicon.layer import Layer
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.sources import Source
from translit.lexicon.storage import LexiconError, Sections
from translit.tables import Row, Table, load_given_names, load_guards, load_table, merge_layers

_PACKAGE = Path(__file__).resolve().parent.parent
_FORMAT = "2"


class LayerFile(NamedTuple):
    """Where a layer of a lexicon is kept, what it is made of, and what makes it."""

    title: str
    path: Path
    build: Callable[[Path, int, Tell], None]


def open_lexicon(
    tables: Sequence[Source | Table | str | os.PathLike[str]], default_tables: bool
) -> Lexicon:
    """Return the lexicon of the default tables and a user's, compiled now or taken from the cache.

    Raises TableError for a table that is wrong.
    """
    layers = [_open_default()]
    if tables:
        sources = [table if isinstance(table, Source) else Source(table) for table in tables]
        layers.append(_open_or_build(_locate_tables(sources, layers[0], default_tables), 1))
    return Lexicon(layers, default_tables=default_tables)


def locate_layers(tables: Sequence[Source], default_tables: bool) -> list[LayerFile]:
    """Return the files of a lexicon's layers, whether they are built or not.

    Builds that of the default tables, if it is not, where there are others: theirs rest on it.
    """
    layers = [_locate_default()]
    if tables:
        layers.append(_locate_tables(tables, _open_default(), default_tables))
    return layers


def build_layer(layer: LayerFile, jobs: int, tell: Tell) -> bool:
    """Build a layer's file if it is not there and whole; return whether that was so.

    Raises what `compile_lexicon` raises.
    """
    with suppress(LexiconError):
        Sections(layer.path).check()
        return False
    layer.build(layer.path, jobs, tell)
    return True


def _locate_tables(tables: Sequence[Source], default: Layer, default_tables: bool) -> LayerFile:
    digests = sorted(table.digest for table in tables)
    digest = _hash(_FORMAT, default.about["digest"], str(default_tables), *digests)

    def build(target: Path, jobs: int, tell: Tell) -> None:
        loaded = [table.load() for table in tables]
        _build_tables(target, loaded, default if default_tables else None, digest, jobs, tell)

    return LayerFile("the given tables", place(f"tables-{digest}.lexicon"), build)


def _build_tables(
    target: Path, tables: Sequence[Table], default: Layer | None, digest: str, jobs: int, tell: Tell
) -> None:
    ids = sorted({row.id for table in tables for row in table.rows})
    base = [_read_default_row(default, entity_id) for entity_id in ids] if default else []
    below = Table("the default tables", tuple(row for row in base if row))
    rows = [row for row, layer in merge_layers([[below], tables]) if layer == 1]
    compile_lexicon(
        target,
        rows,
        load_given_names(find_data_folder() / "given_names.toml"),
        (),
        Lists(),
        context={},
        case_endings=(),
        all_given_names=False,
        dropped=sorted(set(ids) - {row.id for row in rows}),
        digest=digest,
        jobs=jobs,
        tell=tell,
    )


def _read_default_row(default: Layer, entity_id: str) -> Row | None:
    known = default.find_entity(entity_id)
    if known is None:
        return None
    return Row(entity_id, known.fields, "the default tables", 0, {})


@lru_cache(maxsize=1)
def _open_default() -> Layer:
    return _open_or_build(_locate_default(), 0)


def _locate_default() -> LayerFile:
    path = _PACKAGE / "data" / "default.lexicon"
    if is_checkout(_PACKAGE.parent) or not _is_readable(path):
        # A damaged install still has the tables that its lexicon is made from.
        path = place(f"default-{_hash_state()}.lexicon")
    return LayerFile("the default tables", path, build_default)


def _is_readable(path: Path) -> bool:
    with suppress(LexiconError):
        Sections(path)
        return True
    return False


def build_default(target: Path, jobs: int = 1, tell: Tell = lambda done, total: None) -> None:
    """Compile the default tables into the lexicon file `target`.

    Raises TableError or SchemeError for data that is wrong, LexiconError where the packages that
    tell ordinary words are not installed.
    """
    data = find_data_folder()
    tables = [load_table(path) for path in sorted((data / "entities").glob("*.toml"))]
    compile_lexicon(
        target,
        [row for row, _ in merge_layers([tables])],
        load_given_names(data / "given_names.toml"),
        load_guards(data / "guards.toml"),
        _list_words(),
        context=_read_toml(data / "context.toml"),
        case_endings=list(_list_case_endings(_read_toml(data / "case_endings.toml"))),
        all_given_names=True,
        dropped=(),
        digest=_hash_sources(),
        jobs=jobs,
        tell=tell,
    )


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _list_case_endings(rows: Mapping[str, Any]) -> Iterator[Ending]:
    """Give (language, ending of the name, ending in the case, letters that it stands after)."""
    for lang, row in rows.items():
        if lang == "schema":
            continue
        for base, endings in row.get("change", {}).items():
            yield from ((lang, base, ending, "") for ending in endings)
        for after, endings in row.get("add", {}).items():
            yield from ((lang, "", ending, after) for ending in endings)


def _list_words() -> Lists:
    from translit.lexicon.ordinary import list_known_words, list_ordinary_words

    try:
        return Lists(list(list_ordinary_words()), list(list_known_words()))
    except ModuleNotFoundError as error:
        raise LexiconError(
            f"the default lexicon is not built, and building it needs {error.name}; "
            "install the development extra: pip install -e '.[dev]'"
        ) from None


def _open_or_build(layer: LayerFile, rank: int) -> Layer:
    with suppress(LexiconError):  # not built yet, or damaged: build it anew
        return Layer(layer.path, rank)
    layer.build(layer.path, 1, lambda done, total: None)
    forget_old(layer.path.parent)
    return Layer(layer.path, rank)


def _list_sources() -> list[Path]:
    """All that the default lexicon is made from: the data, and the code that derives."""
    files = [p for p in find_data_folder().rglob("*") if p.suffix in (".toml", ".json")]
    files += [
        p for room in ("schemes", "tables", "lexicon") for p in (_PACKAGE / room).glob("*.py")
    ]
    return sorted(files)


def _hash_sources() -> str:
    """Hash the contents of the sources: the same for the same sources on any machine."""
    return _hash(_FORMAT, *(part for p in _list_sources() for part in (p.name, p.read_bytes())))


def _hash_state() -> str:
    """Hash sizes and times of the sources: quick, to see that a checkout has not changed."""
    states = [(str(path), path.stat()) for path in _list_sources()]
    return _hash(_FORMAT, *(f"{path} {s.st_size} {s.st_mtime_ns}" for path, s in states))


def _hash(*parts: str | bytes) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8, "little") + content)
    return whole.hexdigest()
