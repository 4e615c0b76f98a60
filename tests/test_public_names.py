"""What `import translit` gives: the errors that a user catches, and tables in every shape."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import translit
from translit import Normalizer, explain_names, load_table, normalize_names

ERRORS = ("DocumentError", "LexiconError", "SchemeError", "StyleError", "TableError")


@pytest.mark.parametrize("name", ERRORS)
def test_each_error_is_exported_and_described(name: str) -> None:
    error = getattr(translit, name)
    assert name in translit.__all__
    assert issubclass(error, ValueError)
    assert error.__doc__ and error.__name__ == name
    assert f"`{name}`" in (Path(__file__).parents[1] / "docs" / "python.md").read_text("utf-8")


def test_everything_public_is_there() -> None:
    assert sorted(translit.__all__) == translit.__all__
    assert all(getattr(translit, name).__doc__ for name in translit.__all__)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text('schema = 1\n[a]\nkind = "place"\nname = "Ourtown"\naliases = ["Urtaun"]\n')
    return path


@pytest.mark.parametrize(
    "give",
    [str, Path, load_table, lambda path: [path], lambda path: (str(path),),
     lambda path: iter([load_table(path)])],
    ids=["str", "Path", "Table", "list", "tuple", "iterator"],
)  # fmt: skip
def test_one_table_or_several(give: Callable[[Path], Any], path: Path) -> None:
    assert Normalizer(tables=give(path)).normalize("in Urtaun") == "in Ourtown"
    assert normalize_names("in Urtaun", tables=give(path)) == "in Ourtown"
    assert explain_names("in Urtaun", tables=give(path)).text == "in Ourtown"


@pytest.mark.parametrize("tables", [b"own.toml", [b"own.toml"], None, 3, [None], {"a": "b"}])
def test_what_is_no_table_is_refused_with_advice(tables: Any) -> None:
    for call in (Normalizer, lambda tables: normalize_names("a", tables=tables)):
        with pytest.raises(TypeError, match="path") as caught:
            call(tables=tables)
        assert ("fsdecode" in str(caught.value)) == ("own.toml" in str(tables))
    with pytest.raises(TypeError, match="bytes are no path"):
        load_table(b"own.toml")  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", [None, 3, b"de"])
def test_what_is_no_code_of_a_language_is_refused_with_advice(lang: Any) -> None:
    with pytest.raises(TypeError, match="a language is given by its code"):
        normalize_names("a", lang=lang)
