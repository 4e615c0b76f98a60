"""Spellings near to a word: all that are near are found among the few that are measured."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from translit.lexicon import Lexicon, open_lexicon
from translit.lexicon import near as module
from translit.lexicon.near import NearIndex, list_slips

SPELLINGS = (
    "lukashenko", "lukashenka", "lukaszenka", "łukaszenka", "lukachenko", "lukašenko", "lukašenka",
    "lukin", "lavrov", "lavrova", "lawrow", "ladva", "lada", "lebedev", "lebedeva", "lebedzeu",
    "minsk", "minska", "mensk", "мiнск", "мінск", "d'arc", "d'arcy", "darcy", "a&bcd", "aaaaa",
    "aaaaaaaa", "aaaaaaaaaa", "ababababab", "bababababa",
)  # fmt: skip
LETTERS = "abcdeiklmnsuvz"


def list_spellings(first: str) -> list[str]:
    return [spelling for spelling in SPELLINGS if spelling.startswith(first)]


def damage(word: str, slips: Sequence[tuple[int, int, str]]) -> str:
    """Return a word after so many edits; what is left of it has a letter or more."""
    for kind, at, letter in slips:
        place = at % len(word)
        head, tail = word[:place], word[place:]
        word = (
            head + letter + tail,
            head + tail[1:],
            head + letter + tail[1:],
            head + tail[1:2] + tail[:1] + tail[2:],
        )[kind] or word
    return word


SLIPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 20), st.sampled_from(LETTERS)), max_size=3
)


@given(st.sampled_from(SPELLINGS), SLIPS, st.sampled_from((1, 2)))
@example("lukashenko", [(3, 4, "a"), (3, 8, "a")], 2)
@example("ababababab", [(1, 1, "a"), (0, 9, "b")], 2)
@example("lukašenko", [(1, 8, "a")], 1)
@example("minsk", [(3, 3, "a")], 1)
def test_all_that_is_near_is_found(word: str, slips: list[tuple[int, int, str]], most: int) -> None:
    key = damage(word, slips)
    found = NearIndex(list_spellings).find(key, most)
    near = {
        spelling
        for spelling in SPELLINGS
        if spelling[0] == key[0] and len(spelling) >= 5 and OSA.distance(key, spelling) <= most
    }
    assert near <= set(found)
    assert len(found) == len(set(found))
    assert set(found) <= set(SPELLINGS)


def test_few_that_are_not_near_are_among_them() -> None:
    index = NearIndex(list_spellings)
    assert index.find("lukashenxo", 1) == ["lukashenko"]
    assert index.find("lxkashxnko", 1) == []
    assert set(index.find("lxkashxnko", 2)) == {"lukashenko"}
    assert index.find("zzzzzz", 2) == []
    assert NearIndex(lambda first: ()).find("lukin", 1) == []


def test_what_is_held_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    index = NearIndex(list_spellings)
    keys = [spelling for spelling in SPELLINGS if len(spelling) >= 5]
    whole = [index.find(key, 1) for key in keys]
    most = index._held // 3
    monkeypatch.setattr(module, "_MOST_BYTES", most)
    index = NearIndex(list_spellings)
    for key, found in [*zip(keys, whole, strict=True)] * 2:
        assert index.find(key, 1) == found
        assert key in found
        assert index._held <= most
        assert sum(bucket.held for bucket in index._buckets.values()) == index._held


def test_a_users_spellings_are_near_too(default: Lexicon, own: Lexicon) -> None:
    assert "kvarondzhenka" not in default.list_near("kvarondzhenkk", 1)
    assert "kvarondzhenka" in own.list_near("kvarondzhenkk", 1)
    assert "lukashenko" in default.list_near("lukashenkko", 1)
    assert "lukashenko" in own.list_near("lukashenkko", 1)


@pytest.fixture(scope="module")
def default() -> Lexicon:
    return open_lexicon((), default_tables=True)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("tables") / "own.toml"
    path.write_text(
        'schema = 1\n[kvar]\nkind = "person"\ngender = "m"\n'
        'name = "Ivan Kvarondzhenka"\nnative.be = "Іван Кварондженка"\n',
        "utf-8",
    )
    return open_lexicon([path], default_tables=True)


@given(st.text("abz", min_size=1, max_size=5), st.text("abz", min_size=1, max_size=6))
def test_slips_are_all_that_is_one_edit_away(word: str, other: str) -> None:
    is_slip = other[0] == word[0] and OSA.distance(word, other) == 1
    assert (other in set(list_slips(word)) - {word}) == is_slip


def test_known_slips_are_known_words_one_edit_away(default: Lexicon) -> None:
    for key in ("putinn", "zielnski", "berlim", "becausse", "qqqqqq"):
        known = default.list_known_words(key[0])
        assert default.list_known_slips(key) == {
            word for word in known if OSA.distance(key, word, score_cutoff=1) == 1
        }
