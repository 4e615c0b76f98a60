"""Passages in another language than their text get that language's forms, or are left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translit import Normalizer
from translit.languages import find_passages, find_teller, part_text
from translit.languages.passages import Passage

CASES = json.loads((Path(__file__).parents[1] / "cases" / "passages.json").read_text("utf-8"))
GERMAN = "Wir haben gestern in Minsk darüber gesprochen, und wir werden es wieder tun."


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_each_passage_has_its_own_forms(case: dict[str, str]) -> None:
    options = {name: case[name] for name in ("style", "lang") if name in case}
    normalizer = Normalizer(**options)  # type: ignore[arg-type]
    found = normalizer.normalize(case["text"])
    assert found == case["expected"]
    assert normalizer.normalize(found) == found
    assert normalizer.explain(case["text"]).text == found


def test_mentions_say_their_language_in_the_order_of_the_text() -> None:
    found = Normalizer().explain(CASES[1]["text"])
    assert [(one.text, one.lang) for one in found.mentions if one.status == "edit"] == [
        ("Lukashenka", "en"),
        ("Zelenskyi", "en"),
        ("Zelenskyi", "de"),
    ]
    assert found.lang == "de"


def test_a_text_that_tells_no_language_counts_as_english_for_a_style_that_is_asked_for() -> None:
    english = "The talks with Lukaschenko go on, and they have been told about it there by all."
    text = f"{english}\n\n{GERMAN} Lukaschenko auch."
    found = Normalizer(style="news").explain_in("und", text).text
    assert found == text.replace("with Lukaschenko", "with Lukashenko")


@pytest.mark.parametrize("marks", ["“”", "„“", "„”", "«»", "»«", '""'])
def test_a_quotation_is_found_between_the_marks_of_any_language(marks: str) -> None:
    text = f"He said to us: {marks[0]}{GERMAN}{marks[1]} Then he left the room with the others."
    (passage,) = find_passages(text, "en", find_teller())
    assert text[passage.start : passage.end] == GERMAN and passage.lang == "de"


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n \n", ".\n"])
def test_a_block_ends_at_an_empty_line_or_with_a_sentence(between: str) -> None:
    text = f"She had been there for years, and nobody knew about it{between}{GERMAN}"
    (passage,) = find_passages(text, "en", find_teller())
    assert text[passage.start : passage.end] == GERMAN


def test_a_line_that_is_broken_to_a_width_ends_no_block() -> None:
    text = f"{GERMAN[:-1]}\nand so on and on, as they have said there for many years before it."
    assert find_passages(text, "en", find_teller()) == []


def test_a_relative_of_the_language_makes_no_passage() -> None:
    danish = "Hun havde været der i mange år, og der var ingen som vidste noget om det."
    norwegian = "Hun hadde vært der i mange år, og det var ingen som visste noe om det.\n\n"
    assert find_passages(norwegian + danish, "nb", find_teller()) == []


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_parts_keep_every_place(text: str, bounds: list[int]) -> None:
    some = sorted({min(one, len(text)) for one in bounds})
    passages = [Passage(*pair, "de") for pair in zip(some[::2], some[1::2], strict=False)]
    (_, own), *others = part_text(text, "en", passages)
    for code, part in others:
        assert code == "de" and len(part) == len(own) == len(text)
        assert all(text[at] in (own[at], part[at]) for at in range(len(text)))
