"""Surveys: the names of texts that no table knows, in groups, as a table and as JSON."""

from itertools import permutations
from pathlib import Path

import pytest

from translit import survey_names
from translit.survey import Notes, Surveyor, group_notes

WAR = [
    "The spokesman Oleksandr Motuzianyk said that Ukraine was ready.",
    "Motuzyanyk added in Kyiv that it was not. But Mr Motuzyanyk had said so before.",
    "In Ukraine, the men of Dmytro Lozatsky were free; so said Lozatskyi.",
    "The battle of Slobozhanskyi in Ukraine, and that of Slobozhansky, were over.",
    "Mark Carney met Jose Sarney. Guterres was with Gutierrez, and Irvine with Irwin.",
]


def list_groups(texts: list[str]) -> list[tuple[str, ...]]:
    return [tuple(one.text for one in group.spellings) for group in survey_names(texts).groups]


def test_groups_have_what_was_seen() -> None:
    found = survey_names(WAR)
    (group,) = (one for one in found.groups if one.original == "Мотузяник")
    assert [(one.text, one.count, one.documents) for one in group.spellings] == [
        ("Motuzyanyk", 2, 1),
        ("Motuzianyk", 1, 1),
    ]
    assert (group.sure, group.kind, group.gender, group.lang) == (True, "person", "m", "en")
    assert (group.original_lang, group.canonical, group.id) == ("uk", "Motuzyanyk", "motuzyanyk")
    assert (group.given, group.titles) == (("Oleksandr",), ("Mr", "spokesman"))
    assert group.why == (
        "“Motuzyanyk” and “Motuzianyk” are Мотузяник in the English press convention"
    )
    assert 0.9 < group.score < 1
    assert [(one.file, one.start, one.spelling) for one in group.examples] == [
        ("2", 0, "Motuzyanyk"),
        ("2", 49, "Motuzyanyk"),
        ("1", 24, "Motuzianyk"),
    ]
    one = group.examples[-1]
    assert one.before + one.spelling + one.after == WAR[0]
    assert found.documents == len(WAR)


def test_only_what_is_one_name_is_grouped() -> None:
    assert list_groups(WAR) == [
        ("Motuzyanyk", "Motuzianyk"),
        ("Lozatsky", "Lozatskyi"),
        ("Slobozhansky", "Slobozhanskyi"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("In Ukraine, Dmytro Lozatsky met Orest Lozatskyi.", "two given names"),
        ("In Ukraine, Mr Motuzianyk met Mrs Motuzyanyk.", "a man and a woman"),
        ("In Kyiv, Szojgu met Shoygu and Choïgou.", "known names"),
        ("In Ukraine they met Motuzianyk and Motuzianyk.", "one spelling"),
        ("In Ukraine: Motuzianyk. Motuzyanyk.", "both open sentences"),
        ("In Kuba, which is near Ukraine, they said so; in Cuba too.", "a country"),
        ("The Telekom of Ukraine is a telecom; so is Telecom.", "ordinary words"),
        ("Ukraine: see Motuzianyk@example.org, and Motuzyanyk.", "an address"),
    ],
)
def test_what_is_not_one_unlisted_name_is_left_out(text: str, why: str) -> None:
    assert list_groups([text]) == [], why


def test_others_of_the_same_original_are_against_it() -> None:
    texts = [
        "In Ukraine, Dmytro Lozatsky spoke to Mr Lozatskyi, and Lozatsky left.",
        "In Ukraine they met Orest Lozatskij.",
    ]
    (group,) = survey_names(texts).groups
    assert not group.sure
    assert group.against == (
        "“Lozatskij” may be spelled so too, and stands beside other given names",
    )


def test_what_one_document_parts_no_other_joins() -> None:
    joins = "In Ukraine, Dmytro Lozatskyi spoke. Mr Lozatskyi of Kyiv, not Mr Lozatsky of Ukraine."
    parts = "In Ukraine, Dmytro Lozatsky met Orest Lozatskyi."
    assert list_groups([joins]) == [("Lozatskyi", "Lozatsky")]
    assert list_groups([joins, parts]) == list_groups([parts, joins]) == []


def test_in_a_language_with_cases_only_base_forms_are_names() -> None:
    texts = [
        "Na Ukrainie powiedział to Ołeksandr Motuzianyk, według którego nie ma Motuzianyka.",
        "Czy to był Motuzyanyk z Ukrainy, czy nie? Nie widziano tam też Motuzyanyka ani ludzi.",
    ]
    assert list_groups(texts) == [("Motuzianyk", "Motuzyanyk")]


def test_a_doubtful_spelling_does_not_take_the_others_with_it() -> None:
    texts = ["In Ukraine, Mr Motuzianyk met them.", "Ukraine: it was Motuzyanyk again."]
    (alone,) = survey_names(texts).groups
    (beside,) = survey_names([*texts, "He said that Motusianyk was a Chinese dish."]).groups
    assert alone.sure and beside.sure
    assert {one.text for one in alone.spellings} <= {one.text for one in beside.spellings}


def test_a_person_has_the_one_given_name_that_is_met() -> None:
    one = "In Ukraine, {} Motuzianyk spoke; so did {} Motuzyanyk of Kyiv."
    names = {
        ("Oleksandr", "Oleksandr"): ("Oleksandr", "Олександр"),
        ("Oleksandr", "O."): ("Oleksandr", "Олександр"),
        ("Xyzzy", "Xyzzy"): ("", ""),  # no table knows it
    }
    for given, expected in names.items():
        for group in survey_names([one.format(*given)]).groups:
            assert group.first_name == expected
    (group,) = survey_names([one.format("Oleksandr", "Oleksandr")]).groups
    assert group.to_json()["first_name"] == {"form": "Oleksandr", "native": "Олександр"}


def test_order_plays_no_part() -> None:
    sums = []
    for some in list(permutations(enumerate(WAR)))[::17]:
        surveyor, notes = Surveyor(), Notes()
        for number, text in some:
            notes += surveyor.look(text, f"{number}.txt")
        sums.append(group_notes(notes, surveyor))
    assert len(sums[0].groups) == 3
    assert all(one == sums[0] for one in sums)


def test_one_text_is_refused() -> None:
    with pytest.raises(TypeError, match="give a list"):
        survey_names("Motuzianyk")
    with pytest.raises(TypeError, match="an iterable of texts"):
        survey_names(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text 2 is int"):
        survey_names(["a", 1])  # type: ignore[list-item]


def test_a_table_of_ones_own_makes_names_known(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'schema = 1\n[oleksandr-motuzyanyk]\nkind = "person"\ngender = "m"\n'
        'name = "Oleksandr Motuzyanyk"\nnative.uk = "Олександр Мотузяник"\n',
        encoding="utf-8",
    )
    assert [one.original for one in survey_names(WAR, tables=str(path)).groups] == [
        "Лозацький",
        "Слобожанський",
    ]
