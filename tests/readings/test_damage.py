"""Damage: what is proposed for a word that is a letter or two from a name."""

import random
from collections.abc import Iterator

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from translit.lexicon import Lexicon, open_lexicon
from translit.readings import damage
from translit.readings.damage import find_damaged_word, find_near_word, propose


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon((), default_tables=True)


@pytest.fixture(scope="module")
def spellings(lexicon: Lexicon) -> list[str]:
    return sorted({key for key, _, _ in lexicon.list_strongest_spellings()})


def damaged(spellings: list[str], count: int) -> Iterator[str]:
    """Give words that are one to three edits from spellings."""
    chance = random.Random(15)
    for _ in range(count):
        word = chance.choice(spellings)
        for _ in range(chance.choice((1, 1, 2, 2, 3))):
            at = chance.randrange(1, max(len(word), 2))
            letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
            word = chance.choice(
                (
                    word[:at] + letter + word[at:],
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
                )
            )
        if len(word) > 5:
            yield word


def measure_all(spellings: list[str], key: str) -> set[tuple[str, int]]:
    """Return the spellings that are near by measuring every one."""
    most = 2 if len(key) >= 9 else 1
    found = process.extract(key, spellings, scorer=OSA.distance, score_cutoff=most, limit=None)
    return {
        (meant, int(distance))
        for meant, distance, _ in found
        if meant[0] == key[0]
        and len(meant) >= 5
        and not (key.startswith(meant) or meant.startswith(key))
        and key.endswith("a") == meant.endswith("a")
    }


def test_the_near_ones_are_those_of_all_that_are_measured(
    lexicon: Lexicon, spellings: list[str]
) -> None:
    memory = damage._remember(lexicon)
    met = 0
    for key in damaged(spellings, 60):
        found = set(damage._find_near(lexicon, memory, key))
        assert found == measure_all(spellings, key), key
        met += bool(found)
    assert met > 20


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("zelnskyi", "zelenskyi"),
        ("lukashneko", "lukashenko"),
        ("lukqshenkko", "lukashenko"),  # two edits of a long word
        ("zelensyk", "zelensky"),
    ],
)
def test_a_slip_is_proposed(lexicon: Lexicon, key: str, meant: str) -> None:
    proposal = propose(lexicon, key, "en")
    assert proposal is not None
    assert proposal.meant[0].key == meant


def test_what_is_as_near_to_another_name_has_a_rival(lexicon: Lexicon) -> None:
    proposal = propose(lexicon, "rachmat", "en")  # Rahman, or Rakhat
    assert proposal is not None
    assert proposal.has_rival


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("putn", "too short to be called damaged"),
        ("putín", "a mark"),
        ("lukashenkov", "an ending that makes another surname"),
        ("lukashenkos", "the plural of a spelling"),
        ("surovikna", "a woman's form, and he is near"),
        ("lavrovo", "a village"),
        ("zelensky", "a spelling"),
        ("because", "an ordinary word"),
    ],
)
def test_what_else_explains_is_not_proposed(lexicon: Lexicon, key: str, why: str) -> None:
    assert propose(lexicon, key, "en") is None, why


def test_the_words_of_one_person_are_asked_for(lexicon: Lexicon) -> None:
    putin = lexicon.find_entity("vladimir-putin")
    assert putin is not None
    given, patronymic = putin.find_words("given"), putin.find_words("patronymic")
    for found, meant in (
        (find_damaged_word(lexicon, "vladmir", given), "vladimir"),
        (find_near_word(lexicon, "vladmirovich", patronymic), "vladimirovich"),
    ):
        assert found is not None
        assert found[0] == meant
        assert found[1].word.lang in ("latin", "ru", "uk", "be")
    assert find_damaged_word(lexicon, "vladmir", patronymic) is None
    assert find_damaged_word(lexicon, "vladimir", given) is None  # it is spelled so


def test_proposals_are_remembered_and_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lexicon = open_lexicon((), default_tables=True)
    monkeypatch.setattr(damage, "_MOST_PROPOSALS", 2)
    for key in ("zelnskyi", "lukashneko", "qwrtyzx", "zelnskyi"):
        assert propose(lexicon, key, "en") is propose(lexicon, key, "en")
        assert len(damage._remember(lexicon).proposals) <= 2
