"""Opening a lexicon: the default one, built into the package, and those of a user's tables.

What is not built yet is built and kept in the user's cache folder, under a name made from all that
went into it: a changed table or scheme gives another name, so nothing stale is ever read. What
cannot be kept, or is not surely what was kept, is built anew, in memory if need be.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from translit.datafolder import has_tables, is_checkout
from translit.lexicon.announcing import announce, tell_log
from translit.lexicon.building import compile_default, compile_tables, list_ids
from translit.lexicon.caching import find_cache, forget_old, hash_parts, keep, place
from translit.lexicon.compiling import Compiled
from translit.lexicon.deriving import Tell
from translit.lexicon.errors import LexiconError
from translit.lexicon.fingerprints import find_default_digest
from translit.lexicon.given_tables import GivenTable
from translit.lexicon.layer import Layer
from translit.lexicon.lexicon import Lexicon
from translit.lexicon.storage import FORMAT, Sections, pack_sections, write_lexicon
from translit.lexicon.word_lists import find_made_of, list_words
from translit.tables import Row, Table, list_regions

_PACKAGE = Path(__file__).resolve().parent.parent
_PACKAGED = _PACKAGE / "data" / "default.lexicon"
_BESIDE = _PACKAGE.parent / ".lexicon"
_DEFAULT = "the default tables"
_MOST_UNKEPT = 4


class LayerFile(NamedTuple):
    """A layer of a lexicon: where it is kept, what it is made of, and what makes it.

    `path` is None where nothing can be kept. `digest` is None for the lexicon of the package.
    """

    title: str
    path: Path | None
    digest: str | None
    make: Callable[[int, Tell], Compiled]

    def open(self) -> Sections:
        """Return the file, checked. Raises LexiconError for one that must be built anew."""
        if self.path is None:
            find_cache()  # says why nothing is kept
            raise LexiconError("it is not kept")
        in_package = self.path == _PACKAGED or self.path.parent == _BESIDE
        return Sections(self.path, digest=self.digest, kept=not in_package)


def open_lexicon(
    tables: Sequence[GivenTable | Table | str | os.PathLike[str]], default_tables: bool
) -> Lexicon:
    """Return the lexicon of the default tables and a user's, compiled now or taken from the cache.

    Raises TableError for a table that is wrong.
    """
    layers = [_open_default()]
    if tables:
        given = [t if isinstance(t, GivenTable) else GivenTable(t) for t in tables]
        file = _locate_tables(given, layers[0], default_tables)
        weaker = layers[0] if default_tables else None
        layers.append(Layer(_open_or_build(file), 1, weaker))
    return Lexicon(layers, default_tables=default_tables)


def locate_layers(tables: Sequence[GivenTable], default_tables: bool) -> list[LayerFile]:
    """Return the files of a lexicon's layers, whether they are built or not.

    Builds that of the default tables, if it is not, where there are others: theirs rest on it.
    """
    layers = [_locate_default()]
    if tables:
        layers.append(_locate_tables(tables, _open_default(), default_tables))
    return layers


def build_layer(layer: LayerFile, jobs: int, tell: Tell) -> bool:
    """Build a layer's file if it is not there and whole; return whether that was so.

    Raises what `compile_lexicon` raises, and LexiconError where it cannot be kept.
    """
    with suppress(LexiconError):
        layer.open().check()
        return False
    path = layer.path or find_cache()
    made = layer.make(jobs, tell)
    try:
        write_lexicon(path, pack_sections(made.sections, made.about))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be written: {error.strerror or error}") from None
    return True


def _locate_tables(tables: Sequence[GivenTable], default: Layer, default_tables: bool) -> LayerFile:
    digests = sorted(table.digest for table in tables)
    digest = hash_parts(str(FORMAT), default.about["digest"], str(default_tables), *digests)

    def make(jobs: int, tell: Tell) -> Compiled:
        loaded = [table.load() for table in tables]
        rows = _read_default_rows(default, loaded) if default_tables else ()
        return compile_tables(loaded, Table(_DEFAULT, rows), digest, jobs, tell)

    return LayerFile("the given tables", place(f"tables-{digest}.lexicon"), digest, make)


def _read_default_rows(default: Layer, tables: Sequence[Table]) -> tuple[Row, ...]:
    """The rows of the default tables that these tables change, and of the regions of either."""
    rows: dict[str, Row] = {}
    waiting = sorted(list_ids(tables))
    waiting += [one for table in tables for row in table.rows for one in list_regions(row.fields)]
    while waiting:
        known = default.find_entity(waiting.pop())
        if known and known.id not in rows:
            rows[known.id] = Row(known.id, known.fields, _DEFAULT, 0, {})
            waiting += list_regions(known.fields)
    return tuple(rows[id] for id in sorted(rows))


@lru_cache(maxsize=1)
def _open_default() -> Layer:
    return Layer(_open_or_build(_locate_default()), 0)


def _locate_default() -> LayerFile:
    # A wheel has no more than its lexicon; a copy of a checkout has the tables to build it of.
    if not is_checkout(_PACKAGE.parent) and _is_whole(_PACKAGED):
        return LayerFile(_DEFAULT, _PACKAGED, None, _compile)
    digest = find_default_digest()
    beside = _BESIDE / f"default-{digest}.lexicon"
    path = beside if _is_whole(beside) else place(f"default-{digest}.lexicon")
    return LayerFile(_DEFAULT, path, digest, _compile)


def _is_whole(path: Path) -> bool:
    with suppress(LexiconError):
        Sections(path)
        return True
    return False


def _compile(jobs: int, tell: Tell) -> Compiled:
    if not has_tables():
        raise LexiconError(
            "the lexicon of the default tables is damaged, and what it is built of is not "
            "installed; install translit-fix again"
        )
    return compile_default(list_words(_list_built()), find_default_digest(), jobs, tell)


def build_default(target: Path) -> None:
    """Compile the default tables into the lexicon file `target`.

    One that was built before of the very same is taken as it is, and what is compiled is kept.
    Raises TableError or SchemeError for data that is wrong, LexiconError where the packages that
    tell ordinary words are not installed, OSError where it cannot be written.
    """
    content = _find_default()
    if content is None:
        made = _compile(1, tell_log)
        content = pack_sections(made.sections, made.about)
        keep(place(f"default-{made.about['digest']}.lexicon"), content)
    write_lexicon(target, content)


def _find_default() -> bytes | None:
    """Return the content of a default lexicon that was built of what is here, if there is one."""
    digest = find_default_digest()
    for path in _list_built():
        with suppress(LexiconError, OSError):
            kept = path.parent != _BESIDE
            Sections(path, digest=digest, made_of=find_made_of(), kept=kept).check()
            return path.read_bytes()
    return None


def build_beside() -> Path:
    """Build the default lexicon beside the sources of a checkout, unless it is there and whole.

    Returns its path. What was built there of other sources is removed. Raises what `build_default`
    raises.
    """
    target = _BESIDE / f"default-{find_default_digest()}.lexicon"
    if not _is_whole(target):
        build_default(target)
    for path in _BESIDE.glob("default-*"):
        if path != target:
            path.unlink()
    return target


# What could not be kept, by its digest, the last few: each process builds it once.
_unkept: dict[str | None, bytes] = {}


def _open_or_build(layer: LayerFile) -> Sections:
    with suppress(LexiconError):  # not built yet, or damaged: build it anew
        return layer.open()
    content = _unkept.pop(layer.digest, None) or _build(layer)
    if layer.path is not None and keep(layer.path, content):
        forget_old(layer.path.parent)
        with suppress(LexiconError):  # a disk that does not keep what is written
            return layer.open()
    while len(_unkept) >= _MOST_UNKEPT:
        _unkept.pop(next(iter(_unkept)), None)
    _unkept[layer.digest] = content
    return Sections(content)


def _build(layer: LayerFile) -> bytes:
    is_long, is_kept = layer.title == _DEFAULT, layer.path is not None
    with announce(layer.title, is_long=is_long, is_kept=is_kept):
        made = layer.make(1, tell_log)
    return pack_sections(made.sections, made.about)


def _list_built() -> Iterator[Path]:
    """Give the default lexicons that were built before, of whatever data, the newest first."""
    found = [path for folder in (_BESIDE, place("")) if folder for path in folder.glob("default-*")]
    yield from sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)
