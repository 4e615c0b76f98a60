"""`translit review` and `translit review apply`: what is read, written and refused."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.review.conftest import make_group, russian, write_survey
from translit.review import page_file

OWN = ["--no-default-tables", "--table", "names.toml"]
NAMES = """schema = 1
[hrymivka]
kind = "place"
name = "Hrymivka"
native.uk = "Гримівка"
"""


@pytest.fixture
def tree(folder: Path) -> Path:
    (folder / "news").mkdir()
    (folder / "news/a.txt").write_text("In Hrymiwka it rained.\n", encoding="utf-8")
    (folder / "news/b.md").write_text("# Hrymivka\n\nNot in Hrymiwka.\n", encoding="utf-8")
    (folder / "names.toml").write_text(NAMES, encoding="utf-8")
    write_survey(
        folder / "found.json",
        [
            make_group("k", "Kabaeva", "Kabajewa", original=russian("Кабаева")),
            make_group("h", "Hrymivka", "Hrymiwka", kind="place"),
        ],
    )
    return folder


def read_data(page: Path) -> dict[str, Any]:
    text = page.read_text(encoding="utf-8")
    found = re.search(r'id="data">(.*?)</script>', text)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_a_page_of_texts(command: Command, tree: Path) -> None:
    outcome = command("translit", "review", *OWN, "-o", "page.html", "news")
    assert outcome.status == 0, outcome.err
    said = "page.html: 2 edits, 0 suggestions, 0 kept, 2 files; open it in a browser\n"
    assert outcome.out.decode() == said
    data = read_data(tree / "page.html")
    (item,) = data["items"]
    assert (item["text"], item["form"], item["count"]) == ("Hrymiwka", "Hrymivka", 2)
    assert data["files"][0]["href"] == "news/a.txt" and data["view"] == "entity"
    assert len(data["state"]["tables"]) == 1
    assert (tree / "news/a.txt").read_text("utf-8") == "In Hrymiwka it rained.\n"


def test_the_page_has_a_name_of_its_own_and_links_from_where_it_is(
    command: Command, tree: Path
) -> None:
    assert command("translit", "review", *OWN, "news").status == 0
    assert (tree / "review.html").exists()
    (tree / "out").mkdir()
    assert command("translit", "review", *OWN, "-o", "out/p.html", "news").status == 0
    assert read_data(tree / "out/p.html")["files"][0]["href"] == "../news/a.txt"


def test_a_page_of_a_survey_leaves_out_what_the_table_knows(command: Command, tree: Path) -> None:
    assert command("translit", "review", "found.json").out.startswith(
        b"review.html: 2 groups, 2 sure;"
    )
    outcome = command("translit", "review", *OWN, "found.json")
    assert outcome.out.startswith(b"review.html: 1 group, 1 sure, 1 decided before;")
    assert [item["id"] for item in read_data(tree / "review.html")["items"]] == ["k"]


def test_the_style_of_another_form_is_told(command: Command, tree: Path) -> None:
    for style, told in (("auto", ""), ("news", ""), ("guardian", "guardian")):
        assert command("translit", "review", *OWN, "--style", style, "news").status == 0
        assert read_data(tree / "review.html")["style"] == told


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["found.json", "news"], "news: is a text beside a survey; make a page of each"),
        (["-o", "found.json", "found.json"], "found.json: is read by the command"),
        (["-o", "news/a.txt", "news"], "is read by the command"),
        (["-o", "names.toml", *OWN, "news"], "is read by the command"),
        (["-o", "nowhere/x.html", "news"], "No such file"),
        (["nowhere"], "nowhere: there is no such file"),
        ([], "the following arguments are required"),
        (["--table", "nowhere.toml", "news"], "nowhere.toml: there is no such file"),
    ],
)
def test_what_cannot_be_is_refused(
    command: Command, tree: Path, argv: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("*.*") if path.is_file()}
    outcome = command("translit", "review", *argv)
    assert outcome.status == 2 and message in outcome.err
    assert {path: path.read_bytes() for path in before} == before


def test_without_jinja_nothing_is_written(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_file, "find_spec", lambda _: None)
    outcome = command("translit", "review", "found.json")
    assert outcome.status == 2 and not (tree / "review.html").exists()
    assert "needs jinja2; install it: pip install 'translit-fix[review]'" in outcome.err
    outcome = command("translit-fix", *OWN, "--in-place", "--report", "r.html", "news")
    assert outcome.status == 2 and "--report: needs jinja2" in outcome.err
    assert (tree / "news/a.txt").read_text("utf-8") == "In Hrymiwka it rained.\n"


def write_decisions(folder: Path, tables: list[str], **fields: Any) -> None:
    decision = {
        "id": "x", "verdict": "reject", "at": "2026-11-27", "entity": "hrymivka",
        "text": "Hrymiwka", **fields,
    }  # fmt: skip
    state = {"page": "0" * 64, "tables": tables}
    content = {"schema": 1, "what": "decisions", "state": state, "decisions": [decision]}
    (folder / "decisions.json").write_text(json.dumps(content), "utf-8")


def test_apply_writes_once_and_says_so(command: Command, tree: Path) -> None:
    assert command("translit", "review", *OWN, "news").status == 0
    write_decisions(tree, read_data(tree / "review.html")["state"]["tables"])
    apply = ["translit", "review", "apply", "decisions.json", "--table", "names.toml"]
    outcome = command(*apply, "--dry-run")
    said = "names.toml: 0 rows would be added, 1 would be changed, by 1 decision\n"
    assert outcome.out.decode() == said
    assert (tree / "names.toml").read_text("utf-8") == NAMES
    outcome = command(*apply)
    assert outcome.out.decode() == "names.toml: 0 rows added, 1 changed, by 1 decision\n"
    assert outcome.status == 0 and not outcome.err
    assert 'keep = ["Hrymiwka"]' in (tree / "names.toml").read_text("utf-8")
    outcome = command(*apply)
    assert outcome.out.decode() == "names.toml: nothing to change, by 1 decision\n"
    assert command("translit", "review", *OWN, "news").out.startswith(b"review.html: 0 edits")
    outcome = command("translit-fix", *OWN, "news/a.txt")
    assert outcome.out.decode() == "In Hrymiwka it rained.\n"


def test_what_was_only_accepted_can_be_left_out(command: Command, tree: Path) -> None:
    write_decisions(tree, [], verdict="accept")
    outcome = command("translit", "review", *OWN, "--decided", "decisions.json", "news")
    assert outcome.out.startswith(b"review.html: 0 edits, 0 suggestions")
    write_decisions(tree, [], verdict="accept", entity="kyiv")
    outcome = command("translit", "review", *OWN, "--decided", "decisions.json", "news")
    assert outcome.out.startswith(b"review.html: 2 edits, 0 suggestions")
    outcome = command("translit", "review", *OWN, "--decided", "found.json", "news")
    assert outcome.status == 2 and "found.json:1: is no file of decisions" in outcome.err


def test_apply_tells_what_no_table_can_say(command: Command, tree: Path) -> None:
    assert command("translit", "review", *OWN, "news").status == 0
    tables = read_data(tree / "review.html")["state"]["tables"]
    write_decisions(tree, tables, verdict="accept", needs="hand")
    outcome = command("translit", "review", "apply", "decisions.json", "--table", "names.toml")
    assert outcome.status == 0 and "nothing to change" in outcome.out.decode()
    assert "“Hrymiwka” stays: no row of a table can say" in outcome.err


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ([], "decisions.json:1: was made without names.toml, which has rows by now"),
        (["0" * 64], "decisions.json:1: was made with another state of names.toml"),
    ],
)
def test_apply_refuses_another_table(
    command: Command, tree: Path, tables: list[str], message: str
) -> None:
    write_decisions(tree, tables)
    outcome = command("translit", "review", "apply", "decisions.json", "--table", "names.toml")
    assert outcome.status == 2 and message in outcome.err and outcome.err.count("\n") == 1
    assert (tree / "names.toml").read_text("utf-8") == NAMES


def test_a_file_named_apply_is_a_file(command: Command, tree: Path) -> None:
    (tree / "apply").write_text("In Hrymiwka.\n", "utf-8")
    assert command("translit", "review", *OWN, "./apply").status == 0
    outcome = command("translit", "review", "apply")
    assert outcome.status == 2 and "translit review apply" in outcome.err
