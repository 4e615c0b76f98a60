"""How a language writes and orders names: the heads of the files, and what tables make of them."""

import pytest

from translit.languages import find_region, list_scripts, puts_family_first
from translit.languages.native_names import _find_head


@pytest.mark.parametrize("lang", ["xx", "und", ""])
def test_of_an_unknown_language_nothing_is_said(lang: str) -> None:
    assert not puts_family_first(lang)
    assert list_scripts(lang) == ()
    assert find_region(lang) == ""


@pytest.mark.parametrize(("lang", "of"), [("ko-Kore", "ko"), ("zh-Hant", "zh"), ("no", "nb")])
def test_a_language_is_found_by_what_its_code_begins_with(lang: str, of: str) -> None:
    assert _find_head(lang) == _find_head(of)


def test_only_the_head_of_a_file_is_read() -> None:
    head = _find_head("ru")
    assert head["script"] == "Cyrillic"
    assert not head.keys() & {"small_words", "around", "countries"}
