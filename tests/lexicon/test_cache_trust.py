"""The cache is used only where it is surely what was kept there; else all is built anew."""

import errno
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from translit import Normalizer
from translit.lexicon import (
    GivenTable,
    LexiconError,
    Sections,
    build_layer,
    caching,
    locate_layers,
    open_lexicon,
)
from translit.lexicon.storage import pack_sections

TABLE = 'schema = 1\n[jan]\nkind = "person"\nname = "Jan Kowalsky"\nnative.uk = "Ян Ковальський"\n'
TEXT, RIGHT = "Jan Kovalskyi came.", "Jan Kowalsky came."


@pytest.fixture(scope="module", autouse=True)
def default() -> None:
    """The lexicon of the default tables is at hand, not to be built in each new cache."""
    open_lexicon((), True)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "translit-fix"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def built(cache: Path, table: Path) -> Path:
    """The lexicon file of the table, kept in the cache."""
    assert normalize(table) == RIGHT
    (path,) = cache.glob("tables-*.lexicon")
    return path


def _list_files(folder: Path) -> dict[str, tuple[int, int]]:
    """What a file written anew would have otherwise; not when it was read."""
    found = ((path.name, path.stat()) for path in folder.iterdir())
    return {name: (status.st_ino, status.st_mtime_ns) for name, status in found}


def normalize(table: Path) -> str:
    return Normalizer(tables=[table], default_tables=False).normalize(TEXT)


def test_the_folder_is_the_users_alone(built: Path) -> None:
    assert stat.S_IMODE(built.parent.stat().st_mode) == 0o700


def test_any_flipped_bit_is_seen(built: Path, table: Path) -> None:
    whole = built.read_bytes()
    chance = random.Random(11)
    for _ in range(30):
        at = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        built.write_bytes(damaged)
        assert normalize(table) == RIGHT
        assert built.read_bytes() == whole


@pytest.mark.parametrize("length", [0, 1, 17, 45, 46, 200, -1, -46])
def test_a_file_cut_short_is_built_anew(built: Path, table: Path, length: int) -> None:
    whole = built.read_bytes()
    built.write_bytes(whole[:length])
    assert normalize(table) == RIGHT
    assert built.read_bytes() == whole


def _poison(path: Path, digest: str | None = None) -> bytes:
    """A whole lexicon that says something else."""
    found = Sections(path)
    sections = {name: bytes(found.view(name)) for name in found.about["sections"]}
    sections["entities"] = sections["entities"].replace(b"Kowalsky", b"Poisoned")
    about = {**found.about, "digest": digest or found.about["digest"]}
    return pack_sections(sections, about)


def test_a_lexicon_of_other_tables_is_not_used(built: Path, table: Path) -> None:
    whole = built.read_bytes()
    built.write_bytes(_poison(built, "0" * 32))
    assert normalize(table) == RIGHT
    assert built.read_bytes() == whole


def test_a_lexicon_without_what_it_needs_is_refused() -> None:
    with pytest.raises(LexiconError, match="of another version"):
        Sections(pack_sections({"keys": b""}, {"digest": ""}))


@pytest.mark.parametrize("mode", [0o666, 0o664, 0o646, 0o777])
def test_a_file_that_others_may_write_is_not_used(built: Path, table: Path, mode: int) -> None:
    built.write_bytes(_poison(built))
    built.chmod(mode)
    assert normalize(table) == RIGHT
    assert stat.S_IMODE(built.stat().st_mode) == 0o644


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o1777, 0o757])
def test_what_lay_in_an_open_folder_is_not_used(built: Path, table: Path, mode: int) -> None:
    built.write_bytes(_poison(built))
    built.parent.chmod(mode)
    assert normalize(table) == RIGHT
    assert not built.parent.stat().st_mode & 0o022


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_another_users_file_is_not_used(built: Path, table: Path) -> None:
    built.write_bytes(_poison(built))
    os.chown(built, 4242, -1)
    assert normalize(table) == RIGHT
    assert built.stat().st_uid == 0


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_another_users_folder_is_neither_read_nor_written(built: Path, table: Path) -> None:
    built.write_bytes(_poison(built))
    os.chown(built.parent, 4242, -1)
    before = _list_files(built.parent)
    assert normalize(table) == RIGHT
    assert _list_files(built.parent) == before


def test_a_pipe_in_its_place_does_not_hang(built: Path, table: Path) -> None:
    built.unlink()
    os.mkfifo(built)
    with pytest.raises(LexiconError, match="is no regular file"), caching.open_kept(built):
        pass
    assert normalize(table) == RIGHT
    assert built.is_file()


def test_a_folder_in_its_place_does_not_matter(built: Path, table: Path) -> None:
    built.unlink()
    built.mkdir()
    assert normalize(table) == RIGHT


def test_a_digest_is_read_only_where_it_belongs(cache: Path, built: Path, table: Path) -> None:
    other = table.with_name("other.toml")
    other.write_text(TABLE.replace("Kowalsky", "Kovalsky"), "utf-8")
    (mine,) = cache.glob("table-*.digest")
    assert normalize(other) == "Jan Kovalsky came."
    (its,) = set(cache.glob("table-*.digest")) - {mine}
    its.write_bytes(mine.read_bytes())  # it would lead to the lexicon of the first table
    assert normalize(other) == "Jan Kovalsky came."
    its.write_text("0" * 64, "ascii")
    assert normalize(other) == "Jan Kovalsky came."


def _fill_disk(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    real: Callable[..., IO[bytes]] = os.fdopen

    def fail(*args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fdopen(handle: int, mode: str = "r") -> object:
        file = real(handle, mode)
        return _Full(file, method) if mode == "wb" else file

    class _Full:
        def __init__(self, file: IO[bytes], method: str) -> None:
            self._file = file
            setattr(self, method, fail)

        def __enter__(self) -> "_Full":
            return self

        def __exit__(self, *error: object) -> None:
            self._file.close()

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

    monkeypatch.setattr(caching.os, "fdopen", fdopen)


@pytest.mark.parametrize("method", ["write", "flush"])
def test_on_a_full_disk_it_works_in_memory(
    cache: Path, table: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    _fill_disk(monkeypatch, method)
    assert normalize(table) == RIGHT
    assert list(cache.iterdir()) == []


def test_what_cannot_be_kept_is_built_once_a_process(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert normalize(table) == RIGHT
    monkeypatch.delattr("translit.lexicon.opening.compile_tables")
    assert normalize(table) == RIGHT
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "free"))  # and kept once that can be done
    assert normalize(table) == RIGHT
    assert list((tmp_path / "free" / "translit-fix").glob("tables-*.lexicon"))


def test_where_nothing_can_be_kept_building_ahead_says_why(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    layer = locate_layers([GivenTable(table)], default_tables=False)[1]
    assert layer.path is None
    with pytest.raises(LexiconError, match="file/translit-fix: cannot be used"):
        build_layer(layer, 1, lambda done, total: None)


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the environment nor the system knows where this user is at home."""
    for name in ("HOME", "XDG_CACHE_HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_242_424)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("homeless")
def test_a_user_without_a_home_keeps_nothing(table: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert caching.place("x") is None
    with pytest.raises(LexiconError, match="set XDG_CACHE_HOME to a folder of yours"):
        caching.find_cache()
    assert normalize(table) == RIGHT
    assert sorted(tmp_path.iterdir()) == before  # no folder called ~


def test_a_home_that_cannot_be_read_keeps_nothing(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **more: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", refuse)
    assert normalize(table) == RIGHT


def test_a_cache_that_cannot_be_made_keeps_nothing(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/no/such/place")
    assert normalize(table) == RIGHT
