"""The door for inspection: who bears a spelling, which spellings an entity has, who claims what."""

from pathlib import Path

import pytest

from translit.lexicon import Lexicon, find_bearings, list_claims, list_spellings, open_lexicon

TABLE = """schema = 1
[taras-hrymych]
kind = "person"
gender = "m"
name = "Taras Hrymych"
native.uk = "Тарас Гримич"
alone = true
aliases = [{ text = "Old Hrym", lang = "en" }]

[hrymych]
kind = "place"
name = "Hrymych"
native.uk = "Гримич"
former = [{ uk = "Красний Кут" }]
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path: Path = tmp_path_factory.mktemp("tables") / "own.toml"
    path.write_text(TABLE, "utf-8")
    return open_lexicon([path], default_tables=False)


def test_all_bearers_of_a_spelling_are_told(lexicon: Lexicon) -> None:
    found = find_bearings(lexicon, "Hrymytsch")
    assert [(one.known.id, one.source, one.part, one.lang, one.original) for one in found] == [
        ("hrymych", "native", "word", "uk", "гримич"),
        ("taras-hrymych", "native", "family", "uk", "гримич"),
    ]
    assert all("uk/press-de" in one.schemes for one in found)


def test_what_is_looked_for_as_it_stands_has_no_scheme(lexicon: Lexicon) -> None:
    found = {(one.known.id, one.source): one.schemes for one in find_bearings(lexicon, "Hrymych")}
    assert found["hrymych", "name"] == ()
    assert found["hrymych", "native"]


def test_aliases_of_more_words_are_told(lexicon: Lexicon) -> None:
    (found,) = find_bearings(lexicon, "old hrym")
    assert (found.known.id, found.source, found.lang) == ("taras-hrymych", "alias", "en")
    assert find_bearings(lexicon, "Nobody") == ()


def test_an_entity_has_the_spellings_of_all_its_words(lexicon: Lexicon) -> None:
    found = list_spellings(lexicon, "hrymych")
    assert list(found) == sorted(found)
    assert {one.source for one in found["hrymych"]} == {"name", "native"}
    assert {one.source for one in found["krasnyi"]} == {"former"}
    spelled = list_spellings(lexicon, "taras-hrymych")
    assert {one.part for one in spelled["taras"]} == {"given"}
    assert [one.source for one in spelled["old hrym"]] == ["alias"]
    with pytest.raises(KeyError, match="nobody"):
        list_spellings(lexicon, "nobody")


def test_both_doors_say_the_same(lexicon: Lexicon) -> None:
    anchors = ("family", "word")
    for entity_id in ("hrymych", "taras-hrymych"):
        for key, bearings in list_spellings(lexicon, entity_id).items():
            for one in bearings:
                if one.part in anchors and one.source != "former":
                    assert one in find_bearings(lexicon, key)


def test_claims_are_whole_names_by_their_words(lexicon: Lexicon) -> None:
    claims = list_claims(lexicon, lexicon.list_entities())
    claimants = {(claim.known.id, claim.name.source) for claim in claims["hrymytsch"]}
    assert claimants == {("hrymych", "native"), ("taras-hrymych", "native")}
    assert "taras" not in claims  # a given name is not all of a name
    assert "krasnyi" not in claims  # nor is one word of two
