"""How papers of other languages print the names of a language."""

import tomllib

import pytest

from translit.datafolder import find_data_folder
from translit.languages import find_way_abroad


@pytest.mark.parametrize(
    ("lang", "way"),
    [
        ("fr", "kept"),
        ("be", "derived"),
        ("uz-Latn", "from_russian"),
        ("ko", "heard"),
        ("xx", "heard"),
    ],
)
def test_way(lang: str, way: str) -> None:
    assert find_way_abroad(lang) == way


def test_a_language_is_in_one_list() -> None:
    content = tomllib.loads((find_data_folder() / "names_abroad.toml").read_text("utf-8"))
    del content["schema"], content["adopted"]
    langs = [lang for some in content.values() for lang in some]
    assert sorted(set(langs)) == sorted(langs)
