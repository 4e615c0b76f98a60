"""`translit lexicon`: tables compiled ahead of use, whole or said to be damaged."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from translit.lexicon import LexiconError, Sections, deriving, locate_layers

TABLE = 'schema = 1\n[jan]\nkind = "person"\nname = "Jan Kowalsky"\nnative.uk = "Ян Ковальський"\n'


@pytest.fixture
def built(command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table's lexicon file, built by the command in a cache that has the default one."""
    default_layer = locate_layers([], default_tables=True)[0].path
    assert default_layer is not None
    (folder / "cache" / "translit-fix").mkdir(0o755, parents=True)
    (folder / "cache" / "translit-fix" / default_layer.name).symlink_to(default_layer)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / "names.toml").write_text(TABLE, "utf-8")
    outcome = command("translit", "lexicon", "build", "names.toml")
    default, tables = outcome.out.decode().splitlines()
    assert outcome.status == 0
    assert default.startswith("the default tables: ")
    said, _, path = tables.rpartition(": ")
    assert said == "the given tables: built"
    return Path(path)


def test_what_is_whole_is_not_built_again(command: Command, built: Path) -> None:
    before = built.stat()
    outcome = command("translit", "lexicon", "build", "names.toml")
    after = built.stat()
    assert f"the given tables: whole already: {built}" in outcome.out.decode()
    # What is written anew is another file, or has another time; when it was read is no matter.
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_info_says_what_it_holds(command: Command, built: Path) -> None:
    outcome = command("translit", "lexicon", "info", "names.toml")
    lines = outcome.out.decode().splitlines()[4:]
    assert outcome.status == 0
    assert lines[:2] == ["the given tables: whole", f"  {built}"]
    assert lines[2].startswith("  rows 1, words 6, spellings ")
    assert lines[3].startswith(f"  {built.stat().st_size:,} bytes, of tables ")


@pytest.mark.parametrize("section", ["keys", "entities", "scheme_sets"])
def test_damage_is_told_and_mended(command: Command, built: Path, section: str) -> None:
    whole = built.read_bytes()
    at = Sections(built).about["sections"][section][0]
    built.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    outcome = command("translit", "lexicon", "info", "names.toml")
    assert outcome.status == 1
    assert f"its section {section} is damaged" in outcome.out.decode()
    assert command("translit", "lexicon", "build", "names.toml").status == 0
    assert built.read_bytes() == whole


def test_what_is_not_built_is_told(command: Command, built: Path) -> None:
    outcome = command("translit", "lexicon", "info", "names.toml", "--no-default-tables")
    assert outcome.status == 1
    assert "the given tables: not built" in outcome.out.decode()


def test_a_wrong_table_is_named(command: Command, folder: Path) -> None:
    (folder / "names.toml").write_text(TABLE.replace("kind", "knd"), "utf-8")
    outcome = command("translit", "lexicon", "build", "names.toml")
    assert outcome.status == 2
    assert "names.toml:3: unknown field `knd`" in outcome.err


WORDS = [("uk", "Ковальський", False), ("ru", "Горький", True), ("be", "Лукашэнка", False)]


def test_processes_derive_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(deriving.derive_all(WORDS, {}, 1, lambda done, total: None))
    monkeypatch.setattr(deriving, "_BATCH", 1)
    told: list[tuple[int, int]] = []
    assert list(deriving.derive_all(WORDS, {}, 2, lambda *far: told.append(far))) == alone
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deriving, "_BATCH", 1)
    monkeypatch.setattr(deriving, "_derive_batch", _die)
    with pytest.raises(LexiconError, match=r"ended from outside.*--jobs 1"):
        list(deriving.derive_all(WORDS, {}, 2, lambda done, total: None))


def _die(words: object) -> None:
    os._exit(1)


def test_alone_lists_what_means_a_row_by_itself(command: Command, built: Path) -> None:
    Path("cities.toml").write_text(
        'schema = 1\n[hrymel]\nkind = "place"\nname = "Hrymel"\nnative.uk = "Гримель"\n'
        'in = "ukraine"\nsize = "large"\naliases = ["Brack", "Grimmburg"]\n',
        "utf-8",
    )
    outcome = command("translit", "lexicon", "alone", "names.toml", "cities.toml")
    (line,) = outcome.out.decode().splitlines()
    entity_id, _, spellings = line.partition("\t")
    assert (outcome.status, entity_id) == (0, "hrymel")
    assert {"Grimmburg", "Hrymeľ"} <= set(spellings.split(", "))
    assert "Brack" not in spellings.split(", ")
    outcome = command("translit", "lexicon", "alone", "--others", "names.toml", "cities.toml")
    assert outcome.out.decode() == "hrymel\tBrack\tfamily, place russia, entity bratsk\n"
