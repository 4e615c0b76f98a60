"""`translit survey`: files, a draft of a table, JSON; and what is wrong with them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from translit import Normalizer, load_table, survey_names

WAR = [
    "The spokesman Oleksandr Motuzianyk said that Ukraine was ready.",
    "Motuzyanyk added in Kyiv that it was not. But Mr Motuzyanyk had said so before.",
    "In Ukraine, the men of Dmytro Lozatsky were free; so said Lozatskyi.",
    "The battle of Slobozhanskyi in Ukraine, and that of Slobozhansky, were over.",
    "Mark Carney met Jose Sarney. Guterres was with Gutierrez, and Irvine with Irwin.",
]


def test_the_draft_is_a_table_that_works(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "found.toml"
    survey_names(WAR).to_table(str(path))
    rows = {row.id: row.fields for row in load_table(path).rows}
    assert rows["motuzyanyk"]["native"] == {"uk": "Олександр Мотузяник"}
    assert "Motuzyanyk 2 in 1, Motuzianyk 1 in 1" in rows["motuzyanyk"]["because"]
    assert not any("alone" in fields for fields in rows.values())
    assert command("translit", "table", "check", str(path)).status == 0
    normalizer = Normalizer(tables=path)
    assert normalizer.normalize(WAR[0]) == WAR[0].replace("Motuzianyk", "Motuzyanyk")
    assert survey_names(WAR, tables=path).groups == ()


def test_files_are_surveyed(folder: Path, command: Command) -> None:
    (folder / "news").mkdir()
    for number, text in enumerate(WAR):
        (folder / "news" / f"{number}.md").write_text(f"# News\n\n{text}\n", encoding="utf-8")
    rows = [json.dumps({"id": "Motuzyanik", "text": text}) for text in WAR]
    (folder / "news.jsonl").write_text("\n".join(rows), encoding="utf-8")
    outcome = command("translit", "survey", "news", "--json", "found.json", "--to", "found.toml")
    lines = outcome.out.decode().splitlines()
    assert outcome.status == 0
    assert lines[0].startswith("3 names in several spellings, 3 of them sure;")
    assert lines[1] == "Мотузяник: Motuzyanyk 2, Motuzianyk 1"
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    assert (found["schema"], found["what"], len(found["groups"])) == (1, "survey", 3)
    for group in found["groups"]:
        assert list(group) == [
            "id", "kind", "gender", "sure", "original", "canonical", "spellings", "given",
            "first_name", "titles",
            "against", "why", "examples",
        ]  # fmt: skip
        for one in group["examples"]:
            text = Path(one["file"]).read_text(encoding="utf-8")
            assert text[one["start"] :].startswith(one["spelling"]) and one["text"] in text
    assert len(load_table(folder / "found.toml").rows) == 3
    outcome = command("translit", "survey", "news.jsonl", "--field", "text", "--json", "2.json")
    again = json.loads((folder / "2.json").read_text(encoding="utf-8"))
    assert [(g["id"], g["spellings"]) for g in again["groups"]] == [
        (g["id"], g["spellings"]) for g in found["groups"]
    ]


def test_several_processes_find_the_same(folder: Path, command: Command) -> None:
    (folder / "news.txt").write_text("\n\n".join(WAR), encoding="utf-8")
    for jobs in ("1", "2"):
        assert command("translit", "survey", "news.txt", "--jobs", jobs, "--json", jobs).status == 0
    assert (folder / "1").read_bytes() == (folder / "2").read_bytes()


def test_what_cannot_be_read_is_named(folder: Path, command: Command) -> None:
    (folder / "a.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "b.txt").write_text(WAR[3], encoding="utf-8")
    outcome = command("translit", "survey", "a.txt", "b.txt", "none.txt")
    assert outcome.status == 2
    assert "a.txt" in outcome.err and "none.txt" in outcome.err
    assert "Слобожанський: Slobozhansky 1, Slobozhanskyi 1" in outcome.out.decode()


def test_unlisted_names_are_counted_apart(folder: Path, command: Command) -> None:
    (folder / "a.txt").write_text("\n\n".join(WAR[:2]), encoding="utf-8")
    (folder / "b.txt").write_text(WAR[3], encoding="utf-8")
    options = ("--unlisted", "consistent", "--summary")
    said = command("translit-fix", *options, "a.txt", "b.txt").out.decode()
    assert said.startswith("2 edits in 2 of 2 files")
    assert "Motuzyanyk (unlisted Motuzyanyk)" in said
    assert "Slobozhansky (unlisted Slobozhansky)" in said
    text = "In Ukraine, Motuzianyk met Kovtun. Motuzyanyk left."
    said = command("translit", "explain", "--unlisted", "suggest", text).out.decode()
    assert "suggestion: Motuzianyk → Motuzyanyk (unlisted)" in said


def test_the_setting_of_a_project_counts(folder: Path, command: Command) -> None:
    (folder / "pyproject.toml").write_text('[tool.translit-fix]\nunlisted = "consistent"\n')
    (folder / "a.txt").write_text(WAR[3], encoding="utf-8")
    fixed = WAR[3].replace("Slobozhanskyi", "Slobozhansky").encode()
    assert command("translit-fix", "a.txt").out == fixed
    assert command("translit-fix", "--unlisted", "off", "a.txt").out == WAR[3].encode()
    (folder / "pyproject.toml").write_text('[tool.translit-fix]\nunlisted = "yes"\n')
    assert "must be off or suggest or consistent" in command("translit-fix", "a.txt").err


@pytest.mark.parametrize("option", ["--to", "--json"])
def test_what_is_read_is_not_written_over(folder: Path, command: Command, option: str) -> None:
    (folder / "a.txt").write_text(WAR[0], encoding="utf-8")
    outcome = command("translit", "survey", "a.txt", option, "a.txt")
    assert outcome.status == 2
    assert "name another file" in outcome.err
    assert (folder / "a.txt").read_text(encoding="utf-8") == WAR[0]


def test_stdin_and_the_language_given(command: Command) -> None:
    outcome = command("translit", "survey", "--lang", "pl", stdin=WAR[3].encode())
    assert outcome.out.decode().startswith("0 names in several spellings, 0 of them sure;")
    assert command("translit", "survey", "--lang", "xx", stdin=b"").status == 2
