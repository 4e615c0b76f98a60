"""Files of languages: ours are right, and wrong ones are refused with their line and the cure."""

from pathlib import Path

import pytest

from translit.languages import LanguageError, find_language, list_language_codes, load_languages
from translit.languages.language_file import read_language

HEAD = 'schema = 1\ntitle = "Galician"\ncode = "gl"\nscript = "Latin"\n'


def test_every_file_of_ours_is_read() -> None:
    assert set(load_languages()) == set(list_language_codes())


@pytest.mark.parametrize(("code", "meant"), [("no", "nb"), ("sh", "sr"), ("mo", "ro")])
def test_codes_that_mean_another(code: str, meant: str) -> None:
    assert find_language(code).code == meant


def test_a_language_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "gl.toml"
    path.write_text(
        HEAD + 'small_words = ["o", "unha"]\n[around]\ntitles = { m = ["señor"] }\n'
        '[countries]\nukraine = { names = ["Ucraína"] }\n[possession]\nelisions = ["d’"]\n',
        encoding="utf-8",
    )
    language = read_language(path)
    assert language.small_words == ("o", "unha")
    assert language.around.titles == {"m": ("señor",)}
    assert language.countries["ukraine"].names == ("Ucraína",)
    assert language.elisions == ("d’",)
    assert not language.declines


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("schema = 2\n", 1, "`title` is missing"),
        (HEAD.replace("= 1", "= 2"), 1, "`schema = 1` only"),
        (HEAD.replace('"gl"', '"pt"'), 3, 'code = "gl"'),
        (HEAD + 'nouns = "big"\n', 5, "small, capital"),
        (HEAD.replace('"Latin"', '"Latn"'), 4, "`script` is one of Latin, Cyrillic"),
        (HEAD.replace('"Latin"', '["Latin"]'), 4, "`script` is one of Latin, Cyrillic"),
        (HEAD.replace('title = "', 'title = 5 # "'), 2, "`title` is a text"),
        (HEAD + "small_word = []\n", 5, "did you mean `small_words`"),
        (HEAD + 'small_words = "o"\n', 5, "is a list of words"),
        (HEAD + "small_words = [1]\n", 5, "is a list of words"),
        (HEAD + "[around]\ntitels = []\n", 6, "did you mean `titles`"),
        (HEAD + "[around]\ntitles = { x = [] }\n", 6, "unknown field `x`"),
        (HEAD + "[countries]\nukraine = []\n", 6, "is a table"),
        (HEAD + "[possession]\nending = []\n", 6, "did you mean `endings`"),
        (HEAD + "paradigms = 1\n", 5, "are blocks"),
        (HEAD + "around = 1\n", 5, "is a table"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "gl.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError) as raised:
        read_language(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert what in str(raised.value)


@pytest.mark.parametrize("content", [b"\xff", b"schema = "])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gl.toml"
    path.write_bytes(content)
    with pytest.raises(LanguageError, match="cannot be read as a language"):
        read_language(path)


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    with pytest.raises(LanguageError, match="did you mean"):
        find_language("ukr")
