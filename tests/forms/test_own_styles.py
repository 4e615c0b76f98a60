"""Styles of one's own: what a file may say, and what a house's names become."""

from pathlib import Path

import pytest

from translit import Normalizer
from translit.forms import StyleError

HEAD = 'schema = 1\ntitle = "The Harbour Herald"\nuse = "name"\nlanguage = "en"\n'
NAMES = HEAD + "[names]\n"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (NAMES + 'kyiv = ""\n', 6, "the form of `kyiv` is no name"),
        (NAMES + 'lviv = "Lviv"\nkyiv = " 7 "\n', 7, "the form of `kyiv` is no name"),
        (NAMES + 'kyiv = "Ki\\nev"\n', 6, "write it in one line"),
        (HEAD.replace('"en"', '"xx"'), 4, "`translit languages` lists"),
        (HEAD.replace('"en"', '"uck"'), 4, "did you mean uk?"),
        (HEAD.replace('"en"', "5"), 4, "no language that is known: 5"),
        (HEAD.replace('"The Harbour Herald"', "5"), 2, "`title` is a text"),
        (HEAD + "names = []\n", 5, "a table of strings"),
        (HEAD.replace('"name"', '"nam"'), 3, "`use` is one of name"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "herald.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(StyleError) as raised:
        Normalizer(style=path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert what in str(raised.value)


def test_a_name_of_many_words_is_parted_as_is_likeliest(tmp_path: Path) -> None:
    path = tmp_path / "herald.toml"
    form = "Volodymyr Oleksandrovych von der Zelensky"
    path.write_text(NAMES + f'volodymyr-zelensky = "{form}"\n', "utf-8")
    house = Normalizer(style=path)
    assert house.normalize("Selenskyj left Kijów.") == "Zelensky left Kyiv."
