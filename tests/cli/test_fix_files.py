"""translit-fix on many files: folders, copies, jobs, settings, reports, and what goes wrong."""

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Command

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
OWN = ["translit-fix", "--no-default-tables", "--table", str(NAMES)]


@pytest.fixture
def tree(folder: Path) -> Path:
    """A folder of several formats."""
    (folder / "docs" / "sub").mkdir(parents=True)
    contents = {
        "docs/a.txt": "In Kijów.\n",
        "docs/b.md": "`Kijów` Kijów\n",
        "docs/same.txt": "In Kyiv.\n",
        "docs/code.py": "Kijów = 1\n",
        "docs/sub/c.html": "<p title='Kijów'>Kijów</p>",
        "docs/sub/d.jsonl": '{"t": "Kijów"}\n{"t": \n{"t": "Charkow"}\n',
        "docs/sub/e.csv": "id,t\n1,Kijów\n2\n3,Charkow\n",
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def read_tree(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_folder_in_place(command: Command, tree: Path) -> None:
    before = read_tree(tree)
    outcome = command(*OWN, "--in-place", "docs")
    assert (outcome.status, outcome.out, outcome.err) == (0, b"", "")
    after = read_tree(tree)
    changed = {name: after[name].decode() for name in before if before[name] != after[name]}
    assert changed == {
        "docs/a.txt": "In Kyiv.\n",
        "docs/b.md": "`Kijów` Kyiv\n",
        "docs/sub/c.html": "<p title='Kyiv'>Kyiv</p>",
    }
    assert before.keys() == after.keys()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_malformed_records_stay_and_the_run_goes_on(
    command: Command, tree: Path, jobs: str
) -> None:
    options = ["--field", "t", "--column", "t", "--jobs", jobs]
    outcome = command(*OWN, "--in-place", *options, "docs")
    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        "translit-fix: docs/sub/d.jsonl:2: is not JSON (Expecting value, column 6); left as it was",
        "translit-fix: docs/sub/e.csv:3: has 1 cell, the head 2; left as it was",
    ]
    assert (tree / "docs/sub/d.jsonl").read_text() == '{"t": "Kyiv"}\n{"t": \n{"t": "Kharkiv"}\n'
    assert (tree / "docs/sub/e.csv").read_text() == "id,t\n1,Kyiv\n2\n3,Kharkiv\n"


def test_strict_stops_at_the_first(command: Command, tree: Path) -> None:
    before = read_tree(tree / "docs" / "sub")
    outcome = command(
        *OWN, "--in-place", "--strict", "--field", "t", "docs/sub/d.jsonl", "docs/sub/c.html"
    )
    assert outcome.status == 2
    assert outcome.err.splitlines()[1:] == [
        "translit-fix: stopped, as --strict asks; 0 of 2 files done; "
        "every file is either rewritten whole or as it was"
    ]
    assert read_tree(tree / "docs" / "sub") == before


def test_structured_files_need_to_know_what_is_prose(command: Command, tree: Path) -> None:
    cases = {
        (
            "docs/sub/d.jsonl",
        ): "d.jsonl: say which field is prose (for example --field t); found: t",
        ("docs/sub/e.csv",): "e.csv: say which column is prose (for example --column id); "
        "found: id, t",
        ("--field", "u", "docs/sub/d.jsonl"): "d.jsonl: has no field u; choose from: t",
        ("--column", "u", "docs/sub/e.csv"): "e.csv: has no column u; choose from: id, t",
    }
    for argv, message in cases.items():
        outcome = command(*OWN, "--in-place", *argv)
        assert outcome.status == 2
        assert message in outcome.err


def test_copies_in_the_same_tree(command: Command, tree: Path) -> None:
    before = read_tree(tree / "docs")
    outcome = command(*OWN, "--output-dir", "out", "docs", "docs/code.py")
    assert (outcome.status, outcome.err) == (0, "")
    copies = read_tree(tree / "out")
    assert sorted(copies) == [
        "docs/a.txt", "docs/b.md", "docs/code.py", "docs/same.txt", "docs/sub/c.html",
    ]  # fmt: skip
    assert copies["docs/same.txt"] == b"In Kyiv.\n"
    assert read_tree(tree / "docs") == before
    outcome = command(*OWN, "--output-dir", "out2", str(tree / "docs"))
    assert sorted(read_tree(tree / "out2"))[0] == "docs/a.txt"
    outcome = command(*OWN, "--output-dir", "out3", "docs/a.txt", "docs/../docs/a.txt")
    assert outcome.status == 0
    outcome = command(*OWN, "--output-dir", "out4", f"{tree}/docs", f"{tree}/docs/sub/../../docs")
    assert outcome.status == 2 and "would both be copied to" in outcome.err


def test_backups(command: Command, tree: Path) -> None:
    assert command(*OWN, "--in-place", "--backup", ".orig", "docs/a.txt").status == 0
    assert (tree / "docs/a.txt.orig").read_text(encoding="utf-8") == "In Kijów.\n"


def test_packed_files(command: Command, folder: Path) -> None:
    (folder / "a.txt.gz").write_bytes(gzip.compress("Kijów".encode()))
    assert command(*OWN, "a.txt.gz").out == b"Kyiv"
    assert command(*OWN, "--in-place", "a.txt.gz").status == 0
    assert gzip.decompress((folder / "a.txt.gz").read_bytes()) == b"Kyiv"
    zstandard = pytest.importorskip("zstandard")
    (folder / "a.jsonl.zst").write_bytes(zstandard.compress('{"t": "Kijów"}'.encode()) * 2)
    assert command(*OWN, "--in-place", "--field", "t", "a.jsonl.zst").status == 2  # one line
    (folder / "a.jsonl.zst").write_bytes(zstandard.compress('{"t": "Kijów"}\n'.encode()) * 2)
    assert command(*OWN, "--in-place", "--field", "t", "a.jsonl.zst").status == 0
    unpacked = zstandard.ZstdDecompressor().decompressobj()
    assert unpacked.decompress((folder / "a.jsonl.zst").read_bytes()) == b'{"t": "Kyiv"}\n' * 2


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1250"])
def test_other_encodings(command: Command, folder: Path, encoding: str) -> None:
    raw = "W Kijów, na końcu".encode(encoding)
    (folder / "a.txt").write_bytes(raw)
    options = [] if encoding == "utf-16" else ["--encoding", encoding]
    assert command(*OWN, "--style", "news", *options, "--in-place", "a.txt").status == 0
    assert (folder / "a.txt").read_bytes() == "W Kyiv, na końcu".encode(encoding)


def test_parquet(command: Command, folder: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table(
        {
            "id": arrow.array([1, 2, 3], arrow.int16()),
            "text": ["in Kijów", None, "Charkow"],
            "city": arrow.array(["Kijów", "Łódź", "Kijów"]).dictionary_encode(),
            "rest": [[1.5], [], None],
        }
    ).replace_schema_metadata({"made": "by a test"})
    parquet.write_table(table, "a.parquet", compression="zstd", row_group_size=2)
    outcome = command(*OWN, "--json", "--column", "text", "a.parquet")
    rows = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(row["line"], row["text"]) for row in rows] == [(1, "Kijów"), (3, "Charkow")]
    assert (
        command(*OWN, "--in-place", "--column", "text", "--column", "city", "a.parquet").err == ""
    )
    file = parquet.ParquetFile("a.parquet")
    assert file.read().column("text").to_pylist() == ["in Kyiv", None, "Kharkiv"]
    assert file.read().column("city").to_pylist() == ["Kyiv", "Łódź", "Kyiv"]
    assert file.read().select(["id", "rest"]) == table.select(["id", "rest"])
    assert file.schema_arrow == table.schema
    assert file.schema_arrow.metadata == {b"made": b"by a test"}
    assert (file.num_row_groups, file.metadata.row_group(0).column(1).compression) == (2, "ZSTD")
    file.close()
    for argv, message in (
        ((), "say which column is prose (for example --column text); found: text, city"),
        (("--column", "id"), "has no column of strings id; choose from: text, city"),
        (("--column", "text"), "is Parquet, not text; use --json"),
    ):
        output = ["--diff"] if "text" in argv else ["--json"]
        outcome = command(*OWN, *output, *argv, "a.parquet")
        assert outcome.status == 2 and message in outcome.err
    Path("b.parquet").write_bytes(Path("a.parquet").read_bytes()[:-9])
    outcome = command(*OWN, "--in-place", "--column", "text", "b.parquet")
    assert outcome.status == 2 and "cannot be read as Parquet" in outcome.err


def test_settings(command: Command, tree: Path) -> None:
    settings = tree / "docs" / "pyproject.toml"
    (tree / "docs" / ".git").mkdir()
    (tree / "docs" / "kept.txt").write_text("# as in the archive\nKijów\n", encoding="utf-8")
    settings.write_text(
        f'[tool.translit-fix]\ndefault-tables = false\ntable = ["{NAMES.as_posix()}"]\n'
        'keep = ["kept.txt"]\nfield = ["t"]\n'
    )
    os.chdir(tree / "docs" / "sub")
    assert (
        command("translit-fix", "d.jsonl").out
        == b'{"t": "Kij\xc3\xb3w"}\n{"t": \n{"t": "Kharkiv"}\n'
    )
    (tree / "none.txt").write_text("")
    outcome = command("translit-fix", "--keep", str(tree / "none.txt"), "d.jsonl")
    assert outcome.out == b'{"t": "Kyiv"}\n{"t": \n{"t": "Kharkiv"}\n'
    for text, message in (
        ("tables = []", "[tool.translit-fix] tables is unknown; known are column, default-tables,"),
        ("style = 1", "style must be a string"),
        ('fuzzy = "on"', "fuzzy must be licensed or suggest or off, not “on”"),
        ("jobs = true", "jobs must be a number from 1 up"),
        ('field = "t"', 'field must be a list of strings, such as ["one"]'),
        ("strict = 1", "strict must be true or false"),
        ("= 1", "cannot be read (Invalid statement"),
        ('encoding = "klingon"', "encoding is wrong: “klingon” is no encoding of text"),
        ('encoding = "rot13"', "encoding is wrong: “rot13” "),
        ('encoding = "utf\\u00008"', "is no encoding of text"),
        ("jobs = 1\nx = " + "[" * 5000, "cannot be read ("),
    ):
        settings.write_text(f"[tool.translit-fix]\n{text}\n")
        outcome = command("translit-fix", "d.jsonl")
        assert outcome.status == 2
        assert message in outcome.err
        assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("text", ["tool = 1", "[tool]\ntranslit-fix = 1", "[[tool.translit-fix]]"])
def test_settings_that_are_no_table(command: Command, folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"# translit-fix\n{text}\n")
    outcome = command("translit-fix", "--config", "pyproject.toml", stdin=b"Kiev")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert "[tool.translit-fix]" in outcome.err


def test_settings_of_others_do_not_count(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the work tree, or above the folder where there is none, may be anybody's."""
    (folder / "root" / "sub").mkdir(parents=True)
    (folder / "pyproject.toml").write_text('[tool.translit-fix]\nstyle = "de"\n')
    expected = {"": b"Kiew", "root": b"Kyiv", "root/sub": b"Kyiv"}
    for place, result in expected.items():
        monkeypatch.chdir(folder / place)
        assert command("translit-fix", stdin=b"Kiev").out == result
    marks = [lambda mark: mark.mkdir(), lambda mark: mark.write_text("gitdir: ../elsewhere\n")]
    for number, make_mark in enumerate(marks):
        root = folder / str(number)
        (root / "sub").mkdir(parents=True)
        make_mark(root / ".git")
        monkeypatch.chdir(root / "sub")
        assert command("translit-fix", stdin=b"Kiev").out == b"Kyiv"
        (root / "pyproject.toml").write_text('[tool.translit-fix]\nstyle = "pl"\n')
        assert command("translit-fix", stdin=b"Kiev").out == "Kijów".encode()


def test_settings_of_other_tools_are_not_read(command: Command, folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other\n")
    assert command("translit-fix", stdin=b"Kiev").out == b"Kyiv"


def test_summary(command: Command, tree: Path) -> None:
    outcome = command(*OWN, "--summary", "--field", "t", "--exclude", "*.csv", "docs")
    assert outcome.out.decode() == (
        "6 edits in 4 of 5 files; 0 suggestions\n\n"
        " edits  mentions  files  entity\n"
        "     5         6      5  Kyiv (kyiv)\n"
        "                         Kijów 5\n"
        "     1         1      1  Kharkiv (kharkiv)\n"
        "                         Charkow 1\n"
    )


def test_a_report_names_everything(command: Command, tree: Path) -> None:
    outcome = command(*OWN, "--report", "out.html", "--in-place", "docs")
    assert (outcome.status, outcome.out) == (0, b"")
    page = (tree / "out.html").read_text(encoding="utf-8")
    for part in ('"name":"docs/a.txt"', '"line":1', '"text":"Kijów"', '"becomes":"Kyiv"'):
        assert part in page
    assert '"kyiv":{"said":"Kyiv 1×"}' in page and '"name":"docs/same.txt"' in page
    outcome = command(*OWN, "--report", "nowhere/out.html", "docs/a.txt")
    assert outcome.status == 2 and "nowhere/out.html" in outcome.err


def test_a_diff_of_a_folder_is_applied_by_git(command: Command, tree: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    diff = command(*OWN, "--diff", "--column", "t", "docs").out
    subprocess.run(["git", "apply", "-p0"], input=diff, check=True, capture_output=True)
    assert (tree / "docs/sub/e.csv").read_text() == "id,t\n1,Kyiv\n2\n3,Kharkiv\n"
    assert (tree / "docs/a.txt").read_text() == "In Kyiv.\n"


def test_positions_point_into_the_file(command: Command, tree: Path) -> None:
    outcome = command(*OWN, "--json", "--field", "t", "--column", "t", "docs")
    rows = [json.loads(line) for line in outcome.out.splitlines()]
    assert {row["path"] for row in rows} == {
        "docs/a.txt", "docs/b.md", "docs/same.txt", "docs/sub/c.html", "docs/sub/d.jsonl",
        "docs/sub/e.csv",
    }  # fmt: skip
    for row in rows:
        text = (tree / row["path"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["text"]
        assert text[: row["start"]].count("\n") == row["line"] - 1


def test_a_type_is_said_for_stdin(command: Command) -> None:
    outcome = command(*OWN, "--type", "html", stdin=b"<code>Charkow</code> Charkow")
    assert outcome.out == b"<code>Charkow</code> Kharkiv"
    outcome = command(*OWN, "--type", "jsonl", "--field", "t", stdin=b'{"t": "Charkow"}')
    assert outcome.out == b'{"t": "Kharkiv"}'
    assert command(*OWN, "--type", "parquet", "--column", "t", stdin=b"").status == 2


def test_an_empty_folder_says_so(command: Command, folder: Path) -> None:
    (folder / "empty").mkdir()
    outcome = command("translit-fix", "--in-place", "empty")
    assert outcome.status == 0
    assert outcome.err.startswith("translit-fix: empty: has no file to read")


def read_hooks() -> list[list[str]]:
    """The commands of the pre-commit hooks; names of files are put after them."""
    hooks = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    return [line.split()[1:] for line in hooks.splitlines() if "entry:" in line]


def test_the_hooks_are_commands_that_exist(command: Command, tree: Path) -> None:
    entries = read_hooks()
    assert [entry[0] for entry in entries] == ["translit-fix", "translit-fix"]
    for entry in reversed(entries):
        outcome = command(*OWN, *entry[1:], "docs/a.txt")
        assert outcome.status == ("--check" in entry)
    assert (tree / "docs/a.txt").read_text() == "In Kyiv.\n"


@pytest.mark.parametrize(
    "name",
    ["--report=README.md", "--output-dir=x", "--in-place", "--", "--help", "--version", "-h",
     "--config=README.md", "--backup=.x", "--check", "--table=README.md", "@README.md"],
)  # fmt: skip
@pytest.mark.parametrize("hook", read_hooks(), ids=["fix", "check"])
def test_a_file_named_like_an_option_is_a_file(
    command: Command, tree: Path, hook: list[str], name: str
) -> None:
    (tree / "README.md").write_text("As it was.\n", encoding="utf-8")
    (tree / name).write_text("In Kijów.\n", encoding="utf-8")
    before = read_tree(tree)
    outcome = command(*OWN, *hook[1:], name, "docs/same.txt", stdin="In Kijów.".encode())
    if "--check" in hook:
        assert (outcome.status, outcome.err) == (1, f"translit-fix: {name}: would change\n")
    else:
        assert (outcome.status, outcome.err) == (0, "")
        before[name] = b"In Kyiv.\n"
    assert outcome.out == b""
    assert read_tree(tree) == before
