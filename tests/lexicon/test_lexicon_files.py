"""Lexicon files: whole or not there, built anew when damaged, the same for any order of rows."""

import os
from pathlib import Path

import pytest

from translit import Normalizer, load_table
from translit.datafolder import find_data_folder
from translit.lexicon import LexiconError
from translit.lexicon.compiling import compile_lexicon
from translit.lexicon.records import Records, pack_records
from translit.lexicon.sources import Lists, Sources
from translit.lexicon.storage import Sections, pack_sections, write_lexicon

TABLE = 'schema = 1\n[jan]\nkind = "person"\nname = "Jan Kowalsky"\nnative.uk = "Ян Ковальський"\n'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "translit-fix"


def make_table(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(TABLE, encoding="utf-8")
    return path


def normalize(tmp_path: Path) -> str:
    return Normalizer(tables=[make_table(tmp_path)]).normalize("Jan Kovalskyi came.")


def test_a_damaged_lexicon_is_built_anew(tmp_path: Path, cache: Path) -> None:
    assert normalize(tmp_path) == "Jan Kowalsky came."
    (built,) = cache.glob("tables-*.lexicon")
    whole = built.read_bytes()
    for damage in (b"", b"nonsense", whole[: len(whole) // 2], whole[:-1] + b"?"):
        built.write_bytes(damage)
        assert normalize(tmp_path) == "Jan Kowalsky came."
        assert built.read_bytes() == whole


def test_without_a_writable_cache_it_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert normalize(tmp_path) == "Jan Kowalsky came."


def test_a_changed_table_gives_another_lexicon(tmp_path: Path, cache: Path) -> None:
    normalize(tmp_path)
    path = make_table(tmp_path)
    path.write_text(TABLE.replace("Kowalsky", "Kovalsky"), encoding="utf-8")
    assert Normalizer(tables=[path]).normalize("Jan Kowalskyj") == "Jan Kovalsky"
    assert len(list(cache.glob("tables-*.lexicon"))) == 2


def test_a_table_is_parsed_once(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_table(tmp_path)
    assert Normalizer(tables=[path]).normalize("Jan Kovalskyi") == "Jan Kowalsky"
    with monkeypatch.context() as patch:
        patch.delattr("translit.tables.loading.TableFile.parse")
        assert Normalizer(tables=[path]).normalize("Jan Kovalskyi") == "Jan Kowalsky"
    (known,) = cache.glob("table-*.digest")
    known.write_bytes(b"half a dig\xff")
    assert Normalizer(tables=[path]).normalize("Jan Kovalskyi") == "Jan Kowalsky"


def test_what_was_compiled_long_ago_is_removed(tmp_path: Path, cache: Path) -> None:
    normalize(tmp_path)
    (built,) = cache.glob("tables-*.lexicon")
    (digest,) = cache.glob("table-*.digest")
    for path in (built, digest, cache / "others.txt"):
        path.touch()
        os.utime(path, (0, 0))
    (tmp_path / "own.toml").write_text(TABLE.replace("Kowalsky", "Kovalsky"), encoding="utf-8")
    Normalizer(tables=[tmp_path / "own.toml"])
    assert not built.exists()
    assert not digest.exists()
    assert (cache / "others.txt").exists()


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        write_lexicon(tmp_path / "x.lexicon", "no bytes")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_lexicon_is_the_same_for_the_same_rows_in_any_order() -> None:
    rows = load_table(find_data_folder() / "entities" / "russia" / "organizations.toml").rows
    words = [("word", 1), ("name", 3), ("слово", 2), ("мова", 1)]
    made = [
        compile_lexicon(Sources(rows[::step], lists=Lists(dict(words[::step]))), "d")
        for step in (1, -1)
    ]
    one, two = (pack_sections(each.sections, each.about) for each in made)
    assert one == two


def test_records_are_found_by_number() -> None:
    for records in ([], [b""], [b"", b"abc", "Київ".encode()], [b"ab" * n for n in range(300)]):
        assert list(Records(memoryview(pack_records(records)))) == records


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.lexicon"):
        Sections(tmp_path / "none.lexicon")
