"""What the bench `golden` calls a difference, and that its texts are always the same."""

from pathlib import Path
from typing import Any

import pytest

from tests.bench.golden.differences import (
    Difference,
    MadeEdit,
    SeenMention,
    compare_answers,
    compare_edits,
)
from tests.bench.golden.pieces import Piece, draw, read_pieces, write_pieces
from tests.bench.golden.report import Report
from tests.bench.golden.shapes import fill_sentences
from tests.bench.versions import PRESENT, ROOT, VersionError, find_wheel, locate, run_in

TEXT = "Aliaksandr Łukaszenka met Szojgu."
GIVEN = MadeEdit(0, 10, "Aliaksandr", "Alexander", "lukashenko", "scheme")
FAMILY = MadeEdit(11, 21, "Łukaszenka", "Lukashenko", "lukashenko", "scheme")
WHOLE = MadeEdit(0, 21, TEXT[:21], "Alexander Lukashenko", "lukashenko", "scheme")
SHOIGU = MadeEdit(26, 32, "Szojgu", "Shoigu", "shoigu", "scheme")
Answer = dict[str, Any]


def answer(*edits: MadeEdit, text: str = "same", **more: str) -> Answer:
    return {"hash": text, "edits": [list(edit) for edit in edits], **more}


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ([SHOIGU], [SHOIGU], []),
        ([SHOIGU], [], ["edit gone"]),
        ([], [SHOIGU], ["edit new"]),
        ([SHOIGU], [SHOIGU._replace(after="Shoygu")], ["other form"]),
        ([SHOIGU], [SHOIGU._replace(entity_id="other")], ["other entity"]),
        ([SHOIGU], [SHOIGU._replace(entity_id="other", after="Other")], ["other entity"]),
        ([SHOIGU], [SHOIGU._replace(evidence="alias")], ["other evidence"]),
        ([GIVEN, FAMILY], [WHOLE], ["other bounds"]),
        ([GIVEN, FAMILY], [WHOLE._replace(after="A. Lukashenko")], ["other form"]),
        ([WHOLE], [FAMILY], ["other form"]),
        ([GIVEN, FAMILY], [FAMILY], ["edit gone"]),
        ([FAMILY, SHOIGU], [GIVEN, FAMILY], ["edit new", "edit gone"]),
        ([GIVEN], [FAMILY], ["edit gone", "edit new"]),
    ],
)
def test_kinds(old: list[MadeEdit], new: list[MadeEdit], kinds: list[str]) -> None:
    assert [found.kind for found in compare_edits(TEXT, old, new)] == kinds


def test_edits_that_touch_at_a_point_are_not_compared_together() -> None:
    first, second = (MadeEdit(a, a + 1, "a", "b", "one", "scheme") for a in (0, 1))
    found = list(compare_edits("aa", [first], [second]))
    assert [(one.kind, one.start, one.end) for one in found] == [
        ("edit gone", 0, 1),
        ("edit new", 1, 2),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ([SHOIGU], [], "scheme, else kept: guard"),
        ([], [SHOIGU], "scheme, else ambiguous"),
        ([FAMILY], [], "scheme, else not seen"),
        ([SHOIGU], [SHOIGU._replace(evidence="alias")], "scheme → alias"),
        ([SHOIGU], [SHOIGU._replace(after="Shoygu")], "scheme"),
    ],
)
def test_rules(old: list[MadeEdit], new: list[MadeEdit], rule: str) -> None:
    old_mentions = [SeenMention(26, 32, "ambiguous", None, None)]
    new_mentions = [SeenMention(26, 32, "kept", "guard", "shoigu")]
    (found,) = compare_answers(TEXT, answer(*old), answer(*new), old_mentions, new_mentions)
    assert found.rule == rule


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (answer(), answer(), []),
        (answer(SHOIGU), answer(SHOIGU, text="else"), ["beside the edits"]),
        (answer(SHOIGU), answer(text="else"), ["scheme, else not seen"]),
        (
            answer(SHOIGU),
            answer(SHOIGU, explained="else"),
            ["normalize is not explain in the new version"],
        ),
        (answer(explained="else"), answer(explained="more"), []),
        ({"error": "A: 1"}, {"error": "A: 1"}, []),
        ({"error": "A: 1"}, answer(SHOIGU), ["A → none"]),
        (answer(), {"error": "A: 1"}, ["none → A"]),
    ],
)
def test_texts_and_errors(old: Answer, new: Answer, found: list[str]) -> None:
    assert [one.rule for one in compare_answers(TEXT, old, new, [], [])] == found


def test_report_counts_all_and_samples_ten_that_differ_whatever_the_order() -> None:
    def report(numbers: list[int]) -> list[str]:
        made = Report()
        for number in numbers:
            text = f"Name{number}"
            edit = MadeEdit(0, len(text), text, "Name", "name", "scheme")
            made.add(Piece(str(number), text), Difference("edit gone", 0, len(text), (edit,)))
        return list(made.list_lines())

    lines = report([*range(25)])
    assert lines[:2] == ["edit gone: 25", "  25 "]
    assert sum(" → Name | Name" in line for line in lines) == 10
    assert lines == report([*reversed(range(25))])
    assert sum(" | " in line for line in report([1] * 25)) == 1


def test_pieces_are_told_apart_and_come_back_from_a_file(tmp_path: Path) -> None:
    pieces = [*fill_sentences(), Piece("lone", "a\ud800\u2028b\n")]
    assert len({piece.id for piece in pieces}) == len(pieces)
    assert write_pieces(pieces, tmp_path / "pieces") == len(pieces)
    assert list(read_pieces(tmp_path / "pieces")) == pieces
    assert pieces[:-1] == list(fill_sentences())


def test_a_sample_keeps_the_order_and_does_not_depend_on_others() -> None:
    pieces = [Piece(str(number), "") for number in range(100)]
    drawn = draw(pieces, 20)
    assert [int(piece.id) for piece in drawn] == sorted(int(piece.id) for piece in drawn)
    assert len(drawn) == 20 and drawn != pieces[:20]
    assert {p.id for p in draw(pieces[:50], 20)} >= {p.id for p in drawn if int(p.id) < 50}
    assert [p.id for p in draw([p for p in pieces if p in drawn], 20)] == [p.id for p in drawn]


def test_a_checkout_runs_in_its_own_process(tmp_path: Path) -> None:
    package = tmp_path / "translit"
    package.mkdir()
    (package / "__init__.py").write_text("name = 'another'")
    script = tmp_path / "elsewhere" / "script.py"
    script.parent.mkdir()
    script.write_text("import sys, translit; print(translit.name, *sys.argv[1:])")
    assert run_in(str(tmp_path), script, "a", "b") == "another a b\n"
    script.write_text("raise SystemExit('why it failed')")
    with pytest.raises(VersionError, match="why it failed"):
        run_in(str(tmp_path), script)
    assert locate(PRESENT) == ROOT


def test_a_version_that_is_not_named(tmp_path: Path) -> None:
    with pytest.raises(VersionError, match=r"versions\.toml"):
        find_wheel("second", tmp_path)
