"""Decisions become rows: with who, when and why, once, and all else of the table stays."""

import json
from pathlib import Path
from typing import Any

import pytest

from translit import Normalizer, ReviewError, TableError, apply_decisions, load_table
from translit.review import digest_state
from translit.testing import Subject, check_tables

DAY = "2026-11-27T10:00:00Z"
KABAEVA = {
    "id": "g1", "verdict": "accept", "at": DAY, "kind": "person", "gender": "f",
    "form": "Kabaeva", "original": {"lang": "ru", "text": "Кабаева"},
    "spellings": ["Kabaeva", "Kabajewa", "Kabbaeva"], "apart": ["Kabanova"],
    "why": "“Kabajewa” and “Kabaeva” are both Кабаева",
}  # fmt: skip
CARNEX = {
    "id": "g2", "verdict": "reject", "at": DAY, "kind": "person", "form": "Carnex",
    "spellings": ["Carnex", "Sarnex"], "apart": [],
}  # fmt: skip


def mention(verdict: str, text: str, **fields: Any) -> dict[str, Any]:
    given = {"id": f"{verdict} {text} {fields}", "verdict": verdict, "at": DAY}
    return {**given, "entity": "kyiv", "text": text, **fields}


def write(folder: Path, *decisions: dict[str, Any], who: str = "Olha") -> str:
    """Write a file of decisions about the table that is in the folder."""
    table = folder / "newsroom.toml"
    tables = [load_table(table)] if table.exists() else []
    content = {
        "schema": 1, "what": "decisions", "state": digest_state(b"", tables), "who": who,
        "saved": DAY, "decisions": list(decisions),
    }  # fmt: skip
    path = folder / "decisions.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return str(path)


def apply(folder: Path, *decisions: dict[str, Any], who: str = "Olha") -> str:
    """Apply decisions and return the table; that nothing changes the second time is seen to."""
    table = folder / "newsroom.toml"
    path = write(folder, *decisions, who=who)
    assert apply_decisions(path, str(table)).decisions == len(decisions)
    content = table.read_text(encoding="utf-8")
    again = apply_decisions(path, str(table))
    assert (again.added, again.changed) == ((), ())
    assert table.read_text(encoding="utf-8") == content
    assert check_tables(Subject([load_table(table)])) == []
    return content


def test_a_name_becomes_a_row(tmp_path: Path) -> None:
    assert apply(tmp_path, KABAEVA) == (
        "schema = 1\n\n"
        "[kabaeva]\n"
        'kind = "person"\n'
        'gender = "f"\n'
        'name = "Kabaeva"\n'
        'native.ru = "Кабаева"\n'
        "alone = true\n"
        'aliases = ["Kabbaeva"]\n'  # the other derives
        'not_same = ["Kabanova"]\n'
        'because = "reviewed 2026-11-27 by Olha: “Kabajewa” and “Kabaeva” are both Кабаева"\n'
    )
    text = "Alina Kabajewa spoke. Kabanova left. It was Kabbaeva again."
    expected = "Alina Kabaeva spoke. Kabanova left. It was Kabaeva again."
    assert Normalizer(tables=[tmp_path / "newsroom.toml"]).normalize(text) == expected


def test_a_person_in_full_means_the_family_name_by_itself_too(tmp_path: Path) -> None:
    full = {
        "form": "Oleksandr Motuzyanyk",
        "original": {"lang": "uk", "text": "Олександр Мотузяник"},
    }
    some = ["Motuzyanyk", "Motuzianyk", "Motusjaniq"]
    made = apply(tmp_path, {**KABAEVA, **full, "gender": "m", "spellings": some, "apart": []})
    assert "alone = true" in made and '"Oleksandr Motusjaniq"' in made
    normalizer = Normalizer(tables=[tmp_path / "newsroom.toml"])
    for text in ("In Ukraine, Motuzianyk left.", "Oleksandr Motuzianyk of Ukraine spoke."):
        assert normalizer.normalize(text) == text.replace("Motuzianyk", "Motuzyanyk")
    text = "In Ukraine, Petro Motuzianyk left."
    assert normalizer.normalize(text) == text


def test_several_names_are_parted(tmp_path: Path) -> None:
    content = apply(tmp_path, CARNEX, who="")
    assert (
        'not_same = ["Sarnex"]' in content
        and 'because = "reviewed 2026-11-27: “Carnex”, “Sarnex” are several names"' in content
    )
    text = "Carnex met Sarnex; SARNEX left."
    assert Normalizer(tables=[tmp_path / "newsroom.toml"]).normalize(text) == text


@pytest.mark.parametrize(
    ("decision", "line", "before", "after"),
    [
        (mention("reject", "Kiev"), 'keep = ["Kiev"]', "He saw Kiev.", "He saw Kiev."),
        (mention("part", "Kiew"), 'not_same = ["Kiew"]', "He saw Kiew.", "He saw Kiew."),
        (
            mention("accept", "Kyjiwsk", needs="alias"),
            "{ text = \"Kijów\", lang = \"pl\", because = \"exonym\" },",
            "He saw Kyjiwsk. Then he left Kijów.",
            "He saw Kyiv. Then he left Kyiv.",
        ),
        (mention("accept", "Kiew", form="Kyyiv"), 'name = "Kyyiv"', "Saw Kiew.", "Saw Kyyiv."),
        (
            mention("accept", "Kiew", form="Kyyiv", style="guardian"),
            'prints.guardian = "Kyyiv"',
            "Saw Kiew.",
            "Saw Kyiv.",
        ),
        (
            mention("accept", "Kiev", others=["moscow"]),
            '[moscow]\nnot_same = ["Kiev"]',
            "He saw Kiev.",
            "He saw Kyiv.",
        ),
        (
            mention("accept", "Zatouline", entity="konstantin-zatulin", needs="alone"),
            "alone = true",
            "He saw Zatouline.",
            "He saw Zatulin.",
        ),
    ],
)  # fmt: skip
def test_a_spelling_of_an_entity(
    tmp_path: Path, decision: dict[str, Any], line: str, before: str, after: str
) -> None:
    assert line in apply(tmp_path, decision)
    assert Normalizer(tables=[tmp_path / "newsroom.toml"]).normalize(before) == after


def test_what_no_table_can_say_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, mention("accept", "KIEW", needs="hand"), {
        **KABAEVA, "spellings": ["Kabaeva", "Alina Kabaeva"]
    })  # fmt: skip
    done = apply_decisions(path, str(tmp_path / "newsroom.toml"))
    assert "“KIEW” stays" in done.undone[0]
    assert "“Alina Kabaeva” stays: it has not as many words" in done.undone[1]
    assert done.added == ("kabaeva",)


TABLE = """# Names of our own.
schema = 1


# Cities
[kyiv]  # as we print it
keep   = [ "Kiew",  # in quotations
           "Kijów" ]

# A row with all on a line
hrymivka = { kind = "place", name = "Hrymivka" }

[taras-hrymskyi]
name = "Taras Hrymskyi" # him
kind = "person"
gender = "m"
because = "the mayor"
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_comments_and_layout_stay(tmp_path: Path, newline: str, mark: str) -> None:
    table = tmp_path / "newsroom.toml"
    text = TABLE.replace('hrymivka = { kind = "place", name = "Hrymivka" }', "[hrymivka]\n"
        'kind = "place"\nname = "Hrymivka"')  # fmt: skip
    table.write_bytes((mark + text.replace("\n", newline)).encode())
    reject = mention("reject", "Hrymskij", entity="taras-hrymskyi", note="he signs so")
    apply_decisions(write(tmp_path, mention("reject", "Kiev"), reject, KABAEVA), str(table))
    content = table.read_bytes().decode()
    assert content.startswith(mark + "# Names of our own." + newline)
    assert newline == "\n" or content.count("\n") == content.count("\r\n")
    content = content.removeprefix(mark).replace(newline, "\n")
    head, _, tail = content.partition('[hrymivka]\nkind = "place"\nname = "Hrymivka"\n\n')
    assert head.startswith(text[: text.index('"Kijów" ]')] + '"Kijów"')
    assert '"Kiev"' in head and head.endswith("\n\n# A row with all on a line\n")
    assert 'name = "Taras Hrymskyi" # him' in tail
    assert (
        'because = "the mayor; reviewed 2026-11-27 by Olha: “Hrymskij” stays (he signs so)"' in tail
    )
    assert tail.count("[kabaeva]") == 1
    assert load_table(table).rows[0].fields["keep"] == ["Kiew", "Kijów", "Kiev"]


def test_a_row_on_one_line_is_changed(tmp_path: Path) -> None:
    table = tmp_path / "newsroom.toml"
    row = 'hrymivka = { kind = "place", name = "Hrymivka" } # ours\n'
    table.write_text(f"schema = 1\n{row}", "utf-8")
    content = apply(tmp_path, mention("part", "Hrymiwka", entity="hrymivka"))
    assert "# ours" in content and 'not_same = ["Hrymiwka"]' in content


def test_an_id_that_is_taken_is_another(tmp_path: Path) -> None:
    kyiv = {**KABAEVA, "form": "Kyiv", "spellings": ["Kyiv"], "original": None, "apart": []}
    other = {**KABAEVA, "id": "g3", "original": {"lang": "uk", "text": "Кабаєва"}}
    path = write(tmp_path, kyiv, {**KABAEVA, "id": "g2"}, other)
    table = str(tmp_path / "newsroom.toml")
    assert apply_decisions(path, table).added == ("kyiv-2", "kabaeva", "kabaeva-2")
    assert apply_decisions(path, table).added == ()


def test_many_reasons_are_counted(tmp_path: Path) -> None:
    decisions = [mention("reject", f"Kiev{'a' * n}", note=f"{n}" * 150) for n in range(1, 12)]
    content = apply(tmp_path, *decisions)
    assert "reviewed 2026-11-27 by Olha: 11 decisions" in content


def test_decisions_about_another_table_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "newsroom.toml"
    path = write(tmp_path, KABAEVA)  # about no table
    table.write_text('schema = 1\n[x]\nkind = "place"\nname = "Xys"\n', "utf-8")
    before = table.read_bytes()
    with pytest.raises(ReviewError, match=r"decisions.json:1: was made without .*newsroom.toml"):
        apply_decisions(path, str(table))
    path = write(tmp_path, KABAEVA)  # about this one
    table.write_text(table.read_text("utf-8").replace("Xys", "Xyz"), "utf-8")
    with pytest.raises(ReviewError, match=r"another state of .*; make the page again"):
        apply_decisions(path, str(table))
    table.write_bytes(before)
    assert apply_decisions(path, str(table)).added == ("kabaeva",)
    table.unlink()
    with pytest.raises(ReviewError, match="there is no"):
        apply_decisions(path, str(table))
    assert not table.exists()


def test_another_layout_is_the_same_state(tmp_path: Path) -> None:
    table = tmp_path / "newsroom.toml"
    table.write_text('schema = 1\n[x]\nkind = "place"\nname = "Xys"\n', "utf-8")
    path = write(tmp_path, KABAEVA)
    table.write_text('schema = 1\n# x\n[x]\nname = "Xys"\nkind = "place"\n', "utf-8")
    assert apply_decisions(path, str(table)).added == ("kabaeva",)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    table = tmp_path / "newsroom.toml"
    done = apply_decisions(write(tmp_path, KABAEVA), str(table), dry_run=True)
    assert done.added == ("kabaeva",) and not table.exists()


def test_only_toml_and_only_a_table(tmp_path: Path) -> None:
    path = write(tmp_path, KABAEVA)
    with pytest.raises(ReviewError, match="are written into TOML alone"):
        apply_decisions(path, str(tmp_path / "names.jsonl"))
    (tmp_path / "bad.toml").write_text("schema = 1\n[x]\nknd = 1\n", "utf-8")
    with pytest.raises(TableError, match="unknown field `knd`"):
        apply_decisions(path, str(tmp_path / "bad.toml"))


def test_a_table_that_changes_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translit.review import applying

    table = tmp_path / "newsroom.toml"
    path = write(tmp_path, KABAEVA)
    plan = applying.plan_changes

    def plan_and_change(*args: Any) -> Any:
        table.write_text("schema = 1\n", "utf-8")
        return plan(*args)

    monkeypatch.setattr(applying, "plan_changes", plan_and_change)
    with pytest.raises(ReviewError, match="was changed meanwhile"):
        apply_decisions(path, str(table))
    assert table.read_text("utf-8") == "schema = 1\n"
