"""--report never destroys what the command reads, or writes otherwise, by whatever name."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from translit.cli import running

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")

NAMES = Path(__file__).parents[1] / "cases" / "files" / "names.toml"
OWN = ["translit-fix", "--no-default-tables", "--table", "names.toml"]
PROGRAM = [
    sys.executable,
    "-c",
    "import sys; from translit.cli import run_fix; sys.exit(run_fix())",
]


@pytest.fixture
def tree(folder: Path) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs/a.txt").write_text("In Kijów.\n", encoding="utf-8")
    (folder / "docs/b.html").write_text("<p>Kijów</p>\n", encoding="utf-8")
    (folder / "names.toml").write_bytes(NAMES.read_bytes())
    (folder / "keep.txt").write_text("Charkow\n", encoding="utf-8")
    (folder / "linked").symlink_to("docs")
    (folder / "link.html").symlink_to("docs/b.html")
    (folder / "dangling.html").symlink_to("nowhere.html")
    os.link(folder / "docs/b.html", folder / "hard.html")
    (folder / "once.html").write_text("mine", encoding="utf-8")
    (folder / "once.html").chmod(0o444)
    (folder / "folder.html").mkdir()
    os.mkfifo(folder / "pipe.html")
    return folder


def read_all(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--report", "docs/a.txt", "docs/a.txt"], "is read by the command"),
        (["--report", "docs/b.html", "docs"], "is read by the command"),
        (["--report", "./docs/../docs/b.html", "docs"], "is read by the command"),
        (["--report", "linked/b.html", "docs"], "is read by the command"),
        (["--report", "docs/b.html", "linked"], "is read by the command"),
        (["--report", "docs/b.html", "link.html"], "is read by the command"),
        (["--report", "names.toml", "docs"], "is read by the command"),
        (["--report", "keep.txt", "--keep", "keep.txt", "docs"], "is read by the command"),
        (["--report", "link.html", "docs"], "is a symbolic link, which is not followed here"),
        (["--report", "dangling.html", "docs"], "is a symbolic link, which is not followed here"),
        (["--report", "hard.html", "docs"], "has 2 hard links"),
        (["--report", "once.html", "docs"], "may not be written"),
        (["--report", "pipe.html", "docs"], "is not a regular file"),
        (["--report", "folder.html", "docs"], "is not a regular file"),
        (["--report", "/dev/null", "docs"], "is not a regular file"),
        (["--report", "nowhere/r.html", "docs"], "No such file"),
        (["--report", "docs/a.txt/r.html", "docs"], "is no folder"),
        (["--report", "", "docs"], "cannot be written"),
        (["--report", "..", "docs"], "is not a regular file"),
    ],
)
@pytest.mark.parametrize("output", [["--in-place"], ["--output-dir", "out"], []])
def test_a_report_that_would_destroy_is_refused_before_anything_is_written(
    command: Command, tree: Path, argv: list[str], message: str, output: list[str]
) -> None:
    if "hard.html" not in argv:
        (tree / "hard.html").unlink()  # in place, two names are refused for their own sake
    before = read_all(tree)
    outcome = command(*OWN, *output, *argv)
    assert outcome.status == 2
    assert outcome.err.startswith(f"translit-fix: {argv[1] and Path(argv[1])}")
    assert message in outcome.err and outcome.err.count("\n") == 1
    assert read_all(tree) == before


@pytest.mark.parametrize(
    ("report", "output"),
    [
        ("out/docs/a.txt", ["--output-dir", "out"]),
        ("out/docs/../docs/b.html", ["--output-dir", "out"]),
        ("docs/a.txt.orig", ["--in-place", "--backup", ".orig"]),
        ("linked/a.txt.html", ["--in-place", "--backup", ".html"]),
    ],
)
@pytest.mark.parametrize("exists", [False, True])
def test_a_report_onto_an_output_is_refused(
    command: Command, tree: Path, report: str, output: list[str], exists: bool
) -> None:
    (tree / "hard.html").unlink()
    (tree / report).parent.mkdir(parents=True, exist_ok=True)
    if exists:
        (tree / report).write_text("mine", encoding="utf-8")
    before = read_all(tree)
    outcome = command(*OWN, *output, "--exclude", "*.orig", "--report", report, "docs")
    assert outcome.status == 2
    if not exists or "out" in output:
        assert "is written by the command otherwise, nothing was changed" in outcome.err
    assert read_all(tree) == before


@pytest.mark.parametrize("redirection", ["> r.html", "2> r.html", ">> r.html", "< r.html"])
def test_a_report_onto_a_stream_is_refused(tree: Path, redirection: str) -> None:
    (tree / "r.html").write_text("In Kijów.", encoding="utf-8")
    paths = "" if "<" in redirection else "docs"
    done = subprocess.run(
        ["sh", "-c", f'"$@" --summary --report r.html {paths} {redirection}', "sh",
         *PROGRAM, *OWN[1:]],
        capture_output=True,
        cwd=tree,
    )  # fmt: skip
    assert done.returncode == 2
    text = (tree / "r.html").read_text(encoding="utf-8")
    assert "<html" not in text
    assert "for the report" in text + done.stderr.decode()


def test_printing_into_an_input_is_refused(tree: Path) -> None:
    for option in ("--diff", "--json", "--summary"):
        done = subprocess.run(
            ["sh", "-c", '"$@" docs/a.txt >> docs/a.txt', "sh", *PROGRAM, *OWN[1:], option],
            capture_output=True,
            cwd=tree,
        )
        assert done.returncode == 2
        assert b"docs/a.txt: is what the output is written to" in done.stderr
    assert (tree / "docs/a.txt").read_text(encoding="utf-8") == "In Kijów.\n"


def test_an_old_report_is_replaced_and_keeps_its_rights(command: Command, tree: Path) -> None:
    report = tree / "r.html"
    before = os.umask(0o027)
    try:
        assert command(*OWN, "--report", "r.html", "docs").status == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    report.write_text("old", encoding="utf-8")
    report.chmod(0o604)
    assert command(*OWN, "--report", str(report), "docs").status == 0
    assert "Kyiv" in report.read_text(encoding="utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o604


def failing(error: BaseException) -> Callable[[int], None]:
    def fail(_: int) -> None:
        raise error

    return fail


def test_a_report_is_whole_or_the_old_one(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tree / "r.html"
    report.write_text("old", encoding="utf-8")
    for error, status in ((OSError(28, "No space left on device"), 2), (KeyboardInterrupt(), 130)):
        monkeypatch.setattr(os, "fsync", failing(error))
        outcome = command(*OWN, "--report", "r.html", "docs")
        assert outcome.status == status
        assert report.read_text(encoding="utf-8") == "old"
        assert not list(tree.rglob("*.translit-fix"))


def test_a_folder_that_may_not_be_written_is_told_before(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_all(tree)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # root may write everything
    outcome = command(*OWN, "--in-place", "--report", "r.html", "docs")
    assert (outcome.status, read_all(tree)) == (2, before)
    assert "r.html: may not be written" in outcome.err


@pytest.mark.parametrize("exists", [False, True])
def test_a_file_that_appears_meanwhile_is_no_report(
    command: Command, tree: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    read = running.read_sources
    if exists:
        (tree / "r.html").write_text("an old report", encoding="utf-8")

    def read_and_make(*args: object) -> object:
        (tree / "other").write_text("mine", encoding="utf-8")
        (tree / "other").replace(tree / "r.html")
        return read(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "read_sources", read_and_make)
    outcome = command(*OWN, "--report", "r.html", "docs")
    assert outcome.status == 2
    assert "r.html: was replaced meanwhile, nothing was changed" in outcome.err
    assert (tree / "r.html").read_text(encoding="utf-8") == "mine"
