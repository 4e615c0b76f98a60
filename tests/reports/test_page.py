"""The HTML report: by file, edits first, then what was suggested and kept, with its sentences."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from translit import Normalizer
from translit.files import FilePiece, Resolver
from translit.files.formats.plain_text import PlainText
from translit.reports import page_lines
from translit.review import Findings
from translit.tables import list_verdicts, load_table

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
TEXTS = {
    "news/monday.txt": "Zelenskyi met Łukaszenka in Kijów.\nIn Kyiv it was <b>cold</b> & dark.\n",
    "news/tuesday.txt": "Selenskyj and Zelenskyi in Charkow: “Kijów”. Schewtschuk left.\n" * 3,
    "a <script>alert(1)</script>.txt": "Kijów <img src=x onerror=alert(1)> Kijów\n",
}


def look(texts: dict[str, str], findings: Findings | None = None) -> Findings:
    resolver = Resolver(Normalizer(tables=[NAMES], default_tables=False))
    findings = findings or Findings()
    for name, text in texts.items():
        piece = FilePiece(text, 0, 1, PlainText())
        findings.begin(name)
        findings.add(piece, resolver.resolve(piece))
    return findings


@pytest.fixture(scope="module")
def findings() -> Findings:
    findings = look(TEXTS)
    findings.note_trouble("could not be written")
    return findings


@pytest.fixture(scope="module")
def page(findings: Findings) -> str:
    return "".join(page_lines(findings, place=Path()))


def read_data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_every_change_stands_in_its_sentence(page: str) -> None:
    items = read_data(page)["items"]
    found = {(one["text"], one["form"], one["status"]): one for one in items}
    kijow = found["Kijów", "Kyiv", "edit"]
    assert kijow["places"][0] == {
        "file": 0, "line": 1, "before": "Zelenskyi met Łukaszenka in ", "text": "Kijów",
        "after": ".", "becomes": "Kyiv",
    }  # fmt: skip
    assert kijow["why"].startswith("“Kijów” is")
    assert all(one["why"] and one["places"] and one["count"] for one in items)
    assert {one["status"] for one in items} >= {"edit", "suggestion"}


def test_it_counts_by_file_and_names_their_troubles(page: str) -> None:
    data = read_data(page)
    assert data["view"] == "file"
    assert [file["name"] for file in data["files"]] == list(TEXTS)
    assert data["files"][0]["said"] == "3 edits"
    assert data["files"][2]["troubles"] == ["could not be written"]
    assert data["files"][0]["href"] == "news/monday.txt"
    assert data["entities"]["kyiv"]["said"] == "Kyiv 1×"
    assert re.fullmatch(r"\d+ edits, \d+ suggestions?, \d+ kept, 3 files", data["said"])


def test_what_files_say_is_no_markup(page: str) -> None:
    assert page.count("<script") == 2 and "<img" not in page and "<b>" not in page
    assert read_data(page)["files"][2]["name"] == "a <script>alert(1)</script>.txt"


def test_the_same_text_gives_the_same_page(findings: Findings, page: str) -> None:
    assert "".join(page_lines(look(TEXTS), place=Path())) != page  # a trouble less
    state = read_data(page)["state"]
    table = load_table(NAMES)
    other = read_data("".join(page_lines(findings, tables=[table])))["state"]
    assert other["page"] != state["page"] and other["tables"] == [table.digest]
    assert state["tables"] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wort " * 80, " wort" * 80),
        ("x" * 500 + " ", " " + "y" * 500),
        ("", " and so on" * 60),
        ("Mr. ", " left."),
    ],
)
def test_contexts_are_of_whole_words(before: str, after: str) -> None:
    text = f"{before}Kijów{after}"
    (item,) = look({"a.txt": text}).list_items()
    place = item["places"][0]
    left, right = place["before"].removeprefix("… "), place["after"].removesuffix(" …")
    assert before.endswith(left) and after.startswith(right)
    assert not left or before[: len(before) - len(left)][-1:] in ("", " ")
    assert not right or after[len(right) :][:1] in ("", " ")
    assert len(place["before"]) <= 165 and len(place["after"]) <= 165


def test_what_was_decided_is_not_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('schema = 1\n[kyiv]\nkeep = ["Kijów"]\nnot_same = ["Kiew"]\n', "utf-8")
    findings = Findings(list_verdicts(load_table(path).rows))
    texts = [item["text"] for item in look(TEXTS, findings).list_items()]
    assert "Kijów" not in texts and "Charkow" in texts


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from translit.review import findings as module

    monkeypatch.setattr(module, "_MOST_PLACES_OF_ITEM", 3)
    monkeypatch.setattr(module, "_MOST_FILES", 4)
    found = look({f"{n}.txt": "In Kijów. " * 5 for n in range(9)})
    (item,) = found.list_items()
    assert (item["count"], len(item["places"]), len(found.list_files())) == (45, 3, 4)
    assert "only the first 4 files are listed" in found.describe()
    monkeypatch.setattr(module, "_MOST_PLACES", 2)
    monkeypatch.setattr(module, "_MOST_ITEMS", 1)
    found = look({"a.txt": "In Kijów. In Charkow. In Kijów. In Kijów."})
    assert [len(item["places"]) for item in found.list_items()] == [2]
    assert "only the first 1 spellings are listed" in found.describe()
