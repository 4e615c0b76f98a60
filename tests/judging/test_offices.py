"""Offices license damage in each language, by its own words for a person of this gender."""

from pathlib import Path

import pytest

from translit import Normalizer

TABLE = """schema = 1
[taras-hrymchenko]
kind = "person"
gender = "m"
name = "Taras Hrymchenko"
native.uk = "Тарас Гримченко"
in = "ukraine"
offices = ["prime-minister", "former mayor"]
[olena-dovhoruka]
kind = "person"
gender = "f"
name = "Olena Dovhoruka"
native.uk = "Олена Довгорука"
in = "ukraine"
offices = "president"
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("offices") / "names.toml"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize(
    ("lang", "text", "before", "after"),
    [
        ("en", "Yesterday mayor {} spoke about it.", "Hrymchnko", "Hrymchenko"),
        ("en", "Yesterday premier {} spoke about it.", "Hrymchnko", "Hrymchenko"),
        ("en", "Yesterday senator {} spoke about it.", "Hrymchnko", None),
        ("de", "Gestern hat Bürgermeister {} das gesagt.", "Hrymtschnko", "Hrymtschenko"),
        ("de", "Das hat man dem Ministerpräsidenten {} gesagt.", "Hrymtschnko", "Hrymtschenko"),
        ("de", "Gestern hat Ministerpräsidentin {} das gesagt.", "Hrymtschnko", None),
        ("de", "Gestern hat Innenminister {} das gesagt.", "Hrymtschnko", None),
        ("de", "Gestern hat die Präsidentin {} das gesagt.", "Dowhrouka", "Dowhoruka"),
        ("de", "Gestern hat der Präsident {} das gesagt.", "Dowhrouka", None),
        ("fr", "Hier, le maire {} a parlé de cela.", "Hrymtchnko", "Hrymtchenko"),
        ("nl", "Gisteren heeft premier {} dat gezegd.", "Hrymtsjnko", "Hrymtsjenko"),
        ("sv", "I går sade statsministern {} det.", "Hrymtjnko", "Hrymtjenko"),
        ("pl", "Wczoraj premier {} mówił o tym w telewizji.", "Hrymcznko", "Hrymczenko"),
        ("pl", "Wczoraj rozmawiał z premierem {} o tym.", "Hrymcznko", None),
        ("pl", "Wczoraj premier, {} i inni mówili o tym.", "Hrymcznko", None),
        ("cs", "Včera o tom premiér {} mluvil v televizi.", "Hrymčnko", "Hrymčenko"),
    ],
)  # fmt: skip
def test_a_title_licenses_damage(
    lang: str, text: str, before: str, after: str | None, table: Path
) -> None:
    found = Normalizer(tables=table, lang=lang).explain(text.format(before))
    assert found.text == text.format(after or before)
    if after is None:
        assert [mention.status for mention in found.mentions if mention.text == before] != ["edit"]


@pytest.mark.parametrize("name", ["Hrymcznki", "Hrymcznką"])
def test_what_may_be_a_case_is_left(name: str, table: Path) -> None:
    text = f"Wczoraj premier {name} mówił o tym w telewizji."
    assert Normalizer(tables=table, lang="pl").normalize(text) == text
