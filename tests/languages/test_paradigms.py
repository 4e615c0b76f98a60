"""Paradigms: every example of every language file holds, forward and backward."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from translit.languages import (
    CaseReading,
    Gender,
    Language,
    decline,
    find_word_before,
    load_languages,
    make_feminine,
    make_nominative,
    read_case,
)

DECLINING = {code: one for code, one in load_languages().items() if one.grammar.get("paradigms")}
NEEDED = {"pl", "cs", "sk", "sl", "hr", "sr", "ru", "uk", "be", "bg", "mk", "fi", "et"} | {
    *("lv", "lt", "hu", "tr", "ro", "de", "sv", "nb", "da", "el", "is"),
}
_EVERY = 7  # of the words of examples, those whose readings are all confirmed


def test_the_languages_that_need_paradigms_have_them() -> None:
    assert set(DECLINING) >= NEEDED


@pytest.mark.parametrize("code", DECLINING)
def test_examples_of_paradigms_hold(code: str) -> None:
    wrong = []
    for block, name, case, form in _list_examples(DECLINING[code]):
        made = [
            decline(
                name,
                code,
                kind,
                block.get("gender"),
                number=block.get("number"),
                foreign=block.get("foreign", False),
                declines=-1 if _ends_in_one_word(name, block, DECLINING[code]) else None,
            ).get(case, ())
            for kind in block["of"]
        ]
        if not any(form in forms for forms in made):
            wrong.append((name, case, form, made))
    assert not wrong


@pytest.mark.parametrize("code", DECLINING)
def test_examples_of_paradigms_are_read_back(code: str) -> None:
    wrong = []
    for block, name, case, form in _list_examples(DECLINING[code]):
        readings = read_case(form, code, block["of"])
        if not any(one.base == name and case in one.cases for one in readings):
            wrong.append((name, case, form, readings))
    assert not wrong


@pytest.mark.parametrize("code", DECLINING)
def test_every_reading_is_confirmed_forward(code: str) -> None:
    words = dict.fromkeys(form for *_, form in _list_examples(DECLINING[code]) if " " not in form)
    wrong = [
        (word, reading)
        for word in list(words)[::_EVERY]
        for reading in read_case(word, code)
        if not reading.way and not _is_confirmed(word, code, reading)
    ]
    assert not wrong


def _is_confirmed(word: str, code: str, reading: CaseReading) -> bool:
    assert reading.kind != "derived"
    all_genders: tuple[Gender | None, ...] = (None, "m", "f", "n")
    genders = (reading.gender,) if reading.gender else all_genders
    return any(
        all(
            word
            in decline(
                reading.base,
                code,
                reading.kind,
                gender,
                number=reading.number,
                foreign=reading.foreign,
            ).get(case, ())
            for case in reading.cases
        )
        for gender in genders
    )


@pytest.mark.parametrize("code", load_languages())
def test_examples_of_names_that_are_made_hold(code: str) -> None:
    grammar = load_languages()[code].grammar
    for block in grammar.get("nominative", ()):
        for name, form in block["examples"]:
            assert form in make_nominative(name, code, block["gender"])
            assert form == name or _is_read(form, code, name, "nominative")
    for block in grammar.get("feminine", ()):
        for name, form in block["examples"]:
            assert form in make_feminine(name, code)
            assert form == name or _is_read(form, code, name, "feminine")
    for block in grammar.get("derived", ()):
        for name, form in block["examples"]:
            assert _is_read(form, code, name, block["what"])


def _is_read(word: str, code: str, base: str, way: str) -> bool:
    return any(one.base == base and one.way == way for one in read_case(word, code))


@pytest.mark.parametrize("code", load_languages())
def test_examples_of_words_before_names_hold(code: str) -> None:
    for block in load_languages()[code].grammar.get("before", ()):
        for name, word in block.get("examples", ()):
            pair = next(one for one in block["words"] if word in one)
            found = find_word_before(code, pair[0], name)
            assert found is not None
            assert found.word == word


def _ends_in_one_word(name: str, block: Mapping[str, Any], language: Language) -> bool:
    """Whether a name of several words is an example of how the last one declines."""
    after = block["after"]
    phrase = any(" " in ending for ending in ([after] if isinstance(after, str) else after))
    return " " in name and not phrase and language.phrases == "words"


def _list_examples(language: Language) -> Iterator[tuple[Mapping[str, Any], str, str, str]]:
    for block in language.grammar["paradigms"]:
        for name, case, form in block["examples"]:
            yield block, name, case, form
