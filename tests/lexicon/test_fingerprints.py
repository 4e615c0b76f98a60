"""The digest of the default lexicon changes with what is built, and with nothing else."""

import shutil
import textwrap
from pathlib import Path

import pytest

from translit.lexicon import fingerprints
from translit.lexicon.fingerprints import describe_code

PACKAGE = Path(fingerprints.__file__).parents[1]
ROOTS = ("translit.lexicon.building", "translit.lexicon.ordinary")


def names(roots: tuple[str, ...] = ROOTS) -> set[str]:
    return {row.split(" ")[0] for row in describe_code(roots, PACKAGE)}


def test_it_is_of_the_modules_that_compile() -> None:
    found = names()
    assert {
        "translit.lexicon.compiling",
        "translit.lexicon.deriving",
        "translit.schemes.scheme",
        "translit.schemes.folding",
        "translit.tables.row_check",
    } <= found
    rooms = {name.split(".")[1] for name in found}
    assert rooms == {"datafolder", "languages", "lexicon", "schemes", "tables"}
    for other in ("caching", "layer", "lexicon", "opening", "storage"):
        assert f"translit.lexicon.{other}" not in found
    assert "translit.schemes.backward" not in found  # the door of its room leads past it


def describe(tmp_path: Path, code: str, **others: str) -> list[str]:
    package = tmp_path / "translit"
    shutil.rmtree(package, ignore_errors=True)
    for name, text in {"a": code, **others}.items():
        path = package.joinpath(*name.split("__")).with_suffix(".py")
        if path.name == "door.py":
            path = path.with_name("__init__.py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), "utf-8")
    return describe_code(["translit.a"], package)


CODE = '''\
"""What it is."""

LIMIT = 3
"""So many."""


def count(text: str) -> int:
    """Count."""
    return len(text) + LIMIT
'''


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"""What it is."""', '"""Something else."""'),
        ('"""So many."""', '"""How many."""'),
        ('    """Count."""\n', ""),
        ("LIMIT = 3", "LIMIT = 3  # no more"),
        ("    return len(text) + LIMIT", "    return (\n        len(text) + LIMIT\n    )"),
        ("LIMIT = 3\n", "\n\n\nLIMIT = 3\n"),
    ],
)
def test_what_cannot_matter_changes_nothing(tmp_path: Path, before: str, after: str) -> None:
    assert before in CODE
    assert describe(tmp_path, CODE) == describe(tmp_path, CODE.replace(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("LIMIT = 3", "LIMIT = 4"),
        ("+ LIMIT", "- LIMIT"),
        ("count(", "number("),
        ("len(text)", 'len("text")'),
        ("return len(text)", "return 2 * len(text)"),
    ],
)
def test_what_matters_changes_it(tmp_path: Path, before: str, after: str) -> None:
    assert before in CODE
    assert describe(tmp_path, CODE) != describe(tmp_path, CODE.replace(before, after))


def test_imports_lead_through_doors_to_what_is_meant(tmp_path: Path) -> None:
    door = "from translit.room.one import go\nfrom translit.room.two import stop\n"
    one, two = "def go(): return 1\n", "def stop(): return 2\n"
    code = "import os\nfrom translit.room import go\n"
    files = {"room__door": door, "room__one": one, "room__two": two}
    found = describe(tmp_path, code, **files)
    assert [row.split(" ")[0] for row in found] == ["translit.a", "translit.room.one"]
    assert found == describe(tmp_path, code, **{**files, "room__two": "def stop(): return 3\n"})
    assert found != describe(tmp_path, code, **{**files, "room__one": "def go(): return 3\n"})


def test_an_import_inside_a_function_counts(tmp_path: Path) -> None:
    code = "def f():\n    from translit.b import g\n    return g()\n"
    assert len(describe(tmp_path, code, b="def g(): return 1\n")) == 2


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder of data instead of the one at hand."""
    folder = tmp_path / "data"
    for name, text in {
        "entities/people.toml": 'schema = 1\n[jan]\nname = "Jan"\nnative.uk = "Ян"\n',
        "schemes/uk/x.toml": 'title = "x"\n',
        "styles/news.toml": 'title = "News"\n',
        "name_endings.toml": "she = []\n",
        "README.md": "Data.\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    monkeypatch.setattr(fingerprints, "find_data_folder", lambda: folder)
    monkeypatch.setattr(fingerprints, "describe_code", lambda roots, package=None: [])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("entities/people.toml", '# hi\nschema=1\n[jan]\nname = "Jan"\nnative.uk = "Ян"', True),
        ("styles/news.toml", 'title = "Other"\n', True),
        ("README.md", "More data.\n", True),
        ("entities/people.toml", 'schema = 1\n[jan]\nname = "Jon"\nnative.uk = "Ян"\n', False),
        ("schemes/uk/y.toml", 'title = "y"\n', False),
        ("name_endings.toml", 'she = ["she"]\n', False),
        ("name_endings.toml", "not TOML\n", False),
    ],
)
def test_data_counts_as_it_is_parsed(data: Path, name: str, text: str, same: bool) -> None:
    before = fingerprints.find_default_digest()
    (data / name).write_text(text, "utf-8")
    assert (fingerprints.find_default_digest() == before) is same


def test_the_order_of_what_is_said_counts(data: Path) -> None:
    """The first native name is the name's own."""
    path = data / "entities" / "people.toml"
    rows = ['native.uk = "Ян"\n', 'native.ru = "Ян"\n']
    digests = set()
    for ordered in (rows, rows[::-1]):
        path.write_text("schema = 1\n[jan]\n" + "".join(ordered), "utf-8")
        digests.add(fingerprints.find_default_digest())
    assert len(digests) == 2


def test_it_is_remembered_while_no_file_changes(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = fingerprints.find_default_digest()
    monkeypatch.setattr(fingerprints, "compute_default_digest", lambda: "0" * 32)
    assert fingerprints.find_default_digest() == found
    (data / "name_endings.toml").touch()
    assert fingerprints.find_default_digest() == "0" * 32
