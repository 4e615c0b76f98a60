"""Columns: a part of a text has the words that it has by itself, without being cut again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit.lexicon import open_lexicon
from translit.page import Columns, Scanner
from translit.page.page import Page

SCANNER = Scanner(open_lexicon((), default_tables=True))
WORDS = st.sampled_from(("Szojgu", "she", "Zelens’kyj’s", "\n", "Łódź", "-", "'tis", "3", "Анна,"))


@given(st.lists(WORDS, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_what_is_cut_out_is_what_is_cut(words: list[str], one: int, other: int) -> None:
    first, last = sorted((one, other))
    text, before = " ".join(words), len(" ".join((*words[:first], "")))
    part = " ".join(words[first:last])
    found = Columns(text, SCANNER.vocabulary).cut_out(before, before + len(part))
    wanted = Columns(part, SCANNER.vocabulary)
    assert found.text == part
    assert (found.words, found.starts, found.stops) == (wanted.words, wanted.starts, wanted.stops)


@pytest.mark.parametrize(
    ("own", "women"),
    [((0, 28), {"she", "herself"}), ((4, 28), {"herself"}), ((4, 17), set()), ((0, 3), {"she"})],
)
def test_women_are_of_what_is_its_own(own: tuple[int, int], women: set[str]) -> None:
    page = Page("she went and saw her herself", SCANNER, own=own)
    assert page.women & {"she", "herself"} == women
    assert Page("Xshe went", SCANNER, own=(1, 9)).women == {"she"}  # a part may start in a word
