"""Names that no table knows: which spellings are one, and what a document's spellings become."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translit import Normalizer
from translit.names import NameReading, choose_readings, group_names, read_name
from translit.unlisted import Evidence, Sighting, gather, join_spellings, list_parted

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "cases" / "unlisted.json").read_text("utf-8")
)
NAMES = sorted({name for pair in (*CASES["one"], *CASES["two"]) for name in pair})


@pytest.fixture(scope="module")
def consistent() -> Normalizer:
    return Normalizer(default_tables=False, unlisted="consistent")


@pytest.fixture(scope="module")
def suggesting() -> Normalizer:
    return Normalizer(default_tables=False, unlisted="suggest")


@pytest.mark.parametrize("pair", CASES["one"], ids="-".join)
def test_spellings_of_one_original_are_one_name(pair: list[str]) -> None:
    assert group_names(pair) == [tuple(sorted(pair))]
    assert verdict(*pair) == "sure"


@pytest.mark.parametrize("pair", CASES["two"], ids="-".join)
def test_two_names_are_never_one(pair: list[str]) -> None:
    assert not verdict(*pair)


def verdict(*spellings: str, region: str = "east") -> str:
    """Return how sure it is that these are one name, in a text of where its language is spoken."""
    regions = frozenset({region})
    seen = gather((Sighting(one, 0, 1, False, regions=regions) for one in spellings), "en")
    readings = choose_readings({one: read_name(one, "en") for one in spellings})
    if len({readings[one].key for one in spellings if one in readings}) > 1:
        return ""
    return next((one.surety for one in join_spellings(spellings, readings, seen)), "")


@pytest.mark.parametrize("pair", CASES["doubtful"], ids="-".join)
def test_what_is_likely_is_never_sure_and_nothing_elsewhere(pair: list[str]) -> None:
    assert verdict(*pair) == "likely"
    assert verdict(*pair, region="greece") == ""


@pytest.mark.parametrize(("text", "becomes"), CASES["consistent"])
def test_spellings_become_one(text: str, becomes: str, consistent: Normalizer) -> None:
    found = consistent.explain(text)
    assert found.text == becomes == consistent.normalize(text)
    assert consistent.normalize(becomes) == becomes
    assert all(edit.entity_id is None and edit.evidence == "scheme" for edit in found.edits)
    assert Normalizer(default_tables=False).normalize(text) == text


@pytest.mark.parametrize("text", CASES["stays"])
def test_what_is_not_surely_one_name_stays(text: str, consistent: Normalizer) -> None:
    assert consistent.normalize(text) == text


@pytest.mark.parametrize("text", CASES["suggested"])
def test_some_is_only_suggested(text: str, consistent: Normalizer) -> None:
    explanation = consistent.explain(text)
    (found,) = explanation.suggestions
    assert {found.text, found.canonical} == {"Motuzianyk", "Motuzyanyk"}
    assert explanation.text == text


@pytest.mark.parametrize(("text", "becomes"), CASES["consistent"])
def test_suggesting_reports_the_same(
    text: str, becomes: str, consistent: Normalizer, suggesting: Normalizer
) -> None:
    found = suggesting.explain(text)
    assert found.text == text
    assert {one.reason for one in found.suggestions} == {"unlisted"}
    assert [(one.start, one.end, one.canonical, one.why) for one in found.suggestions] == [
        (one.start, one.end, one.after, one.why) for one in consistent.explain(text).edits
    ]


def test_the_reason_says_what_both_are_and_what_is_printed(consistent: Normalizer) -> None:
    (edit,) = consistent.explain(CASES["consistent"][1][0]).edits
    assert edit.why == (
        "“Kabajewa” and “Kabaeva” are both Кабаева; this text prints “Kabaeva” three times"
    )


def test_a_name_that_a_table_knows_is_not_unlisted() -> None:
    found = Normalizer(unlisted="consistent").explain("In Kyiv, Szojgu met Shoygu and Motuzianyk.")
    assert {edit.entity_id for edit in found.edits} == {"sergei-shoigu"}


def test_edits_of_both_kinds_replay() -> None:
    text = "In Kijów they met Motuzianyk. Then Motuzyanyk went to Charków, and Motuzianyk stayed."
    found = Normalizer(unlisted="consistent").explain(text)
    again = text
    for edit in reversed(found.edits):
        assert again[edit.start : edit.end] == edit.before
        again = again[: edit.start] + edit.after + again[edit.end :]
    assert again == found.text
    assert found.text.startswith("In Kyiv they met Motuzyanyk. Then Motuzyanyk went to Kharkiv")


def test_a_long_document_gets_suggestions(consistent: Normalizer) -> None:
    text = CASES["consistent"][0][0] + "\n\nand so on, it was said" * 5000
    found = consistent.explain(text)
    assert (found.text, len(found.suggestions)) == (text, 1)


sentences = st.lists(
    st.tuples(
        st.sampled_from(["In Ukraine, {} spoke.", "They met {} in Russia.", "{} left it.",
                         "Then Ivan {} said so.", "It was for {} and for him."]),
        st.sampled_from(NAMES),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@given(sentences)
@settings(max_examples=60, deadline=None)
def test_a_second_pass_changes_nothing(drawn: list[tuple[str, str]]) -> None:
    text = " ".join(sentence.format(name) for sentence, name in drawn)
    normalizer = _remember()
    once = normalizer.normalize(text)
    assert normalizer.normalize(once) == once
    if len({name for _, name in drawn}) == 1:
        assert once == text


def _remember(made: list[Normalizer] = []) -> Normalizer:  # noqa: B006  # made once
    if not made:
        made.append(Normalizer(default_tables=False, unlisted="consistent", lang="en"))
    return made[0]


@given(st.permutations(NAMES))
@settings(max_examples=15, deadline=None)
def test_groups_do_not_depend_on_order(names: list[str]) -> None:
    assert group_names(names) == group_names(NAMES)


def test_what_was_seen_adds_up_in_any_order() -> None:
    parts = [
        gather([Sighting("Shmygal", 3, 9, True, given, "Mr", regions=frozenset(regions))], lang)
        for regions, given, lang in (("", "Denys", "en"), ("ab", "D.", "de"), ("b", "", "en"))
    ]  # fmt: skip
    sums = []
    for some in permutations(parts):
        total = Evidence()
        for one in some:
            total += one["Shmygal"]
        sums.append(total)
    assert all(one == sums[0] for one in sums)
    assert (sums[0].count, sums[0].documents, sums[0].lang) == (3, 3, "en")


def test_two_people_of_one_document_are_parted() -> None:
    sightings = [
        Sighting("Kozatsky", 0, 8, False, "Dmytro"),
        Sighting("Kozatskyi", 9, 18, False, "Orest"),
    ]
    seen = gather(sightings, "en")  # fmt: skip
    assert list_parted(seen) == [("Kozatsky", "Kozatskyi")]
    same = gather([sightings[0], sightings[1]._replace(given="D.")], "en")
    assert list_parted(same) == []


def test_the_reading_that_others_share_is_chosen() -> None:
    one = NameReading("a", "а", "ru", "ru/press-en", 0.5, 1.0)
    other = one._replace(key="b", text="б", chance=0.4)
    assert choose_readings({"x": (one, other)})["x"] == one
    both = {"x": (one, other), "y": (other._replace(chance=0.9),)}
    assert choose_readings(both)["x"] == other
