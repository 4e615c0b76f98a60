"""Grammar in files of languages: wrong blocks are refused with their line and the cure."""

from pathlib import Path

import pytest

from translit.languages import LanguageError
from translit.languages.language_file import read_language

HEAD = (
    'schema = 1\ntitle = "Galician"\ncode = "gl"\nscript = "Latin"\ncases = ["nom", "gen"]\n'
    'sounds = { C = "bcd", V = "aei" }\n'
)
BLOCK = '[[paradigms]]\nof = ["family"]\nafter = "C"\nforms = { gen = "{}a" }\n'
GOOD = BLOCK + 'examples = [["Bad", "gen", "Bada"]]\n'
MADE = '[[feminine]]\nafter = "C"\nto = "{}a"\nexamples = [["Bad", "Bada"]]\n'


def _read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gl.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    read_language(path)


def test_right_blocks_are_read(tmp_path: Path) -> None:
    _read(tmp_path, 'harmony = { back = "a", front = "e", A = ["a", "e"] }\n' + GOOD + MADE)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (GOOD + GOOD.replace('after = "C"\n', ""), 12, "`after` is missing in [[paradigms]]"),
        (GOOD + GOOD.replace("forms", "form"), 15, "did you mean `forms`"),
        (GOOD + GOOD.replace("family", "familly"), 13, "`of` is a list of family, given"),
        (GOOD + GOOD.replace('["family"]', "[]"), 13, "`of` is a list of family, given"),
        (GOOD + GOOD.replace('["family"]', '"family"'), 13, "`of` is a list of texts"),
        (GOOD.replace('"C"', '"C"\ngender = "x"'), 10, "`gender` is one of m, f, n"),
        (GOOD.replace('"C"', '"C"\nnumber = "du"'), 10, "`number` is one of sg, pl"),
        (GOOD.replace('"C"', '"C"\nforeign = "yes"'), 10, "`foreign` is true or false"),
        (GOOD.replace('"C"', '"C"\njoin = "-"'), 10, "`join` is a list of texts"),
        (GOOD.replace('"C"', "[]"), 9, "`after` is a list of texts"),
        (GOOD.replace("gen =", "dat ="), 10, "unknown case `dat`; `cases` has nom, gen"),
        (GOOD.replace('"{}a"', '"{}{A}"'), 10, "`{A}` is not known; braces are {}, C, V"),
        (GOOD.replace('"{}a"', '"a{}"'), 10, "comes first"),
        (GOOD.replace('"{}a"', "1"), 10, "`gen` is a form or a list"),
        (GOOD.replace('{ gen = "{}a" }', '"all"'), 10, '`forms` is "same" or a table'),
        (GOOD.replace('"gen", "Bada"', '"acc", "Bada"'), 11, "unknown case `acc`"),
        (GOOD.replace(', "Bada"', ""), 11, "`examples` are lists"),
        (BLOCK + "examples = []\n", 11, "`examples` are lists"),
        (MADE.replace('to = "{}a"\n', ""), 7, "`to` is missing in [[feminine]]"),
        (MADE.replace('"Bad", ', ""), 10, '["Merkel", "Merkelová"]'),
        (MADE.replace("after", "affter"), 8, "did you mean `after`"),
        ('[[before]]\nwords = ["w", "we"]\n', 8, "`words` are pairs"),
        ('[[before]]\nwords = [["w", "we"]]\nfirst = "X"\n', 9, "`first` is one of the sounds"),
        ('[[before]]\nwords = [["w", "we"]]\ncheck = 1\n', 9, "`check` is true or false"),
        ("harmony = { A = 1 }\n", 7, "`A` is by `back` and `front`"),
        ('harmony = { back = ["a"] }\n', 7, "`back` and `front` are vowels"),
        ('phrases = "first"\n', 7, "`phrases` is one of words, last"),
        ('agreeing = "ne"\n', 7, "`agreeing` is a list of words"),
    ],
)
def test_a_wrong_block_is_refused(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(LanguageError) as raised:
        _read(tmp_path, text)
    assert str(raised.value).startswith(f"{tmp_path / 'gl.toml'}:{line}: ")
    assert what in str(raised.value)
