"""Every wrong table gets one clear message: file, line, what is wrong, what to do."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from translit.tables import TableError, load_table

CASES = json.loads((Path(__file__).parents[1] / "cases" / "bad_tables.json").read_text("utf-8"))


def written(case: dict[str, Any], folder: Path) -> Path:
    if "hex" in case:
        path = folder / f"bad{case['hex']['ending']}"
        path.write_bytes(bytes.fromhex(case["hex"]["bytes"]))
        return path
    ending = "toml" if "toml" in case else "jsonl"
    path = folder / f"bad.{ending}"
    path.write_bytes(case[ending].encode())
    return path


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_one_clear_error(case: dict[str, Any], tmp_path: Path) -> None:
    path = written(case, tmp_path)
    with pytest.raises(TableError) as caught:
        load_table(path)
    error = caught.value
    assert (error.path, error.line) == (str(path), case["line"])
    assert case["problem"] in error.problem
    assert case["cure"] in error.cure
    assert str(error).splitlines() == [f"{path}:{error.line}: {error.problem}; {error.cure}"]


def test_all_errors_of_a_file_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(
        'schema = 1\n[a]\nkind = "town"\nnative = { uk = "", RU = "x" }\n[b]\nalone = 1\nx = 2\n',
        "utf-8",
    )
    with pytest.raises(TableError) as caught:
        load_table(path)
    assert [error.line for error in (caught.value, *caught.value.others)] == [3, 4, 6, 7]
    assert len(str(caught.value).splitlines()) == 4
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_a_file_wrong_throughout_is_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"kind": "place"}\n' * 100_000, "utf-8")
    with pytest.raises(TableError) as caught:
        load_table(path)
    assert str(caught.value).endswith("and 30 more")


@pytest.mark.parametrize("ending", [".toml", ".jsonl"])
def test_no_file(tmp_path: Path, ending: str) -> None:
    with pytest.raises(TableError, match="there is no such file; check the path"):
        load_table(tmp_path / f"missing{ending}")
    (tmp_path / f"folder{ending}").mkdir()
    with pytest.raises(TableError, match="is a folder; name the files in it"):
        load_table(tmp_path / f"folder{ending}")
    with pytest.raises(TableError, match="is no possible path"):
        load_table(f"a\0b{ending}")
    with pytest.raises(TableError, match="File name too long"):
        load_table("a" * 5000 + ending)


@pytest.mark.parametrize("name", ["table.csv", "table", "table.json"])
def test_unknown_ending(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(TableError, match=r"none of a table; write tables as \.toml"):
        load_table(tmp_path / name)


@pytest.mark.parametrize("ending", [".toml", ".jsonl"])
def test_line_of_ten_megabytes(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"long{ending}"
    path.write_bytes(b"\n\n" + b'{"id": "' + b"a" * 10_000_000 + b'"}\n')
    with pytest.raises(TableError, match=r"longer than 1,000,000 bytes") as caught:
        load_table(path)
    assert caught.value.line == 3


def test_name_longer_than_any_name(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"id": "x", "name": "' + b"a" * 2000 + b'"}')
    with pytest.raises(TableError, match="`name` is 2,000 characters long; write at most 1,000"):
        load_table(path)


@pytest.mark.parametrize("nested", ["[" * 100_000, '{"a":' * 50_000, '{"id": ' + "9" * 5000 + "}"])
def test_nesting_and_numbers_without_end(tmp_path: Path, nested: str) -> None:
    for ending, text in ((".jsonl", nested), (".toml", f"schema = 1\nx = {nested}")):
        path = tmp_path / f"deep{ending}"
        path.write_text(text, "utf-8")
        with pytest.raises(TableError):
            load_table(path)


def test_what_does_not_print_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "x", "\\u001b[31mname": 1, "\\ud800": 2, "\\n": 3}\n', "utf-8")
    with pytest.raises(TableError) as caught:
        load_table(path)
    assert len(str(caught.value).splitlines()) == 3
    str(caught.value).encode()
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("field", "items"),
    [
        ("aliases", [f'"Hrym{n:b}"'.replace("0", "a").replace("1", "b") for n in range(1001)]),
        ("other_names", ['{ uk = "Грим" }'] * 1001),
        ("titles", ['"mayor"'] * 5000),
    ],
)
def test_a_list_without_end_is_refused(field: str, items: list[str], tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    row = 'schema = 1\n[x]\nkind = "place"\nname = "Hrym"\n'
    path.write_text(f"{row}{field} = [{', '.join(items)}]\n", "utf-8")
    with pytest.raises(TableError, match=rf":5: `{field}` has [15],00[01] items; write at most"):
        load_table(path)
    path.write_text(f"{row}{field} = [{', '.join(items[:1000])}]\n", "utf-8")
    assert len(load_table(path).rows[0].fields[field]) == 1000


def test_a_map_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    codes = [f"{a}{b}" for a in "abcdefghijklmnopqrstuvw" for b in "abcdefghijklmnopqrstuvw"]
    names = ", ".join(f'{code} = "Грим"' for code in codes)
    path.write_text(f"schema = 1\n[x]\nnative = {{ {names} }}\n", "utf-8")
    with pytest.raises(TableError, match=":3: `native` has 529 languages; write at most 400"):
        load_table(path)
