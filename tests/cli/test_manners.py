"""The manners of the commands: versions, names for stdin, forms of --check, settings by path."""

import json
import logging
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.files.books import make_docx, run
from translit import __tables_date__, __version__
from translit.cli import version
from translit.cli.main import make_fix_parser, make_parser
from translit.forms import list_style_ids

TEXT = "In Kijów, Zelenskyi\nŁukaszenka\n"
DOCX = make_docx("<w:p>" + run("In Kijów") + "</w:p>")
OVERRIDE = "\n[[tool.translit-fix.overrides]]\n"


@pytest.mark.parametrize("prog", ["translit", "translit-fix"])
def test_version_says_what_a_report_should(command: Command, prog: str) -> None:
    outcome = command(prog, "--version")
    package, tables, code = outcome.out.decode().splitlines()
    assert outcome.status == 0
    assert package == f"translit-fix {__version__}"
    assert re.fullmatch(rf"tables: of {__tables_date__} \([0-9a-f]{{8}}\)", tables)
    assert re.fullmatch(r"code: (pure Python|compiled), Python 3\.\d+.*", code)
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", __tables_date__)


def test_the_hash_of_the_tables_is_that_of_their_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translit.datafolder.find_data_folder", lambda: tmp_path)
    (tmp_path / "entities").mkdir()
    found = []
    for text in (b"a\n", b"a\r\n", b"b\n"):
        (tmp_path / "entities" / "a.toml").write_bytes(text)
        found.append(list(version.list_versions())[1])
    assert found[0] == found[1] != found[2]


def test_a_name_for_stdin_tells_its_type_and_is_said(command: Command) -> None:
    page = "<p title='Kijów' class='Kijów'>Kijów</p>".encode()
    named = ("--stdin-filename", "a/page.html")
    outcome = command("translit-fix", *named, stdin=page)
    assert outcome.out.decode() == "<p title='Kyiv' class='Kijów'>Kyiv</p>"
    outcome = command("translit-fix", "--check", *named, stdin=page)
    assert (outcome.status, outcome.err) == (1, "translit-fix: a/page.html: would change\n")
    outcome = command("translit-fix", "--json", *named, "-", stdin=page)
    assert {json.loads(line)["path"] for line in outcome.out.splitlines()} == {"a/page.html"}
    assert command("translit-fix", "--diff", *named, stdin=page).out.startswith(b"--- a/page.html")


def test_findings_for_github(command: Command, folder: Path) -> None:
    (folder / "a,b.txt").write_text(TEXT, "utf-8")
    outcome = command("translit-fix", "--check", "--format", "github", "a,b.txt")
    lines = outcome.out.decode().splitlines()
    assert (outcome.status, outcome.err) == (1, "")
    place = "file=a%2Cb.txt,line=2,col=1,endLine=2,endColumn=11,title=translit-fix"
    assert lines[2].startswith(f"::warning {place}::Łukaszenka → Lukashenko: ")
    assert len(lines) == 3


def test_findings_as_json(command: Command, folder: Path) -> None:
    (folder / "a.md").write_text("# x\r\n\r\nAliaksandr\r\n**Łukaszenka**\r\n", "utf-8")
    (folder / "b.md").write_text("Nobody.\n")
    outcome = command("translit-fix", "--check", "--format", "json", "a.md", "b.md")
    (found,) = json.loads(outcome.out)
    assert outcome.status == 1
    place = [found[name] for name in ("line", "column", "end_line", "end_column")]
    assert (found["path"], place) == ("a.md", [3, 1, 4, 13])
    assert found["before"] == "Aliaksandr\r\n**Łukaszenka"
    assert found["after"] == "Alexander\r\n**Lukashenko"
    assert (found["entity_id"], found["evidence"]) == ("alexander-lukashenko", "scheme")
    outcome = command("translit-fix", "--check", "--format", "json", "b.md")
    assert (outcome.status, json.loads(outcome.out)) == (0, [])


def test_findings_as_sarif(command: Command, folder: Path) -> None:
    (folder / "é.txt").write_text(TEXT, "utf-8")
    outcome = command("translit-fix", "--check", "--format", "sarif", "é.txt")
    (run,) = json.loads(outcome.out)["runs"]
    assert outcome.status == 1
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "%C3%A9.txt"
    assert location["region"] == {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 9}
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "Kyiv"
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_file_in_trouble_has_no_findings(command: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"Kij\xf3w Zelenskyi\n")
    outcome = command("translit-fix", "--check", "--format", "json", "a.txt")
    assert (outcome.status, json.loads(outcome.out)) == (2, [])
    assert "a.txt: is not UTF-8" in outcome.err


def test_the_column_of_what_stands_after_a_cut(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translit.files.formats import plain_text

    monkeypatch.setattr(plain_text, "LONGEST_WHOLE", 1000)
    words = "They went and were seen there. " * 60_000
    (folder / "a.txt").write_text(words + "In Kijów", "utf-8")
    outcome = command("translit-fix", "--check", "--format", "json", "a.txt")
    (found,) = json.loads(outcome.out)
    assert (found["line"], found["before"]) == (1, "Kijów")


def test_settings_by_path(command: Command, folder: Path) -> None:
    for name in ("a.txt", "de/b.txt", "de/news/c.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Zelenskyi\n")
    (folder / "keep.txt").write_text("Zelenskyi\n")
    (folder / "pyproject.toml").write_text(
        "[tool.translit-fix]\nstyle = 'news'\n"
        f"{OVERRIDE}paths = ['de/**']\nstyle = 'de'\n"
        f"{OVERRIDE}paths = ['c.txt']\nkeep = ['keep.txt']\n"
    )
    paths = ("a.txt", "de/b.txt", "de/news/c.txt")
    outcome = command("translit-fix", *paths)
    assert outcome.out.decode() == "Zelensky\nSelenskyj\nZelenskyi\n"
    assert command("translit-fix", "--jobs", "2", *paths).out == outcome.out
    outcome = command("translit-fix", "--stdin-filename", "de/x.txt", stdin=b"Zelenskyi")
    assert outcome.out == b"Selenskyj"
    assert command("translit-fix", stdin=b"Zelenskyi").out == b"Zelensky"
    outcome = command("translit-fix", "--style", "fr", *paths)  # the command line counts before
    assert outcome.out.decode().split() == ["Zelensky", "Zelensky", "Zelenskyi"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("overrides = 1", "overrides must be tables"),
        ("[tool.translit-fix.overrides]\npaths = ['x']", "overrides must be tables"),
        (OVERRIDE + "style = 'de'", "overrides need paths"),
        (OVERRIDE + "paths = 'x'", "overrides need paths"),
        (OVERRIDE + "paths = ['x']\nfield = ['x']", "overrides cannot have field"),
        (OVERRIDE + "paths = ['x']\nfuzzy = 'x'", "fuzzy must be licensed or suggest"),
    ],
)
def test_wrong_overrides(command: Command, folder: Path, text: str, message: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.translit-fix]\n{text}\n")
    outcome = command("translit-fix", stdin=b"Kiev")
    assert outcome.status == 2
    assert message in outcome.err


def test_a_language_column_of_the_settings(command: Command, folder: Path) -> None:
    (folder / "a.csv").write_text("l,t\nde,war in Zelenskyi\n")
    (folder / "pyproject.toml").write_text("[tool.translit-fix]\nlang-column = 'l'\n")
    outcome = command("translit-fix", "--column", "t", "a.csv")
    assert outcome.out == b"l,t\nde,war in Selenskyj\n"
    outcome = command("translit-fix", "--column", "t", "--lang-column", "x", "a.csv")
    assert "a.csv: has no column x; choose from: l, t" in outcome.err
    (folder / "a.jsonl").write_text('{"t": "Zelenskyi"}\n')
    outcome = command("translit-fix", "--field", "t", "--lang-column", "x", "a.jsonl")
    assert "a.jsonl: has no field x; choose from: t" in outcome.err
    (folder / "a.json").write_text('{"t": "Zelenskyi"}\n')
    outcome = command("translit-fix", "--field", "t", "--lang-column", "x", "a.json")
    assert "a.json: has no field x; choose from: t" in outcome.err


def test_a_document_is_shown_by_its_words(command: Command, folder: Path) -> None:
    (folder / "a.docx").write_bytes(DOCX)
    outcome = command("translit-fix", "--diff", "a.docx")
    assert outcome.out.decode().splitlines()[2:] == ["@@ -1 +1 @@", "-In Kijów", "+In Kyiv"]
    outcome = command("translit-fix", "a.docx")
    assert outcome.status == 2
    assert "a.docx: is DOCX, not text; use --in-place or --output-dir" in outcome.err
    assert command("translit-fix", "--check", "a.docx").status == 1
    assert (folder / "a.docx").read_bytes() == DOCX
    assert command("translit-fix", "--in-place", "--backup", ".orig", "a.docx").status == 0
    assert (folder / "a.docx.orig").read_bytes() == DOCX
    assert command("translit-fix", "--check", "a.docx").status == 0
    assert command("translit-fix", "--output-dir", "out", "a.docx").status == 0
    assert (folder / "out" / "a.docx").read_bytes() == (folder / "a.docx").read_bytes()


def test_an_entity(command: Command, folder: Path) -> None:
    outcome = command("translit", "entity", "Szojgu")
    lines = outcome.out.decode().splitlines()
    assert outcome.status == 0
    assert lines[0] == "sergei-shoigu: Sergei Shoigu (person)"
    assert "    spelling: native, family: шойгу by the Polish press convention" in lines
    (row,) = (line for line in lines if line.startswith("    row: "))
    path, _, number = row.removeprefix("    row: ").rpartition(":")
    text = (Path(__file__).parents[2] / path).read_text("utf-8").splitlines()
    assert text[int(number) - 1] == "[sergei-shoigu]"


def test_an_entity_by_its_id_a_full_name_and_a_table(command: Command, folder: Path) -> None:
    for name in ("alexander-lukashenko", "Aliaksandr Łukaszenka"):
        outcome = command("translit", "entity", name)
        assert outcome.out.decode().startswith("alexander-lukashenko: Alexander Lukashenko")
    (folder / "own.toml").write_text(
        'schema = 1\n\n[hrymych]\nkind = "place"\nname = "Hrymych"\nnative.uk = "Гримич"\n', "utf-8"
    )
    outcome = command("translit", "entity", "--table", "own.toml", "Hrymytsch")
    assert outcome.out.decode().splitlines()[-1] == "    row: own.toml:3"
    outcome = command("translit", "entity", "Nobodyeva")
    assert (outcome.status, outcome.out) == (1, b"")
    outcome = command("translit", "entity", "Petro Lukashenka")  # a given name that he has not
    assert outcome.status == 1


def test_styles(command: Command) -> None:
    lines = command("translit", "styles").out.decode().splitlines()
    assert [line.partition("\t")[0] for line in lines] == list(list_style_ids())
    assert "de\tGerman press\tde\tforms derived by schemes" in lines
    shown = command("translit", "styles", "de").out.decode()
    assert "language: German\n" in shown and "scheme: uk by uk/press-de\n" in shown
    assert "did you mean" in command("translit", "styles", "guardiam").err


@pytest.mark.parametrize("of", ["translit", "translit-fix"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(command: Command, shell: str, of: str) -> None:
    pytest.importorskip("shtab")
    outcome = command("translit", "completion", shell, "--of", of)
    assert outcome.status == 0
    assert b"in-place" in outcome.out and of.encode() in outcome.out


def test_completion_without_its_library(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "shtab", None)
    outcome = command("translit", "completion", "bash")
    assert outcome.status == 2
    assert "pip install 'translit-fix[completion]'" in outcome.err


def test_the_library_logs_and_prints_nothing(
    caplog: pytest.LogCaptureFixture, command: Command, folder: Path
) -> None:
    handlers = logging.getLogger("translit").handlers
    assert [type(one) for one in handlers] == [logging.NullHandler]
    (folder / "a.txt").write_text("Kijów", "utf-8")
    with caplog.at_level(logging.DEBUG, "translit"):
        outcome = command("translit-fix", "--in-place", "a.txt")
    assert "reading a.txt as text" in caplog.messages
    assert "wrote a.txt" in caplog.messages
    assert (outcome.out, outcome.err) == (b"", "")


def test_the_pages_of_man_tell_every_option_and_command() -> None:
    folder = Path(__file__).parents[2] / "docs" / "man"
    for name, parser in (("translit-fix", make_fix_parser()), ("translit", make_parser())):
        page = (folder / f"{name}.1").read_text("utf-8").replace("\\", "")
        for action in parser._actions[1:]:  # all but --help
            for said in (*action.option_strings[-1:], *(action.choices or ())):
                assert said in page, f"{said}: make the pages anew with .ci/man"
