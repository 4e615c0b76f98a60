"""The two tables beside those of entities."""

from pathlib import Path

import pytest

from translit.tables import GivenName, Guard, TableError, load_given_names, load_guards


def file_of(text: str, folder: Path) -> Path:
    path = folder / "file.toml"
    path.write_text(f"schema = 1\n{text}", "utf-8")
    return path


def test_given_names(tmp_path: Path) -> None:
    text = """
[alexander]
gender = "m"
native = { ru = "Александр", uk = ["Олександр", "Олекса"] }
latin = { en = "Alexander", fr = "Alexandre" }
[olena]
gender = "f"
native.uk = "Олена"
"""
    assert load_given_names(file_of(text, tmp_path)) == (
        GivenName(
            "alexander",
            "m",
            {"ru": ("Александр",), "uk": ("Олександр", "Олекса")},
            {"en": ("Alexander",), "fr": ("Alexandre",)},
        ),
        GivenName("olena", "f", {"uk": ("Олена",)}, {}),
    )


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[a]\nnative.ru = "А"', 2, "`a` has no `gender`"),
        ('[a]\ngender = "m"\nnative.ru = "А"\nlatin.en = ["A", 1]', 5, "`a.latin.en[2]` must be"),
        ('[a]\ngender = "m"\nnative.ru = "Aлекс"', 4, "LATIN CAPITAL LETTER A (U+0041)"),
        ('[a]\ngender = "m"\nnative.ru = "А"\nlatn.en = "A"', 5, "unknown field `latn`"),
        ('[A]\ngender = "m"', 2, "`id` cannot be 'A'"),
        ('a = "m"', 2, "`a` must be a map, not a string"),
    ],
)
def test_bad_given_names(text: str, line: int, problem: str, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        load_given_names(file_of(text, tmp_path))
    assert problem in caught.value.problem
    assert caught.value.line == line


def test_guards(tmp_path: Path) -> None:
    text = """
[[guards]]
text = "chicken {kyiv}"
because = "the dish"
[[guards]]
text = "Sankt-Peterburg {PLACE}-class"
because = "ships"
"""
    assert load_guards(file_of(text, tmp_path)) == (
        Guard("chicken {kyiv}", ("chicken",), (), "kyiv", "the dish"),
        Guard(
            "Sankt-Peterburg {PLACE}-class", ("sankt", "peterburg"), ("class",), "PLACE", "ships"
        ),
    )
    assert load_guards(file_of("", tmp_path)) == ()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[[guards]]\ntext = "chicken Kyiv"\nbecause = "x"', 2, "not exactly one pair of braces"),
        ('[[guards]]\ntext = "{a} {b}"\nbecause = "x"', 2, "not exactly one pair of braces"),
        ('[[guards]]\ntext = "a {kyiv}"\nbecause = "x"\n\n[[guards]]\ntext = "{}"\nbecause = "x"',
         6, "`text` is empty"),
        ('[[guards]]\ntext = "{kyiv}"\nbecause = "x"', 2, "no word beside its braces"),
        ('[[guards]]\ntext = "a {Kyiv}"\nbecause = "x"', 2, "`text` cannot be 'Kyiv'"),
        ('[[guards]]\ntext = "a {kyiv}\'s"\nbecause = "x"', 2, "sticking to its braces"),
        ('[[guards]]\ntext = "a {kyiv}"', 2, "`guard` has no `because`"),
        ('[guards]\ntext = "a {kyiv}"', 2, "`guards` must be a list"),
        ('[[gards]]\ntext = "a {kyiv}"', 2, "unknown table `gards`"),
        ('guards = [1]', 2, "`guard` must be a map, not a number"),
    ],
)  # fmt: skip
def test_bad_guards(text: str, line: int, problem: str, tmp_path: Path) -> None:
    with pytest.raises(TableError) as caught:
        load_guards(file_of(text, tmp_path))
    assert problem in caught.value.problem
    assert caught.value.line == line
