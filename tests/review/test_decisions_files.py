"""A file of decisions, or a survey, that is wrong in any way is refused with line and cure."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import make_group, write_survey
from translit import DocumentError, ReviewError, apply_decisions
from translit.review import SurveyFile, is_survey
from translit.tables import list_verdicts

HEAD: dict[str, Any] = {
    "schema": 1, "what": "decisions", "state": {"page": "0" * 64, "tables": []}, "who": "Olha",
    "saved": "2026-11-27T10:00:00Z",
}  # fmt: skip
GROUP: dict[str, Any] = {
    "id": "g1", "verdict": "accept", "at": "2026-11-27T10:00:00Z", "kind": "person",
    "form": "Kabaeva", "original": {"lang": "ru", "text": "Кабаева"},
    "spellings": ["Kabaeva", "Kabajewa"], "apart": [],
}  # fmt: skip
MENTION: dict[str, Any] = {
    "id": "m1", "verdict": "reject", "at": "2026-11-27", "entity": "kyiv", "text": "Kiev",
}  # fmt: skip


def write(folder: Path, *decisions: object, **head: object) -> str:
    """Write a file of decisions as the page does: a line each, after one for the head."""
    start = json.dumps({**HEAD, **head}, ensure_ascii=False)[:-1]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in decisions)
    path = folder / "decisions.json"
    path.write_text(f'{start}, "decisions": [\n{lines}\n]}}\n', encoding="utf-8")
    return str(path)


def refuse(folder: Path, path: str) -> str:
    """Return why a file is refused, and see to it that nothing was written."""
    table = folder / "newsroom.toml"
    with pytest.raises((ReviewError, DocumentError)) as caught:
        apply_decisions(path, str(table))
    assert not table.exists()
    return str(caught.value).removeprefix(path)


@pytest.mark.parametrize(
    ("base", "fields", "problem"),
    [
        (GROUP, {"verdict": "maybe"}, '`decisions[2].verdict` must be one of accept, reject, part'),
        (GROUP, {"verdict": "part"}, "cannot be part"),
        (GROUP, {"verdict": None}, "verdict` must be a string, not nothing"),
        (GROUP, {"id": 7}, "id` must be a string, not 7"),
        (GROUP, {"id": ""}, "id` must be a string"),
        (GROUP, {"id": "first"}, "is decided twice, first in line 2"),
        (GROUP, {"at": "yesterday"}, "at` is no date"),
        (GROUP, {"at": 3}, "at` must be a string"),
        (GROUP, {"kind": "name"}, "kind` must be one of person, place"),
        (GROUP, {"gender": "x"}, "gender` must be one of f, m"),
        (GROUP, {"form": ["A"]}, "form` must be a string"),
        (GROUP, {"form": "…"}, "makes a row `row` that is wrong: `name`"),
        (GROUP, {"form": "A B C D"}, "has more than three words"),
        (GROUP, {"form": "Kаbaeva"}, "that is wrong: `name`"),  # two scripts
        (GROUP, {"form": "x" * 2000, "spellings": ["y"]}, "is 2,000 characters long"),
        (GROUP, {"original": "Кабаева"}, "original` must be an object"),
        (GROUP, {"original": {"lang": "ru"}}, "original.text` must be a string"),
        (GROUP, {"original": {"lang": "ru", "text": "К", "x": 1}}, "is no field that is known"),
        (GROUP, {"original": {"lang": "Russian", "text": "Кабаева"}}, "no language code"),
        (GROUP, {"original": {"lang": "ru", "text": "Kabaeva"}}, "makes a row `kabaeva` that"),
        (GROUP, {"spellings": "Kabaeva"}, "spellings` must be a list of strings"),
        (GROUP, {"spellings": [1]}, "spellings` must be a list of strings"),
        (GROUP, {"spellings": []}, "spellings` has no spelling"),
        (GROUP, {"spellings": [" "]}, "has an empty spelling"),
        (GROUP, {"apart": ["Kabaeva"]}, "apart` has “Kabaeva”, which is in `spellings` too"),
        (GROUP, {"apart": ["…"]}, "has no letter"),
        (GROUP, {"note": 1}, "note` must be a string"),
        (GROUP, {"needs": "alias"}, "`decisions[2].needs` is no field that is known"),
        (GROUP, {"</script>": 1}, "</script>` is no field that is known"),
        (MENTION, {"entity": "kyyiv"}, "names “kyyiv”, which no table has"),
        (MENTION, {"entity": 1}, "entity` must be a string"),
        (MENTION, {"text": None}, "text` must be a string"),
        (MENTION, {"text": "\u202e\n"}, "makes a row `kyiv` that is wrong"),
        (MENTION, {"spellings": []}, "is no field that is known"),
        (MENTION, {"verdict": "accept", "needs": "luck"}, "needs` must be one of alias, alone"),
        (MENTION, {"verdict": "part", "text": "Kyiv"}, "is the name, an alias or the id"),
        (MENTION, {"others": ["mosow"]}, "names “mosow”, which no table has"),
        (MENTION, {"others": "moscow"}, "others` must be a list of strings"),
        (MENTION, {"verdict": "accept", "form": "…"}, "makes a row `kyiv` that is wrong"),
    ],
)  # fmt: skip
def test_a_wrong_decision_is_refused_by_its_line(
    tmp_path: Path, base: dict[str, Any], fields: dict[str, Any], problem: str
) -> None:
    first = {**GROUP, "id": "first", "form": "Zzyzx", "original": None, "spellings": ["Zzyzx"]}
    said = refuse(tmp_path, write(tmp_path, first, {**base, **fields}))
    assert said.startswith(":3: ") and problem in said
    assert "; " in said.partition(problem)[2] and "\n" not in said


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ({"schema": 2}, ":1: schema 2 is not known; update translit-fix"),
        ({"schema": True}, ":1: schema true is not known"),
        ({"what": "survey"}, ":1: is no file of decisions"),
        ({"what": None}, ":1: is no file of decisions"),
        ({"who": 3}, "`who` must be a string"),
        ({"state": None}, "`state` must be an object, not nothing"),
        ({"state": {"page": "0" * 64, "tables": ["zz"]}}, "has a digest that is none"),
        ({"state": {"page": "", "tables": []}}, "`state.page` must be a string"),
        ({"state": {"page": "0" * 64, "tables": {}}}, "`state.tables` must be a list"),
        ({"more": 1}, "`more` is no field that is known"),
    ],
)
def test_a_wrong_head_is_refused(tmp_path: Path, head: dict[str, Any], problem: str) -> None:
    said = refuse(tmp_path, write(tmp_path, GROUP, **head))
    assert problem in said


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", ":1: not valid JSON: expecting value"),
        (b"[]", "must be an object, not []"),
        (b'{"schema": 1,\n "what": "decisions",\n oops', ":3: not valid JSON"),
        (b'{"schema": 1, "what": "decisions"}', "`decisions` must be a list"),
        (b'{"schema": 1, "what": "decisions", "decisions": {}}', "`decisions` must be a list"),
        (b'{"schema": 1, "what": "decisions", "decisions": [NaN]}', "NaN is no number"),
        (b"[" * 100_000, "cannot be read as JSON"),
        (b'{"schema": 1, "n": ' + b"9" * 5000 + b"}", "cannot be read as JSON"),
        (b"\xff\xfe\x00", ""),
        (b'{"schema": "\xff"}', ""),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_bytes(content)
    said = refuse(tmp_path, str(path))
    assert problem in said and ";" in said


def test_lines_are_told_however_it_is_laid_out(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    wrong = {**MENTION, "verdict": "x"}
    content = {"decisions": [GROUP, wrong], "more": {"decisions": [1]}, **HEAD}
    del content["more"]
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    lines = path.read_text("utf-8").splitlines()
    expected = next(n for n, line in enumerate(lines, 1) if '"m1"' in line) - 1
    assert refuse(tmp_path, str(path)).startswith(f":{expected}: `decisions[2].verdict`")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "there is no such file" in refuse(tmp_path, str(tmp_path / "nowhere.json"))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": 1}, "`groups[2].id` must be a string"),
        ({"id": "first"}, "“first” is given twice"),
        ({"kind": "animal"}, "kind` must be one of person, place, organization, name, other"),
        ({"gender": "x"}, "gender` must be one of f, m"),
        ({"sure": "yes"}, "sure` must be true or false"),
        ({"spellings": []}, "spellings` has no spelling"),
        ({"spellings": {}}, "spellings` must be a list"),
        ({"spellings": [{"count": 1}]}, "`groups[2].spellings[1].text` must be a string"),
        ({"spellings": [{"text": "A", "count": -1}]}, "count` must be a number from 0 up"),
        ({"spellings": [{"text": "A", "count": True}]}, "count` must be a number from 0 up"),
        ({"original": []}, "original` must be an object"),
        ({"given": "Ivan"}, "given` must be a list of strings"),
        ({"why": 1}, "why` must be a string"),
        ({"examples": [1]}, "examples[1]` must be an object, not 1"),
        ({"examples": [{"file": 1}]}, "file` must be a string"),
    ],
)
def test_a_wrong_survey_is_refused(tmp_path: Path, fields: dict[str, Any], problem: str) -> None:
    groups = [make_group("first", "A"), {**make_group("second", "B", "C"), **fields}]
    path = write_survey(tmp_path / "found.json", groups)
    assert is_survey(str(path))
    with pytest.raises(ReviewError, match="make it again with `translit survey …") as caught:
        SurveyFile(list_verdicts([])).add(str(path))
    assert problem in str(caught.value) and caught.value.line == 1
