"""What a person has decided of spellings holds: they are kept, or never taken for an entity."""

from pathlib import Path

import pytest

from translit import Normalizer, TableError, load_table
from translit.tables import list_verdicts

TABLE = """schema = 1
[brubekasov]
kind = "person"
gender = "m"
name = "Brubekasov"
native.ru = "Брубекасов"
alone = true
keep = ["Brubekasow", "Brübekasov"]
not_same = ["Brubekazov", "Brubekossov", "john-brubek"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "names.toml"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Brubekassow spoke.", "edit", None),
        ("Brubekasow spoke.", "kept", "keep-list"),
        ("In Minsk Brubekasow spoke of Brubekasov.", "kept", "keep-list"),
        ("BRUBEKASOW spoke.", "edit", None),  # another spelling than the one that is kept
        ("Brubekazov spoke to Brubekasov.", None, None),
        ("BRUBEKAZOV spoke to Brubekasov.", None, None),
        ("Brubekossov spoke to Brubekasov.", None, None),
        ("Brubekaasov spoke.", "suggestion", "damaged"),
        ("Brubekaasov spoke of Brubekasov.", "edit", None),
    ],
)
def test_what_was_decided_holds(
    path: Path, text: str, status: str | None, reason: str | None
) -> None:
    word = next(word for word in text.split() if word.upper().startswith("BRUBEK"))
    found = [m for m in Normalizer(tables=[path]).explain(text).mentions if m.text == word]
    assert [(m.status, m.reason) for m in found] == ([(status, reason)] if status else [])


def test_a_part_of_a_name_that_is_kept_keeps_the_name(path: Path) -> None:
    text = "Ivan Brubekasow spoke."
    assert Normalizer(tables=[path]).normalize(text) == text


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('keep = "Kiev"', "must be a list"),
        ('not_same = ["…"]', "has no letter"),
        ('not_same = ["Brubekasov"]', "is the name, an alias or the id of the row"),
        ('not_same = ["brubekasov"]', "is the name, an alias or the id of the row"),
        ('aliases = ["Brub"]\nnot_same = ["X", "Brub"]', "`not_same[2]`"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(
        f'schema = 1\n[brubekasov]\nkind = "person"\nname = "Brubekasov"\n{line}\n', "utf-8"
    )
    with pytest.raises(TableError, match=problem.replace("[", r"\[")):
        load_table(path)


def test_nobody_is_asked_again(path: Path) -> None:
    verdicts = list_verdicts(load_table(path).rows)
    decided = ("Brubekasov", "Brubekasow", "Brübekasov", "Brubekazov")
    assert not any(verdicts.asks(one) for one in decided)
    assert verdicts.asks("john-brubek") and verdicts.asks("Brubek")
    assert verdicts.parts("Brubekazov", "Brubekasov") and verdicts.parts("Brubekasov", "brubekazov")
    assert verdicts.parts("Brubekossov", "Brubekazov")  # they are that many names
    assert not verdicts.parts("Brubekasov", "Brubekasow")
    assert not verdicts.parts("Brubekazov", "Brubekazov")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('keep = ["Hezb"]\nnot_same = ["Hezbi"]\nbecause = "reviewed"', "Hizbulá"),
        ('near = ["Beirut"]', "Hezbolá"),  # a user knows his rows
    ],
)
def test_a_row_that_only_decides_is_no_stronger_than_the_default_one(
    tmp_path: Path, line: str, expected: str
) -> None:
    path = tmp_path / "names.toml"
    path.write_text(f"schema = 1\n[hezbollah]\n{line}\n", encoding="utf-8")
    text = "El dirigente de {} habló ayer con el presidente de Rusia."
    found = Normalizer(lang="es", tables=[path]).normalize(text.format("Hizbulá"))
    assert found == text.format(expected)
